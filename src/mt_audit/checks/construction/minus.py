"""A temperature or balance that lost its minus.

What it catches: “minus 18 degrees” or “-18°C” without «تحت الصفر», «ناقص» or a minus in the Arabic.
Why: a frost becomes summer heat.
When wrong: a converted temperature may be above zero on the other scale; then the figure differs and the check is
silent.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.folding import fold_with_map

_ENGLISH = re.compile(
    r"(?:\bminus\s+|(?<![\w.-])[-−–](?=\d))(\d+(?:\.\d+)?)"
    r"(?=\s*(?:degrees|°|C\b|F\b|celsius|percent|%|per cent))",
    re.I,
)
_KEPT = re.compile(
    r"تحت الصفر|دون الصفر|ناقص|سالب|تحت الـ?صفر|[-−–]\s?\d|\d[-−–]|انكماش|تراجع|انخفض|انخفاض|هبوط|خساره|عجز|سلبي"
)
_UNITS = r"(?:\s*(?:درجه|درجات|%|بالميه|في الميه))?(?:\s+\w*مئويه|\s+\w*ميويه)?"


def find(view: View) -> Iterator[Hit]:
    """A negative quantity whose figure stands in the Arabic with nothing that makes it negative."""
    match = _ENGLISH.search(view.original.text)
    if match is None:
        return
    folded, offsets = fold_with_map(view.ar.text)
    if _KEPT.search(folded):
        return
    figure = re.search(rf"(?<![\d.,]){re.escape(match[1])}(?![\d.,]*\d){_UNITS}", folded)
    if figure is not None:
        span = Span(offsets[figure.start()], offsets[figure.end()])
        yield Hit(
            span,
            f"The original says “{match[0]}”, below zero; the Arabic gives the figure without its minus.",
            Span(match.start(), match.end()),
            suggestion=f"{span.of(view.ar.text)} تحت الصفر" if "%" not in match.string[match.end() :][:3] else None,
            confidence=0.92,
        )


check = Check(
    id="CON107",
    name="minus-lost",
    category=Category.NUMBER,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__,
    bad=(Example("بلغت الحرارة ليلا ⟦12 درجة مئوية⟧.", "Temperatures reached minus 12 degrees Celsius at night."),),
    good=(
        Example(
            "بلغت الحرارة ليلا 12 درجة مئوية تحت الصفر.", "Temperatures reached minus 12 degrees Celsius at night."
        ),
        Example("بلغت الحرارة 12 درجة.", "Temperatures reached 12 degrees."),
    ),
)
