"""The contrary of what the original says: accepted for rejected, allowed for banned, ally for enemy.

What it catches: a verb, noun or adjective of the Arabic whose contrary stands in the original at the same place.

Why it matters: the sentence says the opposite and nothing in it looks wrong.

When it is wrong: English words of two senses (back, clear, stop) and Arabic ones (عارض, قديم); therefore both sides must
be left over and stand at the same place, and adjectives of degree are only major.

Source: our own table of contraries.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.contrary import certainty, contraries
from mt_audit.core import Category, Hit, Severity


def find(view: View) -> Iterator[Hit]:
    """Words that the original turns into their contrary."""
    for found in contraries(view, "contrary"):
        word, meant = view.ar.words[found.ar], view.original.words[found.original]
        yield Hit(
            word.span,
            f"The Arabic says {word.text}; the original says the contrary, “{meant.text}”.",
            original=meant.span,
            suggestion=found.suggestion,
            confidence=certainty(view, found),
            severity=Severity.CRITICAL if found.form.slot in ("past", "present") and found.linked else None,
        )


CHECK = Check(
    id="DIR102",
    name="contrary-said",
    category=Category.POLARITY,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦رفض⟧ البرلمان خطة الحكومة.", "Parliament approved the government's plan."),
        Example("⟦أيد⟧ النواب مشروع القانون.", "Lawmakers opposed the bill."),
        Example("⟦منعت⟧ السلطات دخول الصحفيين.", "The authorities allowed journalists to enter."),
    ),
    good=(
        Example("أقر البرلمان خطة الحكومة.", "Parliament approved the government's plan."),
        Example("لم تسمح السلطات بدخول الصحفيين.", "The authorities banned journalists from entering."),
    ),
)
