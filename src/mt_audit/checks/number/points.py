"""Percent where the original counts percentage points, or the other way round.

What it catches: "two percentage points" rendered by في المئة, and the reverse, for one and the same figure.

Why it matters: a rate that falls two points from 20 percent falls by a tenth; "two percent" says something else.

When it is wrong: hardly ever; a desk may accept the loose use in sport and opinion polls.

Source: our own reading of translated economic news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.number.compare import compare
from mt_audit.core import Category, Hit, Severity, Span


def find(view: View) -> Iterator[Hit]:
    """Matched numbers of which one is percent and the other points."""
    for ar, original in compare(view.ar, view.original).matched:
        kinds = {ar.kind, original.kind}
        if kinds != {"percent", "points"} or ar.unit_span is None:
            continue
        span = Span(min(ar.span.start, ar.unit_span.start), max(ar.span.end, ar.unit_span.end))
        figure = ar.span.of(view.ar.text)
        points = original.kind == "points"
        yield Hit(
            span,
            f"The Arabic says {span.of(view.ar.text)}, {'percent' if points else 'percentage points'}; the original counts "
            f"{'percentage points' if points else 'percent'}. The two are different amounts.",
            original=original.span,
            suggestion=f"{figure} نقطة مئوية" if points else f"{figure} في المئة",
            confidence=0.9,
        )


CHECK = Check(
    id="NUM102",
    name="percent-for-points",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "تراجع التأييد للحكومة بمقدار ⟦4 في المئة⟧ خلال شهر.",
            "Support for the government dropped by 4 percentage points in a month.",
        ),
        Example("زادت الحصة ⟦3 نقاط مئوية⟧.", "The share rose 3 percent."),
    ),
    good=(
        Example("تراجع التأييد أربع نقاط مئوية.", "Support dropped by four percentage points."),
        Example("ارتفعت الأسعار 3 بالمئة.", "Prices rose 3 percent."),
    ),
)
