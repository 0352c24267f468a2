"""The sense road without an original: does the Arabic around a word fit the senses it has, or one it is wrong for?

The lexicon says of a word both which senses it is right for and for which senses machines wrongly use it. The
sentence is
compared with the descriptions of both: «إضراب» among missiles is nearer to *strike: military attack*, for which it is
wrong, than to *strike: refusal to work*.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine import forms
from mt_audit.engine.closed_class import FUNCTION_WORDS
from mt_audit.engine.encoder import Encoder
from mt_audit.engine.sense_features import LANGUAGE, Floats
from mt_audit.engine.spelling import word_hash
from mt_audit.errors import EngineError
from mt_audit.text.passage import Passage

ARRAYS = ("unit", "start", "sense", "kind", "vectors", "scale")
NEAR = 5
"""Words on either side that make a word's window."""
OWN = (
    "wrong_for", "right_for", "nearest_wrong", "nearest_right", "margin", "window_wrong", "window_right",
    "window_margin", "second_wrong", "weight", "function", "length", "place", "words",
)  # fmt: skip
FEATURES = OWN + LANGUAGE


class Reverse:
    """Arabic unit → senses that list it. Arrays: ``unit`` uint32 [u] sorted hashes; ``start`` [u+1]; ``sense`` uint16
    and ``kind`` uint8 (1: wrong) [entries]; ``vectors`` int8 [senses, d] and ``scale`` float32 [senses].
    """

    def __init__(self, arrays: dict[str, NDArray[np.generic]], folder: Path | None = None) -> None:
        self.folder = folder
        self.unit = arrays["unit"]
        self.start = np.asarray(arrays["start"], np.int64)
        self.sense = arrays["sense"]
        self.kind = arrays["kind"]
        self.vectors = arrays["vectors"]
        self.scale = np.asarray(arrays["scale"], np.float32)

    @classmethod
    def load(cls, folder: Path) -> Reverse:
        """Open the arrays in ``folder`` by memory map. Raises EngineError when one is missing."""
        try:
            arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in ARRAYS}
            return cls(arrays, folder)
        except (OSError, ValueError) as error:
            raise EngineError(
                f"The sense model in {folder} cannot be read: {error}.", "Reinstall mt-audit or rebuild its assets."
            ) from error

    @cached_property
    def described(self) -> tuple[tuple[str, str, str], ...]:
        """Lemma, gloss and usual Arabic form of each sense, by number. Raises EngineError when the list is missing."""
        if self.folder is None:
            return ()
        try:
            text = gzip.decompress((self.folder / "senses.txt.gz").read_bytes()).decode("utf-8")
        except (OSError, EOFError) as error:
            raise EngineError(f"The list of senses in {self.folder} cannot be read: {error}.") from error
        rows = (line.split("\t") for line in text.splitlines())
        return tuple((lemma, gloss, usual) for lemma, gloss, usual in rows)

    def senses(self, key: str) -> tuple[NDArray[np.int64], NDArray[np.int64], float]:
        """Numbers of the senses the word is wrong for and of those it is right for, and how well the form fits."""
        wrong: set[int] = set()
        right: set[int] = set()
        best = 0.0
        for unit, weight in forms.units(key):
            if weight < 0.6:
                continue
            code = np.uint32(word_hash(unit))
            place = int(np.searchsorted(self.unit, code))
            if place < len(self.unit) and self.unit[place] == code:
                low, high = int(self.start[place]), int(self.start[place + 1])
                best = max(best, weight)
                for sense, kind in zip(self.sense[low:high].tolist(), self.kind[low:high].tolist(), strict=True):
                    (wrong if kind else right).add(sense)
        # A sense that lists the word as right is no evidence that the word is wrong for it.
        return np.array(sorted(wrong - right), np.int64), np.array(sorted(right), np.int64), best

    def nearness(self, senses: NDArray[np.int64], vector: Floats) -> Floats:
        """Cosine of each sense's description with a unit vector: float32 [senses]."""
        return np.asarray(self.vectors[senses].astype(np.float32) @ vector * self.scale[senses], np.float32)


