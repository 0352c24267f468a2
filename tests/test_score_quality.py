"""The quality estimate: what lowers it, that it never varies, and what the suite makes of a small table."""

from __future__ import annotations

import json

import numpy as np
import pytest
from typer.testing import CliRunner

from mt_audit.errors import EngineError, UsageError
from mt_audit.evaluate.quality import kendall, pearson, published_scores
from mt_audit.pipeline import checked_pair
from mt_audit.score.features import FEATURES
from mt_audit.score.quality import Estimate, QualityModel, article_estimate, estimates

EN = "The government said on Sunday that 45 people were killed in the fire, and promised to investigate its cause."
GOOD = "أعلنت الحكومة يوم الأحد مقتل 45 شخصًا في الحريق، ووعدت بفتح تحقيق في أسبابه."
SHORT = "أعلنت الحكومة يوم الأحد."
OTHER = "فاز الفريق المضيف بهدفين نظيفين في المباراة النهائية أمام جمهور كبير من مشجعيه."
NUMBER = GOOD.replace("45", "54")


def value(ar: str, kit) -> Estimate:
    views, findings = checked_pair(ar, EN, kit)
    return estimates(views.by_pair, findings, kit)[0]


def test_what_is_missing_or_belongs_elsewhere_or_stayed_english_lowers_the_estimate(kit):
    good = value(GOOD, kit)
    assert 0 <= good.low <= good.value <= good.high <= 100
    for worse in (SHORT, OTHER, EN, NUMBER):
        assert value(worse, kit).value < good.value, worse


def test_the_same_pair_gives_the_same_numbers(kit):
    assert value(GOOD, kit) == value(GOOD, kit)


def test_findings_only_ever_lower_it(kit):
    views, findings = checked_pair(NUMBER, EN, kit)
    assert findings
    assert estimates(views.by_pair, findings, kit)[0].value < estimates(views.by_pair, (), kit)[0].value


def test_an_article_lies_between_its_pairs_and_a_longer_one_is_surer():
    pairs = [Estimate(60.0, 45.0, 75.0), Estimate(80.0, 65.0, 95.0)]
    short = article_estimate(pairs, [10, 30])
    assert short == article_estimate(pairs, [10, 30])
    assert short.value == 75.0
    long = article_estimate(pairs * 20, [10, 30] * 20)
    assert long.value == 75.0
    assert long.high - long.low < (short.high - short.low) / 2
    alone = article_estimate(pairs[:1], [10])
    assert alone.low == pytest.approx(45.0, abs=2.0)


def test_a_damaged_model_is_named(tmp_path):
    (tmp_path / "quality.npz").write_bytes(b"no archive")
    with pytest.raises(EngineError, match="quality model"):
        QualityModel.load(tmp_path)
    shipped = dict(QualityModel.shipped().arrays)
    with pytest.raises(EngineError, match="other features"):
        QualityModel(shipped | {"low": np.zeros(len(FEATURES) + 1)})


def test_correlations():
    assert kendall([1, 2, 3, 4], [10, 20, 40, 30]) == pytest.approx(4 / 6)
    assert kendall([1, 1], [1, 2]) == 0.0
    assert pearson([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]) == pytest.approx(1.0)
    assert pearson([1.0, 1.0, 1.0], [2.0, 4.0, 6.0]) == 0.0


def test_the_published_set_is_chosen_by_the_files_name(tmp_path):
    table = tmp_path / "published.tsv"
    scores = "set system comet22\nnews-dev a 0.5\nnews-dev b 0.6\nother17 a 0.9\nother17 b 0.1\n"
    table.write_text(scores.replace(" ", "\t"), "utf-8")
    name, scores = published_scores(table, tmp_path / "news_dev.tsv.gz", ["a", "b"], "comet22")
    assert (name, scores) == ("news-dev", {"a": 0.5, "b": 0.6})
    name, scores = published_scores(table, tmp_path / "zzz.tsv", ["a", "b"], "comet22")
    assert scores == {"a": pytest.approx(0.7), "b": pytest.approx(0.35)}
    with pytest.raises(UsageError, match="bleu"):
        published_scores(table, tmp_path / "news_dev.tsv", ["a"], "bleu")


def test_the_suite_ranks_a_careless_system_last(tmp_path):
    from mt_audit.cli.app import app

    outputs = tmp_path / "small.tsv"
    near = GOOD.replace("يوم ", "")
    rows = (("en", "human", "good", "bad"), (EN, GOOD, near, SHORT), (EN, GOOD, "-", OTHER))
    outputs.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    published = tmp_path / "published.tsv"
    published.write_text("set\tsystem\tcomet22\nsmall\tgood\t0.9\nsmall\tbad\t0.3\n", "utf-8")
    result = CliRunner().invoke(app, ["evaluate", "quality", str(outputs), "--published", str(published)])
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    assert figures["n"] == 2
    assert figures["kendall_tau"] == 1.0
    assert set(figures["systems"]) == {"human", "good", "bad"}
    assert figures["human_rank"] in (1, 2)
