"""Up for down: a movement, a place or a time turned round.

What it catches: a word of direction in the Arabic whose contrary stands in the original at the same place: rise and fall,
raise and cut, lift and impose, win and lose, buy and sell, before and after, above and below, north and south, open and
close, begin and end, arrest and release.

Why it matters: the news is reversed, and the sentence reads perfectly well.

When it is wrong: a movement told from the other end on purpose (the price of one thing rises as another falls), a denied
contrary ("did not fall"), which is passed over.

Source: our own table of contraries.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.contrary import certainty, contraries
from mt_audit.core import Category, Hit, Severity


def find(view: View) -> Iterator[Hit]:
    """Words of direction that the original turns round."""
    for found in contraries(view, "direction"):
        word, meant = view.ar.words[found.ar], view.original.words[found.original]
        yield Hit(
            word.span,
            f"The Arabic says {word.text}; the original says the contrary, “{meant.text}”. The news is reversed.",
            original=meant.span,
            suggestion=found.suggestion,
            confidence=certainty(view, found),
        )


CHECK = Check(
    id="DIR101",
    name="direction-turned",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦ارتفعت⟧ أسعار النفط بعد الاجتماع.", "Oil prices fell after the meeting."),
        Example("قالت الوزارة إنها ⟦ستفتح⟧ المعبر غدا.", "The ministry said it would close the crossing tomorrow."),
        Example("⟦خسر⟧ الفريق المباراة النهائية.", "The team won the final match."),
        Example("وصلت السفينة ⟦قبل⟧ العاصفة.", "The ship arrived after the storm."),
        Example("تقع القرية في ⟦جنوب⟧ البلاد.", "The village lies in the north of the country."),
    ),
    good=(
        Example("تراجعت أسعار النفط بعد الاجتماع.", "Oil prices fell after the meeting."),
        Example("لم تنخفض الأسعار هذا العام.", "Prices rose this year."),
        Example(
            "ارتفع عدد القتلى مع تراجع فرص العثور على ناجين.", "The death toll rose as hopes of finding survivors fell."
        ),
        Example("هُزم الفريق في المباراة النهائية.", "The team lost the final match."),
    ),
)
