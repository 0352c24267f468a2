"""A bracketed insertion left in the original's language, or told as the speaker's own words.

What it catches: "[of a ceasefire]" inside a quotation whose Arabic keeps Latin letters in the brackets, or has an opening
bracket without a closing one; and, milder, an insertion whose brackets are gone.

Why it matters: the brackets say that the editor, not the speaker, put the words in.

When it is wrong: a desk that drops such insertions on purpose.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_INSERTED = re.compile(r"\[([^\]\[]{2,60})\]")
_LATIN = re.compile(r"[\[(][^\])]*[A-Za-z]{2,}[^\])]*[\])]")


def find(view: View) -> Iterator[Hit]:
    """Insertions of the original against the brackets of the Arabic."""
    match = _INSERTED.search(view.original.text)
    if not match or match[1].lower() in ("sic", "laughs", "..."):
        return
    text = view.ar.text
    inserted = Span(match.start(), match.end())
    latin = _LATIN.search(text)
    if latin and any(word in latin[0] for word in match[1].split() if len(word) > 2):
        yield Hit(
            Span(latin.start(), latin.end()),
            f"The insertion {latin[0]} is left untranslated.",
            original=inserted,
            confidence=0.85,
        )
    elif text.count("[") != text.count("]"):
        at = text.find("[") if "[" in text else text.find("]")
        yield Hit(
            Span(at, at + 1),
            f"The bracket of the insertion {match[0]} is not paired.",
            original=inserted,
            confidence=0.85,
        )


CHECK = Check(
    id="ATT105",
    name="insertion-broken",
    category=Category.QUOTE_BROKEN,
    severity=Severity.MAJOR,
    scope="pair",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "وقال: «نبحث إمكان ⟦[of a ceasefire]⟧ قريبا».",
            "“We are discussing the possibility [of a ceasefire] soon,” he said.",
        ),
        Example(
            "وقال: «نبحث إمكان ⟦[⟧وقف النار قريبا».",
            "“We are discussing the possibility [of a ceasefire] soon,” he said.",
        ),
    ),
    good=(
        Example(
            "وقال: «نبحث إمكان [وقف النار] قريبا».",
            "“We are discussing the possibility [of a ceasefire] soon,” he said.",
        ),
    ),
)
