"""Yesterday for tomorrow: another relative day than the original's.

What it catches: أمس, اليوم, غدا where the original says another of yesterday, today, tomorrow, and neither side names a
weekday that would settle it.

Why it matters: a plan becomes an event, or an event a plan.

When it is wrong: a paper of the next day turns "today" into أمس on purpose; therefore only a day on the other side of
today counts, and only when the original says so.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.date.compare import left_over
from mt_audit.core import Category, Hit, Severity

_WORD = {-1: "أمس", 0: "اليوم", 1: "غدا"}


def find(view: View) -> Iterator[Hit]:
    """Relative days left over on both sides, in order."""
    left, right = left_over(view.ar, view.original, "relative")
    for said, meant in zip(left, right, strict=False):
        opposed = said.value * meant.value < 0
        yield Hit(
            said.span,
            f"The Arabic says {said.span.of(view.ar.text)}; the original says {meant.span.of(view.original.text)}.",
            original=meant.span,
            suggestion=_WORD[meant.value],
            confidence=0.9 if opposed else 0.6,
            severity=Severity.CRITICAL if opposed else Severity.MAJOR,
        )


CHECK = Check(
    id="DAT106",
    name="relative-day-changed",
    category=Category.DATE,
    severity=Severity.MAJOR,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("قال الوزير إنه سيستقيل ⟦أمس⟧.", "The minister said he would resign tomorrow."),
        Example("أُغلق المعبر ⟦غدا⟧.", "The crossing was closed yesterday."),
    ),
    good=(
        Example("أُغلق المعبر أمس.", "The crossing was closed yesterday."),
        Example("أُغلق المعبر أمس الأحد.", "The crossing was closed on Sunday."),
    ),
)
