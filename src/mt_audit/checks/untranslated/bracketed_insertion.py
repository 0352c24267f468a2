"""An editor's insertion in square brackets, left in the original language.

What it catches: English newspapers put words in brackets to complete a quotation ("the idea [of a ceasefire]
itself"); engines leave them untranslated inside the Arabic sentence.
Why: the reader meets a foreign clause in the middle of a quotation and loses what was said.
When wrong: references such as [PDF] or [sic] and site codes in capitals are left out.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_BRACKETS = re.compile(r"\[[^\[\]\u0621-\u064a]*[A-Za-zÄÖÜäöüßéèà][^\[\]\u0621-\u064a]*\]")
_CODES = re.compile(r"^\[(?:sic|pdf|https?:.*|[A-Z0-9 ]{1,6})\]$")


def find(view: View) -> Iterator[Hit]:
    """Brackets that hold Latin words and no Arabic."""
    for match in _BRACKETS.finditer(view.ar.text):
        if _CODES.match(match[0]):
            continue
        several = " " in match[0].strip("[] ")
        yield Hit(
            Span(match.start(), match.end()),
            f"The insertion {match[0]} was left untranslated; the reader cannot tell what the quotation is about.",
            confidence=0.95 if several else 0.85,
            severity=Severity.MAJOR if several else Severity.MINOR,
        )


check = Check(
    id="UNT101",
    name="insertion-untranslated",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("«الاقتراح ⟦[to share water]⟧ جيد»، قالت الوزيرة."),
        Example("وأضاف: «عندما كانوا ⟦[Chad]⟧ يتفاوضون انسحبنا»."),
    ),
    good=(
        Example("«الاقتراح [بتقاسم المياه] جيد»، قالت الوزيرة."),
        Example("انظر الوثيقة [PDF] المرفقة."),
    ),
)
