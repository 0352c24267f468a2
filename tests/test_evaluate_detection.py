"""The detection suite: engines left out, baseline beside it, people not accused; on small tables made on the spot."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mt_audit.errors import UsageError
from mt_audit.evaluate.detection import calibration_error, detection, human_articles, read_outputs

SUBJECTS = ("الوزير", "الرئيس", "المتحدث", "السفير", "المدير", "الخبير", "النائب", "المحافظ")
PLACES = ("القاهرة", "تونس", "الرباط", "بيروت", "عمان", "الدوحة", "مسقط")


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    """Sixty sentences by a person, and by three engines that all keep the English order and space their commas."""
    lines = ["\t".join(("en", "human", "one", "two", "three"))]
    for i in range(60):
        who, where = SUBJECTS[i % len(SUBJECTS)], PLACES[i % len(PLACES)]
        person = f"وقال {who} في {where} إن الاجتماع المقبل سيعقد يوم الأحد {i}."
        engines = (
            f"في {where} ، {who} قال أن الاجتماع القادم سوف يتم عقده في يوم الأحد {i} .",
            f"{who} في {where} ، قال أن الاجتماع التالي سوف يتم عقده يوم الأحد {i} .",
            f"الاجتماع القادم سوف يتم عقده يوم الأحد {i} ، قال {who} في {where} .",
        )
        lines.append("\t".join((f"Sentence {i}", person, *engines)))
    path = tmp_path / "outputs.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_the_suite_gives_the_keys_of_the_format(outputs: Path, tmp_path: Path) -> None:
    articles = tmp_path / "people.jsonl"
    text = "وقال الوزير إن الحكومة ستعقد اجتماعا يوم الخميس لبحث أزمة المياه في المحافظات الجنوبية. " * 6
    articles.write_text(json.dumps({"title": "اجتماع حكومي", "text": text}) + "\n", "utf-8")
    figures = detection([outputs], [articles])
    assert set(figures["systems"]) == {"one", "two", "three"}
    for found in (*figures["systems"].values(), *figures["baseline"]["systems"].values()):
        assert 0.9 < found["auc_sentence"] <= 1.0
        assert 0.9 < found["auc_document"] <= 1.0
    assert figures["human_called_machine"] == {"people": 0.0}
    assert 0.0 <= figures["calibration_error"] <= 1.0
    assert figures["n"] == 60 * 4 + 1


def test_calibration_error_is_nought_for_honest_probabilities() -> None:
    rng = np.random.default_rng(0)
    probability = rng.random(40_000)
    machine = rng.random(40_000) < probability
    assert calibration_error(probability[~machine], probability[machine]) < 0.02
    assert calibration_error(np.full(100, 0.9), np.full(100, 0.9)) == pytest.approx(0.4)


def test_outputs_need_people_and_engines(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("en\tone\nhello\tمرحبا\n", "utf-8")
    with pytest.raises(UsageError, match="human"):
        read_outputs(path)


def test_human_texts_of_a_table_are_joined_by_document(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("a\tأولى\tx\nb\tثانية\tx\nc\tثالثة\ty\n", "utf-8")
    assert human_articles(path) == ["أولى\nثانية", "ثالثة"]
