"""The surprise model: odd collocations stand out, ordinary news does not, non-words are known for what they are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mt_audit.engine.language import LanguageModel
from mt_audit.errors import EngineError
from mt_audit.evaluate.base import records
from mt_audit.evaluate.surprise import auc, surprise
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage
from mt_audit.training.language import news_articles


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


@pytest.mark.parametrize(
    ("good", "bad", "word"),
    [
        ("تصاعدت حدة الضغوط الدولية على الحكومة", "تركيبات الضغوط الدولية على الحكومة", "تركيبات"),
        ("شهدت العلاقات بين البلدين توترا", "شهدت العلاقات الحامضة بين البلدين توترا", "الحامضة"),
        ("تحولت البلدة إلى بؤرة توتر منذ أكتوبر", "تحولت البلدة إلى نقطة فلاش منذ أكتوبر", "فلاش"),
    ],
)
def test_an_impossible_phrase_is_stranger_than_an_ordinary_one(
    model: LanguageModel, good: str, bad: str, word: str
) -> None:
    odd = Passage(bad, "ar")
    scores = dict(zip(odd.keys, model.surprise(odd.keys), strict=True))
    assert scores[fold(word)] > model.surprise(Passage(good, "ar").keys).max()


def test_surprise_has_one_value_for_each_word_and_none_for_figures_and_latin(model: LanguageModel) -> None:
    keys = Passage("قال Witkoff إن 30 يوما لا تكفي", "ar").keys
    scores = model.surprise(keys)
    assert scores.dtype == np.float32
    assert scores.shape == (7,)
    assert scores[1] == scores[3] == 0.0
    assert model.surprise(()).shape == (0,)
    assert np.array_equal(scores, model.surprise(keys))


@pytest.mark.parametrize("word", ["الصفقة", "وبالمفاوضات", "علاقتها", "وجهها", "بوتين", "متهدما", "محاكمتهم"])
def test_words_people_write_are_known(model: LanguageModel, word: str) -> None:
    assert model.known(fold(word))


@pytest.mark.parametrize("word", ["وقفةها", "بجنرة", "خطرةة", "هبطتتن"])
def test_words_nobody_writes_are_not_known(model: LanguageModel, word: str) -> None:
    assert not model.known(fold(word))


def test_frequency_is_zipf_like(model: LanguageModel) -> None:
    assert model.frequency(fold("في")) > 6.5
    assert 3.5 < model.frequency(fold("الصفقة")) < 5.5
    assert model.frequency(fold("بجنرة")) == 0.0


def test_a_missing_model_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        LanguageModel.load(tmp_path)


def test_auc_counts_ties_as_half() -> None:
    assert auc([2.0, 1.0], [1.0, 0.0]) == pytest.approx(0.875)
    assert auc([], [1.0]) == 0.5


def test_held_out_news_stays_quiet(model: LanguageModel, shared: Path) -> None:
    words = above = 0
    for _, title, text in list(news_articles(shared, held_out=True))[::40]:
        for line in (title, *text.splitlines()):
            scores = model.surprise(Passage(line, "ar").keys)
            words += len(scores)
            above += int((scores >= model.threshold).sum())
    assert words > 5000
    assert 1000 * above / words <= 3.0


def test_gold_errors_stand_out(shared: Path, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.jsonl"
    article = {"title": "", "text": "قال الوزير إن الحكومة ستعقد اجتماعا يوم الخميس."}
    quiet.write_text(json.dumps(article) + "\n", "utf-8")
    figures = surprise(
        [shared / "seeds" / "000.txt", shared / "seeds" / "001.txt"],
        [shared / "gold" / "000.jsonl", shared / "gold" / "001.jsonl"],
        [quiet],
    )
    assert figures["auc"] >= 0.80
    assert figures["flagged_per_1000_words"]["quiet"] == 0.0


def test_gold_reader_refuses_a_broken_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{", "utf-8")
    with pytest.raises(Exception, match="not JSON"):
        records(broken)
