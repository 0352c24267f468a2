"""A stretch of an article as the checks see it: raw text, where it starts, and its words."""

from __future__ import annotations

from functools import cached_property

from mt_audit.core import Language, Span
from mt_audit.text.words import Word, words


class Passage:
    """One or more sentences of one article. Immutable by convention; word lists are made on first use.

    ``start`` is the offset of ``text`` in the article; all other spans are relative to ``text``.
    """

    def __init__(self, text: str, language: Language, start: int = 0, *, headline: bool = False) -> None:
        self.text = text
        self.language = language
        self.start = start
        self.headline = headline

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words and figures in order."""
        return words(self.text)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Folded spelling of each word."""
        return tuple(word.key for word in self.words)

    def span_of(self, first: int, last: int) -> Span:
        """Span from word ``first`` to word ``last`` inclusive."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def __repr__(self) -> str:
        return f"Passage({self.text[:40]!r}…, {self.language}, start={self.start})"
