""" "I" made "he" inside quotation marks.

What it catches: a quotation of the original in the first person whose Arabic stands in quotation marks in the third
person («لن تستقيل» for “I will not resign”).

Why it matters: the marks promise the speaker's own words, and the reader cannot tell whom they are about.

When it is wrong: a quotation turned into reported speech with its marks taken off is good style and is not reported.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.words import words

_QUOTE_EN = re.compile('[“"]([^“”"]{4,}?)[”"]')
_QUOTE_AR = re.compile('[«“"]([^«»“”"]{4,}?)[»”"]')
_FIRST_EN = re.compile(r"^(?:I|We|I'm|I’m|We're|I'll|We'll|I've|We've)\b(?!.*\b(?:he|she|they|it)\b)")
_FIRST_AR = re.compile(
    "^(?:و|ف)?(?:س)?(?:أ[\u0621-\u064a]{2,}|ن[\u0621-\u064a]{2,}|أنا|نحن|إنني|إني|إننا|إنا|لدي|لدينا|لي|لنا|علي|علينا|بي|بنا|مني|منا|عني|عندي|"
    "[\u0621-\u064a\u064b-\u0652]{2,}(?:نا|ني|ت|تُ|ي))$"
)
_THIRD_AR = re.compile("^(?:و|ف)?(?:س)?[يت][\u0621-\u064a]{2,}$")


def find(view: View) -> Iterator[Hit]:
    """Short first-person quotations whose Arabic has no first person and a third-person verb."""
    originals = list(_QUOTE_EN.finditer(view.original.text))
    said = list(_QUOTE_AR.finditer(view.ar.text))
    if len(originals) != 1 or len(said) != 1 or not _FIRST_EN.match(originals[0][1]):
        return
    inside = [word.text for word in words(said[0][1])]
    if len(inside) > 8 or any(_FIRST_AR.match(word) for word in inside):
        return
    if not any(_THIRD_AR.match(word) for word in inside[:3]):
        return
    yield Hit(
        Span(said[0].start(), said[0].end()),
        f"The original quotes the speaker in the first person (“{originals[0][1]}”); the Arabic quotation speaks of somebody else.",
        original=Span(originals[0].start(), originals[0].end()),
        confidence=0.75,
    )


CHECK = Check(
    id="ATT104",
    name="first-person-lost",
    category=Category.ATTRIBUTION,
    severity=Severity.MAJOR,
    scope="pair",
    find=find,
    doc=__doc__ or "",
    bad=(Example("قالت الوزيرة للصحفيين إنها ⟦«لن تستقيل»⟧.", "“I will not resign,” the minister told reporters."),),
    good=(
        Example("قالت الوزيرة للصحفيين: «لن أستقيل».", "“I will not resign,” the minister told reporters."),
        Example("قالت الوزيرة للصحفيين إنها لن تستقيل.", "“I will not resign,” the minister told reporters."),
    ),
)
