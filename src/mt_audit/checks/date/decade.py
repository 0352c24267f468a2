"""Another decade or century, or a single year where the original says a decade.

What it catches: "in the 1980s" as في عام 1980 or as التسعينيات; "the 19th century" as القرن الثامن عشر.

Why it matters: ten years become one, or a hundred years are lost.

When it is wrong: "the 1800s" may be the nineteenth century or its first decade; it is not judged. A person's thirties
(العقد الرابع) are not decades of the calendar.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.dates import When, dates
from mt_audit.text.folding import fold

_TENS = {
    20: "عشرينيات",
    30: "ثلاثينيات",
    40: "أربعينيات",
    50: "خمسينيات",
    60: "ستينيات",
    70: "سبعينيات",
    80: "ثمانينيات",
    90: "تسعينيات",
}


def find(view: View) -> Iterator[Hit]:
    """Decades and centuries of the original against those of the Arabic."""
    original = dates(view.original.text, view.original.language)
    asked = [when for when in original if when.part in ("decade", "century")]
    if not asked:
        return
    said = dates(view.ar.text, "ar")
    yield from _decades([w for w in asked if w.part == "decade" and w.value % 100], said, original, view)
    centuries = [when for when in asked if when.part == "century"]
    others = [when for when in said if when.part == "century"]
    if len(centuries) == 1 and len(others) == 1 and centuries[0].value != others[0].value:
        if not any(when.part == "decade" for when in asked):
            yield Hit(
                others[0].span,
                f"The Arabic says century {others[0].value}; the original says {centuries[0].span.of(view.original.text)}.",
                original=centuries[0].span,
                confidence=0.9,
            )


def _decades(asked: list[When], said: tuple[When, ...], original: tuple[When, ...], view: View) -> Iterator[Hit]:
    given = {when.value for when in said if when.part == "decade"}
    years = {when.value for when in original if when.part == "year"}
    for meant in asked:
        if meant.value % 100 in given:
            continue
        wrong = [w for w in said if w.part == "decade" and w.value not in {a.value % 100 for a in asked}]
        year = [w for w in said if w.part == "year" and w.value == meant.value and w.value not in years]
        right = f"{_TENS[meant.value % 100]} القرن {'الماضي' if 1900 <= meant.value < 2000 else ''}".strip()
        if wrong:
            yield Hit(
                wrong[0].span,
                f"The Arabic says {wrong[0].span.of(view.ar.text)}; the original says {meant.span.of(view.original.text)}.",
                original=meant.span,
                suggestion=_TENS[meant.value % 100],
                confidence=0.92,
            )
        elif year:
            span = _with_year_word(year[0].span, view.ar.text)
            if span is None:
                continue
            yield Hit(
                span,
                f"The Arabic names the single year {meant.value}; the original says the decade, "
                f"{meant.span.of(view.original.text)}.",
                original=meant.span,
                suggestion=right if 1900 <= meant.value < 2000 else None,
                confidence=0.85,
            )


def _with_year_word(span: Span, text: str) -> Span | None:
    before = text[: span.start].rstrip().split()
    if before and fold(before[-1]) in ("عام", "سنه", "العام"):
        return Span(text.rfind(before[-1], 0, span.start), span.end)
    if before and fold(before[-1]) in ("في", "منذ"):
        return span
    return None


CHECK = Check(
    id="DAT105",
    name="decade-changed",
    category=Category.DATE,
    severity=Severity.MAJOR,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("حُظرت المادة في ⟦عام 1980⟧.", "The chemical was banned in the 1980s."),
        Example("هاجر والداه في ⟦تسعينيات⟧ القرن الماضي.", "His parents emigrated in the 1970s."),
        Example("شُيد القصر في القرن ⟦الثامن عشر⟧.", "The palace was built in the 19th century."),
    ),
    good=(
        Example("حُظرت المادة في ثمانينيات القرن الماضي.", "The chemical was banned in the 1980s."),
        Example("شُيد القصر في القرن الحادي والعشرين.", "The palace was built in the 21st century."),
        Example("هاجر والداه في الفترة بين عامي 1970 و1979.", "His parents emigrated in the 1970s."),
    ),
)
