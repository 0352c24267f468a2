"""The same words twice in a row.

What it catches: one to four words repeated at once («الطائرات الطائرات», «يجب أن “يجب أن»), as a translation engine's
decoder does when it loses its place.
Why: an editor strikes it out; in an official's mouth it reads as stammering.
When wrong: Arabic repeats for emphasis and distribution (صفا صفا, شيئا فشيئا, رويدا رويدا); those are exempt, and so
is anything with a stop or comma between.
Source: machine-translated news; check 18 of the field's common list (repeated word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_LONGEST = 4
_MEANT = {
    "صفا", "رويدا", "جدا", "لا", "نعم", "مهلا", "هيهات", "يا", "شيئا", "كلا", "بابا", "ماما", "دكا", "قليلا", "واحدا",
    "ولي", "اثنين", "جزءا", "تدريجيا", "سنه", "يوما", "كثيرا", "هلا", "بين", "الله",
}  # fmt: skip
_QUOTES = ('"', "«", "»", "“", "”", "'")
_APART = re.compile(r"[.،؛:!?؟,;…\n/-]")


def find(view: View) -> Iterator[Hit]:
    """Longest immediate repetition first; its second half is what has to go."""
    words, keys, text = view.ar.words, view.ar.keys, view.ar.text
    index = 0
    while index < len(words):
        for length in range(_LONGEST, 0, -1):
            first, second = keys[index : index + length], keys[index + length : index + 2 * length]
            if first != second or len(second) < length:
                continue
            if length == 1 and (
                len(first[0]) < 3 or first[0] in _MEANT or first[0][0].isdigit() or not words[index].arabic
            ):
                continue
            start, end = words[index].span.start, words[index + 2 * length - 1].span.end
            if _APART.search(text[start:end]):
                continue
            if text[:start].rstrip().endswith(_QUOTES) and text[end:].lstrip().startswith(_QUOTES):
                continue  # a title: «سينما سينما»
            kept = text[start : words[index + length - 1].span.end]
            opened = text[words[index + length - 1].span.end : words[index + length].span.start].strip()
            yield Hit(
                Span(start, end),
                f"«{kept}» is printed twice.",
                suggestion=text[words[index + length].span.start : end] if not opened else opened + kept,
                confidence=0.9,
            )
            index += 2 * length - 1
            break
        index += 1


check = Check(
    id="DUP101",
    name="words-doubled",
    category=Category.DUPLICATION,
    severity=Severity.MINOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("استهدفت الغارة ⟦المطار المطار⟧ القديم."),
        Example("وقال إن الخطة ⟦يجب أن “يجب أن⟧ تنجح”."),
    ),
    good=(
        Example("تقدم الجنود صفا صفا نحو المدينة."),
        Example("قال إنه متعب جدا جدا."),
        Example("ظهر في برنامج «مدينة مدينة» مساء الخميس."),
        Example("عاد إلى المدينة، المدينة التي أحبها."),
    ),
)
