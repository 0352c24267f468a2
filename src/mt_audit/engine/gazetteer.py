"""The gazetteer: countries, cities, persons, organisations, titles, given names, with spellings in both scripts."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from mt_audit.errors import EngineError
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage
from mt_audit.text.words import words

Gender = Literal["m", "f"]
LONGEST = 7
"""Words of the longest gazetteer name."""

_HEADS = (
    "", "ال", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a name. ``code`` joins what belongs together: a country, its people, its capital.

    ``wrong`` are Arabic strings that careless translation has produced for ``latin``; they mean something
    only beside it.
    """

    number: int
    kind: str
    gender: Gender | None
    code: str
    latin: tuple[str, ...]
    arabic: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    german: tuple[str, ...] = ()
    """Spellings of German news where they differ from the English; of persons, the surname."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in a passage: words ``first`` to ``last`` inclusive. ``bare`` leaves out proclitics."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def arabic_forms(key: str) -> Iterator[str]:
    """What a folded Arabic word may be without its proclitics, the word itself first.

    >>> "موسكو" in set(arabic_forms("وبموسكو")), "عراق" in set(arabic_forms("للعراق"))
    (True, True)
    """
    for head in _HEADS:
        if key.startswith(head) and len(key) - len(head) >= 2:
            yield key[len(head) :]
    if key.startswith(("لل", "ولل", "فلل")):
        yield "ال" + key[key.index("لل") + 2 :]
    for head in ("بال", "كال", "وال", "فال", "وبال"):
        if key.startswith(head):
            yield key[len(head) - 2 :]


class Gazetteer:
    """All entries, found by their words in either script."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)

    @classmethod
    def read(cls, path: Path) -> Gazetteer:
        """From the shipped table: kind, gender, code, Latin, Arabic, wrong, German; variants parted by a bar."""
        try:
            text = gzip.decompress(path.read_bytes()).decode("utf-8")
        except (OSError, ValueError, EOFError) as error:
            raise EngineError(f"The names table {path.name} is missing or damaged: {error}") from error
        entries = []
        for number, line in enumerate(text.splitlines()):
            kind, gender, code, latin, arabic, wrong, german = line.split("\t")
            entries.append(
                Entry(
                    number,
                    kind,
                    "m" if gender == "m" else "f" if gender == "f" else None,
                    code,
                    *(tuple(filter(None, cell.split("|"))) for cell in (latin, arabic, wrong, german)),
                )
            )
        return cls(entries)

    def _index(self, names: Sequence[tuple[Entry, tuple[str, ...]]]) -> dict[tuple[str, ...], tuple[Entry, ...]]:
        found: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        for entry, spellings in names:
            for spelling in spellings:
                plain = spelling.replace(" ", "").isalpha()  # nothing to cut at but blanks: the short way
                key = tuple(fold(spelling).split()) if plain else tuple(word.key for word in words(spelling))
                if key and entry not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), entry)
        return found

    @cached_property
    def latin(self) -> dict[tuple[str, ...], tuple[Entry, ...]]:
        """Entries by the folded words of a Latin spelling."""
        return self._index([(entry, entry.latin) for entry in self.entries])

    @cached_property
    def arabic(self) -> dict[tuple[str, ...], tuple[Entry, ...]]:
        """Entries by the folded words of an Arabic spelling."""
        return self._index([(entry, entry.arabic) for entry in self.entries])

    @cached_property
    def german(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by a folded German spelling that differs from the English one (Moskau, Selenskyj)."""
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for spelling in entry.german:
                found[fold(spelling)] = (*found.get(fold(spelling), ()), entry)
        return found

    @cached_property
    def _latin_heads(self) -> dict[str, int]:
        return _longest_by_head(self.latin)

    @cached_property
    def _arabic_heads(self) -> dict[str, int]:
        return _longest_by_head(self.arabic)

    def in_latin(self, passage: Passage) -> Iterator[Place]:
        """Longest entries in a Latin passage; a word must be capitalised as a name is (US, not us)."""
        texts = [word.text for word in passage.words]
        keys = [key.removesuffix("'s").removesuffix("'") for key in passage.keys]
        position = 0
        while position < len(keys):
            place = self._latin_at(position, keys, texts)
            if place is None:
                position += 1
            else:
                yield place
                position = place.last + 1

    def _latin_at(self, position: int, keys: Sequence[str], texts: Sequence[str]) -> Place | None:
        if not texts[position][:1].isupper():
            return None
        for size in range(min(self._latin_heads.get(keys[position], 0), len(keys) - position), 0, -1):
            entries = self.latin.get(tuple(keys[position : position + size]))
            if not entries:
                continue
            shown = texts[position].removesuffix("'s").removesuffix("’s")
            if size == 1 and shown.upper() != shown:
                # an abbreviation must be written as one: WHO is not Who, US is not Us
                entries = tuple(
                    e for e in entries if any(s == shown or s.upper() != s for s in e.latin if _same(s, shown))
                )
            if entries:
                return Place(position, position + size - 1, entries)
        return None

    def in_arabic(self, passage: Passage) -> Iterator[Place]:
        """Longest entries in an Arabic passage; the first word may carry proclitics."""
        keys = passage.keys
        position = 0
        while position < len(keys):
            place = self.arabic_at(position, keys)
            if place is None:
                position += 1
            else:
                yield place
                position = place.last + 1

    def arabic_at(self, position: int, keys: Sequence[str]) -> Place | None:
        """The longest entry that starts at word ``position``, or None."""
        best: Place | None = None
        for form in arabic_forms(keys[position]):
            for size in range(min(self._arabic_heads.get(form, 0), len(keys) - position), 0, -1):
                if best is not None and size <= best.last - best.first + 1:
                    break
                entries = self.arabic.get((form, *keys[position + 1 : position + size]))
                if entries:
                    best = Place(position, position + size - 1, entries)
                    break
        return best


def _same(spelling: str, shown: str) -> bool:
    return spelling.lower() == shown.lower()


def _longest_by_head(index: dict[tuple[str, ...], tuple[Entry, ...]]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in index:
        longest[key[0]] = max(longest.get(key[0], 0), min(len(key), LONGEST))
    return longest
