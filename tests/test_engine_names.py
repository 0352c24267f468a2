"""The names asset: scores across scripts, genders, mentions, gazetteer."""

from __future__ import annotations

import numpy as np
import pytest

from mt_audit.engine.names import Names
from mt_audit.errors import EngineError
from mt_audit.text.passage import Passage


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load()


@pytest.mark.parametrize(
    ("ar", "latin"),
    [
        ("شيميتوف", "Shemetov"), ("زيلينسكي", "Zelenskyy"), ("زيلنسكي", "Zelensky"), ("ستيف ويتكوف", "Steve Witkoff"),
        ("هيغسيث", "Hegseth"), ("واتاناكول", "Wattanakul"), ("محمد الفايد", "Mohamed Al-Fayed"),
    ],
)  # fmt: skip
def test_right_renderings_score_high(names, ar, latin):
    assert names.score(ar, latin) >= 0.5


@pytest.mark.parametrize(
    ("ar", "latin"),
    [("سيلنسكيج", "Zelensky"), ("بوتين", "Biden"), ("ماركس", "Marston"), ("الرئيس", "Zelensky"), ("قال", "Trump")],
)
def test_wrong_renderings_score_low(names, ar, latin):
    assert names.score(ar, latin) < 0.3


def test_german_letters_are_read_as_german_only_when_told(names):
    assert names.score("لوكاشينكو", "Lukaschenko", "de") >= 0.5
    assert names.score("زيلينسكي", "Selenskyj", "de") > names.score("سيلنسكيج", "Zelensky", "en")


def test_scores_are_probabilities_and_repeat_exactly(names):
    latin, arabic = ["putin", "merkel", "x"], ["بوتين", "ميركل", "س"]
    first = names.scorer.matrix(latin, arabic)
    assert first.shape == (3, 3)
    assert np.all((first >= 0) & (first <= 1))
    assert np.array_equal(first, names.scorer.matrix(latin, arabic))


@pytest.mark.parametrize(
    ("ar", "latin"), [("", "Putin"), ("بوتين", ""), ("Putin", "Putin"), ("بوتين", "بوتين"), ("٣", "3")]
)
def test_what_is_no_pair_of_scripts_scores_nothing(names, ar, latin):
    assert names.score(ar, latin) == 0.0


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Kamala Harris", "f"), ("زيلنسكي", "m"), ("Mrs Robinson", "f"), ("إنغريد هالفورسن", "f"),
        ("Oleksiy Bondar", "m"),
        ("Zxqv", None), ("", None), ("أم كلثوم", "f"),
    ],
)  # fmt: skip
def test_gender_of_names(names, name, gender):
    assert names.gender(name) == gender


def test_mentions_in_english_know_persons_places_and_bodies(names):
    text = "Steve Witkoff met officials of the World Health Organization in Moscow, said Elena Vargas."
    found = {mention.text: mention.kind for mention in names.mentions(Passage(text, "en"))}
    assert found == {
        "Steve Witkoff": "person", "World Health Organization": "organisation", "Moscow": "capital",
        "Elena Vargas": "person",
    }  # fmt: skip


def test_a_country_that_is_somebodys_given_name_is_no_country(names):
    found = names.mentions(Passage("Striker Jordan Hayes scored in Jordan.", "en"))
    assert [mention.kind for mention in found if "Jordan" in mention.text] == ["name", "country"] or [
        mention.kind for mention in found if "Jordan" in mention.text
    ] == ["person", "country"]


def test_capitals_decide_what_is_an_abbreviation(names):
    found = [m.text for m in names.mentions(Passage("The US told us that WHO staff, who left, were safe.", "en"))]
    assert found == ["US", "WHO"]


def test_mentions_in_arabic_see_through_proclitics(names):
    text = "وقال مسؤول في موسكو إن الوفد عاد من برلين وبروكسل."
    found = [mention.entry.latin[0] for mention in names.mentions(Passage(text, "ar")) if mention.entry]
    assert found == ["Moscow", "Berlin", "Brussels"]


def test_a_missing_asset_is_said_in_one_sentence(tmp_path):
    with pytest.raises(EngineError, match="names"):
        Names.load(tmp_path / "nowhere")
    with pytest.raises(EngineError):
        _ = Names(tmp_path).scorer
