"""“Unlikely” turned into likely.

What it catches: the prefix is lost: «من المرجح» for “unlikely”.
Why: a forecast is turned round.
When wrong: «من غير المرجح», «من المستبعد», a denied verb («لا يتوقع أن») and free rewordings pass; so does an
original that says both likely and unlikely.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.construction.places import bare, has, word_span
from mt_audit.core import Category, Hit, Severity, Span

_ENGLISH = re.compile(r"\b(?:unlikely|improbable|not likely|hardly likely)\b", re.I)
_LIKELY = re.compile(r"(?<!un)(?<!not )\b(?:likely|probable|probably)\b", re.I)
_ARABIC = re.compile(r"\b(?:من )?(?:ال|لل)?(?:مرجح|محتمل|متوقع)\b(?: (?:ان|جدا))?|\b(?:ي|ت)(?:رجح|حتمل|توقع)\b(?: ان)?")
_KEPT = re.compile(
    r"\b(?:مستبعد\w*|المستبعد\w*|يستبعد\w*|تستبعد\w*|استبعد\w*|استبعاد|بعيد الاحتمال|ضييل\w*|يصعب|قلما|نادرا)\b"
)
_NEAR = 3


def find(view: View) -> Iterator[Hit]:
    """“unlikely” beside «مرجح» without a denial just before it."""
    match = _ENGLISH.search(view.original.text)
    if match is None or _LIKELY.search(view.original.text) or has(view.ar, _KEPT):
        return
    likely = has(view.ar, _ARABIC)
    if likely is None:
        return
    first = likely.string[: likely.start()].count(" ")
    last = first + likely[0].strip().count(" ")
    before = [bare(key) for key in view.ar.keys[max(0, first - _NEAR) : last + 1]]
    if {"غير", "لا", "لم", "ليس", "لن", "عدم", "ليست"} & set(before):
        return
    yield Hit(
        word_span(view.ar, likely),
        f"The original says “{match[0]}”; the Arabic says the contrary.",
        Span(match.start(), match.end()),
        confidence=0.92,
    )


check = Check(
    id="CON105",
    name="unlikely-made-likely",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="pair",
    find=find,
    doc=__doc__,
    bad=(Example("وقالت إن الاتفاق ⟦من المرجح⟧ هذا العام.", "She said a deal was unlikely this year."),),
    good=(
        Example("وقالت إن الاتفاق غير مرجح هذا العام.", "She said a deal was unlikely this year."),
        Example("واستبعدت التوصل إلى اتفاق هذا العام.", "She said a deal was unlikely this year."),
        Example("من المرجح أن يفوز.", "He is likely to win."),
    ),
)
