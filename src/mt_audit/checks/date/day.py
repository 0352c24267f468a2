"""Another day of the month than the original's.

What it catches: the number beside a month, where the original has another number beside the same month; among them the
day and month of an English figure date turned round.

Why it matters: deadlines, votes and anniversaries are days.

When it is wrong: a time zone may move an event over midnight.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.date.compare import left_over
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.numbers import numbers


def find(view: View) -> Iterator[Hit]:
    """Days of the month left over on both sides, in order."""
    left, right = left_over(view.ar, view.original, "day")
    if not left or not right:
        return
    others = {quantity.value for quantity in numbers(view.original.text, view.original.language)}
    for said, meant in zip(left, right, strict=False):
        if said.value in others:
            continue
        yield Hit(
            said.span,
            f"The Arabic gives day {said.value} of the month; the original gives day {meant.value}.",
            original=meant.span,
            suggestion=str(meant.value) if said.span.of(view.ar.text).isdigit() else None,
            confidence=0.9,
        )


CHECK = Check(
    id="DAT104",
    name="day-changed",
    category=Category.DATE,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("تجرى الانتخابات في ⟦17⟧ نوفمبر.", "The election is on November 27."),
        Example("ولد في ⟦3⟧ من أيار عام 1960.", "He was born on May 13, 1960."),
    ),
    good=(
        Example("تجرى الانتخابات في السابع والعشرين من نوفمبر.", "The election is on November 27."),
        Example("تجرى الانتخابات في الأول من مايو.", "The election is on May 1."),
    ),
)
