"""The sense road: which sense the original's words have, and whether the Arabic words render that sense or another.

Every original word, or multiword unit, that the lexicon lists is given its senses with probabilities. An Arabic word is
then looked at from three sides: is it a form of the right sense, of another sense of the same word, or of a word that
machines are known to put there? The answers, with word links and what is normal Arabic, are the features of a small
trained model (``engine/sense_model.py``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine import forms
from mt_audit.engine.reading import parts_of_speech
from mt_audit.engine.senses import Sense
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage
from mt_audit.text.words import words

if TYPE_CHECKING:
    from mt_audit.engine.encoder import Encoder
    from mt_audit.engine.lexicon import Lexicon

RIGHT, WRONG = 0, 1
Vectors = NDArray[np.float32]

_LIGHT = frozenset(
    "من في علي الي عن ب ل ك مع ان الا لا ما هو هي غير قام تم ذو ذات لم كان ال و او بين عند عليه عليها له لها به "
    "بها فيه اليه عنه منه".split()
)
_REACH = 2
"""How many words may stand between the words of an Arabic form of several words."""

_PRIOR, _PART, _CUES, _LIKENESS = 0.5, 1.2, 2.4, 8.0
"""Weights of a sense's log share, its part of speech, cue words and the sentence's likeness to its description:
near a conditional logit over 2,900 of our own news lines; share and part of speech weigh more than there (it costs no
accuracy), because those lines show rare senses as often as common ones."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or multiword unit of the original with its senses, likeliest first."""

    lemma: str
    members: tuple[int, ...]
    senses: tuple[Sense, ...]
    shares: tuple[float, ...]
    cues: tuple[float, ...]
    """Nearness of each sense's cue words, 0…3."""
    likeness: tuple[float, ...]
    """Cosine of the sentence with each sense's description."""

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
    of: int
    """Which sense of the unit the word is a form of; -1 for none."""

    @property
    def against(self) -> float:
        """How far the unit speaks against the word: -1…1."""
        return max(self.wrong, self.other) - self.right


@dataclass(frozen=True, slots=True)
class _Forms:
    """The Arabic forms of one sense: single words by lexicon unit, and forms of several words."""

    single: dict[str, tuple[float, float]]
    several: tuple[tuple[int, tuple[frozenset[str], ...]], ...]


@dataclass(slots=True)
class Senses:
    """Senses by original word; Arabic forms and descriptions are kept once made."""

    lexicon: Lexicon
    encoder: Encoder
    _forms: dict[tuple[str, str], _Forms] = field(default_factory=dict)
    _described: dict[tuple[str, str], Vectors] = field(default_factory=dict)

    def units(self, original: Passage) -> tuple[Unit, ...]:
        """Listed multiword units and words of an English passage; words of a unit are not listed again."""
        keys = original.keys
        readings = [self.lexicon.readings(word.text) for word in original.words]
        near: dict[str, list[int]] = {}
        for j, (word, found) in enumerate(zip(original.words, readings, strict=True)):
            for spelling in {word.key, *(r.lemma for r in found)}:
                near.setdefault(spelling, []).append(j)
        sentence = self.encoder.encode([original.text])[0]
        result: list[Unit] = []
        taken: set[int] = set()
        for phrase in self.lexicon.phrases(original):
            if phrase.senses and _whole(phrase.members, keys):
                taken.update(phrase.members)
                result.append(self._unit(phrase.lemma, phrase.members, phrase.senses, {}, near, sentence))
        for j, found in enumerate(readings):
            if j in taken:
                continue
            senses: dict[Sense, None] = {}
            for reading in found:
                listed = self.lexicon.inventory.of(reading.lemma)
                senses.update((s, None) for s in listed if reading.pos in ("", s.pos) and _possible(s, keys, j))
            if senses:
                parts = parts_of_speech(keys, j, found) if len(senses) > 1 else {}
                result.append(self._unit("", (j,), tuple(senses), parts, near, sentence))
        return tuple(result)

    def described(self, sense: Sense) -> Vectors:
        """Vector of the sense's description: lemma, gloss and cue words."""
        key = (sense.lemma, f"{sense.pos}:{sense.gloss}")
        found = self._described.get(key)
        if found is None:
            text = f"{sense.lemma}: {sense.gloss}. {' '.join(sense.cues)}"
            found = self._described[key] = self.encoder.encode([text])[0]
        return found

    def _unit(
        self, lemma: str, members: tuple[int, ...], senses: tuple[Sense, ...], parts: dict[str, float],
        near: dict[str, list[int]], sentence: Vectors,
    ) -> Unit:  # fmt: skip
        if len(senses) == 1:
            return Unit(senses[0].lemma, members, senses, (1.0,), (_cues(senses[0], members, near),), (0.0,))
        cues = [_cues(sense, members, near) for sense in senses]
        likeness = [float(sentence @ self.described(sense)) for sense in senses]
        scores = [
            _PRIOR * math.log(max(sense.prior, 0.02))
            + _PART * math.log(max(parts.get(sense.pos, 0.5), 0.02))
            + _CUES * cues[k]
            + _LIKENESS * likeness[k]
            for k, sense in enumerate(senses)
        ]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        order = sorted(range(len(senses)), key=lambda k: (-shares[k], k))
        return Unit(
            lemma or senses[order[0]].lemma,
            members,
            tuple(senses[k] for k in order),
            tuple(shares[k] / total for k in order),
            tuple(cues[k] for k in order),
            tuple(likeness[k] for k in order),
        )

    def forms(self, sense: Sense) -> _Forms:
        """The sense's Arabic forms, right and wrong, ready to be compared."""
        key = (sense.lemma, f"{sense.pos}:{sense.gloss}")
        found = self._forms.get(key)
        if found is None:
            single: dict[str, tuple[float, float]] = {}
            several: list[tuple[int, tuple[frozenset[str], ...]]] = []
            for kind, listed in ((RIGHT, sense.ar), (WRONG, sense.wrong_ar)):
                for form in listed:
                    parts = telling(form)
                    if len(parts) > 1:
                        several.append((kind, tuple(parts)))
                    for unit in parts[0] if len(parts) == 1 else ():
                        pair = list(single.get(unit, (0.0, 0.0)))
                        pair[kind] = 1.0
                        single[unit] = (pair[0], pair[1])
            found = self._forms[key] = _Forms(single, tuple(several))
        return found

    def matches(self, ar: Passage, units: Sequence[Unit]) -> list[list[Match]]:
        """For every Arabic word, what the units say that know it."""
        bags = [dict(forms.units(key)) for key in ar.keys]
        own: list[dict[int, dict[int, tuple[float, float]]]] = [{} for _ in bags]
        index: dict[str, list[int]] = {}
        for i, bag in enumerate(bags):
            for form in bag:
                index.setdefault(form, []).append(i)
        for number, unit in enumerate(units):
            for place, sense in enumerate(unit.senses):
                listed = self.forms(sense)
                for form, (right, wrong) in listed.single.items():
                    for i in index.get(form, ()):
                        _note(own[i], number, place, bags[i][form] * right, bags[i][form] * wrong)
                for kind, parts in listed.several:
                    for i, weight in _standing(parts, bags, index):
                        _note(own[i], number, place, weight * (kind == RIGHT), weight * (kind == WRONG))
        return [[_match(number, places, units[number]) for number, places in one.items()] for one in own]


