"""What is normal Arabic: how surprising each word is where it stands.

Built by ``python -m mt_audit.training language``; sources, figures and weaknesses are in the asset's README.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.collocation import FEATURES, Collocations, Floats
from mt_audit.engine.spelling import ARABIC, Spellings
from mt_audit.errors import EngineError

_JOINTS = re.compile("['’ʼ.&-]")


class Judge:
    """A small network over ``FEATURES``: [n, f] → log-odds [n] that a word does not belong.

    Arrays: ``mean``, ``scale`` [f]; ``w0`` [f, h], ``b0`` [h]; ``w1`` [h, 1], ``b1`` [1]; and ``strange`` [k], the
    log-odds that a share of 10^-``level`` [k] of the words of human news exceeds.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.arrays = {name: np.asarray(array, np.float32) for name, array in arrays.items()}
        if self.arrays["mean"].shape != (len(FEATURES),):
            raise EngineError("The language model was trained with other features.", "Rebuild its assets.")

    def odds(self, features: Floats) -> Floats:
        """Log-odds of each row."""
        a = self.arrays
        hidden = np.maximum((features - a["mean"]) / a["scale"] @ a["w0"] + a["b0"], 0.0)
        return (hidden @ a["w1"] + a["b1"])[:, 0]

    def surprise(self, odds: Floats) -> Floats:
        """Rarity among the words of human news: 2 means that one in a hundred is as odd; 0 that half of them are."""
        strange, level = self.arrays["strange"], self.arrays["level"]
        return np.interp(odds, strange, level).astype(np.float32)


class LanguageModel:
    """Frequencies of Arabic words and how surprising they are in their sentence."""

    threshold: float = 3.0
    """Surprise from which a word stands out: about one word in 1,000 of human news."""

    def __init__(self, spellings: Spellings, collocations: Collocations, judge: Judge) -> None:
        self.spellings = spellings
        self.collocations = collocations
        self.judge = judge

    @classmethod
    def load(cls, folder: Path | None = None) -> LanguageModel:
        """The shipped model, or the one in ``folder``. Raises EngineError when a file is missing or damaged."""
        place = folder or Path(str(files("mt_audit.engine") / "assets" / "language"))
        try:
            with np.load(place / "judge.npz", allow_pickle=False) as stored:
                judge = Judge({name: stored[name] for name in stored.files})
            return cls(Spellings.load(place), Collocations.load(place), judge)
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise EngineError(
                f"The language model in {place} cannot be read: {error}.", "Reinstall mt-audit or rebuild its assets."
            ) from error

    @cached_property
    def signature(self) -> str:
        """Short digest of the model, for reports."""
        import hashlib

        digest = hashlib.sha256()
        for array in self.judge.arrays.values():
            digest.update(array.tobytes())
        return f"language:{digest.hexdigest()[:12]}"

    def surprise(self, keys: Sequence[str]) -> Floats:
        """How strange each word of one sentence is: float32 [n], 0 for ordinary, see ``threshold``.

        ``keys`` are folded words in order (``Passage.keys``). Figures and words of other scripts get 0.
        """
        return self.surprises([keys])[0]

    def surprises(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """``surprise`` of many sentences at once, which is several times faster."""
        keys = [key for sentence in sentences for key in sentence]
        sizes = [len(sentence) for sentence in sentences]
        home = np.repeat(np.arange(len(sizes)), sizes)
        if not keys:
            return [np.zeros(0, np.float32) for _ in sizes]
        odds = self.judge.odds(self.collocations.features(keys, self.spellings, home))
        arabic = np.array([bool(ARABIC.match(key)) for key in keys])
        scores = np.where(arabic, self.judge.surprise(odds), np.float32(0.0))
        return np.split(scores, np.cumsum(sizes)[:-1])

    def known(self, key: str) -> bool:
        """Whether the folded spelling is a word that people write, clitics allowed for."""
        parts = [part for part in _JOINTS.split(key) if ARABIC.fullmatch(part)]
        return all(len(part) == 1 or self.spellings.best(part) > 0.0 for part in parts)

    def frequency(self, key: str) -> float:
        """Zipf frequency of exactly this folded spelling: 3 is one in a million, 6 one in a thousand, 0 unseen."""
        return self.spellings.zipf(key)
