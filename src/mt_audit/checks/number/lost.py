"""A figure of the original that the Arabic does not give.

What it catches: a figure of the original with no equal in the Arabic sentence, where no other Arabic number is left over
that could be a wrong rendering of it.

Why it matters: the number is often the news.

When it is wrong: a model number or a score told in words (التعادل الإيجابي), a figure moved to the next sentence, a
phone number. Therefore minor, unless the figure is an amount of money or a percentage.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.number.compare import compare
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.numbers import Quantity


def find(view: View) -> Iterator[Hit]:
    """Figures left over in the original when the Arabic has none left over."""
    compared = compare(view.ar, view.original)
    if not compared.original or any(not quantity.weak for quantity in compared.ar) or not view.ar.words:
        return
    for quantity in compared.original:
        if not quantity.figures or quantity.kind in ("time", "ordinal") or quantity.value <= 2:
            continue
        if _score(quantity, view.original.text) or _said_elsewhere(quantity, view):
            continue
        heavy = quantity.kind == "percent" or (quantity.unit is not None and quantity.unit.dimension == "money")
        anchor = _anchor(quantity, view)
        yield Hit(
            anchor,
            f"The original gives the figure {quantity.span.of(view.original.text)}; the Arabic sentence does not.",
            original=quantity.span,
            confidence=0.7 if heavy else 0.5,
            severity=Severity.MAJOR if heavy else Severity.MINOR,
        )


def _score(quantity: Quantity, text: str) -> bool:
    around = text[max(0, quantity.span.start - 2) : quantity.span.end + 2]
    return "-" in around or "–" in around


def _said_elsewhere(quantity: Quantity, view: View) -> bool:
    if view.whole is view.ar:
        return False
    digits = f"{quantity.value:g}"
    return digits in view.whole.text


def _anchor(quantity: Quantity, view: View) -> Span:
    """The Arabic word at the same share of the sentence."""
    place = quantity.span.start / max(1, len(view.original.text))
    words = view.ar.words
    return words[min(len(words) - 1, int(place * len(words)))].span


CHECK = Check(
    id="NUM103",
    name="figure-lost",
    category=Category.OMISSION,
    severity=Severity.MINOR,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("وقعت ⟦الشركة⟧ عقدا مع الحكومة.", "The company signed a $300 million contract with the government."),
        Example("تراجعت ⟦الصادرات⟧ في مايو.", "Exports fell 7 percent in May."),
    ),
    good=(
        Example("فاز الفريق بهدفين دون رد.", "The team won 2-0."),
        Example("سُجن نصف عام.", "He was jailed for 6 months."),
    ),
)
