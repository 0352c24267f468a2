"""Figures and number words of a text, as values that can be compared across languages.

Understood: both Arabic digit sets, ``٫ ٬ ٪``, English, German and Arabic separators, scale words and their
abbreviations, Arabic duals (``مليونان``), compounds with و, halves and quarters, percent and percentage points,
ordinals, clock times, vague magnitudes (dozens, مئات), units and currencies.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from mt_audit.core import Language, Span
from mt_audit.text.number_reader import Reader
from mt_audit.text.quantity import Kind, Quantity, figure, tokens_of
from mt_audit.text.units import DUALS, Unit, units_of

__all__ = ["Kind", "Quantity", "bare_units", "converts", "figure", "numbers", "same"]

_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})([:.])(\d{2})(?!\d|[.,:]\d)\s*"
    r"(?:(a\.?m\b|p\.?m\b|صباح|مساء|ظهر|ليل|فجر|GMT|UTC|بتوقيت|Uhr|hrs)|)"
)
_HOUR = re.compile(r"(?<![\d:.,$£€])(\d{1,2})\s*(a\.m\b|p\.m\b|am\b|pm\b|o['’]clock|Uhr)", re.IGNORECASE)
_ZULU = re.compile(r"(?<!\d)(\d{2})(\d{2})(?=\s*(?:GMT|UTC|hours|hrs|local time))")


_POINT_PART = re.compile(r"\b(quarter|half)-(?=(?:percentage-)?point)", re.I)
_POINT_PARTS = {"quarter": "0.25", "half": "0.5"}


@lru_cache(maxsize=8192)
def numbers(text: str, language: Language) -> tuple[Quantity, ...]:
    """All numbers of ``text`` in order. Codes (``F-16``, ``COVID-19``) are left out.

    >>> [q.value for q in numbers("ربح مليونين و400 ألف دينار", "ar")]
    [2400000.0]
    """
    if language == "en":
        # Written out in figures at the same length, so that spans hold: a quarter-point cut is a cut of 0.25 points.
        text = _POINT_PART.sub(lambda match: _POINT_PARTS[match[1].lower()].ljust(len(match[0]), "0"), text)
    found: list[Quantity] = []
    taken: list[Span] = []
    for clock in (_CLOCK, _ZULU, _HOUR):
        for match in clock.finditer(text):
            if (quantity := _time(clock, match, text)) and not any(quantity.span.overlaps(span) for span in taken):
                taken.append(quantity.span)
                found.append(quantity)
    tokens = tokens_of(text)
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if taken and any(span.start <= token.start < span.end for span in taken):
            position += 1
            continue
        reader = Reader(text, tokens, language)
        nextpos = reader.read(position)
        if nextpos > position and (quantity := reader.quantity(position, nextpos)):
            found.append(_with_tail(quantity, text))
            if found[-1].value != quantity.value and quantity.unit_span:  # its half is read already
                tail = _TAIL.match(text, quantity.unit_span.end)
                taken.append(Span(quantity.unit_span.end, tail.end() if tail else quantity.unit_span.end))
            if quantity.unit_span and quantity.kind in ("percent", "points"):
                while nextpos < len(tokens) and tokens[nextpos].start < quantity.unit_span.end:
                    nextpos += 1
        position = max(nextpos, position + 1)
    found.sort(key=lambda quantity: quantity.span.start)
    return tuple(found)


_TAIL = re.compile(r"\s+و(نصف|ربع)(?:\s+ال\w+)?(?!\w)|\s+(تحت الصفر|below zero|below freezing)")
_HEAD = re.compile(r"(?:minus|negative|ناقص|سالب)\s+$|(?<![\w])[-−]$", re.IGNORECASE)


def _with_tail(quantity: Quantity, text: str) -> Quantity:
    """The number with what follows its unit: a half or a quarter (كيلومترات ونصف), or the side of zero."""
    if quantity.unit is None or quantity.unit_span is None:
        return quantity
    tail = _TAIL.match(text, quantity.unit_span.end)
    if tail and tail[1]:
        return replace(quantity, value=quantity.value + (0.5 if tail[1] == "نصف" else 0.25), precision=0.0)
    if quantity.unit.dimension == "temperature" and (tail or _HEAD.search(text[: quantity.span.start])):
        return replace(quantity, others=(*quantity.others, -quantity.value))
    return quantity


def _time(clock: re.Pattern[str], match: re.Match[str], text: str) -> Quantity | None:
    hours = int(match[1])
    minutes = 0
    if clock is _CLOCK:
        minutes = int(match[3])
        if hours > 24 or minutes > 59 or (match[2] == "." and not match[4]):
            return None
        end = match.end(3)
    else:
        if clock is _ZULU:
            minutes = int(match[2])
        if hours > 24 or minutes > 59:
            return None
        end = match.end(2) if clock is _ZULU else match.end(1)
    return Quantity(Span(match.start(), end), float(hours % 12 * 60 + minutes), "time", figures=True)


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers can be the same quantity: rounded, converted, as fraction or percent, in other words."""
    if one.kind == "vague" or other.kind == "vague":
        return one.value == other.value
    if "time" in (one.kind, other.kind):
        return _hour(one) == _hour(other)
    scale_one, scale_other = (0.01 if q.kind == "percent" else 1.0 for q in (one, other))
    for value in one.values:
        for counterpart in other.values:
            if abs(value - counterpart) <= max(one.precision, other.precision, 1e-6) * (1 + 1e-9):
                return True
            if "fraction" in (one.kind, other.kind) or scale_one != scale_other:
                if abs(value * scale_one - counterpart * scale_other) <= 0.006:
                    return True
    return converts(one, other)


def _hour(quantity: Quantity) -> float:
    return quantity.value if quantity.kind == "time" else quantity.value % 12 * 60


def converts(one: Quantity, other: Quantity) -> bool:
    """Whether the two are one quantity in different units of a dimension, within rounding."""
    for unit in one.alternatives or (one.unit,):
        for counterpart in other.alternatives or (other.unit,):
            if unit is not None and counterpart is not None and _commensurate(unit, counterpart):
                if any(_close(unit.base(v), counterpart.base(w), one, other) for v in one.values for w in other.values):
                    return True
    return False


def _commensurate(unit: Unit, other: Unit) -> bool:
    if unit.dimension != other.dimension or unit.key == other.key:
        return False
    return unit.dimension != "money" or bool({unit.key, other.key} & {"cent", "pence"})


def _close(left: float, right: float, one: Quantity, other: Quantity) -> bool:
    slack = 0.09 if one.rough or other.rough else 0.035
    fixed = 0.6 if one.unit and one.unit.dimension == "temperature" else 0.0
    return abs(left - right) <= slack * max(abs(left), abs(right)) + fixed


def bare_units(text: str, language: Language) -> tuple[tuple[Unit, float, Span], ...]:
    """Time and measure words that stand without a number: "a year" (1), شهرين (2)."""
    return tuple(
        (unit, 2.0 if token.key in DUALS else 1.0, Span(token.start, token.end))
        for token in tokens_of(text)
        if len(token.key) > 1
        for unit in units_of(token.key, token.type == "ar")[:1]
    )
