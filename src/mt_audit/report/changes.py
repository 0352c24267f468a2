"""A wording and what to put in its place, word by word: kept, struck out, put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_LONGEST = 400
"""Longer wordings are struck out whole: a word-by-word comparison of two paragraphs helps nobody."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words and what becomes of it."""

    kind: Literal["keep", "delete", "insert"]
    text: str


def changes(wording: str, suggestion: str | None) -> tuple[Change, ...]:
    """How ``wording`` becomes ``suggestion``. Kept and deleted words give ``wording``, kept and inserted the other.

    Without a suggestion the wording is kept; a suggestion of "" deletes it.

    >>> [(change.kind, change.text) for change in changes("54 يوما", "45 يوما")]
    [('delete', '54'), ('insert', '45'), ('keep', ' يوما')]
    """
    if suggestion is None:
        return (Change("keep", wording),)
    if not suggestion:
        return (Change("delete", wording),)
    if len(wording) + len(suggestion) > _LONGEST:
        return (Change("delete", wording), Change("insert", suggestion))
    before, after = _words(wording), _words(suggestion)
    told: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            told.append(Change("keep", "".join(before[a:b])))
        else:
            told += [Change("delete", "".join(before[a:b]))] if b > a else []
            told += [Change("insert", "".join(after[c:d]))] if d > c else []
    kept = sum(len(change.text.strip()) for change in told if change.kind == "keep")
    if len(told) > 4 or kept * 3 < len(wording):
        # Patchwork is harder to read than the two wordings one after the other.
        return (Change("delete", wording), Change("insert", suggestion))
    return tuple(told)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)
