"""“Stopped short of” turned into stopping, or into not stopping.

What it catches: “stopped short of signing” means that they did not sign. «توقفا عن التوقيع» says they had been
signing, «توقف قصيرا» says nothing, «لم تتوقف عن» says the contrary.
Why: an agreement that was not made is reported as broken off, or as made.
When wrong: an Arabic that denies the act itself (لم يوقع, أحجم عن, دون أن يصل إلى حد) passes.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.construction.places import has, word_span
from mt_audit.core import Category, Hit, Severity, Span

_ENGLISH = re.compile(r"\b(?:stop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell)\s+(?:just\s+|well\s+)?short\s+of\s+\w+", re.I)
_WRONG = re.compile(
    r"\b(?:(?:و|ف)?(?:لم|لا|لن) )?(?:و|ف|ل|س)?[اتين]?توقف\w*(?: قصير\w*)?(?: (?:عن|دون|من|قبل))?(?: \w+)?"
)


def find(view: View) -> Iterator[Hit]:
    """The construction beside a form of «توقف» that is not «توقف دون» or «عند حد»."""
    match = _ENGLISH.search(view.original.text)
    if match is None:
        return
    wrong = has(view.ar, _WRONG)
    if wrong is None or re.search(r"\b(?:دون|قبل|عند)\b", wrong[0]):
        return
    denied = bool(re.match(r"(?:و|ف)?(?:لم|لا|لن) ", wrong[0]))
    yield Hit(
        word_span(view.ar, wrong),
        f"“{match[0]}” means that it was not done; the Arabic says "
        + ("that it went on without stopping." if denied else "that something under way was stopped."),
        Span(match.start(), match.end()),
        confidence=0.92,
        severity=Severity.CRITICAL if denied else None,
    )


check = Check(
    id="CON104",
    name="stopped-short-made-stopped",
    category=Category.POLARITY,
    severity=Severity.MAJOR,
    scope="pair",
    find=find,
    doc=__doc__,
    bad=(
        Example("لكن البنك ⟦توقف عن خفض⟧ الفائدة.", "But the bank stopped short of cutting rates."),
        Example("لكنها ⟦لم تتوقف عن إدانة⟧ الهجوم.", "But it stopped short of condemning the attack."),
    ),
    good=(
        Example("لكن البنك لم يصل إلى حد خفض الفائدة.", "But the bank stopped short of cutting rates."),
        Example("لكنه توقف دون إدانة الهجوم.", "But it stopped short of condemning the attack."),
        Example("توقف البنك عن خفض الفائدة.", "The bank stopped cutting rates."),
    ),
)
