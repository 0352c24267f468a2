"""The numbers of a pair, told apart into those that answer each other and those left over."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mt_audit.core import Language
from mt_audit.text.dates import dates
from mt_audit.text.numbers import Quantity, bare_units, numbers, same
from mt_audit.text.passage import Passage


@dataclass(frozen=True, slots=True)
class Compared:
    """``ar`` and ``original``: numbers without an answer on the other side; ``matched``: pairs that answer each other."""

    ar: tuple[Quantity, ...]
    original: tuple[Quantity, ...]
    matched: tuple[tuple[Quantity, Quantity], ...]
    all_ar: tuple[Quantity, ...]
    all_original: tuple[Quantity, ...]


def compare(ar: Passage, original: Passage) -> Compared:
    """Numbers of the two sides, matched by value; computed once for the checks that share a pair."""
    return _compare(ar.text, original.text, original.language)


@lru_cache(maxsize=512)
def _compare(ar: str, original: str, language: Language) -> Compared:
    left = numbers(ar, "ar")
    right = numbers(original, language)
    matched: list[tuple[Quantity, Quantity]] = []
    free_right = list(right)
    open_left: list[Quantity] = []
    for exact in (True, False):
        for quantity in left if exact else tuple(open_left):
            answers = [q for q in free_right if (q.value == quantity.value if exact else same(quantity, q))]
            if answers:
                answer = min(answers, key=lambda q: (q.kind != quantity.kind, q.weak, free_right.index(q)))
                matched.append((quantity, answer))
                free_right.remove(answer)
                if not exact:
                    open_left.remove(quantity)
            elif exact:
                open_left.append(quantity)
    open_left, free_right = _ratios(open_left, free_right, right, original)
    even = len([q for q in left if q.figures]) == len([q for q in right if q.figures])
    still_left = [q for q in open_left if (even and q.figures) or not any(same(q, r) for r in right)]
    still_right = [q for q in free_right if (even and q.figures) or not any(same(q, r) for r in left)]
    spans_left, spans_right = _dated(ar, "ar"), _dated(original, language)
    return Compared(
        tuple(q for q in still_left if not _inside(q, spans_left) and not _time_words(q, original, language)),
        tuple(q for q in still_right if not _inside(q, spans_right) and not _time_words(q, ar, "ar")),
        tuple(matched),
        left,
        right,
    )


def _ratios(
    open_left: list[Quantity], free_right: list[Quantity], right: tuple[Quantity, ...], original: str
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left once "one in five" is matched with 20 percent or a fifth."""
    for one, other in pairwise(right):
        between = original[one.span.end : other.span.start].split()
        if between not in (["in"], ["of"], ["out", "of"], ["of", "every"], ["in", "every"]) or not other.value:
            continue
        share = one.value / other.value
        fitting = [
            q
            for q in open_left
            if abs((q.value / 100 if q.kind == "percent" else q.value) - share) < 0.006 or share in q.values
        ]
        if fitting:
            open_left = [q for q in open_left if q not in fitting]
            free_right = [q for q in free_right if q not in (one, other)]
    return open_left, free_right


def _dated(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    return tuple((when.span.start, when.span.end) for when in dates(text, language))


def _inside(quantity: Quantity, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start < quantity.span.end and quantity.span.start < end for start, end in spans)


def _time_words(quantity: Quantity, text: str, language: Language) -> bool:
    """Whether the other side says the same stretch without a number: "a year" for 12 months, شهرين for two months."""
    if quantity.unit is None or quantity.unit.dimension == "money":
        return False
    base = quantity.unit.base(quantity.value)
    return any(
        unit.dimension == quantity.unit.dimension and abs(unit.base(value) - base) <= 0.04 * abs(base)
        for unit, value, _ in bare_units(text, language)
    )
