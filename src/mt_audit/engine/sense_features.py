"""What can be said of each Arabic word beside its original: the features of the sense model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import WordLink
from mt_audit.engine.closed_class import FUNCTION_WORDS
from mt_audit.engine.collocation import FEATURES as NAMES
from mt_audit.engine.collocation import Collocations
from mt_audit.engine.sense import Match, Senses, Unit
from mt_audit.engine.spelling import Spellings
from mt_audit.text.passage import Passage

Floats = NDArray[np.float32]

OWN = (
    "wrong", "other", "right", "against", "link", "away", "share", "senses", "phrase", "prior", "verb", "adjective",
    "lists_wrong", "right_elsewhere", "right_near", "uncovered",
    "better", "better_link", "better_away", "near_right", "near_uncovered",
    "match_all", "match_own", "match_rest", "link_all",
    "cues", "cues_other", "likeness", "likeness_ar", "same_part", "rank_other",
    "p_ar", "p_en", "known_units", "function", "length", "latin", "repeated",
)  # fmt: skip
LANGUAGE = ("zipf", "left_pmi", "right_pmi", "skip_left", "skip_right", "window_max", "window_mean",
            "cosine_max", "cosine_mean", "cosine_near", "wrong_word", "wrong_pair", "clitic")  # fmt: skip
FEATURES = OWN + LANGUAGE
"""Names of the columns, in order."""

_NONE = Match(-1, 0.0, 0.0, 0.0, -1)


@dataclass(frozen=True, slots=True)
class Look:
    """Features [words, len(FEATURES)] of one pair, the units of the original, and each word's match against it."""

    features: Floats
    units: tuple[Unit, ...]
    against: tuple[Match | None, ...]


def look(ar: Passage, original: Passage, links: Sequence[WordLink], senses: Senses, language: Floats) -> Look:
    """Everything the model reads of one aligned pair; ``language`` is what ``normality`` says of the Arabic words."""
    units = senses.units(original)
    n, m = len(ar.words), len(original.words)
    features = np.zeros((n, len(FEATURES)), np.float32)
    if not n or not m:
        return Look(features, units, (None,) * n)
    matches = senses.matches(ar, units)
    scene = _Scene(ar, original, links, senses, units, matches)
    chosen: list[Match | None] = []
    lexicon, keys = senses.lexicon, ar.keys
    rest = len(OWN) - _LEXICAL
    for i in range(n):
        row, best = scene.word(i)
        chosen.append(best if best.unit >= 0 else None)
        features[i, :rest] = row
        if best.unit >= 0:
            features[i, rest] = lexicon.p_ar_given_en(keys[i], units[best.unit].lemma)
            features[i, rest + 1] = lexicon.p_en_given_ar(units[best.unit].lemma, keys[i])
        features[i, rest + 2 : len(OWN)] = (
            min(len(matches[i]), 6),
            keys[i] in FUNCTION_WORDS,
            min(len(keys[i]), 12),
            not ar.words[i].arabic,
            keys.count(keys[i]) > 1,
        )
    features[:, len(OWN) :] = language
    return Look(features, units, tuple(chosen))


_LEXICAL = 7
"""How many of the features in ``OWN`` are of the word itself, not of its place beside the original."""


def _places(link: Floats) -> Floats:
    """Where in the original each Arabic word is expected, from its own and its neighbours' links; float32 [n]."""
    n, m = link.shape
    best = link.argmax(axis=1)
    sure = link[np.arange(n), best]
    sure = np.where(sure > 0.4, sure, 0.0)
    gap = np.abs(np.arange(n)[:, None] - np.arange(n)[None, :])
    kernel = np.exp(-gap / 2.0) * (gap > 0) * sure[None, :]
    slope = m / n
    shifted = best[None, :] + (np.arange(n)[:, None] - np.arange(n)[None, :]) * slope
    prior = (np.arange(n) + 0.5) * slope
    return np.asarray(((kernel * shifted).sum(1) + 0.15 * prior) / (kernel.sum(1) + 0.15), np.float32)


def _support(matches: Sequence[Sequence[Match]], units: int, n: int) -> Floats:
    """How well each unit's right sense is rendered by each Arabic word; float32 [units, n]."""
    found = np.zeros((units, n), np.float32)
    for i, own in enumerate(matches):
        for match in own:
            found[match.unit, i] = match.right
    return found


