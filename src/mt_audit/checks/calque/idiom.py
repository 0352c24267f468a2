"""CAL101 literal-idiom: an English idiom, phrasal verb or headline word that was put into Arabic word for word.

What it catches: phrases that no Arabic writer would form and that only make sense when read back into English
(«رمى المنشفة», «الشريط الأحمر», «تحت النار» of a criticised minister). A table holds them, each with what it now says,
the English behind it, and a wording to put in its place.

Why it matters: the reader either understands nothing or, worse, understands something that did not happen.

When it is wrong: in a text about the thing itself (a boxing match, a sewing shop), or where the calque has become
Arabic in the reader's country; every row therefore names neighbours that must or must not stand in the sentence.

Source: our own table ``idioms.tsv``.
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
    return PhraseTable.load("mt_audit.checks.calque", "idioms.tsv")


def find(view: View) -> Iterator[Hit]:
    """Every phrase of the table in the sentence."""
    for row, span in table().find(view.ar):
        yield phrase_hit(row, view.ar, span)


_BAD, _GOOD = example_pairs(table())

CHECK = Check(
    id="CAL101",
    name="literal-idiom",
    category=Category.CALQUE,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    bad=_BAD,
    good=(
        *_GOOD,
        Example("قص الوزير الشريط الأحمر في حفل الافتتاح."),
    ),
    doc=__doc__,
)
