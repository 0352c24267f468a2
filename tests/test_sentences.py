from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mt_audit.text.sentences import sentences


def cut(text: str, language: str = "ar") -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال د. أحمد إن الأمر انتهى. ثم غادر.", ["قال د. أحمد إن الأمر انتهى.", "ثم غادر."]),
        ("التقى ج. د. فانس الوزير. لم يعلق.", ["التقى ج. د. فانس الوزير.", "لم يعلق."]),
        ("نقلت أ.ف.ب. الخبر. وأكدته.", ["نقلت أ.ف.ب. الخبر.", "وأكدته."]),
        ("وأضاف: «لن نقبل.» ثم صمت؟ نعم", ["وأضاف: «لن نقبل.»", "ثم صمت؟", "نعم"]),
        ("بلغ النمو 3.5 في المئة. انتهى", ["بلغ النمو 3.5 في المئة.", "انتهى"]),
        ("عنوان قصير\n\nجملة، ثم أخرى؛ وثالثة.", ["عنوان قصير", "جملة، ثم أخرى؛ وثالثة."]),
    ],
)
def test_arabic_is_cut_at_stops_and_lines_only(text, expected):
    assert cut(text) == expected


def test_english_abbreviations_hold_together():
    text = "Putin met J. D. Vance at 9 a.m. in Moscow. The U.S. agreed."
    assert cut(text, "en") == ["Putin met J. D. Vance at 9 a.m. in Moscow.", "The U.S. agreed."]


@given(st.text(alphabet='ابتد. !؟«»\n\u202e٣a"”', max_size=80))
def test_spans_are_in_order_apart_and_hold_every_letter(text):
    spans = sentences(text, "ar")
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = "".join(span.of(text) for span in spans)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
