"""More than for less than: a bound turned round.

What it catches: أكثر من where the original says less than or under, أقل من where it says more than, over or at least, على
الأكثر for at least.

Why it matters: the figure is right and the statement is false.

When it is wrong: the original's "over" that means about, "under" that means subject to; both sides must be left over and
stand at the same place.

Source: our own table.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.quantifier.classes import BOUNDS, CLASH, CLASSES, WORDING
from mt_audit.core import Category, Hit, Severity


def find(view: View) -> Iterator[Hit]:
    """Bounds that contradict each other at the same place."""
    for said, meant, distance in CLASSES.clashes(view, CLASH):
        if said.cls not in BOUNDS or meant.cls not in BOUNDS:
            continue
        span = said.span(view.ar)
        yield Hit(
            span,
            f"The Arabic says {span.of(view.ar.text)}; the original says "
            f"“{meant.span(view.original).of(view.original.text)}”. The limit is turned round.",
            original=meant.span(view.original),
            suggestion=WORDING[meant.cls] if span.of(view.ar.text)[0] not in "بلوف" else None,
            confidence=0.85 if distance <= 3 else 0.72,
        )


CHECK = Check(
    id="QUA102",
    name="bound-turned",
    category=Category.NUMBER,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("طلبت ⟦أقل من⟧ 40 دولة الانضمام.", "No fewer than 40 countries asked to join."),
        Example("أصيب ⟦أكثر من⟧ 20 شخصا.", "Fewer than 20 people were injured."),
    ),
    good=(
        Example("طلبت ما لا يقل عن 40 دولة الانضمام.", "No fewer than 40 countries asked to join."),
        Example("أصيب ما يزيد على 20 شخصا.", "More than 20 people were injured."),
    ),
)
