"""The sense inventory: what an English lemma can mean, by which words each sense is known, how Arabic says it."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of one English lemma or multiword unit."""

    lemma: str
    pos: str
    """``n``, ``v``, ``adj``, ``adv``, ``conj``, ``prep``, ``name`` or ``other``."""
    gloss: str
    cues: tuple[str, ...]
    """English context words of this sense."""
    ar: tuple[str, ...]
    """Arabic forms professionals use, the most usual first, as written (not folded)."""
    wrong_ar: tuple[str, ...]
    """Arabic forms that belong to another sense and are wrong for this one."""
    prior: float
    """Share of this sense among the lemma's senses of the same part of speech, 0…1."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A multiword unit found in an original, words ``first`` to ``last`` inclusive.

    ``members`` are the indices of its own words: *called* the strike *off* leaves two words out.
    """

    first: int
    last: int
    lemma: str
    senses: tuple[Sense, ...]
    members: tuple[int, ...] = ()


def _bar(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


class Inventory:
    """All senses, by lemma; rows are parsed when their lemma is first asked for."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._rows: dict[str, list[str]] = {}
        for row in rows:
            lemma, _, rest = row.partition("\t")
            self._rows.setdefault(lemma, []).append(rest)
        self._parsed: dict[str, tuple[Sense, ...]] = {}

    @classmethod
    def load(cls, folder: Path) -> Inventory:
        """Read ``senses.tsv.gz``: lemma, pos, gloss, cues, ar, wrong_ar, prior; sorted by lemma."""
        with gzip.open(folder / "senses.tsv.gz", "rt", encoding="utf-8") as lines:
            return cls(lines.read().splitlines())

    def __contains__(self, lemma: object) -> bool:
        return lemma in self._rows

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def lemmas(self) -> tuple[str, ...]:
        """Every lemma and multiword unit that has senses."""
        return tuple(self._rows)

    def of(self, lemma: str) -> tuple[Sense, ...]:
        """The senses of a lemma, the most frequent first; empty when it is not listed."""
        if lemma not in self._parsed:
            found: list[Sense] = []
            for row in self._rows.get(lemma, ()):
                pos, gloss, cues, ar, wrong, prior = row.split("\t")
                found.append(Sense(lemma, pos, gloss, _bar(cues), _bar(ar), _bar(wrong), float(prior)))
            self._parsed[lemma] = tuple(found)
        return self._parsed[lemma]

    @cached_property
    def heads(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """First word of each multiword unit → the units that begin with it, longest first, each as its words."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for lemma in self._rows:
            if " " in lemma:
                words = tuple(lemma.split(" "))
                found.setdefault(words[0], []).append(words)
        return {head: tuple(sorted(units, key=lambda unit: (-len(unit), unit))) for head, units in found.items()}
