"""All for some: a quantifier that says more or less than the original's.

What it catches: جميع or كل where the original says some or most, بعض where it says all, قليل for most, معظم for few.

Why it matters: "some officials" who become "all officials" make a scandal out of a rumour.

When it is wrong: Arabic كل in fixed phrases (كل من, على كل حال), English "all" that only strengthens; both sides must be
left over and stand at the same place.

Source: our own table.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.quantifier.classes import BOUNDS, CLASH, CLASSES, WORDING
from mt_audit.core import Category, Hit, Severity


def find(view: View) -> Iterator[Hit]:
    """Quantifiers that contradict each other at the same place."""
    for said, meant, distance in CLASSES.clashes(view, CLASH):
        if said.cls in BOUNDS or meant.cls in BOUNDS or meant.cls == "none":
            continue
        span = said.span(view.ar)
        words = span.of(view.ar.text)
        yield Hit(
            span,
            f"The Arabic says {words}; the original says “{meant.span(view.original).of(view.original.text)}”.",
            original=meant.span(view.original),
            suggestion=WORDING.get(meant.cls) if " " not in words and words[0] not in "وبلف" else None,
            confidence=0.82 if distance <= 3 else 0.7,
        )


CHECK = Check(
    id="QUA101",
    name="quantifier-changed",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("قال ⟦جميع⟧ المسؤولين إن الخطة فشلت.", "Some officials said the plan had failed."),
        Example("أُغلقت ⟦بعض⟧ المدارس في العاصمة.", "All schools in the capital were closed."),
        Example("أيد ⟦قليل من⟧ الناخبين الاقتراح.", "Most voters backed the proposal."),
    ),
    good=(
        Example("قال بعض المسؤولين إن الخطة فشلت.", "Some officials said the plan had failed."),
        Example("أُغلقت المدارس كلها في العاصمة.", "All schools in the capital were closed."),
        Example("عارض كل من الوزير ونائبه الخطة.", "Both the minister and his deputy opposed the plan."),
    ),
)
