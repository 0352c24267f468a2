"""A quotation mark or bracket that is opened twice or never closed.

What it catches: «…«…» in one paragraph, or an opening mark without its partner anywhere in the article.
Why: the reader cannot tell where the speaker stops and the reporter goes on.
When wrong: a quotation that runs over several paragraphs opens each of them again and closes once; only marks opened
twice within one line, or directed marks out of balance within one line, count.
Source: check 20 of the field's common list (brackets and quotes unpaired).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_PAIRS = {"«": "»", "(": ")", "[": "]"}
_MARKS = re.compile(r"[«»()\[\]]")
_LIST_ITEM = re.compile(r"(?:^|\s)[\w\u0660-\u0669]{1,3}$")


def _strays(line: str) -> Iterator[int]:
    opened: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(line):
        sign, position = mark[0], mark.start()
        if sign in _PAIRS:
            if sign == "«" and opened and opened[-1][0] == "«":
                yield position
                continue
            opened.append((sign, position))
        elif opened and _PAIRS[opened[-1][0]] == sign:
            opened.pop()
        elif sign != ")" or not _LIST_ITEM.search(line[:position]):
            if sign != "»":
                yield position
    # A quotation may go on in the next paragraph; a bracket may not.
    yield from (position for sign, position in opened if sign != "«")


def find(view: View) -> Iterator[Hit]:
    """Marks without partner, line by line."""
    start = 0
    for line in view.ar.text.split("\n"):
        for position in _strays(line):
            at = start + position
            yield Hit(
                Span(at, at + 1),
                f"The mark {view.ar.text[at]} has no partner, so it is unclear who speaks or where an aside ends.",
                confidence=0.8,
            )
        start += len(line) + 1


check = Check(
    id="QUO101",
    name="mark-without-partner",
    category=Category.QUOTE_BROKEN,
    severity=Severity.MINOR,
    scope="document",
    find=find,
    doc=__doc__,
    bad=(
        Example("وقالت: «لن نقايض الماء. ⟦«⟧يجب أن يصل»."),
        Example("وصل الوفد ⟦(⟧أمس إلى الدوحة."),
    ),
    good=(
        Example("وقالت: «لن نقايض الماء. يجب أن يصل»."),
        Example("الخطة: 1) الماء 2) الكهرباء (أولا)."),
        Example("«سنبقى هنا.\n«وسنعود غدا»."),
    ),
)