_FRAME = frozenset("in on at to by for of as no the a from under".split())
_FIXED = re.compile(r"\(([^)]+)\)")


def _possible(sense: Sense, keys: Sequence[str], place: int) -> bool:
    """Whether a sense that lives in one fixed phrase, named in its gloss, *purpose (in order to)*, has the phrase
    here.
    """
    found = _FIXED.search(sense.gloss)
    phrase = found[1].lower().split() if found else []
    if sense.lemma not in phrase[1:] or not _FRAME.issuperset(w for w in phrase if w != sense.lemma):
        return True
    start = place - phrase.index(sense.lemma)
    return start >= 0 and list(keys[start : start + len(phrase)]) == phrase


_BETWEEN = frozenset("in of on at by for with from to and or but that which who as than , is was are were".split())


def _whole(members: tuple[int, ...], keys: Sequence[str]) -> bool:
    """Whether what stands inside a multiword unit can be its object: *called the strike off*, not *lead in water …
    to*.
    """
    inside = set(range(members[0], members[-1] + 1)).difference(members)
    return not any(keys[j] in _BETWEEN for j in inside)


def _note(own: dict[int, dict[int, tuple[float, float]]], number: int, place: int, right: float, wrong: float) -> None:
    places = own.setdefault(number, {})
    before = places.get(place, (0.0, 0.0))
    places[place] = (max(before[0], right), max(before[1], wrong))


def _match(number: int, places: dict[int, tuple[float, float]], unit: Unit) -> Match:
    right = sum(unit.shares[p] * r for p, (r, _) in places.items())
    wrong = sum(unit.shares[p] * w for p, (r, w) in places.items() if w > r)
    strongest, of = max((r, -p) for p, (r, _) in places.items())
    other = sum(unit.shares[p] * max(0.0, strongest - places.get(p, (0.0, 0.0))[0]) for p in range(len(unit.senses)))
    return Match(number, right, wrong, other, -of if strongest > 0 else -1)


def _standing(
    parts: tuple[frozenset[str], ...], bags: Sequence[dict[str, float]], index: dict[str, list[int]]
) -> list[tuple[int, float]]:
    """Words of a form of several words, where it stands in the passage, with the weight of the worst of them."""
    found: list[tuple[int, float]] = []
    for first in sorted({i for form in parts[0] for i in index.get(form, ())}):
        where, weight = [first], max(bags[first].get(form, 0.0) for form in parts[0])
        for part in parts[1:]:
            reach = range(where[-1] + 1, min(where[-1] + 2 + _REACH, len(bags)))
            at = next((i for i in reach if not part.isdisjoint(bags[i])), None)
            if at is None:
                break
            where.append(at)
            weight = min(weight, max(bags[at].get(form, 0.0) for form in part))
        if len(where) == len(parts):
            found += [(i, 0.9 * weight) for i in where]
    return found


def _cues(sense: Sense, own: tuple[int, ...], near: dict[str, list[int]]) -> float:
    """Nearness of the sense's cue words, summed and capped at 3."""
    total = 0.0
    for cue in sense.cues:
        gaps = [min(abs(j - k) for k in own) for j in near.get(cue.lower(), ()) if j not in own]
        if gaps:
            total += 1.0 / (1.0 + 0.08 * min(gaps))
    return min(total, 3.0)


def telling(form: str) -> list[frozenset[str]]:
    """The telling words of a dictionary form, each as the lexicon units it may be found by."""
    keys = [fold(word.text) for word in words(form)]
    telling = [key for key in keys if key not in _LIGHT and len(key) > 1] or keys[:1]
    bare = [key[2:] if key.startswith("ال") and len(key) > 4 else key for key in telling]
    return [frozenset((base, forms.STEM + base, forms.STEM + forms.stem(base))) for base in bare]
