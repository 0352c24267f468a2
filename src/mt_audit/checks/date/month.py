"""Another month than the original's.

What it catches: a month of the Arabic (either series, the Maghrebi names, the Islamic months) with no equal in the
original, where a month of the original is left over.

Why it matters: a deadline, an election or an attack moves by weeks.

When it is wrong: Arabic month names that are also words (مارس, آب) count only beside a number or شهر; double names
(تشرين الأول/أكتوبر) are one month.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.date.compare import left_over
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.dates import MONTHS_AR, When, dates


def find(view: View) -> Iterator[Hit]:
    """Months left over on both sides, in order; the two names of one month count once."""
    left, right = left_over(view.ar, view.original, "month")
    if not left or not right:
        return
    named = {when.value for when in dates(view.ar.text, "ar") if when.part == "month"}
    missing = [when for when in right if when.value not in named] or list(right)
    values: dict[int, When] = {}
    for said in left:
        values.setdefault(said.value, said)
    for said, meant in zip(values.values(), missing, strict=False):
        yield Hit(
            said.span,
            f"The Arabic says {said.span.of(view.ar.text)}; the original says {meant.span.of(view.original.text)}.",
            original=meant.span,
            suggestion=_name(said, meant, view),
            confidence=0.93,
        )


def _name(said: When, meant: When, view: View) -> str:
    written = said.span.of(view.ar.text)
    series = next((i for i, name in enumerate(MONTHS_AR[said.value - 1]) if name == written), 0)
    names = MONTHS_AR[meant.value - 1]
    return names[min(series, 1)] if series == 1 else names[0]


CHECK = Check(
    id="DAT102",
    name="month-changed",
    category=Category.DATE,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("تدخل الاتفاقية حيز التنفيذ في ⟦يونيو⟧ المقبل.", "The accord takes effect next July."),
        Example("وقع الهجوم في 4 ⟦تشرين الثاني⟧ 2019.", "The attack took place on October 4, 2019."),
    ),
    good=(
        Example("وقع الهجوم في 4 تشرين الأول/أكتوبر 2019.", "The attack took place on Oct. 4, 2019."),
        Example("انتهى الموسم في غشت.", "The season ended in August."),
        Example("مارس الوزير ضغوطا في مايو.", "The minister applied pressure in May."),
    ),
)
