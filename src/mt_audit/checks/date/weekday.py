"""Another day of the week than the original's.

What it catches: a weekday of the Arabic that the original does not name, where a weekday of the original is left over.

Why it matters: the day places the event; a paper that says Tuesday for Thursday is wrong on record.

When it is wrong: an event dated by the paper's own day of issue (أمس) keeps its weekday and is not reported; time zones
may move an event over midnight.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.date.compare import left_over
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.dates import WEEKDAYS_AR


def find(view: View) -> Iterator[Hit]:
    """Weekdays left over on both sides, in order."""
    left, right = left_over(view.ar, view.original, "weekday")
    for said, meant in zip(left, right, strict=False):
        suggestion = WEEKDAYS_AR[meant.value]
        yield Hit(
            said.span,
            f"The Arabic says {said.span.of(view.ar.text)}; the original says {meant.span.of(view.original.text)}.",
            original=meant.span,
            suggestion=suggestion if said.span.of(view.ar.text).startswith("ال") else suggestion.removeprefix("ال"),
            confidence=0.93,
        )


CHECK = Check(
    id="DAT101",
    name="weekday-changed",
    category=Category.DATE,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("وصل الوفد إلى الدوحة مساء ⟦الثلاثاء⟧.", "The delegation reached Doha on Thursday evening."),
        Example("تبدأ المحاكمة يوم ⟦الأحد⟧ المقبل.", "The trial begins next Monday."),
    ),
    good=(
        Example("وصل الوفد أمس الخميس.", "The delegation arrived on Thursday."),
        Example("وصل الوفد اليوم.", "The delegation arrived on Thursday."),
        Example("تبدأ المحاكمة الاثنين وتستمر حتى الجمعة.", "The trial runs from Monday to Friday."),
    ),
)
