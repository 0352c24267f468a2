"""Where words stand in the Arabic side of a pair, and where a construction of the original should stand."""

from __future__ import annotations

import re

from mt_audit.checks.base import View
from mt_audit.core import Span
from mt_audit.text.passage import Passage

NEGATORS = frozenset("لم لن لا ليس ليست ليسوا لست غير عدم دون بدون ما بلا".split())
_CLITICS = "وفبلك"


def bare(key: str) -> str:
    """A word without a one-letter clitic, when what is left is a negator («بعدم» → «عدم»)."""
    if key in NEGATORS:
        return key
    for cut in (1, 2):
        if key[cut:] in NEGATORS and len(key) > cut and all(letter in _CLITICS for letter in key[:cut]):
            return key[cut:]
    return key


def negators(passage: Passage) -> list[int]:
    """Word indices of the Arabic negators."""
    return [index for index, key in enumerate(passage.keys) if bare(key) in NEGATORS]


def has(passage: Passage, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match of ``pattern`` over the passage's folded words, joined by single spaces."""
    return pattern.search(" ".join(passage.keys))


def word_span(passage: Passage, match: re.Match[str]) -> Span:
    """The raw span of a match that ``has`` found."""
    joined = match.string
    first = joined[: match.start()].count(" ")
    last = joined[: match.end()].rstrip().count(" ")
    return passage.span_of(first, max(first, last))


def nearest(view: View, original: Span, candidates: list[int]) -> int | None:
    """Of the Arabic words ``candidates`` the one nearest to where ``original`` should stand, by proportion."""
    if not candidates or not view.ar.words:
        return None
    place = original.start / max(1, len(view.original.text)) * len(view.ar.words)
    return min(candidates, key=lambda index: abs(index - place))
