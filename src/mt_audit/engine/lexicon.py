"""Which Arabic renders which English: translation probabilities, senses, multiword units, match evidence.

The table joins three sources: our own news lexicon (senses, multiword units, names), open dictionaries, and word
alignment of open parallel text. See ``assets/lexicon/README.md`` for sources, licences and figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine import forms
from mt_audit.engine.lemma import Reading, american, readings
from mt_audit.engine.matching import Evidence, evidence, overlap
from mt_audit.engine.reading import parts_of_speech, rank
from mt_audit.engine.senses import Inventory, Phrase, Sense
from mt_audit.engine.table import Table
from mt_audit.text.passage import Passage
from mt_audit.text.words import words

ASSETS = Path(__file__).parent / "assets" / "lexicon"

Floats = NDArray[np.float32]

_CACHED = 60_000
"""Arabic words whose rows are kept in memory."""

_GAP = 3
"""How many words may stand inside a phrasal verb: *called the general strike off*."""


class Lexicon:
    """English–Arabic lexicon. Arabic keys are folded spellings (``Passage.keys``); English ones are lower-case.

    Probabilities and evidence are 0…1. Everything is deterministic and may be shared between threads.
    """

    def __init__(self, table: Table, inventory: Inventory) -> None:
        self.table = table
        self.inventory = inventory
        self._lemmas: dict[str, tuple[Reading, ...]] = {}
        self._ar_rows: dict[str, dict[int, float]] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> Lexicon:
        """The shipped lexicon, or the one in ``folder``; raises ``EngineError`` when a file is missing."""
        folder = folder or ASSETS
        return cls(Table.load(folder), Inventory.load(folder))

    # ── English words ────────────────────────────────────────────────────────────────────────────────────────────

    def known(self, lemma: str) -> bool:
        """Whether the English lemma has senses or translations."""
        return lemma in self.inventory or lemma in self.table.en

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Lemmas an English word may be a form of, likeliest first; the word itself (lower-case) among them."""
        key = word.lower()
        found = self._lemmas.get(key)
        if found is None:
            found = readings(key, self.known, self._adjective)
            if not any(reading.lemma in self.inventory for reading in found):
                # British spellings come under their American entries.
                spelt = ((reading, american(reading.lemma)) for reading in found)
                found = (*(replace(r, lemma=us) for r, us in spelt if us and us in self.inventory), *found)
            self._lemmas[key] = found
        return found

    def _adjective(self, lemma: str) -> bool:
        return any(sense.pos == "adj" for sense in self.inventory.of(lemma))

    def lemma(self, word: str, pos: str | None = None) -> str:
        """The likeliest lemma of ``word``; with ``pos`` (v, n, adj, adv) the likeliest of that part of speech."""
        found = self.readings(word)
        if pos:
            for reading in found:
                if reading.pos in ("", pos) and any(sense.pos == pos for sense in self.inventory.of(reading.lemma)):
                    return reading.lemma
        return found[0].lemma

    def senses(self, lemma: str, pos: str | None = None) -> tuple[Sense, ...]:
        """The senses of a lemma or multiword unit, most frequent first; with ``pos`` only those of it."""
        found = self.inventory.of(lemma)
        return tuple(sense for sense in found if sense.pos == pos) if pos else found

    def phrases(self, original: Passage) -> tuple[Phrase, ...]:
        """Multiword units of an English passage in order, the longest at each place; they do not overlap."""
        choices = [self.lemmas_of(word.text) for word in original.words]
        present = frozenset().union(*choices)
        found: list[Phrase] = []
        taken: set[int] = set()
        for first, lemmas in enumerate(choices):
            if first in taken:
                continue
            heads = [unit for lemma in lemmas for unit in self.inventory.heads.get(lemma, ())]
            for unit in sorted(filter(present.issuperset, heads), key=len, reverse=True):
                where = self._placed(unit, first, choices, taken)
                if where:
                    taken.update(where)
                    name = " ".join(unit)
                    found.append(Phrase(where[0], where[-1], name, self.inventory.of(name), where))
                    break
        return tuple(found)

    def _placed(
        self, unit: tuple[str, ...], first: int, choices: Sequence[tuple[str, ...]], taken: set[int]
    ) -> tuple[int, ...]:
        """Where the parts of ``unit`` stand when its first is word ``first``; empty when they do not follow."""
        where = [first]
        gap = _GAP if len(unit) == 2 and any(s.pos == "v" for s in self.inventory.of(" ".join(unit))) else 0
        for part in unit[1:]:
            start = where[-1] + 1
            reach = range(start, min(start + gap + 1, len(choices)))
            place = next((j for j in reach if part in choices[j] and j not in taken), None)
            if place is None:
                return ()
            where.append(place)
        return tuple(where)

    @lru_cache(maxsize=65536)  # noqa: B019  (a process has one lexicon, and it lives as long as the process)
    def lemmas_of(self, word: str) -> tuple[str, ...]:
        """The spellings under which an English word may be listed, likeliest lemma first."""
        return tuple(dict.fromkeys(reading.lemma for reading in self.readings(word)))

    def sense_of(self, original: Passage, index: int) -> tuple[tuple[Sense, float], ...]:
        """Senses of original word ``index`` (or of the multiword unit it belongs to) with probabilities, best first.

        Decided by part of speech, cue words of the sentence and the senses' priors; empty for an unlisted word.
        """
        for phrase in self.phrases(original):
            if index in phrase.members:
                return rank(phrase.senses, {}, self._context(original, phrase.members))
        found = self.readings(original.words[index].text)
        parts = parts_of_speech(original.keys, index, found)
        senses: list[Sense] = []
        for reading in found:
            senses += [s for s in self.inventory.of(reading.lemma) if reading.pos in ("", s.pos) and s not in senses]
        return rank(senses, parts, self._context(original, (index,)))

    def _context(self, original: Passage, own: tuple[int, ...]) -> dict[str, float]:
        near: dict[str, float] = {}
        for j, word in enumerate(original.words):
            if j not in own:
                nearness = 1.0 / (1.0 + 0.08 * min(abs(j - k) for k in own))
                for spelling in (word.key, *(r.lemma for r in self.readings(word.text))):
                    near[spelling] = max(near.get(spelling, 0.0), nearness)
        return near

    # ── probabilities ────────────────────────────────────────────────────────────────────────────────────────────

    def p_ar_given_en(self, ar_key: str, en_lemma: str) -> float:
        """How often ``en_lemma`` is rendered by the entry that ``ar_key`` is a form of."""
        return self._best(ar_key, en_lemma, self.table.p_ar)

    def p_en_given_ar(self, en_lemma: str, ar_key: str) -> float:
        """How often the entry that ``ar_key`` is a form of renders ``en_lemma``."""
        return self._best(ar_key, en_lemma, self.table.p_en)

    def _best(self, ar_key: str, en_lemma: str, values: NDArray[np.uint8]) -> float:
        column = self.table.en.get(en_lemma)
        if column is None:
            return 0.0
        best = 0.0
        for unit, weight in forms.units(ar_key):
            place = self.table.place(unit, column)
            if place is not None:
                best = max(best, weight * float(self.table.probability[values[place]]))
        return best

    def translations(self, en_lemma: str, most: int = 10) -> tuple[tuple[str, float], ...]:
        """The likeliest Arabic bases (folded) of an English lemma, with P(ar | en), best first."""
        return self.table.arabic_of(en_lemma, most)

    def meanings(self, ar_key: str, most: int = 10) -> tuple[tuple[str, float], ...]:
        """The likeliest English lemmas of an Arabic word in any form, with match evidence, best first."""
        ranked = sorted(self.arabic_row(ar_key).items(), key=lambda item: (-item[1], item[0]))
        return tuple((self.table.en_words[column], strength) for column, strength in ranked[:most])

    # ── match evidence ───────────────────────────────────────────────────────────────────────────────────────────

    def arabic_row(self, ar_key: str) -> dict[int, float]:
        """English columns an Arabic word may render, with the match evidence of each, 0…1."""
        found = self._ar_rows.get(ar_key)
        if found is None:
            found = self.table.row_of(forms.units(ar_key))
            if len(self._ar_rows) > _CACHED:
                self._ar_rows.clear()
            self._ar_rows[ar_key] = found
        return found

    @lru_cache(maxsize=65536)  # noqa: B019  (a process has one lexicon, and it lives as long as the process)
    def english_columns(self, word: str) -> tuple[int, ...]:
        """Columns of the table an English word may stand for: as spelt (US), by its readings, by its hyphened parts."""
        table = self.table.en
        if word in table and not word.islower():
            return (table[word],)
        columns = [table[lemma] for lemma in self.lemmas_of(word) if lemma in table]
        if not columns and "-" in word:
            columns = [column for part in word.split("-") if len(part) > 1 for column in self.english_columns(part)]
        if not columns and "'" in word:
            columns = list(self.english_columns(word[: word.index("'")]))  # it's, we've
        return tuple(dict.fromkeys(columns))

    @cached_property
    def phrase_heads(self) -> dict[str, dict[str, list[tuple[tuple[str, ...], int]]]]:
        """Arabic entries of several words: first word → second word → (the other words, row of the table)."""
        found: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {}
        for row, entry in enumerate(self.table.ar_words):
            if " " in entry:
                first, second, *rest = entry.split(" ")
                found.setdefault(first, {}).setdefault(second, []).append((tuple(rest), row))
        return found

    def phrase_row(self, row: int) -> dict[int, float]:
        """English columns of an Arabic entry of several words, with the match evidence of each, 0…1."""
        entry = self.table.ar_words[row]
        found = self._ar_rows.get(entry)
        if found is None:
            found = self._ar_rows[entry] = self.table.row_of(((entry, 1.0),))
        return found

    def evidence(self, ar: Passage, original: Passage) -> Evidence:
        """Match evidence of two passages: of single words, and of multiword units."""
        return evidence(self, ar, original)

    def similarity(self, ar: Passage, original: Passage) -> Floats:
        """Match evidence 0…1 of every Arabic word (rows) with every original word (columns)."""
        return evidence(self, ar, original).joined

    def overlap(self, ar_texts: Sequence[str], en_texts: Sequence[str], language: str = "en") -> Floats:
        """How much of each text the other one renders, matrix [Arabic texts, other texts], 0…1."""
        return overlap(self, ar_texts, en_texts, language)

    def occurrences(self, ar: Passage, wanted: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
        """Where the passage has one of the Arabic forms, in any clitic or regular inflection.

        Gives (first word, last word, form), in text order; a form of several words must stand unbroken.
        """
        found: list[tuple[int, int, str]] = []
        bags = [frozenset(base for base, _ in forms.bases(key)) for key in ar.keys]
        stems = [frozenset(forms.stem(base) for base in bag) for bag in bags]
        for form in dict.fromkeys(wanted):
            parts = [word.key for word in words(form)]
            if not parts:
                continue
            roots = [forms.stem(part[2:] if part.startswith("ال") and len(part) > 4 else part) for part in parts]
            for i in range(len(bags) - len(parts) + 1):
                pieces = zip(parts, roots, bags[i:], stems[i:], strict=False)
                if all(part in bag or root in stemmed for part, root, bag, stemmed in pieces):
                    found.append((i, i + len(parts) - 1, form))
        return tuple(sorted(found))

    @cached_property
    def signature(self) -> str:
        """Short digest of the table, for reports."""
        return self.table.digest
