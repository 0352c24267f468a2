from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mt_audit.text.folding import fold, fold_with_map
from mt_audit.text.words import bases, stem, words


def test_folding_joins_spellings():
    assert fold("الهُدنة ـ ٣٠٪") == fold("الهدنه  30%".replace("  ", "  "))
    assert fold("أوكرانيا") == fold("اوكرانيا")
    assert fold("«Zelenskyy»") == '"zelenskyy"'


@given(st.text(max_size=60))
def test_the_map_leads_back_to_the_raw_text(text):
    folded, offsets = fold_with_map(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert all(fold(text[offsets[i]]).count(folded[i]) for i in range(len(folded)))


def test_words_have_spans_in_the_raw_text():
    text = "قالت U.S.-led عن F-16: ٣٠ يومًا و1,340 شخصا"
    found = words(text)
    assert [w.text for w in found] == ["قالت", "U.S", "led", "عن", "F-16", "٣٠", "يومًا", "و", "1,340", "شخصا"]
    assert all(w.span.of(text) == w.text for w in found)


@pytest.mark.parametrize(
    ("word", "base"),
    [("وللهدنه", "هدنه"), ("بالقرم", "قرم"), ("وقفتها", "وقفه"), ("وسيعلن", "يعلن"), ("لمحادثاتهم", "محادثات")],
)
def test_clitics_come_off(word, base):
    assert base in bases(word)
    assert bases(word)[0] == word


def test_stems_join_inflections():
    assert stem("والمحادثات") == stem("محادثه")
    assert stem("الاضرابات") == stem("اضراب")
