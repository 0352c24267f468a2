"""A number that is not the original's.

What it catches: a figure or number word of the Arabic with no equal in the original, where a number of the original
has no equal in the Arabic: another value, another scale (million for billion), a lost digit, a decimal comma in place of
a thousands comma.

Why it matters: readers take figures on trust, and a figure cannot be guessed back from its context.

When it is wrong: a number worked out from others in the text (a sum, an age from a year of birth), a conversion of
money at the day's rate outside brackets. Rounding, conversion of measures, percent for a fraction, dozen for 12 and
numbers in words are understood.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.number.compare import compare
from mt_audit.checks.number.wording import in_arabic
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.numbers import Quantity

_SCALE = (10.0, 100.0, 1e3, 1e6, 1e9)


def find(view: View) -> Iterator[Hit]:
    """Numbers left over on both sides, paired in order, like with like."""
    compared = compare(view.ar, view.original)
    if not compared.ar or not compared.original:
        return
    free = [quantity for quantity in compared.original if not (quantity.weak and quantity.value == 1)]
    for quantity in compared.ar:
        if quantity.weak or _phone(quantity, view.original.text):
            continue
        answer = _answer(quantity, free)
        if answer is None:
            continue
        free.remove(answer)
        said, meant = quantity.span.of(view.ar.text), answer.span.of(view.original.text)
        yield Hit(
            quantity.span,
            f"The Arabic says {said}; the original says {meant}.{_scale(quantity, answer)} A reader takes the figure on trust.",
            original=answer.span,
            suggestion=in_arabic(answer, said),
            confidence=0.93 if quantity.figures and answer.figures else 0.85,
        )


def _answer(quantity: Quantity, free: list[Quantity]) -> Quantity | None:
    fitting = [other for other in free if _alike(quantity, other) and not (other.weak and quantity.value > 10)]
    if not fitting:
        return None
    return min(
        fitting, key=lambda other: (other.kind != quantity.kind, _unit(other) != _unit(quantity), free.index(other))
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether one may stand where the other stood: figures answer figures, ordinals ordinals, vague words vague words."""
    if "vague" in (one.kind, other.kind):
        return one.kind == other.kind
    if "ordinal" in (one.kind, other.kind):
        return one.kind == other.kind or (one.figures and other.figures)
    if "fraction" in (one.kind, other.kind):
        return one.kind == other.kind
    if "time" in (one.kind, other.kind):
        return one.kind == other.kind
    left, right = one.unit, other.unit
    return not (left and right and left.dimension != right.dimension)


def _unit(quantity: Quantity) -> str:
    return quantity.unit.dimension if quantity.unit else quantity.kind


def _scale(one: Quantity, other: Quantity) -> str:
    low, high = sorted((abs(one.value), abs(other.value)))
    if low and any(abs(high / low - scale) < 1e-6 * scale for scale in _SCALE):
        return f" It is {'larger' if one.value > other.value else 'smaller'} by a factor of {high / low:,.0f}."
    return ""


def _phone(quantity: Quantity, original: str) -> bool:
    """Whether the figure is the original's figures written together, as telephone numbers are."""
    digits = "".join(character for character in original if character.isdigit())
    return quantity.value >= 10_000 and f"{quantity.value:.0f}" in digits


CHECK = Check(
    id="NUM101",
    name="number-changed",
    category=Category.NUMBER,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "أعلنت الوزارة أن الفيضانات شردت ⟦14 ألف⟧ أسرة في الجنوب.",
            "The ministry announced that the floods had displaced 41,000 families in the south.",
        ),
        Example(
            "وافق البنك على قرض قيمته ⟦خمسة ملايين⟧ دولار لبناء الميناء.",
            "The bank approved a five-billion-dollar loan to build the port.",
        ),
        Example("أحصت المنظمة ⟦12,5⟧ نازح في المخيم.", "The agency counted 12,500 displaced people in the camp."),
        Example("يعمل في المصنع ⟦٣٠٠⟧ عامل منذ افتتاحه.", "The plant has employed 450 workers since it opened."),
    ),
    good=(
        Example("ربحت الشركة مليونين و400 ألف دينار.", "The company earned 2.4 million dinars."),
        Example("كان اثنا عشر عاملا داخل النفق.", "A dozen workers were inside the tunnel."),
        Example("يقول خمس السكان إنهم سيهاجرون.", "One in five residents, or 20 percent, said they would emigrate."),
        Example("يبعد المركز 40 كيلومترا عن المدينة.", "The epicentre was 25 miles from the city."),
        Example("وقّع الاتفاق نحو 20 مليون مشترك.", "Some 20.4 million subscribers signed up to the deal."),
        Example("سُجن الرجل عاما ونصف العام.", "The man was jailed for 18 months."),
    ),
)
