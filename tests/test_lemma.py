"""English lemmas: rules, irregular forms, and words with several readings."""

from __future__ import annotations

import pytest

from mt_audit.engine.kit import Kit
from mt_audit.engine.lemma import lemma, readings


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("strikes", "strike"),
        ("struck", "strike"),
        ("said", "say"),
        ("countries", "country"),
        ("stopped", "stop"),
        ("passed", "pass"),
        ("planned", "plan"),
        ("crises", "crisis"),
        ("children", "child"),
        ("dying", "die"),
        ("raised", "raise"),
        ("boxes", "box"),
        ("leaders'", "leader"),
        ("Russia’s", "russia"),
        ("deadliest", "deadly"),
        ("series", "series"),
        ("this", "this"),
    ],
)
def test_rules_alone(word: str, expected: str) -> None:
    assert lemma(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hoped", "hope"),
        ("hopping", "hop"),
        ("charged", "charge"),
        ("visited", "visit"),
        ("officials", "official"),
        ("meeting", "meeting"),
        ("news", "news"),
        ("drug-related", "drug-relate"),
        ("Members", "member"),
        ("pledged", "pledge"),
        ("bigger", "big"),
    ],
)
def test_with_the_lexicon(kit: Kit, word: str, expected: str) -> None:
    assert kit.lexicon.lemma(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("theatre", "theater"),
        ("rumours", "rumor"),
        ("defence", "defense"),
        ("travellers", "traveler"),
        ("four", "four"),
    ],
)
def test_british_spellings_come_under_american_entries(kit: Kit, word: str, expected: str) -> None:
    assert kit.lexicon.lemma(word) == expected


def test_an_agent_is_no_comparative(kit: Kit) -> None:
    assert "strike" not in [r.lemma for r in kit.lexicon.readings("strikers")]
    assert "large" in [r.lemma for r in kit.lexicon.readings("larger")]


def test_every_reading_of_an_ambiguous_word_is_offered(kit: Kit) -> None:
    assert {"leave", "left"} <= {r.lemma for r in kit.lexicon.readings("left")}
    assert {"find", "found"} <= {r.lemma for r in kit.lexicon.readings("found")}
    assert {"leave", "leaf"} <= {r.lemma for r in readings("leaves")}


def test_part_of_speech_picks_the_lemma(kit: Kit) -> None:
    assert kit.lexicon.lemma("leaves", "n") in {"leaf", "leave"}
    assert kit.lexicon.lemma("saw", "v") == "see"


@pytest.mark.parametrize("word", ["", "'s", "s'", "ing", "ed", "s", "es", "’", "x" * 5000, "123", "غارة"])
def test_odd_words_do_no_harm(word: str) -> None:
    assert readings(word)
    assert isinstance(lemma(word), str)
