"""Another year than the original's.

What it catches: a year of the Arabic with no equal in the original, where a year of the original is left over.

Why it matters: a wrong year rewrites a biography or a war.

When it is wrong: a Hijri year given beside the Gregorian one is under 1500 and is not read as a year.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.date.compare import left_over
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.numbers import numbers

_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def find(view: View) -> Iterator[Hit]:
    """Years left over on both sides, in order."""
    left, right = left_over(view.ar, view.original, "year")
    if not left or not right:
        return
    others = {quantity.value for quantity in numbers(view.original.text, view.original.language)}
    short = {value for value in others if value < 100}
    for said, meant in zip(left, right, strict=False):
        if said.value in others or said.value % 100 in short:
            continue  # "1950-53"
        year = str(meant.value)
        western = said.span.of(view.ar.text).isascii()
        yield Hit(
            said.span,
            f"The Arabic says {said.span.of(view.ar.text)}; the original says {meant.span.of(view.original.text)}.",
            original=meant.span,
            suggestion=year if western else year.translate(_EASTERN),
            confidence=0.94,
        )


CHECK = Check(
    id="DAT103",
    name="year-changed",
    category=Category.DATE,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("انتخب رئيسا للبلاد عام ⟦2013⟧.", "He was elected president in 2003."),
        Example("تأسس النادي سنة ⟦١٩٤٨⟧.", "The club was founded in 1984."),
    ),
    good=(
        Example("دارت الحرب من 1950 إلى 1953.", "The war was fought in 1950-53."),
        Example("حل العام الهجري 1446 في يوليو 2024.", "The Islamic year began in July 2024."),
    ),
)