class _Scene:
    """One pair with its links, places and support worked out, so that each word can be looked at."""

    def __init__(
        self, ar: Passage, original: Passage, links: Sequence[WordLink], senses: Senses, units: tuple[Unit, ...],
        matches: Sequence[Sequence[Match]],
    ) -> None:  # fmt: skip
        n, m = len(ar.words), len(original.words)
        self.units, self.matches, self.senses = units, matches, senses
        self.link = np.zeros((n, m), np.float32)
        for one in links:
            self.link[one.ar, one.original] = one.probability
        self.place = _places(self.link)
        self.similarity = senses.lexicon.similarity(ar, original)
        self.support = _support(matches, len(units), n)
        self.covered = np.array([self.link[:, list(unit.members)].max(initial=0.0) for unit in units], np.float32)
        self.middle = np.array([unit.members[0] for unit in units], np.float32)
        self.sentence = senses.encoder.encode([ar.text])[0]

    def _linked(self, i: int, match: Match) -> float:
        return float(self.link[i, list(self.units[match.unit].members)].max())

    def _away(self, i: int, match: Match) -> float:
        return min(20.0, min(abs(float(self.place[i]) - j) for j in self.units[match.unit].members))

    def word(self, i: int) -> tuple[list[float], Match]:
        """The features of word ``i`` that come from the original, and the match that speaks most against it."""
        matches = self.matches[i]
        away = {match.unit: self._away(i, match) for match in matches}
        against = [match for match in matches if match.against > 0.0]
        best = max(
            against, key=lambda m: m.against + 0.4 * self._linked(i, m) - 0.02 * min(away[m.unit], 15.0), default=_NONE
        )
        rivals = [match for match in matches if match.unit != best.unit]
        better = max(rivals, key=lambda m: m.right - 0.01 * min(away[m.unit], 15.0), default=_NONE)
        holes = (1.0 - self.covered)[np.abs(self.middle - self.place[i]) <= 3.0] if len(self.units) else self.covered
        row = self._about(i, best, away) if best.unit >= 0 else [0.0, 0.0, 0.0, 0.0, 0.0, 20.0, *[0.0] * 10]
        row += [
            better.right,
            self._linked(i, better) if better.unit >= 0 else 0.0,
            away[better.unit] if better.unit >= 0 else 20.0,
            max((match.right for match in matches if away[match.unit] <= 4.0), default=0.0),
            float(holes.max(initial=0.0)),
        ]
        members = list(self.units[best.unit].members) if best.unit >= 0 else []
        row += [
            float(self.similarity[i].max()),
            float(self.similarity[i, members].max(initial=0.0)),
            float(np.delete(self.similarity[i], members).max(initial=0.0)),
            float(self.link[i].max()),
        ]
        return row + (self._senses(best) if best.unit >= 0 else [0.0] * 6), best

    def _about(self, i: int, best: Match, away: dict[int, float]) -> list[float]:
        unit = self.units[best.unit]
        rest = self.support[best.unit].copy()
        rest[i] = 0.0
        top = unit.best
        return [
            best.wrong, best.other, best.right, best.against, self._linked(i, best), away[best.unit], unit.shares[0],
            min(len(unit.senses), 6), float(len(unit.members) > 1), top.prior, float(top.pos == "v"),
            float(top.pos == "adj"), float(bool(top.wrong_ar)), float(rest.max()),
            float(rest[max(0, i - 6) : i + 7].max(initial=0.0)), 1.0 - float(self.covered[best.unit]),
        ]  # fmt: skip

    def _senses(self, best: Match) -> list[float]:
        """How the context tells the sense meant from the one the word has."""
        unit = self.units[best.unit]
        top = self.senses.described(unit.best)
        same = sum(share for share, sense in zip(unit.shares, unit.senses, strict=True) if sense.pos == unit.best.pos)
        if best.of < 0:
            return [unit.cues[0], 0.0, unit.likeness[0], float(self.sentence @ top), same, 0.0]
        other = self.senses.described(unit.senses[best.of])
        return [
            unit.cues[0], unit.cues[best.of], unit.likeness[0] - unit.likeness[best.of],
            float(self.sentence @ (top - other)), same, float(best.of + 1),
        ]  # fmt: skip


def normality(keys: Sequence[str], collocations: Collocations, spellings: Spellings) -> Floats:
    """What the language model says of each word of one sentence: [n, len(LANGUAGE)]."""
    if not keys:
        return np.zeros((0, len(LANGUAGE)), np.float32)
    return collocations.features(keys, spellings)[:, [NAMES.index(name) for name in LANGUAGE]]
