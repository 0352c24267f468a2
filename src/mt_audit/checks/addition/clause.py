"""Words of the Arabic that the original does not have.

What it catches: a stretch of the Arabic sentence whose content words render nothing in the original, where the original
has no words left over that it could render freely and is too short for the whole.

Why it matters: the reader takes for the source's words what somebody put in.

When it is wrong: an acronym spelled out, an explanation for Arab readers, a free rendering. Where the original in hand is
cut short nothing is said.

Source: fitted on stretched sentences of our own translated pairs.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.gaps import Gap, gap
from mt_audit.core import Category, Hit, Severity

_ACRONYM = re.compile("[A-Z]{2,}")
_MAJOR, _MINOR = 4.9, 2.5


def find(view: View) -> Iterator[Hit]:
    """The likeliest addition, when it is likely enough."""
    if view.truncated and view.score < 0.5:
        return
    extra = gap(view, "ar")
    if extra is None or extra.score < _MINOR or extra.words < 3:
        return
    span = view.ar.span_of(extra.first, extra.last)
    spelled = _acronym(view, extra)
    major = extra.score >= _MAJOR + (4 if spelled else 0) and extra.words >= (7 if spelled else 3)
    yield Hit(
        span,
        f"Nothing in the original says {span.of(view.ar.text) if len(span) <= 80 else span.of(view.ar.text)[:78] + ' …'}.",
        suggestion=None,
        confidence=min(0.9, 0.4 + 0.05 * extra.score),
        severity=None if major else Severity.MINOR,
    )


def _acronym(view: View, extra: Gap) -> bool:
    """Whether an acronym of the original stands at the place, which the Arabic may spell out."""
    low, high = min(extra.before, extra.after) - 3, max(extra.before, extra.after) + 3
    return any(
        low <= j <= high
        and len(word.text) > 1
        and (_ACRONYM.search(word.text) or word.text.lower() in ("brexit", "covid"))
        for j, word in enumerate(view.original.words)
    )


CHECK = Check(
    id="ADD101",
    name="clause-added",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "قالت الوزارة إن المصنع سيغلق أبوابه نهاية العام، ⟦وطالب العمال بصرف رواتبهم المتأخرة منذ الربيع⟧.",
            "The ministry said the factory would close its doors at the end of the year.",
        ),
    ),
    good=(
        Example(
            "قالت وزارة الصناعة إن المصنع سيغلق أبوابه نهاية العام الجاري.",
            "The industry ministry said the factory would close its doors at the end of the year.",
        ),
        Example("قالت هيئة الإذاعة البريطانية إن المصنع أغلق.", "The BBC said the factory had closed."),
    ),
)
