"""What a check is: one declaration, from which come its tests, the handbook and its place in the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mt_audit.core import Category, Hit, Language, Scope, Severity, Span, Status, WordLink
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the expected spans in ⟦marks⟧; ``original`` is the sentence it translates, "" for none."""

    ar: str
    original: str = ""
    language: Language = "en"
    note: str = ""

    @property
    def text(self) -> str:
        """The Arabic without marks."""
        return self.ar.replace(OPEN, "").replace(CLOSE, "")

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked spans, as offsets into ``text``."""
        found: list[Span] = []
        removed = 0
        start = 0
        for mark in re.finditer(f"[{OPEN}{CLOSE}]", self.ar):
            position = mark.start() - removed
            removed += 1
            if mark[0] == OPEN:
                start = position
            else:
                found.append(Span(start, position))
        return tuple(found)


AlignedPassages = tuple[Passage | None, Passage | None, float]
"""Arabic side, original side, link score of one pair; None for an empty side. Offsets are the article's."""


class View:
    """What a check looks at.

    * scope ``document``: ``ar`` is the whole article text (chrome blanked with spaces), no original side;
      ``sentences`` are its sentences as passages, offsets in the article; ``pairs`` are all aligned pairs,
      empty sides included, when there is an original (hits' ``original`` spans are then offsets in the
      original article).
    * scope ``sentence``: ``ar`` is one sentence, no original side.
    * scope ``pair`` and ``words``: ``ar`` and ``original`` are the two sides of one aligned pair. ``words``
      scope is for checks that need ``links``; links are computed on first use.

    ``whole`` is the document's Arabic passage (for context), ``whole_original`` the original's, when there is one.
    A pair with an empty side is not given to checks of scope pair or words: document checks see it in ``pairs``.
    """

    def __init__(
        self,
        ar: Passage,
        kit: Kit,
        original: Passage | None = None,
        *,
        whole: Passage | None = None,
        whole_original: Passage | None = None,
        sentences: tuple[Passage, ...] = (),
        pairs: tuple[AlignedPassages, ...] = (),
        score: float = 1.0,
        truncated: bool = False,
    ) -> None:
        self.ar = ar
        self.kit = kit
        self.original_or_none = original
        self.whole = whole or ar
        self.whole_original = whole_original or original
        self.sentences = sentences or (ar,)
        self.pairs = pairs
        self.score = score
        self.truncated = truncated

    @property
    def original(self) -> Passage:
        """The original side; only checks of scope pair and words may ask."""
        if self.original_or_none is None:
            raise ValueError("this view has no original side")
        return self.original_or_none

    @cached_property
    def links(self) -> tuple[WordLink, ...]:
        """Word links of the pair, likeliest first for each Arabic word."""
        return self.kit.link(self.ar, self.original)


Find = Callable[[View], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """One fault and how it is found.

    ``id`` is three letters and a number, never reused; ``name`` says the fault, not the cure. The
    module docstring is its manual page: what it catches, why it matters to a reader, when it is wrong, source.
    """

    id: str
    name: str
    category: Category
    severity: Severity
    scope: Scope
    find: Find
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    since: str = "0.1.0"
    status: Status = "stable"
    needs: tuple[str, ...] = ()
    """Parts of the kit without which the check is skipped, e.g. ("reader",)."""
    doc: str = ""
    languages: tuple[Language, ...] = ("en",)
    """Languages of the original that a check of scope pair or words can read."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z]{3}\d{3}", self.id):
            raise ValueError(f"not a check id: {self.id}")
        if not self.bad or not self.good:
            raise ValueError(f"{self.id} has no examples: no example, no check")
