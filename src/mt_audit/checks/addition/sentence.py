"""A sentence of the Arabic that the original does not have.

What it catches: an Arabic sentence that alignment finds no source for, between sentences that have one.

Why it matters: the reader takes for the source's words what somebody put in.

When it is wrong: the Arabic was made from another version of the story; a desk adds background on purpose. Therefore
minor, unless it holds a quotation or figures. Where the original in hand is cut short, or another version, nothing is
said.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_QUOTE = re.compile('["“”«»]')


def find(view: View) -> Iterator[Hit]:
    """Arabic sentences without an original side."""
    pairs = view.pairs
    linked = sum(1 for ar, original, _ in pairs if ar is not None and original is not None)
    alone = sum(1 for ar, original, _ in pairs if ar is not None and original is None)
    if not linked or alone > 2 * linked or view.truncated:
        return  # of another or a cut version nothing can be said; the report marks the sentence as not in it
    for ar, original, _ in pairs:
        if ar is None or original is not None or len(ar.words) < 5 or ar.headline:
            continue
        heavy = bool(_QUOTE.search(ar.text)) or sum(1 for word in ar.words if word.text[:1].isdigit()) >= 2
        lead = len(ar.text) - len(ar.text.lstrip())
        start = ar.start + lead
        yield Hit(
            Span(start, start + len(ar.text.strip())),
            "No sentence of the original answers this one.",
            confidence=0.6 if heavy else 0.45,
            severity=Severity.MAJOR if heavy else Severity.MINOR,
        )


CHECK = Check(
    id="ADD102",
    name="sentence-added",
    category=Category.ADDITION,
    severity=Severity.MINOR,
    scope="document",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "أغلقت السلطات المعبر يوم الأحد. ⟦ويحتفل العالم كل ربيع بعيد الزهور في الحدائق والمتنزهات.⟧ وقال التجار إن خسائرهم كبيرة.",
            "The authorities closed the crossing on Sunday. Traders said their losses were heavy.",
        ),
    ),
    good=(
        Example(
            "أغلقت السلطات المعبر يوم الأحد. وقال التجار إن خسائرهم كبيرة.",
            "The authorities closed the crossing on Sunday. Traders said their losses were heavy.",
        ),
    ),
)
