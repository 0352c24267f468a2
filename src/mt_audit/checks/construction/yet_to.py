"""“Has yet to” turned into something that is happening or has happened.

What it catches: “has yet to comment” means that it has not been done; the Arabic says «لا يزال يعلق» or states the
thing as done.
Why: an official who said nothing is reported as speaking.
When wrong: Arabic that puts it the other way round («ما زال ينتظر», «بانتظار أن») passes.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.construction.places import bare, has
from mt_audit.core import Category, Hit, Severity, Span

_ENGLISH = re.compile(r"\b(?:has|have|had|is|are|was|were)\s+(?:still\s+)?yet\s+to\s+(?:be\s+)?\w+", re.I)
_STILL = re.compile(r"\b(?:و|ف)?(?:لا|ما|لم) (?:[يت]زال\w*|زال\w*|[يت]زل)\b(?: \w+)?")
_KEPT = re.compile(r"\b(?:بعد|انتظار|بانتظار|ينتظر|تنتظر|امتنع|امتنعت|يمتنع|احجم|رفض|رفضت|يبق\w*|يتعين)\b")


def find(view: View) -> Iterator[Hit]:
    """“yet to” with «لا يزال» and no other denial, or with no denial at all."""
    match = _ENGLISH.search(view.original.text)
    if match is None or has(view.ar, _KEPT):
        return
    denials = [
        index for index, key in enumerate(view.ar.keys) if bare(key) in ("لم", "لما", "دون", "عدم", "لن", "بدون", "ما")
    ]
    still = has(view.ar, _STILL)
    if still is None or len(denials) > (1 if still[0].lstrip("وف").startswith(("لم", "ما")) else 0):
        return
    first = still.string[: still.start()].count(" ")
    length = len(still[0].split())
    yield Hit(
        view.ar.span_of(first, first + length - 1),
        f"“{match[0]}” means that it has not happened; the Arabic says that it is still going on.",
        Span(match.start(), match.end()),
        confidence=0.88,
    )


check = Check(
    id="CON103",
    name="yet-to-made-still",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="pair",
    find=find,
    doc=__doc__,
    bad=(
        Example("⟦ولا يزال الوزير⟧ يرد على الاتهامات.", "The minister has yet to respond to the accusations."),
        Example("وقالت إن الشركة ⟦لا تزال تدفع⟧ الغرامة.", "She said the company had yet to pay the fine."),
    ),
    good=(
        Example("ولم يرد الوزير بعد على الاتهامات.", "The minister has yet to respond to the accusations."),
        Example("ولا تزال الشركة لم تدفع الغرامة.", "The company has yet to pay the fine."),
        Example("ولا تزال المحادثات مستمرة.", "Talks are still going on."),
    ),
)
