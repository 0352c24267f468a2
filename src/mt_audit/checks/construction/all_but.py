"""“All but one” turned into “only one”.

What it catches: “all but N” (everyone except N) rendered as «N فقط», "only N".
Why: nineteen of twenty becomes one of twenty.
When wrong: “all but” before an adjective or verb means "nearly" and is left alone here; an Arabic that counts the
others («18 من أصل 19») has no «فقط» and passes.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.construction.places import has, word_span
from mt_audit.core import Category, Hit, Severity, Span

_ENGLISH = re.compile(r"\ball but (?:one|two|three|four|five|six|seven|eight|nine|ten|a (?:few|handful)|\d+)\b", re.I)
_EXCEPT = re.compile(r"\b(?:الا|سوي|عدا|ماعدا|باستثناء|باستثنا|خلا|ما عدا|كل|جميع|كافه|كلهم|جميعهم|جميعا|معظم)\b")
_ONLY = re.compile(r"\b(?:\w+ فقط(?: من(?: (?:بين|اصل))?(?: \w+)?)?|فقط \w+|مجرد \w+)\b")


def find(view: View) -> Iterator[Hit]:
    """“all but N” beside an Arabic "only" and no word of exception."""
    match = _ENGLISH.search(view.original.text)
    if match is None or has(view.ar, _EXCEPT):
        return
    only = has(view.ar, _ONLY)
    if only is not None:
        yield Hit(
            word_span(view.ar, only),
            f"“{match[0]}” means everyone except those; the Arabic says that it was only those.",
            Span(match.start(), match.end()),
            confidence=0.9,
        )


check = Check(
    id="CON102",
    name="all-but-made-only",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="pair",
    find=find,
    doc=__doc__,
    bad=(
        Example(
            "صوتت ثلاث ⟦دول فقط من أصل 40⟧ لصالح القرار.", "All but three of the 40 states voted for the resolution."
        ),
    ),
    good=(
        Example("صوتت 37 دولة من أصل 40 لصالح القرار.", "All but three of the 40 states voted for the resolution."),
        Example(
            "صوتت جميع الدول إلا ثلاثا فقط لصالح القرار.", "All but three of the 40 states voted for the resolution."
        ),
    ),
)
