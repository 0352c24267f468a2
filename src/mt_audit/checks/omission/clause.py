"""A clause of the original that the Arabic leaves out.

What it catches: a stretch of the original's sentence whose content words nothing in the Arabic renders, where the Arabic
has no words left over that could be a free rendering of it and is too short for the whole.

Why it matters: what is left out is often the condition, the source or the other side of the story.

When it is wrong: condensed rendering ("hot on the heels of"), words that were run together, names left out on purpose by
a desk. The score weighs the gap against the words left over on the Arabic side and against the two lengths.

Source: fitted on cut sentences of our own translated pairs.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.gaps import Gap, gap
from mt_audit.core import Category, Hit, Severity, Span

_MAJOR, _MINOR = 3.5, 0.5


def find(view: View) -> Iterator[Hit]:
    """The likeliest gap of the original, when it is likely enough."""
    if view.truncated and view.score < 0.5:
        return
    hole = gap(view, "original")
    if hole is None or hole.score < _MINOR or hole.words < 2:
        return
    if _idiom(view, hole):
        return
    major = hole.score >= (_MAJOR if hole.words < 3 else 0.5)
    original = view.original.span_of(hole.first, hole.last)
    yield Hit(
        _anchor(view, hole),
        f"The original also says “{_short(original.of(view.original.text))}”; the Arabic leaves it out.",
        original=original,
        confidence=min(0.9, 0.45 + 0.06 * hole.score),
        severity=None if major else Severity.MINOR,
    )


def _idiom(view: View, hole: Gap) -> bool:
    """Whether the gap is an idiom that Arabic says in words of its own."""
    members = {
        j for phrase in view.kit.lexicon.phrases(view.original) if len(phrase.members) >= 3 for j in phrase.members
    }
    return len(members & set(range(hole.first, hole.last + 1))) >= 2


def _anchor(view: View, hole: Gap) -> Span:
    """The Arabic word before the place where the words are missing."""
    place = hole.before if hole.before >= 0 else min(hole.after, len(view.ar.words) - 1)
    return view.ar.words[place].span


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:88].rsplit(" ", 1)[0] + " …"


CHECK = Check(
    id="OMI101",
    name="clause-omitted",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "قالت الوزارة إن المصنع سيغلق أبوابه نهاية ⟦العام⟧.",
            "The ministry said the factory would close its doors at the end of the year because the owners had failed to repair "
            "the broken furnaces.",
        ),
    ),
    good=(
        Example(
            "قالت الوزارة إن المصنع سيغلق أبوابه نهاية العام لأن المالكين لم يصلحوا الأفران المعطلة.",
            "The ministry said the factory would close its doors at the end of the year because the owners had failed to repair "
            "the broken furnaces.",
        ),
        Example("تعذر الاتصال بالشركة للتعليق.", "The company could not immediately be reached for comment."),
    ),
)
