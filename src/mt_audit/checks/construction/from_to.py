"""A change whose two figures changed places.

What it catches: “fell to 4% from 6%” rendered with «إلى 6% من 4%»: each figure is right, each in the other's place.
Why: a fall becomes a rise, or the reader doubts both figures.
When wrong: ranges («من 4 إلى 6 أشخاص») have no direction; the check asks that both sides name both ends with their
words.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.folding import fold_with_map

_FIGURE = r"(?P<{0}>\d+(?:[.,]\d+)*)"
_UNIT = r"\s*(?:%|percent|per cent|[a-z]+)?\s*"
_ENGLISH = (
    re.compile(
        rf"\bto\s+[$€£]?{_FIGURE.format('end')}{_UNIT}(?:[\w ]{{0,25}})?\bfrom\s+[$€£]?{_FIGURE.format('start')}", re.I
    ),
    re.compile(
        rf"\bfrom\s+[$€£]?{_FIGURE.format('start')}{_UNIT}(?:[\w ]{{0,25}})?\bto\s+[$€£]?{_FIGURE.format('end')}", re.I
    ),
)
_ARABIC = (
    re.compile(rf"\bالي\s+{_FIGURE.format('end')}\D{{0,30}}?\bمن\s+{_FIGURE.format('start')}"),
    re.compile(rf"\bمن\s+{_FIGURE.format('start')}\D{{0,30}}?\bالي\s+{_FIGURE.format('end')}"),
)


def find(view: View) -> Iterator[Hit]:
    """Both ends named in both texts, and exchanged."""
    source = next((m for pattern in _ENGLISH if (m := pattern.search(view.original.text.lower()))), None)
    if source is None:
        return
    folded, offsets = fold_with_map(view.ar.text)
    target = next((m for pattern in _ARABIC if (m := pattern.search(folded))), None)
    if target is None or source["start"] == source["end"]:
        return
    if (target["start"], target["end"]) == (source["end"], source["start"]):
        span = Span(offsets[target.start()], offsets[target.end()])
        raw = span.of(view.ar.text)
        swapped = _exchanged(raw, target["start"], target["end"])
        yield Hit(
            span,
            f"The original goes from {source['start']} to {source['end']}; "
            f"the Arabic from {target['start']} to {target['end']}.",
            Span(source.start(), source.end()),
            suggestion=swapped,
            confidence=0.95,
        )


def _exchanged(raw: str, start: str, end: str) -> str | None:
    if raw.count(start) != 1 or raw.count(end) != 1:
        return None
    return raw.replace(start, "\0").replace(end, start).replace("\0", end)


check = Check(
    id="CON106",
    name="from-and-to-exchanged",
    category=Category.NUMBER,
    severity=Severity.CRITICAL,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__,
    bad=(
        Example("تراجع التضخم ⟦إلى 6% من 4⟧%.", "Inflation fell to 4% from 6%."),
        Example("ارتفع العدد ⟦من 350 حالة إلى 120⟧ حالة.", "The number rose from 120 cases to 350 cases."),
    ),
    good=(
        Example("تراجع التضخم من 6% إلى 4%.", "Inflation fell to 4% from 6%."),
        Example("ارتفع العدد إلى 350 من 120 حالة.", "The number rose from 120 to 350 cases."),
    ),
)
