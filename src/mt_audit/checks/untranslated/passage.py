"""A clause, sentence or headline left in the original language.

What it catches: four or more words in a row in Latin letters in an Arabic article.
Why: part of the news did not reach the reader.
When wrong: names of works and organisations can be long; runs in which nearly every word is capitalised and that
stand inside a sentence are left to the checks of names. A dateline of the page («Moskau, Russland - ») is short and
minor.
Source: machine-translated news; check 1 of the field's common list (untranslated segment).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_RUN = re.compile(r"[A-Za-zÄÖÜäöüß][^\u0621-\u064a\n\[\]]*[A-Za-zÄÖÜäöüß.!?]")
_SHORTEST = 4
_SOURCE = frozenset(
    "the of and to in is are was were for that with on by has have said will his her their from at as an "
    "der die das und nicht ist ein eine mit von für auf den dem zu im sich wird wurde nach".split()
)
"""Function words of the languages news is translated from; a title in another language has none of them."""


def find(view: View) -> Iterator[Hit]:
    """Latin runs of four words or more, not mostly capitalised unless the sentence is nothing else."""
    for match in _RUN.finditer(view.ar.text):
        words = re.findall(r"[A-Za-zÄÖÜäöüß'’]+", match[0])
        if len(words) < _SHORTEST or "http" in match[0] or "@" in match[0]:
            continue
        alone = len(match[0]) >= 0.8 * len(view.ar.text.strip())
        if not any(word.lower() in _SOURCE for word in words):
            continue
        lower = sum(word[0].islower() for word in words)
        if lower * 3 < len(words) and not alone:
            continue
        yield Hit(
            Span(match.start(), match.end()),
            f"{'A headline' if view.ar.headline else 'A passage'} of {len(words)} words was left untranslated.",
            confidence=0.9,
        )


check = Check(
    id="UNT102",
    name="passage-untranslated",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("⟦The two sides hold constructive talks in Doha⟧"),
        Example("وقالت الوزيرة إن ⟦we will not trade water for promises⟧ في ختام الاجتماع."),
    ),
    good=(
        Example("وقال مركز Nordic Centre for Sahel Studies إن الوضع خطير."),
        Example("نشر على X تغريدة قصيرة."),
        Example("عرض فيلم Le chant des ruelles obscures في المهرجان."),
    ),
)
