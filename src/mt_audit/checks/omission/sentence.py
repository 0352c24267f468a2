"""A sentence of the original that the Arabic leaves out.

What it catches: a sentence that alignment finds no Arabic for, weighted by what it holds: names, figures, quotations.

Why it matters: a story that loses the denial, the condition or the number is another story.

When it is wrong: a desk shortens on purpose; the original is a longer version than the one that was translated. A plain
sentence is minor, one with a quotation or two figures or names is major; captions and calls to subscribe are passed over.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.passage import Passage

_CHROME = re.compile(
    r"^(?:read more|see also|related|advertisement|subscribe|sign up|follow us|photo|image|getty|reuters|copyright|©|"
    r"reporting by|editing by|writing by|our standards|share|watch:?|video|listen|click|newsletter|topics?:|more on|up next)\b",
    re.I,
)
_QUOTE = re.compile('["“”«»]')


def find(view: View) -> Iterator[Hit]:
    """Original sentences without an Arabic side, run by run."""
    aligned = sum(1 for ar, original, _ in view.pairs if ar is not None and original is not None)
    missing = sum(1 for ar, original, _ in view.pairs if ar is None and original is not None)
    if not aligned or missing > 2 * aligned:
        return  # another version of the story, not a translation with a gap
    last: Passage | None = None
    for ar, original, _ in view.pairs:
        if ar is not None:
            last = ar
        elif original is not None:
            yield from _missing(view, last, original)


def _missing(view: View, last: Passage | None, original: Passage) -> Iterator[Hit]:
    text = original.text.strip()
    if len(original.words) < 5 or _CHROME.match(text):
        return
    names = sum(1 for word in original.words[1:] if word.text[:1].isupper())
    figures = sum(1 for word in original.words if word.text[:1].isdigit())
    weight = min(names, 4) + 2 * figures + (2 if _QUOTE.search(text) else 0) + len(original.words) / 12
    yield Hit(
        _anchor(view, last),
        f"The original goes on: “{text if len(text) <= 120 else text[:118].rsplit(' ', 1)[0] + ' …'}” The Arabic has no such sentence.",
        original=Span(original.start, original.start + len(original.text)),
        confidence=0.75 if weight >= 3 else 0.6,
        severity=Severity.MAJOR if weight >= 3 else Severity.MINOR,
    )


def _anchor(view: View, last: Passage | None) -> Span:
    """The last word of the Arabic sentence before the gap; the first word of the text when there is none before it."""
    if last is not None and last.words:
        return last.words[-1].span.shifted(last.start)
    words = view.ar.words
    return words[0].span if words else Span(0, 0)


CHECK = Check(
    id="OMI102",
    name="sentence-omitted",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    scope="document",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "أغلقت السلطات المعبر يوم ⟦الأحد⟧. وقال التجار إن خسائرهم كبيرة.",
            "The authorities closed the crossing on Sunday. Governor Salim Haddad told Radio Orient that 400 lorries were stranded. "
            "Traders said their losses were heavy.",
        ),
    ),
    good=(
        Example(
            "أغلقت السلطات المعبر يوم الأحد. وقال التجار إن خسائرهم كبيرة.",
            "The authorities closed the crossing on Sunday. Traders said their losses were heavy.",
        ),
    ),
)
