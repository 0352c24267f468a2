"""The same figure in another unit or currency.

What it catches: a number that stands on both sides with different units of one dimension (60 miles as 60 كيلومترا, 104
degrees Fahrenheit as مئوية), different currencies, pounds sterling as رطل, basis points as percent, weeks as months.

Why it matters: the amount changes though the figure does not, and nobody will check it.

When it is wrong: where both names are used for one thing (فدان for an acre, جنيه for sterling); conversions with the
number converted are understood. A desk may want a currency's country added, which is not an error.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.number.compare import compare
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.folding import fold
from mt_audit.text.numbers import Quantity, bare_units, converts, numbers
from mt_audit.text.units import DUALS, Unit, units_of

_COMPATIBLE = (
    frozenset(("pound", "sterling")),
    frozenset(("mile", "nautical")),
    frozenset(("kmh", "kilometre")),
    frozenset(("mph", "mile")),
    frozenset(("square_metre", "metre")),
    frozenset(("square_kilometre", "kilometre")),
    frozenset(("square_mile", "mile")),
    frozenset(("square_foot", "foot")),
    frozenset(("cubic_metre", "metre")),
    frozenset(("dollar", "cent")),
    frozenset(("pence", "sterling")),
    frozenset(("century", "decade")),
)


def find(view: View) -> Iterator[Hit]:
    """Numbers that answer each other by value but not by unit; then units that stand without a number."""
    compared = compare(view.ar, view.original)
    hit = False
    for ar, original in compared.matched:
        if _age(ar, original, view):
            hit = True
            unit_span = ar.unit_span or ar.span
            yield Hit(
                unit_span,
                f"The Arabic gives an age in {unit_span.of(view.ar.text)}; the original means years "
                f"(“{original.span.of(view.original.text)}”).",
                original=original.span,
                suggestion="عاما" if 11 <= ar.value <= 99 else "أعوام" if ar.value <= 10 else "عام",
                confidence=0.85,
            )
            continue
        units = _conflict(ar, original, compared.all_original)
        if units is None or ar.unit_span is None or _rate(original, view):
            continue
        hit = True
        right = _plain(original)
        yield Hit(
            ar.unit_span,
            f"The Arabic says {ar.span.of(view.ar.text)} {ar.unit_span.of(view.ar.text)}; the original says "
            f"{_whole(original, view)}. The figure is the same, the amount is not.",
            original=original.unit_span or original.span,
            suggestion=right,
            confidence=0.9,
        )
    if not hit:
        yield from _duals(view)


def _conflict(ar: Quantity, original: Quantity, others: tuple[Quantity, ...]) -> tuple[Unit, Unit] | None:
    if not set(ar.values) & set(original.values) or ar.unit is None or ar.weak:
        return None
    twins = [other for other in others if set(other.values) & set(ar.values)]
    if any(_agree(ar, other) for other in twins):
        return None
    if original.kind == "percent" and ar.unit.dimension == "money":
        return ar.unit, ar.unit
    if original.unit is None:
        return None
    if converts(ar, original):
        return None
    one, other = ar.unit.dimension, original.unit.dimension
    if (
        one == other
        or (other == "money" and (one == "mass" or len(twins) == 1))
        or {one, other} <= {"length", "mass", "area", "volume"}
    ):
        return ar.unit, original.unit
    return None


def _rate(original: Quantity, view: View) -> bool:
    """Whether the unit is what the figure is counted per ("931 per dollar"), not what it counts."""
    if original.unit_span is None or original.unit_span.start < original.span.end:
        return False
    between = view.original.text[original.span.end : original.unit_span.start].lower().split()
    return bool({"per", "to", "the", "a", "an", "je", "pro"} & set(between))


def _age(ar: Quantity, original: Quantity, view: View) -> bool:
    """Whether a bare age of the original ("Simpson, 20,") is given in days, weeks or months."""
    if ar.unit is None or ar.unit.dimension != "time" or ar.unit.key in ("year", "decade") or original.unit is not None:
        return False
    before = fold(view.ar.text[max(0, ar.span.start - 16) : ar.span.start]).split()
    if not before or not any(word.lstrip("ولب") in ("العمر", "عمر", "عمره", "عمرها", "سن") for word in before[-2:]):
        return False
    return ar.unit.key not in {unit.key for unit, _, _ in bare_units(view.original.text, view.original.language)}


def _agree(ar: Quantity, original: Quantity) -> bool:
    left = {unit.key for unit in ar.alternatives or (ar.unit,) if unit}
    right = {unit.key for unit in original.alternatives or (original.unit,) if unit}
    if not right and original.kind != "percent":
        return True
    return bool(left & right) or any(pair & left and pair & right for pair in _COMPATIBLE)


def _plain(original: Quantity) -> str | None:
    if original.kind == "percent":
        return "في المئة"
    if original.unit is None:
        return None
    return original.unit.ar


def _whole(quantity: Quantity, view: View) -> str:
    spans = [quantity.span] + ([quantity.unit_span] if quantity.unit_span else [])
    return view.original.text[min(s.start for s in spans) : max(s.end for s in spans)]


def _duals(view: View) -> Iterator[Hit]:
    """شهرين for "two weeks": a dual carries number and unit in one word."""
    asked = [
        q
        for q in numbers(view.original.text, view.original.language)
        if q.value == 2 and q.unit and q.unit.dimension == "time"
    ]
    if len(asked) != 1 or asked[0].unit is None:
        return
    unit = asked[0].unit
    twos = [
        (found, span)
        for found, value, span in bare_units(view.ar.text, "ar")
        if value == 2.0 and found.dimension == "time"
    ]
    if len(twos) != 1 or twos[0][0].key == unit.key or any(q.value == 2 for q in numbers(view.ar.text, "ar")):
        return
    found, span = twos[0]
    if any(other.key == found.key for other, _, _ in bare_units(view.original.text, view.original.language)):
        return
    dual = next((form for form in DUALS if form.endswith("ين") and units_of(form, True)[:1] == (unit,)), None)
    yield Hit(
        span,
        f"The Arabic says {span.of(view.ar.text)}; the original says {_whole(asked[0], view)}.",
        original=asked[0].span,
        suggestion=dual.replace("اسبوع", "أسبوع") if dual else None,
        confidence=0.85,
    )


CHECK = Check(
    id="UNI101",
    name="unit-changed",
    category=Category.UNIT,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("يقع الحطام على بعد 60 ⟦كيلومترا⟧ من الساحل.", "The wreck lies 60 miles off the coast."),
        Example("بلغت قيمة الصفقة 5 ملايين ⟦يورو⟧.", "The deal was worth $5 million."),
        Example("بلغت الحرارة 104 ⟦درجات مئوية⟧.", "It was 104 degrees Fahrenheit."),
        Example("غُرّم النادي 300 ⟦رطل⟧.", "The club was fined £300."),
        Example("تستمر الهدنة ⟦شهرين⟧.", "The truce will last two weeks."),
        Example("أوقفت الشرطة رجلا يبلغ من العمر 32 ⟦أسبوعا⟧.", "Police arrested a man, 32."),
        Example("خفض البنك الفائدة 25 ⟦سنتا⟧.", "The bank cut rates by 25%."),
    ),
    good=(
        Example("بلغ سعر الصرف 931 بيزو للدولار.", "The exchange rate reached 931 per dollar."),
        Example("يقع الحطام على بعد نحو 97 كيلومترا من الساحل.", "The wreck lies 60 miles off the coast."),
        Example("غُرّم النادي 300 جنيه إسترليني.", "The club was fined £300."),
        Example("غُرّم النادي 300 جنيه.", "The club was fined £300."),
        Example("التهم الحريق ألفي هكتار.", "The fire burned 5,000 acres."),
        Example("تستمر الهدنة أسبوعين.", "The truce will last two weeks."),
    ),
)
