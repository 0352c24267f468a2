"""The trained sense model: the probability that an Arabic word is a wrong rendering, beside the original or alone.

Built by ``python -m mt_audit.training sense``; data and figures are in ``assets/sense/README.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mt_audit.core import WordLink
from mt_audit.engine.sense import Match, Senses, Unit
from mt_audit.engine.sense_alone import Reverse, alone, suspected
from mt_audit.engine.sense_features import Floats, look, normality
from mt_audit.engine.trees import Trees
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

ASSETS = Path(__file__).parent / "assets" / "sense"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says of one pair: for each Arabic word a probability, and the match that speaks against it."""

    probability: Floats
    units: tuple[Unit, ...]
    against: tuple[Match | None, ...]


@lru_cache(maxsize=4)
def _trees(path: Path) -> Trees:
    return Trees.load(path)


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a word does not fit its sentence: the English sense it seems to stand for, and the one it really has."""

    lemma: str
    meant: str
    """Gloss of the sense that the sentence calls for."""
    usual: str
    """The usual Arabic of that sense; may be empty."""
    own: str
    """Gloss of the sense the word has, with its English lemma; empty when none is listed."""


class SenseModel:
    """Senses and trees of one kit."""

    def __init__(self, kit: Kit, folder: Path = ASSETS) -> None:
        self.senses = Senses(kit.lexicon, kit.encoder)
        self.encoder = kit.encoder
        self.language = kit.language
        self.folder = folder

    def pair(self, ar: Passage, original: Passage, links: Sequence[WordLink]) -> Judged:
        """Judge every Arabic word of an aligned pair."""
        language = normality(ar.keys, self.language.collocations, self.language.spellings)
        seen = look(ar, original, links, self.senses, language)
        return Judged(_trees(self.folder / "pair.npz").probability(seen.features), seen.units, seen.against)

    @cached_property
    def reverse(self) -> Reverse:
        """Arabic words by the senses that list them."""
        return Reverse.load(self.folder)

    def alone(self, ar: Passage) -> Floats:
        """Judge every word of an Arabic sentence without its original: float32 [words]."""
        language = normality(ar.keys, self.language.collocations, self.language.spellings)
        return _trees(self.folder / "alone.npz").probability(alone(ar, self.reverse, self.encoder, language))

    def clash(self, ar: Passage, i: int) -> Clash | None:
        """What the lexicon says of word ``i`` in its sentence; None when it lists no wrong use of the word."""
        found = suspected(ar, i, self.reverse, self.encoder)
        if found is None:
            return None
        lemma, meant, usual = self.reverse.described[found[0]]
        if found[1] is None:
            return Clash(lemma, meant, usual, "")
        own_lemma, own, _ = self.reverse.described[found[1]]
        return Clash(lemma, meant, usual, f"{own_lemma}: {own}")


_MODELS: WeakKeyDictionary[Kit, SenseModel] = WeakKeyDictionary()


def model_of(kit: Kit) -> SenseModel:
    """The kit's sense model, made once."""
    found = _MODELS.get(kit)
    if found is None:
        found = _MODELS[kit] = SenseModel(kit)
    return found
