"""Phrases that a literal translation leaves behind, as a table, and how they are found in an Arabic passage.

A row of the table: ``pattern``, ``en`` (the English it comes from), ``says`` (what the Arabic now says),
``suggestion``,
``severity``, ``bad`` (an example with ⟦marks⟧; the suggestion put into the marks gives the good example).

Pattern language, word by word:

* ``صفقه`` any inflection of the word, clitics allowed; ``a|b`` one of several;
* ``=كلمة`` that spelling only, clitics allowed; ``"كلمة`` that spelling without any clitic;
* ``..`` up to two words that belong to no pattern word; ``.`` exactly zero or one;
* ``+a|b`` one of these must stand elsewhere in the sentence; ``-a|b`` none of these may.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from mt_audit.checks.base import CLOSE, OPEN, Example
from mt_audit.core import Hit, Severity, Span
from mt_audit.errors import EngineError
from mt_audit.text.folding import fold
from mt_audit.text.forms import core, proclitics, stems, wear
from mt_audit.text.passage import Passage
from mt_audit.text.words import bases

_GAPS = {".": 1, "..": 2, "...": 4}


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a pattern: which words fit, and how many strange words may stand before it."""

    loose: tuple[frozenset[str], ...]
    exact: frozenset[str]
    bare: frozenset[str]
    gap: int
    forms: tuple[str, ...]

    def fits(self, key: str) -> bool:
        """Whether the folded word may stand here."""
        if key in self.bare:
            return True
        if self.exact and not self.exact.isdisjoint(bases(key)):
            return True
        if self.loose:
            own = stems(key)
            return any(not own.isdisjoint(form) for form in self.loose)
        return False


def _slot(text: str, gap: int) -> Slot:
    loose: list[frozenset[str]] = []
    exact: set[str] = set()
    bare: set[str] = set()
    forms: list[str] = []
    for form in text.split("|"):
        if form.startswith("="):
            exact.add(fold(form[1:]))
            forms.append(fold(form[1:]))
        elif form.startswith('"'):
            bare.add(fold(form[1:]))
            forms.append(fold(form[1:]))
        else:
            loose.append(core(fold(form)))
            forms.append(fold(form))
    return Slot(tuple(loose), frozenset(exact), frozenset(bare), gap, tuple(forms))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of the table, compiled."""

    pattern: str
    english: str
    says: str
    suggestion: str
    severity: Severity
    bad: str
    slots: tuple[Slot, ...]
    near: tuple[Slot, ...]
    away: tuple[Slot, ...]

    def starts(self, passage: Passage, first: int) -> int | None:
        """Index of the last word when the phrase begins at word ``first``, else None."""
        words = passage.words
        keys = passage.keys
        position = first
        for index, slot in enumerate(self.slots):
            if index == 0:
                continue
            for step in range(1, slot.gap + 2):
                at = position + step
                if at >= len(keys):
                    return None
                between = passage.text[words[position].span.end : words[at].span.start]
                if any(mark in between for mark in ".!؟،؛:(\n"):
                    return None
                if slot.fits(keys[at]):
                    position = at
                    break
            else:
                return None
        for wanted in self.near:
            if not any(wanted.fits(key) for at, key in enumerate(keys) if not first <= at <= position):
                return None
        for barred in self.away:
            if any(barred.fits(key) for key in keys):
                return None
        return position

    def fitted(self, raw: str) -> str:
        """The suggestion wearing the conjunction, preposition and article of the raw words it replaces."""
        if not self.suggestion:
            return ""
        first = raw.split()[0]
        head = next((h for form in self.slots[0].forms if (h := proclitics(first, form))), "")
        plain = next((h for form in self.slots[0].forms if (h := proclitics(self.pattern_word, form))), "")
        if head == plain or not head:
            return self.suggestion
        pieces = self.suggestion.split()
        pieces[0] = wear(head, pieces[0])
        raw_words = raw.split()
        if len(pieces) == len(raw_words) == 2 and raw_words[1].startswith("ال") and not pieces[1].startswith("ال"):
            pieces[1] = "ال" + pieces[1]
        return " ".join(pieces)

    @property
    def pattern_word(self) -> str:
        """The first word of the row's own example span."""
        start = self.bad.index("⟦") + 1
        return self.bad[start : self.bad.index("⟧")].split()[0]


