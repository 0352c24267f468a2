"""SEN101 impossible-collocation: words that stand together only because one English word was read in the wrong sense.

What it catches: «إضراب جوي» (a walkout of the air force) for an air strike, «أسعار الاهتمام» (prices of attention) for
interest rates, «عقوبة العاصمة» (the capital city's penalty) for capital punishment: from the Arabic alone, because no
other origin is possible.

Why it matters: many of these reverse the fact. A strike that kills is not a strike that stops work.

When it is wrong: where both senses meet in one sentence (a walkout over air strikes); rows name the neighbours that
rule them out.

Source: our own table ``collocations.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.phrase_table import PhraseTable, example_pairs, phrase_hit
from mt_audit.core import Category, Hit, Severity


@lru_cache(maxsize=1)
def table() -> PhraseTable:
    """The shipped table."""
    return PhraseTable.load("mt_audit.checks.sense", "collocations.tsv")


def find(view: View) -> Iterator[Hit]:
    """Every phrase of the table in the sentence."""
    for row, span in table().find(view.ar):
        yield phrase_hit(row, view.ar, span)


_BAD, _GOOD = example_pairs(table())

CHECK = Check(
    id="SEN101",
    name="impossible-collocation",
    category=Category.SENSE,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    bad=_BAD,
    good=(
        *_GOOD,
        Example("دخل إضراب عمال السكك الحديدية يومه الثالث.", note="a labour strike is what is meant"),
        Example("أظهرت تجربة سريرية فعالية الدواء."),
    ),
    doc=__doc__,
)
