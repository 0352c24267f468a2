"""A few words on either side of a short span: «54» alone tells an editor little."""

from __future__ import annotations

import re

from mt_audit.core import Span

ENOUGH = 24
"""A quote of this many characters explains itself."""

WORDS = 3


def around(text: str, span: Span) -> tuple[str, str]:
    """Words of the same line before and after ``span``, with ``…`` where more is left out; "" for a long quote.

    >>> around("وقف إطلاق النار لمدة 54 يوما في البلاد.", Span(21, 23))
    ('…\\xa0إطلاق النار لمدة ', ' يوما في البلاد.')
    """
    if len(span) >= ENOUGH:
        return "", ""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    before = text[line_start : span.start]
    after = text[span.end : line_end if line_end >= 0 else len(text)]
    # A word that the span cuts through belongs to it and is not counted.
    left = re.search(rf"(?:\S+\s+){{0,{WORDS}}}\S*$", before)
    right = re.match(rf"\S*(?:\s+\S+){{0,{WORDS}}}", after)
    kept_left = left[0] if left else ""
    kept_right = right[0] if right else ""
    head = "…\u00a0" if kept_left.strip() != before.strip() else ""
    tail = "\u00a0…" if kept_right.strip() != after.strip() else ""
    return head + kept_left.lstrip(), kept_right.rstrip() + tail
