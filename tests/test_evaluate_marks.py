"""What counts as found and as a false alarm; which gold belongs to which article; the reader's figures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mt_audit.core import Article, Category, Finding, Severity, Span
from mt_audit.errors import UsageError
from mt_audit.evaluate.marks import Gold, Tally, found_by, touches
from mt_audit.evaluate.reader import compared, inside
from mt_audit.evaluate.spans import owner
from mt_audit.evaluate.traps import wanted_spans
from mt_audit.text.passage import Passage


def finding(start: int, end: int, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding("SEN201", "x", Category.SENSE, severity, 0.9, Span(start, end), "", "")


def test_half_of_the_gold_or_inside_it():
    gold = Span(10, 20)
    assert found_by(gold, Span(12, 14))
    assert found_by(gold, Span(0, 15))
    assert not found_by(gold, Span(0, 14))
    assert touches(gold, Span(0, 14))


def test_an_empty_gold_span_need_only_be_touched():
    assert found_by(Span(5, 5), Span(0, 5))
    assert not found_by(Span(5, 5), Span(6, 9))


def test_the_tally_counts_serious_gold_and_serious_findings():
    tally = Tally()
    golds = [
        Gold(Span(0, 4), Severity.CRITICAL, "a"),
        Gold(Span(10, 14), Severity.MAJOR, "b"),
        Gold(Span(20, 24), Severity.MINOR, "b"),
    ]
    tally.add(golds, [finding(0, 4), finding(21, 23), finding(40, 44), finding(10, 12, Severity.MINOR)], 100)
    figures = tally.figures()
    assert figures["recall"] == 1.0
    assert figures["recall_at_major"] == 0.5
    assert figures["precision"] == pytest.approx(2 / 3)
    assert figures["false_per_1000_words"] == pytest.approx(10.0)
    assert figures["by_category"] == {"a": {"recall": 1.0, "gold": 1}, "b": {"recall": 1.0, "gold": 1}}


def test_gold_goes_to_the_article_whose_text_it_quotes():
    lines = [{"start": 0, "end": 3, "ar": "abc"}]
    articles = [
        (Path("x.human.txt"), Article("1", "ar", "", "zzz abc")),
        (Path("x.mt.txt"), Article("2", "ar", "", "abc zzz")),
    ]
    assert owner(Path("x.gold.jsonl"), lines, articles) == 1
    with pytest.raises(UsageError):
        owner(Path("y.gold.jsonl"), lines, articles)


def test_wins_ties_and_area():
    figures = compared(np.array([1.0, 0.5, 0.2]), np.array([0.0, 0.5, 0.9]))
    assert figures["pairwise"] == pytest.approx(0.5)
    assert figures["auc"] == pytest.approx((3.0 + 1.5 + 1.0) / 9)


def test_places():
    assert wanted_spans("a b a", "a") == [(0, 1), (4, 5)]
    assert inside(Passage("قال الوزير أمس", "ar"), "الوزير") == [1]
    assert inside(Passage("قال الوزير أمس", "ar"), "x") == [0, 1, 2]


def test_the_suites_print_their_keys(tmp_path, capsys):
    from mt_audit.evaluate import load_suites
    from mt_audit.evaluate.base import SUITES

    load_suites()

    rows = tmp_path / "pairs.jsonl"
    text = "قتل خمسة جنود في إضراب جوي قرب الحدود."
    rows.write_text(
        json.dumps({"id": "1", "en": "Five soldiers were killed in an air strike near the border.", "ar": text})
    )
    gold = tmp_path / "gold.jsonl"
    start = text.index("إضراب")
    gold.write_text(
        json.dumps(
            {"id": "1", "start": start, "end": start + 9, "severity": "critical", "category": "mistranslation.sense"}
        )
    )
    SUITES["pairs"](rows, gold, check=["SEN"], show=False)
    printed = json.loads(capsys.readouterr().out)
    assert printed["recall"] == 1.0
    assert printed["precision"] == 1.0
    assert {"false_per_1000_words", "by_category", "n", "signature"} <= printed.keys()
