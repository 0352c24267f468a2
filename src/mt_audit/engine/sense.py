"""The sense road: which sense the original's words have, and whether the Arabic words render that sense or another.

Every original word, or multiword unit, that the lexicon lists is given its senses with probabilities. An Arabic word is
then looked at from three sides: is it a form of the right sense, of another sense of the same word, or of a word that
machines are known to put there? The answers, with word links and what is normal Arabic, are the features of a small
trained model (``engine/sense_model.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mt_audit.engine import forms
from mt_audit.engine.reading import parts_of_speech, rank
from mt_audit.engine.senses import Sense
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage
from mt_audit.text.words import words

if TYPE_CHECKING:
    from mt_audit.engine.lexicon import Lexicon

RIGHT, WRONG = 0, 1
Marks = dict[str, tuple[tuple[int, int, float], ...]]
"""Arabic unit → (sense number, RIGHT or WRONG, weight) of one lemma's senses."""

_LIGHT = frozenset("من في علي الي عن ب ل ك مع ان الا لا ما هو هي غير قام تم ذو ذات لم كان ال و او بين عند".split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or multiword unit of the original with its senses, likeliest first."""

    lemma: str
    members: tuple[int, ...]
    senses: tuple[Sense, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> Sense:
        """The likeliest sense."""
        return self.senses[0]


@dataclass(frozen=True, slots=True)
class Match:
    """What one unit says of one Arabic word; shares weighted by how well the form fits, 0…1."""

    unit: int
    right: float
    """Probability that the word is a form of the sense meant."""
    wrong: float
    """Probability that it is one of the forms listed as wrong for the sense meant."""
    other: float
    """Probability that it is a form of another sense of the unit, and not of the one meant."""

    @property
    def against(self) -> float:
        """How far the unit speaks against the word: -1…1."""
        return max(self.wrong, self.other) - self.right


@dataclass(slots=True)
class Senses:
    """Senses by original word, with the marks of their Arabic forms kept by lemma."""

    lexicon: Lexicon
    _marks: dict[tuple[str, str], Marks] = field(default_factory=dict)

    def units(self, original: Passage) -> tuple[Unit, ...]:
        """Listed multiword units and words of an English passage, in order; units take their words along."""
        keys = original.keys
        readings = [self.lexicon.readings(word.text) for word in original.words]
        near: dict[str, list[int]] = {}
        for j, (word, found) in enumerate(zip(original.words, readings, strict=True)):
            for spelling in {word.key, *(r.lemma for r in found)}:
                near.setdefault(spelling, []).append(j)
        result: list[Unit] = []
        taken: set[int] = set()
        for phrase in self.lexicon.phrases(original):
            if phrase.senses:
                taken.update(phrase.members)
                ranked = rank(phrase.senses, {}, _context(phrase.senses, phrase.members, near))
                result.append(_unit(phrase.lemma, phrase.members, ranked))
        for j, found in enumerate(readings):
            if j in taken:
                continue
            senses: list[Sense] = []
            for reading in found:
                senses += [s for s in self.lexicon.inventory.of(reading.lemma) if reading.pos in ("", s.pos)]
            if senses:
                distinct = tuple(dict.fromkeys(senses))
                parts = parts_of_speech(keys, j, found)
                ranked = rank(distinct, parts, _context(distinct, (j,), near))
                result.append(_unit(ranked[0][0].lemma, (j,), ranked))
        return tuple(result)

    def marks(self, sense: Sense) -> dict[str, tuple[float, float]]:
        """Arabic units of a sense → (weight as a right form, weight as a wrong form)."""
        key = (sense.lemma, f"{sense.pos}:{sense.gloss}")
        found = self._marks.get(key)
        if found is None:
            found = {}
            for kind, listed in ((RIGHT, sense.ar), (WRONG, sense.wrong_ar)):
                for form in listed:
                    for unit, weight in _form_units(form):
                        pair = list(found.get(unit, (0.0, 0.0)))
                        pair[kind] = max(pair[kind], weight)
                        found[unit] = (pair[0], pair[1])
            self._marks[key] = found
        return found

    def matches(self, ar: Passage, units: Sequence[Unit]) -> list[list[Match]]:
        """For every Arabic word, what the units say that know it."""
        index: dict[str, list[tuple[int, int, float, float]]] = {}
        for number, unit in enumerate(units):
            for place, sense in enumerate(unit.senses):
                for form, (right, wrong) in self.marks(sense).items():
                    index.setdefault(form, []).append((number, place, right, wrong))
        return [self._matches_of(key, units, index) for key in ar.keys]

    def _matches_of(
        self, key: str, units: Sequence[Unit], index: dict[str, list[tuple[int, int, float, float]]]
    ) -> list[Match]:
        best: dict[int, dict[int, tuple[float, float]]] = {}
        for form, weight in forms.units(key):
            for number, place, right, wrong in index.get(form, ()):
                own = best.setdefault(number, {})
                before = own.get(place, (0.0, 0.0))
                own[place] = (max(before[0], weight * right), max(before[1], weight * wrong))
        found: list[Match] = []
        for number, places in best.items():
            unit = units[number]
            right = sum(unit.shares[p] * r for p, (r, _) in places.items())
            wrong = sum(unit.shares[p] * w for p, (r, w) in places.items() if w > r)
            strongest = max(r for r, _ in places.values())
            other = sum(
                unit.shares[p] * max(0.0, strongest - places.get(p, (0.0, 0.0))[0]) for p in range(len(unit.senses))
            )
            found.append(Match(number, right, wrong, other))
        return found


def _unit(lemma: str, members: tuple[int, ...], ranked: tuple[tuple[Sense, float], ...]) -> Unit:
    return Unit(lemma, members, tuple(s for s, _ in ranked), tuple(p for _, p in ranked))


def _context(senses: Sequence[Sense], own: tuple[int, ...], near: dict[str, list[int]]) -> dict[str, float]:
    """Nearness of the senses' cue words only: the rest of the sentence cannot matter."""
    found: dict[str, float] = {}
    for sense in senses:
        for cue in sense.cues:
            key = cue.lower()
            places = [j for j in near.get(key, ()) if j not in own]
            if places:
                found[key] = max(1.0 / (1.0 + 0.08 * min(abs(j - k) for k in own)) for j in places)
    return found


def _form_units(form: str) -> tuple[tuple[str, float], ...]:
    """Lexicon units of a dictionary form. Of a form of several words each telling word counts, more weakly."""
    keys = [fold(word.text) for word in words(form)]
    telling = [key for key in keys if key not in _LIGHT and len(key) > 2] or keys
    share = 1.0 if len(telling) == 1 and len(keys) <= 2 else 0.6
    found: list[tuple[str, float]] = []
    for key in telling:
        base = key[2:] if key.startswith("ال") and len(key) > 4 else key
        found += [(base, share), (forms.STEM + forms.stem(base), share)]
    return tuple(found)
