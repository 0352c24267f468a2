"""Basis points as percent.

What it catches: "25 basis points" rendered as 25 في المئة.

Why it matters: a basis point is a hundredth of a percentage point; the rate is multiplied by a hundred.

When it is wrong: hardly ever.

Source: our own reading of translated economic news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.number.compare import compare
from mt_audit.core import Category, Hit, Severity, Span


def find(view: View) -> Iterator[Hit]:
    """Matched numbers of which the original's counts basis points and the Arabic one is percent."""
    for ar, original in compare(view.ar, view.original).matched:
        if original.unit is None or original.unit.key != "basis_point" or ar.kind not in ("percent", "points"):
            continue
        if ar.value != original.value or ar.unit_span is None:
            continue
        span = Span(ar.span.start, ar.unit_span.end)
        yield Hit(
            span,
            f"The Arabic says {span.of(view.ar.text)}; the original says {original.span.of(view.original.text)} basis points, "
            "a hundredth of that.",
            original=original.span,
            suggestion=f"{ar.span.of(view.ar.text)} نقطة أساس",
            confidence=0.95,
        )


CHECK = Check(
    id="UNI102",
    name="basis-points-as-percent",
    category=Category.UNIT,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(Example("رفع البنك الفائدة ⟦50 في المئة⟧.", "The bank raised rates by 50 basis points."),),
    good=(
        Example("رفع البنك الفائدة 50 نقطة أساس.", "The bank raised rates by 50 basis points."),
        Example("رفع البنك الفائدة 0.5 في المئة.", "The bank raised rates by 50 basis points."),
    ),
)