def alone(ar: Passage, reverse: Reverse, encoder: Encoder, language: Floats) -> Floats:
    """Features [words, len(FEATURES)] of one Arabic sentence; ``language`` is what ``normality`` says of its words."""
    keys = ar.keys
    n = len(keys)
    features = np.zeros((n, len(FEATURES)), np.float32)
    if not n:
        return features
    found = [reverse.senses(key) if _telling(key, ar, i) else None for i, key in enumerate(keys)]
    chosen = [i for i, one in enumerate(found) if one is not None and len(one[0])]
    texts = [ar.text, *(_window(ar, i) for i in chosen)]
    vectors = encoder.encode(texts)
    for number, i in enumerate(chosen, 1):
        one = found[i]
        assert one is not None
        features[i, :10] = _compared(reverse, one, vectors[0], vectors[number])
    features[:, 10] = [key in FUNCTION_WORDS for key in keys]
    features[:, 11] = [min(len(key), 12) for key in keys]
    features[:, 12] = np.arange(n) / n
    features[:, 13] = min(n, 60)
    features[:, len(OWN) :] = language
    return features


def suspected(ar: Passage, i: int, reverse: Reverse, encoder: Encoder) -> tuple[int, int | None] | None:
    """The sense the sentence is nearest to among those word ``i`` is wrong for, and the nearest it is right for."""
    wrong, right, _ = reverse.senses(ar.keys[i])
    if not len(wrong):
        return None
    vector = encoder.encode([_window(ar, i)])[0]
    best = int(wrong[int(reverse.nearness(wrong, vector).argmax())])
    own = int(right[int(reverse.nearness(right, vector).argmax())]) if len(right) else None
    return best, own


def _telling(key: str, ar: Passage, i: int) -> bool:
    return len(key) > 2 and ar.words[i].arabic and key not in FUNCTION_WORDS


def _window(ar: Passage, i: int) -> str:
    words = ar.words
    low, high = max(0, i - NEAR), min(len(words), i + NEAR + 1)
    return " ".join(words[k].text for k in range(low, high) if k != i)


def _compared(
    reverse: Reverse, found: tuple[NDArray[np.int64], NDArray[np.int64], float], sentence: Floats, window: Floats
) -> Sequence[float]:
    wrong, right, weight = found
    whole = reverse.nearness(wrong, sentence)
    near = reverse.nearness(wrong, window)
    own = float(reverse.nearness(right, sentence).max()) if len(right) else 0.0
    own_near = float(reverse.nearness(right, window).max()) if len(right) else 0.0
    second = float(np.sort(whole)[-2]) if len(whole) > 1 else 0.0
    top, top_near = float(whole.max()), float(near.max())
    return (
        min(len(wrong), 8), min(len(right), 8), top, own, top - own, top_near, own_near, top_near - own_near, second,
        weight,
    )  # fmt: skip


def build(
    senses: Sequence[tuple[Sequence[str], Sequence[str]]], vectors: Floats
) -> tuple[dict[str, NDArray[np.generic]], list[int]]:
    """Arrays of ``Reverse`` from each sense's (right units, wrong units) and description vector [senses, d].

    Only senses that share a unit with some wrong form are kept; the list says which, in the order of their new numbers.
    """
    wrong_units = {unit for _, wrong in senses for unit in wrong}
    listed: dict[int, set[tuple[int, int]]] = {}
    used: dict[int, int] = {}
    for number, (right, wrong) in enumerate(senses):
        for kind, units in ((0, right), (1, wrong)):
            for unit in units:
                if unit in wrong_units:
                    listed.setdefault(word_hash(unit), set()).add((used.setdefault(number, len(used)), kind))
    codes = sorted(listed)
    entries = [sorted(listed[code]) for code in codes]
    start = np.concatenate([[0], np.cumsum([len(one) for one in entries])]).astype(np.int32)
    flat = [pair for one in entries for pair in one]
    chosen = vectors[list(used)]
    scale = np.abs(chosen).max(axis=1, keepdims=True) / 127.0 + 1e-9
    arrays: dict[str, NDArray[np.generic]] = {
        "unit": np.array(codes, np.uint32),
        "start": start,
        "sense": np.array([sense for sense, _ in flat], np.uint16),
        "kind": np.array([kind for _, kind in flat], np.uint8),
        "vectors": np.rint(chosen / scale).astype(np.int8),
        "scale": scale[:, 0].astype(np.float32),
    }
    return arrays, list(used)
