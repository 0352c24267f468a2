"""Words and phrases that belong to a class of meaning (all, most, may, must …), matched across a pair by place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mt_audit.checks.base import View
from mt_audit.checks.linked import place_in_original
from mt_audit.core import Language, Span
from mt_audit.text.passage import Passage


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of class ``cls`` from word ``first`` to word ``last``."""

    cls: str
    first: int
    last: int

    def span(self, passage: Passage) -> Span:
        """Where it stands."""
        return passage.span_of(self.first, self.last)


class Classes:
    """Classes of phrases in Arabic and in other languages, as patterns over folded words joined by single blanks.

    ``answers[c]``: classes of the original that answer Arabic class ``c`` (itself always does).
    """

    def __init__(
        self, ar: Mapping[str, str], others: Mapping[str, Mapping[str, str]], answers: Mapping[str, frozenset[str]]
    ) -> None:
        self.patterns = {
            language: re.compile("|".join(f"(?P<{name}>(?<![^ ])(?:{body})(?![^ ]))" for name, body in table.items()))
            for language, table in {"ar": ar, **others}.items()
        }
        self.answers = {name: answers.get(name, frozenset()) | {name} for name in ar}

    def mentions(self, passage: Passage) -> tuple[Mention, ...]:
        """All mentions in order; at each place the first class of the table that fits."""
        return _mentions(self, passage.keys, passage.language)

    def left_over(self, view: View, reach: float = 14.0) -> tuple[list[Mention], list[Mention]]:
        """Mentions of the Arabic and of the original that do not answer each other."""
        left, right = self.mentions(view.ar), self.mentions(view.original)
        if not left or not right:
            return list(left), list(right)
        options = sorted(
            (abs(place_in_original(view, m.first) - o.first), i, j)
            for i, m in enumerate(left)
            for j, o in enumerate(right)
            if o.cls in self.answers[m.cls]
        )
        used_left: set[int] = set()
        used_right: set[int] = set()
        for distance, i, j in options:
            if distance <= reach and i not in used_left and j not in used_right:
                used_left.add(i)
                used_right.add(j)
        return (
            [m for i, m in enumerate(left) if i not in used_left],
            [o for j, o in enumerate(right) if j not in used_right],
        )

    def clashes(
        self, view: View, contraries: Mapping[str, frozenset[str]], near: float = 6.0, reach: float = 14.0
    ) -> list[tuple[Mention, Mention, float]]:
        """Left-over mentions that contradict each other at the same place, with their distance in words."""
        left, right = self.mentions(view.ar), self.mentions(view.original)
        if not left or not right:
            return []
        places = [place_in_original(view, mention.first) for mention in left]

        def nearest(i: int | None, j: int | None, *, clash: bool) -> float:
            """Distance of the nearest partner of Arabic mention ``i`` (or original mention ``j``) of one kind."""
            best = reach + 1
            for k, mention in enumerate(left) if i is None else [(i, left[i])]:
                for other in right if j is None else [right[j]]:
                    fits = other.cls in (
                        contraries.get(mention.cls, frozenset()) if clash else self.answers[mention.cls]
                    )
                    if fits:
                        best = min(best, abs(places[k] - other.first))
            return best

        found: list[tuple[Mention, Mention, float]] = []
        taken: set[int] = set()
        for i, mention in enumerate(left):
            options = [
                (abs(places[i] - other.first), j)
                for j, other in enumerate(right)
                if j not in taken
                and other.cls in contraries.get(mention.cls, frozenset())
                and abs(places[i] - other.first) <= near
            ]
            if not options:
                continue
            distance, j = min(options)
            if nearest(i, None, clash=False) <= distance + 3 or nearest(None, j, clash=False) <= distance + 3:
                continue  # something says it as the other side does, and nearly as close
            taken.add(j)
            found.append((mention, right[j], distance))
        return found


@lru_cache(maxsize=8192)
def _mentions(classes: Classes, keys: tuple[str, ...], language: Language) -> tuple[Mention, ...]:
    pattern = classes.patterns.get(language) or classes.patterns["en"]
    text = " ".join(keys)
    starts: list[int] = []
    position = 0
    for key in keys:
        starts.append(position)
        position += len(key) + 1
    index = {start: i for i, start in enumerate(starts)}
    found = []
    for match in pattern.finditer(text):
        first = index.get(match.start())
        if first is not None and match.lastgroup:
            found.append(Mention(match.lastgroup, first, first + match[0].count(" ")))
    return tuple(found)