def compiled(pattern: str) -> tuple[tuple[Slot, ...], tuple[Slot, ...], tuple[Slot, ...]]:
    """A pattern's slots, its wanted and its barred neighbours."""
    slots: list[Slot] = []
    near: list[Slot] = []
    away: list[Slot] = []
    gap = 0
    for piece in pattern.split():
        if piece in _GAPS:
            gap = _GAPS[piece]
        elif piece.startswith("+"):
            near.append(_slot(piece[1:], 0))
        elif piece.startswith("-"):
            away.append(_slot(piece[1:], 0))
        else:
            slots.append(_slot(piece, gap))
            gap = 0
    return tuple(slots), tuple(near), tuple(away)


def phrase(cells: list[str]) -> Phrase:
    """A row of the table → Phrase. Raises EngineError when the row is malformed."""
    if len(cells) != 6 or "⟦" not in cells[5]:
        raise EngineError(f"The phrase table has a malformed row: {cells[0][:60]!r}.")
    pattern, english, says, suggestion, severity, bad = cells
    slots, near, away = compiled(pattern)
    return Phrase(pattern, english, says, suggestion, Severity(severity), bad, slots, near, away)


class PhraseTable:
    """Phrases of one or more TSV files beside this module, indexed by the stems of their first word."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases

    @classmethod
    def load(cls, package: str, *names: str) -> PhraseTable:
        """Rows of the package's TSV files ``names``. Raises EngineError when one is missing or malformed."""
        rows: list[Phrase] = []
        for name in names:
            try:
                text = files(package).joinpath(name).read_text(encoding="utf-8")
            except OSError as error:
                raise EngineError(f"The table {name} of {package} is missing.") from error
            rows += [phrase(line.split("\t")) for line in text.splitlines()[1:] if line.strip()]
        return cls(tuple(rows))

    @cached_property
    def _by_stem(self) -> Mapping[str, tuple[int, ...]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.phrases):
            first = row.slots[0]
            keys = set(first.exact) | set(first.bare)
            for form in first.loose:
                keys |= form
            for key in keys:
                index[key].append(number)
        return {key: tuple(numbers) for key, numbers in index.items()}

    def find(self, passage: Passage) -> Iterator[tuple[Phrase, Span]]:
        """Every phrase found, with its span; where two overlap, the shorter: it points at the fault more exactly."""
        found: list[tuple[int, int, int]] = []
        for first, key in enumerate(passage.keys):
            numbers: set[int] = set()
            for stem in stems(key) | set(bases(key)):
                numbers.update(self._by_stem.get(stem, ()))
            for number in sorted(numbers):
                row = self.phrases[number]
                if row.slots[0].fits(key) and (last := row.starts(passage, first)) is not None:
                    found.append((first, last, number))
        taken: list[tuple[int, int]] = []
        for first, last, number in sorted(found, key=lambda hit: (hit[1] - hit[0], hit[0], hit[2])):
            if all(last < start or first > end for start, end in taken):
                taken.append((first, last))
                yield self.phrases[number], passage.span_of(first, last)


_CONFIDENCE = {Severity.CRITICAL: 0.93, Severity.MAJOR: 0.9, Severity.MINOR: 0.75}


def phrase_hit(row: Phrase, passage: Passage, span: Span) -> Hit:
    """What is reported of a phrase that was found."""
    quote = span.of(passage.text)
    return Hit(
        span=span,
        message=f"«{quote}» says “{row.says}”: English “{row.english}” was put into Arabic word for word, "
        "and the reader is told something else or nothing at all.",
        suggestion=row.fitted(quote),
        confidence=_CONFIDENCE[row.severity],
        severity=row.severity,
    )


def example_pairs(table: PhraseTable) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """The rows' own examples: bad ones as marked, good ones with the suggestion put in."""
    bad = tuple(Example(row.bad, note=row.english) for row in table.phrases)
    good = tuple(
        Example(row.bad[: row.bad.index(OPEN)] + row.suggestion + row.bad[row.bad.index(CLOSE) + 1 :], note=row.english)
        for row in table.phrases
    )
    return bad, good
