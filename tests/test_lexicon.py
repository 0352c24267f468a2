"""The lexicon: translations both ways, inflection, senses, multiword units, and text scores."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from mt_audit.engine.forms import bases, units
from mt_audit.engine.kit import Kit
from mt_audit.engine.lexicon import ASSETS, Lexicon
from mt_audit.engine.sounds import arabic_skeleton, latin_skeletons
from mt_audit.errors import EngineError
from mt_audit.text.passage import Passage
from mt_audit.training.alignment import Aligner
from mt_audit.training.lexicon_rows import Row, hinted_units


def en(text: str) -> Passage:
    return Passage(text, "en")


def ar(text: str) -> Passage:
    return Passage(text, "ar")


@pytest.mark.parametrize("key", ["ضربه", "بالضربات", "وغاراتها", "للاضراب"])
def test_clitics_and_plurals_keep_their_translation(kit: Kit, key: str) -> None:
    assert kit.lexicon.p_ar_given_en(key, "strike") > 0.01
    assert kit.lexicon.p_en_given_ar("strike", key) > 0.01


def test_probabilities_prefer_the_usual_word(kit: Kit) -> None:
    lexicon = kit.lexicon
    assert lexicon.p_ar_given_en("وزير", "minister") > lexicon.p_ar_given_en("قس", "minister")
    assert lexicon.p_ar_given_en("محكمه", "court") > lexicon.p_ar_given_en("ملعب", "court")
    assert lexicon.p_ar_given_en("محكمه", "qwertyuiop") == 0.0


def test_translations_and_meanings(kit: Kit) -> None:
    assert "محكمه" in [word for word, _ in kit.lexicon.translations("court", 3)]
    assert "court" in [word for word, _ in kit.lexicon.meanings("والمحاكم", 5)]


def test_similarity_of_a_sentence_peaks_at_its_translation(kit: Kit) -> None:
    english = en("The minister said the court rejected the appeal")
    matrix = kit.lexicon.similarity(ar("قال الوزير إن المحكمة رفضت الاستئناف"), english)
    assert matrix.shape == (6, 8)
    assert matrix.max() <= 1.0
    for row, column in {0: 2, 1: 1, 3: 4, 4: 5, 5: 7}.items():
        assert int(matrix[row].argmax()) == column


def test_names_figures_and_latin_words_match(kit: Kit) -> None:
    matrix = kit.lexicon.similarity(ar("التقى شيميتوف ٣٠ نائبا من Google"), en("Shemetov met 30 lawmakers from Google"))
    assert matrix[1, 0] > 0.8
    assert matrix[2, 2] == 1.0
    assert matrix[5, 5] == 1.0


def test_articles_match_nothing(kit: Kit) -> None:
    assert not kit.lexicon.similarity(ar("في هذا الوقت"), en("the a an")).any()


def test_german_goes_by_way_of_english(kit: Kit) -> None:
    german = Passage("Die Regierung verkündete eine Waffenruhe", "de")
    matrix = kit.lexicon.similarity(ar("أعلنت الحكومة وقف إطلاق النار"), german)
    assert int(matrix[1].argmax()) == 1
    assert matrix[1, 1] > 0.5


def test_phrases_leave_a_gap_for_the_object_of_a_phrasal_verb(kit: Kit) -> None:
    found = kit.lexicon.phrases(en("The union called the strike off on Friday."))
    assert [(p.lemma, p.members) for p in found] == [("call off", (2, 5))]
    assert found[0].senses


def test_a_phrase_with_words_in_between_is_none(kit: Kit) -> None:
    assert "rule out" not in [p.lemma for p in kit.lexicon.phrases(en("They rule, and now and then they look out."))]


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("Rail workers began a two-day strike over pay.", "strike", "work stoppage"),
        ("The coalition said its strike killed ten militants.", "strike", "military attack"),
        ("He will run for office next year.", "office", "run for office"),
    ],
)
def test_sense_of_a_word_where_it_stands(kit: Kit, text: str, word: str, gloss: str) -> None:
    passage = en(text)
    ranked = kit.lexicon.sense_of(passage, passage.keys.index(word))
    assert gloss in (ranked[0][0].gloss, ranked[0][0].lemma)
    assert sum(share for _, share in ranked) == pytest.approx(1.0)


def test_priors_of_a_part_of_speech_add_up(kit: Kit) -> None:
    for lemma in ("strike", "charge", "state", "issue"):
        for pos in ("n", "v"):
            senses = kit.lexicon.senses(lemma, pos)
            assert sum(sense.prior for sense in senses) == pytest.approx(1.0, abs=0.01)


def test_occurrences_find_inflected_and_broken_forms_as_whole_words(kit: Kit) -> None:
    passage = ar("نفذت الطائرات غارات جوية على المدينة وضرباتها مستمرة")
    found = kit.lexicon.occurrences(passage, ["غارة جوية", "ضربة", "غار"])
    assert (2, 3, "غارة جوية") in found
    assert (6, 6, "ضربة") in found
    assert kit.lexicon.occurrences(ar("في قدمه"), ["قد"]) == ()


def test_overlap_finds_the_translation_among_others(kit: Kit) -> None:
    arabic = ["رفضت المحكمة الاستئناف", "أضرب عمال السكك الحديدية", "فاز الفريق بالمباراة", ""]
    english = ["The team won the match", "The court rejected the appeal", "Rail workers went on strike", ""]
    scores = kit.lexicon.overlap(arabic, english)
    assert scores.shape == (4, 4)
    assert scores[:3].argmax(axis=1).tolist() == [1, 2, 0]
    assert not scores[3].any()


def test_overlap_alone_finds_the_originals_of_news(kit: Kit, shared: Path) -> None:
    import gzip

    with gzip.open(shared / "data" / "eval" / "ntrex_dev.tsv.gz", "rt", encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t")[:2] for line in lines][:200]
    scores = kit.lexicon.overlap([pair[1] for pair in pairs], [pair[0] for pair in pairs])
    assert (scores.argmax(axis=1) == np.arange(len(pairs))).mean() >= 0.95


@pytest.mark.parametrize("text", ["", " ", "7", "\u202e", "—", "و" * 3000])
def test_odd_texts_do_no_harm(kit: Kit, text: str) -> None:
    assert kit.lexicon.similarity(ar(text), en("The minister said")).shape[1] == 3
    assert kit.lexicon.similarity(ar("قال الوزير"), en(text)).shape[0] == 2
    assert kit.lexicon.overlap([text], [text]).shape == (1, 1)
    assert isinstance(kit.lexicon.phrases(en(text)), tuple)


def test_bases_never_cut_closed_words() -> None:
    assert bases("التي") == (("التي", 1.0),)
    assert ("الذي", 0.99) in bases("والذي")
    assert "اله" not in dict(units("التي"))


def test_skeletons_join_scripts() -> None:
    pairs = {"Kavanaugh's": "كافانو", "Zelensky": "زيلينسكي", "Chelsea": "تشيلسي", "Birkenhead": "بيركينهيد"}
    for latin, arabic in pairs.items():
        assert arabic_skeleton(arabic) in latin_skeletons(latin)


def test_loading_is_quick_and_a_missing_file_is_said(tmp_path: Path) -> None:
    began = time.process_time()
    Lexicon.load()
    assert time.process_time() - began < 1.0
    for file in ASSETS.iterdir():
        if file.name != "start.npy":
            shutil.copy(file, tmp_path / file.name)
    with pytest.raises(EngineError, match="cannot be read"):
        Lexicon.load(tmp_path)


def test_alignment_learns_from_what_goes_together() -> None:
    ar = [["بيت", "كبير"], ["بيت", "صغير"], ["كتاب", "كبير"], ["كتاب", "صغير"], ["بيت"]] * 3
    en = [["big", "house"], ["small", "house"], ["big", "book"], ["small", "book"], ["house"]] * 3
    counts = Aligner(ar, en, chunk=4).run({}, diagonal=0)
    for arabic, english in {"بيت": "house", "كتاب": "book", "كبير": "big", "صغير": "small"}.items():
        rivals = {pair: links for pair, links in counts.pairs.items() if pair[0] == arabic}
        assert max(rivals, key=lambda pair: rivals[pair]) == (arabic, english)
    assert counts.en["house"] == 9


def test_alignment_is_steered_by_the_dictionary() -> None:
    ar, en = [["ا", "ب"]] * 4, [["x", "y"]] * 4
    counts = Aligner(ar, en).run({("ا", "y"): 5.0, ("ب", "x"): 5.0}, diagonal=0)
    assert counts.pairs["ا", "y"] > counts.pairs.get(("ا", "x"), 0.0)


def test_units_named_in_brackets_become_entries() -> None:
    row = Row("melt", "v", "disappear gradually (melt away)", ("crowd",), ("تلاشى",), ())
    other = Row("make", "v", "perform (decision, statement)", (), ("اتخذ",), ())
    assert [(unit.lemma, unit.ar) for unit in hinted_units([row, other])] == [("melt away", ("تلاشى",))]
