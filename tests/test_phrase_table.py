"""The table of phrases: its pattern language, and that a suggestion wears what the wrong words wore."""

from __future__ import annotations

import pytest

from mt_audit.checks.phrase_table import PhraseTable, phrase
from mt_audit.errors import EngineError
from mt_audit.text.forms import proclitics, same_lexeme, wear
from mt_audit.text.passage import Passage


def found(pattern: str, text: str, suggestion: str = "س") -> list[str]:
    row = phrase([pattern, "x", "x", suggestion, "major", "⟦" + text + "⟧"])
    return [span.of(text) for _, span in PhraseTable((row,)).find(Passage(text, "ar"))]


def test_any_inflection_and_clitic_of_a_loose_word_fits():
    assert found("إضراب جوي", "أدت الإضرابات الجوية إلى نزوح السكان") == ["الإضرابات الجوية"]


def test_an_exact_word_takes_clitics_and_a_bare_word_none():
    assert found("=النار", "أطلقوا بالنار") == ["بالنار"]
    assert found('"النار', "أطلقوا بالنار") == []


def test_gaps_are_bounded_and_stop_at_punctuation():
    assert found("كسر .. =القانون", "كسر الوزير السابق القانون") == ["كسر الوزير السابق القانون"]
    assert found("كسر .. =القانون", "كسر الوزير السابق أمس القانون") == []
    assert found("كسر .. =القانون", "كسر الزجاج، القانون واضح") == []


def test_neighbours_may_be_wanted_or_barred():
    assert found("فاتورة +البرلمان", "رفض البرلمان الفاتورة") == ["الفاتورة"]
    assert found("فاتورة +البرلمان", "دفع الفاتورة") == []
    assert found("فاتورة -كهرباء", "فاتورة الكهرباء") == []


def test_the_suggestion_wears_conjunction_and_article():
    row = phrase(["إضراب جوي", "air strike", "x", "غارة جوية", "critical", "قتلوا في ⟦إضراب جوي⟧."])
    assert row.fitted("والإضراب الجوي") == "والغارة الجوية"


def test_a_malformed_row_is_named():
    with pytest.raises(EngineError, match="malformed"):
        phrase(["a", "b"])


@pytest.mark.parametrize(
    ("word", "form", "head"), [("وبالإضرابات", "اضراب", "وبال"), ("للفاتورة", "فاتوره", "لل"), ("إضراب", "اضراب", "")]
)
def test_proclitics(word, form, head):
    assert proclitics(word, form) == head


def test_wear_and_same_lexeme():
    assert wear("وال", "غارة") == "والغارة"
    assert wear("لل", "الغارة") == "للغارة"
    assert same_lexeme("ستزعم", "زعم")
    assert not same_lexeme("كتاب", "زعم")
