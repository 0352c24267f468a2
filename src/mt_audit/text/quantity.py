"""A number as it is written: its value, its kind, its unit, and the words it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mt_audit.core import Language, Span
from mt_audit.text.folding import fold
from mt_audit.text.units import Unit

Kind = Literal["count", "percent", "points", "ordinal", "fraction", "vague", "time", "year", "decade"]

_TOKEN = re.compile(
    r"(?P<fig>\d{1,3}(?:[,.٬،]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)"
    r"|(?P<ar>[\u0621-\u064a\u066e-\u06d3][\u0621-\u065f\u066e-\u06d3\u0670]*)"
    r"|(?P<la>[^\W\d_\u0600-\u06ff]+(?:['’][^\W\d_\u0600-\u06ff]+)?\.?)"
    r"|(?P<sym>[%٪$£€¥°])"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as written. ``span`` covers its words, not its unit; ``precision`` is half of the last digit's worth.

    ``others`` are further values the same writing may have (``12,500`` in Maghrebi copy, ``خمس`` one fifth).
    ``weak``: a one or a two, which either language also says without a number word.
    """

    span: Span
    value: float
    kind: Kind = "count"
    unit: Unit | None = None
    precision: float = 0.0
    others: tuple[float, ...] = ()
    weak: bool = False
    figures: bool = False
    rough: bool = False
    unit_span: Span | None = None
    alternatives: tuple[Unit, ...] = ()

    @property
    def values(self) -> tuple[float, ...]:
        """All values the writing may have, the likeliest first."""
        return (self.value, *self.others)


class Token(NamedTuple):
    """A figure, word or sign of a text."""

    type: str
    text: str
    key: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Figures, Arabic words (``ar``), other words (``la``) and signs of a text, in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        type_ = match.lastgroup or ""
        word = match[0]
        if type_ == "la" and word.endswith("."):
            word = word[:-1]
        found.append(Token(type_, word, fold(word), match.start(), match.start() + len(word)))
    return found


def figure(text: str, language: Language) -> tuple[float, float, tuple[float, ...]]:
    """Value, half of the last digit's worth, and other readings of one figure.

    >>> figure("12,5", "ar")[0], figure("1,250", "en")[0], figure("1.250", "de")[0]
    (12.5, 1250.0, 1250.0)
    """
    plain = fold(text).replace("٬", ",").replace("٫", ".").replace("،", ",")
    if "٫" in text:
        head, _, tail = plain.rpartition(".")
        return float(head.replace(",", "") + "." + tail), 0.5 * 10.0 ** -len(tail), ()
    decimal = "," if language == "de" else "."
    grouping = "." if decimal == "," else ","
    if decimal in plain and grouping in plain:
        last = max(plain.rfind(decimal), plain.rfind(grouping))
        head, tail = plain[:last], plain[last + 1 :]
        return float(re.sub("[.,]", "", head) + "." + tail), 0.5 * 10.0 ** -len(tail), ()
    for mark in (",", "."):
        if mark not in plain:
            continue
        parts = plain.split(mark)
        groups = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0] != "0"
        whole = float("".join(parts))
        if len(parts) > 2:
            return whole, 0.5, ()
        part = float(f"{parts[0]}.{parts[1]}")
        if groups and mark == grouping:
            return whole, 0.5, (part,) if language == "ar" else ()
        if groups and language == "ar":
            return part, 0.0005, (whole,)
        return part, 0.5 * 10.0 ** -len(parts[1]), ()
    return float(plain), 0.5, ()
