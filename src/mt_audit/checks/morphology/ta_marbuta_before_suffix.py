"""A ta marbuta in the middle of a word.

What it catches: ة stands only at the end of a word; before a pronoun it is written ت (وقفتها, never وقفةها).
Why: no person types it; it stops the reader, and gives away an engine that glues suffixes to dictionary forms.
When wrong: two words run together by a missing space (الهدنةفي) look the same; the suggestion then splits them.
Source: Arabic orthography; seen in machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_INSIDE = re.compile(r"[\u0621-\u064a]+ة[\u064b-\u0652]?([\u0621-\u064a]+)")
_SUFFIXES = {"ها", "ه", "هم", "هن", "هما", "نا", "ك", "كم", "كما", "ي", "ان", "ين", "ات"}
_LONGEST_SUFFIX = 3


def find(view: View) -> Iterator[Hit]:
    """Words with ة before another letter."""
    for match in _INSIDE.finditer(view.ar.text):
        word, tail = match[0], match[1]
        head = word[: match.start(1) - match.start()]
        suffix = tail in _SUFFIXES
        mended = (
            head.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")[:-1] + "ت" + tail
            if suffix
            else f"{head} {tail}"
        )
        yield Hit(
            Span(match.start(), match.end()),
            f"«{word}» is not a word: ة never stands before another letter."
            + (" The machine glued a suffix to a dictionary form." if suffix else " A space seems to be missing."),
            suggestion=mended,
            confidence=0.97 if suffix else 0.9,
            severity=Severity.MAJOR if suffix else Severity.MINOR,
        )


check = Check(
    id="MOR101",
    name="ta-marbuta-before-suffix",
    category=Category.MORPHOLOGY,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("أعلنت الوزارة أنها أنهت ⟦زيارةها⟧ إلى العاصمة."),
        Example("وعدت الشركة بمراجعة ⟦سياسةهم⟧ خلال شهر."),
        Example("جرت ⟦المباراةفي⟧ ملعب المدينة."),
    ),
    good=(
        Example("أعلنت الوزارة أنها أنهت زيارتها إلى العاصمة."),
        Example("كانت الزيارةُ قصيرةً ومهمةً للغاية."),
    ),
)
