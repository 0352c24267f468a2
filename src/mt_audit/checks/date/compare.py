"""Parts of dates of a pair, told apart into those that answer each other and those left over."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from mt_audit.core import Language
from mt_audit.text.dates import Part, When, dates
from mt_audit.text.passage import Passage

Left = tuple[tuple[When, ...], tuple[When, ...]]


def left_over(ar: Passage, original: Passage, part: Part) -> Left:
    """Date parts of one kind that have no equal on the other side: Arabic ones, original ones."""
    return _left_over(ar.text, original.text, original.language, part)


@lru_cache(maxsize=2048)
def _left_over(ar: str, original: str, language: Language, part: Part) -> Left:
    left = [when for when in dates(ar, "ar") if when.part == part]
    right = [when for when in dates(original, language) if when.part == part]
    if not left or not right:
        return tuple(left), tuple(right)
    if len(left) == len(right):
        return _rest(left, right), _rest(right, left)
    said, meant = {when.value for when in left}, {when.value for when in right}
    return tuple(w for w in left if w.value not in meant), tuple(w for w in right if w.value not in said)


def _rest(mine: list[When], theirs: list[When]) -> tuple[When, ...]:
    spare = Counter(when.value for when in mine) - Counter(when.value for when in theirs)
    rest = []
    for when in reversed(mine):
        if spare[when.value] > 0:
            spare[when.value] -= 1
            rest.append(when)
    return tuple(reversed(rest))
