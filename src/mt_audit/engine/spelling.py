"""Which Arabic spellings exist and how common they are, and how a word falls into clitic and stem."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mt_audit.text.words import bases, stem

ARABIC = re.compile("[\u0621-\u064a]+")
FIGURE, FOREIGN = "#", "@"
ZIPF_STEP = 0.0625
_NAME_BIT = 128
_PRONOUNS = ("هما", "هم", "هن", "كم", "ها", "نا", "ه")
_CACHED = 200_000


class Unit(NamedTuple):
    """A word as the counts see it: the preposition (or future mark) written to it, and the light stem."""

    clitic: str
    stem: str


def word_hash(text: str) -> int:
    """32-bit hash of a spelling; the same everywhere."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


class Spellings:
    """Folded spellings with their frequency, as sorted hashes: ``hashes`` uint32 [n], ``values`` uint8 [n].

    A value holds the frequency in the low seven bits (steps of 1/16 zipf) and whether it is a name in the high one.
    """

    def __init__(self, hashes: NDArray[np.uint32], values: NDArray[np.uint8]) -> None:
        self._hashes = np.asarray(hashes)
        self._values = np.asarray(values)
        self._seen: dict[str, int] = {}
        self._units: dict[str, Unit] = {}
        self._known: dict[str, float] = {}

    @classmethod
    def load(cls, folder: Path) -> Spellings:
        """Open ``spellings_hash.npy`` and ``spellings_value.npy`` of ``folder`` by memory map."""
        hashes = np.load(folder / "spellings_hash.npy", mmap_mode="r", allow_pickle=False)
        values = np.load(folder / "spellings_value.npy", mmap_mode="r", allow_pickle=False)
        return cls(hashes, values)

    def _value(self, key: str) -> int:
        value = self._seen.get(key)
        if value is None:
            code = word_hash(key)
            place = int(np.searchsorted(self._hashes, np.uint32(code)))
            found = place < len(self._hashes) and int(self._hashes[place]) == code
            value = int(self._values[place]) if found else 0
            if len(self._seen) >= _CACHED:
                self._seen.clear()
            self._seen[key] = value
        return value

    def zipf(self, key: str) -> float:
        """Frequency of exactly this spelling: log10 of uses per thousand million words; 0 when it was not seen."""
        return (self._value(key) & 127) * ZIPF_STEP

    def name(self, key: str) -> bool:
        """Whether the spelling is mostly a word of a person's or place's name."""
        return bool(self._value(key) & _NAME_BIT)

    def named(self, key: str) -> bool:
        """As ``name``, also behind one clitic letter."""
        return self.name(key) or self.name(key[1:])

    def best(self, key: str) -> float:
        """Frequency of the spelling, or of what is left without clitics (less 1.5); 0 for a word nobody writes.

        A pronoun is never taken off a form that still shows ta marbuta: «وقفةها» is not «وقفة» + «ها».
        """
        value = self._known.get(key)
        if value is None:
            value = self.zipf(key) or self._derived(key)
            if len(self._known) >= _CACHED:
                self._known.clear()
            self._known[key] = value
        return value

    def _derived(self, key: str) -> float:
        value = 0.0
        for base in bases(key)[1:]:
            if base.endswith("ه") and any(key.endswith(base + pronoun) for pronoun in _PRONOUNS):
                continue
            # One letter taken off proves little: «بجنرة» is not «ب» + a rare «جنرة».
            least = 2.6 if base == key[1:] and key[0] in "بلكس" else 1.8
            found = self.zipf(base)
            if found < least and base.endswith("ا"):
                found = self.zipf(base[:-1]) - 0.3
            if found >= least:
                value = max(value, found - 1.5)
        if not value and key.endswith("ا") and self.zipf(key[:-1]) >= 2.0:
            value = self.zipf(key[:-1]) - 1.5
        return value

    def unit(self, key: str) -> Unit:
        """Clitic and light stem; figures become ``#``, words of other scripts ``@``.

        A prefix is taken off when what is left is the commoner word.
        """
        unit = self._units.get(key)
        if unit is None:
            unit = self._split(key)
            if len(self._units) >= _CACHED:
                self._units.clear()
            self._units[key] = unit
        return unit

    def _split(self, key: str) -> Unit:
        if not key or key[0].isdigit():
            return Unit("", FIGURE)
        if not ARABIC.fullmatch(key):
            return Unit("", FOREIGN)
        if key[0] in "وف" and len(key) >= 4:
            rest = key[1:]
            if self.zipf(rest) > self.zipf(key) + 0.2 or (rest.startswith("ال") and len(rest) > 4):
                key = rest
        whole = self.zipf(key)
        if key.startswith("ال") and len(key) >= 5:
            return Unit("", stem(key))
        if key.startswith(("بال", "كال")) and len(key) >= 6 and self.zipf("ال" + key[3:]) >= whole - 0.3:
            return Unit(key[0], stem("ال" + key[3:]))
        if key.startswith("لل") and len(key) >= 5 and self.zipf("ال" + key[2:]) > whole - 1.0:
            return Unit("ل", stem("ال" + key[2:]))
        if key[0] in "بلكس" and len(key) >= 4:
            rest = key[1:]
            if self.zipf(rest) > max(whole + 0.2, 2.0):
                return Unit(key[0], stem(rest))
        return Unit("", stem(key))
