"""Names as strings: folding, tokens, skeletons, distances; verb forms and their gender."""

from __future__ import annotations

import pytest

from mt_audit.text.names import edit_distance, fold_arabic, fold_latin, is_arabic, skeleton, tokens
from mt_audit.text.verbs import Verbs


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Škoda", "shkoda"),
        ("Erdoğan", "erdoghan"),
        ("Müller", "muller"),
        ("Łukasz", "lukasz"),
        ("D’Artagnan", "d'artagnan"),
    ],
)
def test_latin_signs_that_carry_a_sound_become_letters(written, folded):
    assert fold_latin(written) == folded


def test_arabic_spelling_variants_fold_together():
    assert fold_arabic("إيڤان") == fold_arabic("ايفان")
    assert fold_arabic("غرَّة") == "غره"


def test_tokens_part_at_blanks_hyphens_and_stops():
    assert tokens("Jean-Luc  van der Berg") == ("jean", "luc", "van", "der", "berg")
    assert tokens("عبد-الله بن زايد") == ("عبد", "الله", "بن", "زايد")
    assert tokens("٣ — !") == ()
    assert is_arabic("بوتين")
    assert not is_arabic("Putin")


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("shemetov", "شيميتوف"), ("gerasimov", "غيراسيموف"), ("netanyahu", "نتنياهو"), ("merkel", "ميركل")],
)
def test_skeletons_agree_across_scripts(latin, arabic):
    assert skeleton(latin) == skeleton(arabic) != ""


def test_edit_distance_counts_a_swap_once_and_gives_up_at_the_limit():
    assert edit_distance("بيورت", "بيروت") == 1
    assert edit_distance("باريس", "باريس") == 0
    assert edit_distance("روما", "القاهرة", 2) == 3


def test_verb_forms_tell_the_gender_they_agree_with():
    verbs = Verbs.of(["قال", "دعا", "بدأ", "تحدث", "أخبر"], ["يقول", "يدعو", "يحدث"])
    assert verbs.gender("وقالت") == "f"
    assert verbs.gender("دعت") == "f"
    assert verbs.gender("بدات") == "f"
    assert verbs.gender("سيقول") == "m"
    assert verbs.gender("تحدث") is None  # he spoke, or she (it) happens
    assert [reading.object for reading in verbs.readings("اخبرته")] == ["ه"]
    assert verbs.readings("كتاب") == ()
