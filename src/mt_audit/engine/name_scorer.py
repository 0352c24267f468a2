"""How well an Arabic spelling renders a Latin name: two small letter models, one for each direction.

Each model reads a window of letters and says which letters of the other script the middle one becomes (none,
one, two …); the probability of a whole spelling is the sum over all ways to cut it up, found by a forward
pass over many pairs at once. A name and its rendering are likely *both* ways; a short common word is likely
one way only. A logistic function, fitted on held-out names against their nearest wrong neighbours, turns the
two into 0…1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mt_audit.text.names import ARABIC, LATIN

RADIUS = 4
"""Letters of context on each side."""
FLOOR = float(np.exp(-11.0))
"""Probability that any letter becomes any group of letters: nothing is quite impossible."""
UNSEEN_GROUP = 1e-6

Array = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class LetterModel:
    """One direction. ``groups`` are the letter groups it may write, the empty one first."""

    source: str
    groups: tuple[str, ...]
    longest: int
    embedding: Array
    hidden_weight: Array
    hidden_bias: Array
    out_weight: Array
    out_bias: Array

    def code(self, name: str) -> list[int]:
        """Letters as indices: 0 padding, 1 start, 2 end."""
        return [1, *(self.source.index(letter) + 3 for letter in name), 2]

    def emissions(self, names: Sequence[str]) -> tuple[Array, Integers, Array]:
        """Group probabilities ``[names, positions, groups + 1]``, lengths, and the best reachable log probability.

        The last group is "unseen"; positions past the end of a name write nothing with certainty.
        """
        codes = [self.code(name) for name in names]
        lengths = np.array([len(code) for code in codes], dtype=np.int64)
        width = int(lengths.max(initial=1))
        padded = np.zeros((len(names), width + 2 * RADIUS), dtype=np.int64)
        for row, code in enumerate(codes):
            padded[row, RADIUS : RADIUS + len(code)] = code
        windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * RADIUS + 1, axis=1)
        inside = np.arange(width)[None, :] < lengths[:, None]
        letters = self.embedding[windows[inside]].reshape(int(inside.sum()), -1)
        hidden = np.maximum(letters @ self.hidden_weight.T + self.hidden_bias, 0.0)
        logits = hidden @ self.out_weight.T + self.out_bias
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        odds /= odds.sum(axis=1, keepdims=True)
        table = np.zeros((len(names), width, len(self.groups) + 1), dtype=np.float32)
        table[~inside, 0] = 1.0
        table[inside, :-1] = odds + FLOOR
        table[inside, -1] = UNSEEN_GROUP
        best = np.zeros((len(names), width), dtype=np.float32)
        best[inside] = np.log(table[inside].max(axis=1))
        return table, lengths, best.sum(axis=1)

    def log_likelihood(self, sources: Sequence[str], targets: Sequence[str], pairs: Integers) -> tuple[Array, Array]:
        """For each row (source, target) of ``pairs``: log P(target | source), and how far that is from the best.

        Both arrays have one figure a pair; the second is ≤ about 0.
        """
        table, lengths, best = self.emissions(sources)
        index = {group: number for number, group in enumerate(self.groups)}
        unseen = len(self.groups)
        span = max((len(target) for target in targets), default=1)
        endings = np.full((self.longest, len(targets), span), unseen, dtype=np.int64)
        for row, target in enumerate(targets):
            for size in range(1, self.longest + 1):
                for end in range(size, len(target) + 1):
                    endings[size - 1, row, end - 1] = index.get(target[end - size : end], unseen)
        sizes = np.array([len(target) for target in targets], dtype=np.int64)
        of_source, of_target = pairs[:, 0], pairs[:, 1]
        groups = table.shape[2]
        flat = table.reshape(-1)
        # positions lead, so that each step of the sum touches whole rows
        where = [np.ascontiguousarray(endings[size].astype(np.int32)[of_target].T) for size in range(self.longest)]
        forward = np.zeros((span + 1, len(pairs)), dtype=np.float32)
        forward[0] = 1.0
        start = (of_source * (table.shape[1] * groups)).astype(np.int32)
        steps = int(lengths[of_source].max(initial=0)) if len(pairs) else 0
        for position in range(steps):
            offset = start + np.int32(position * groups)
            following = forward * flat[offset]
            for size in range(1, self.longest + 1):
                following[size:] += forward[:-size] * flat[where[size - 1][size - 1 :] + offset]
            forward = following
        reached = forward[sizes[of_target], np.arange(len(pairs))]
        likelihood = np.log(np.maximum(reached, 1e-37))
        return likelihood, likelihood - best[of_source]


@dataclass(frozen=True)
class NameScorer:
    """Both directions and the logistic function that joins them."""

    to_arabic: LetterModel
    to_latin: LetterModel
    weights: Array

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> NameScorer:
        """From the arrays of the shipped file (see :mod:`mt_audit.training.names`)."""

        def model(prefix: str, source: str) -> LetterModel:
            def part(name: str) -> Array:
                return np.asarray(arrays[f"{prefix}.{name}"], dtype=np.float32)

            groups = tuple(bytes(np.asarray(arrays[f"{prefix}.groups"], dtype=np.uint8)).decode("utf-8").split("\n"))
            longest = max(len(group) for group in groups)
            return LetterModel(
                source, groups, longest, part("embedding"), part("hidden_weight"), part("hidden_bias"),
                part("out_weight"), part("out_bias"),
            )  # fmt: skip

        weights = np.asarray(arrays["weights"], dtype=np.float32)
        return cls(model("to_arabic", LATIN), model("to_latin", ARABIC), weights)

    def features(self, latin: Sequence[str], arabic: Sequence[str], pairs: Integers) -> Array:
        """``[pairs, 5]``: regret of each direction in nats, the same by letter, and one."""
        _, there = self.to_arabic.log_likelihood(latin, arabic, pairs)
        _, back = self.to_latin.log_likelihood(arabic, latin, pairs[:, ::-1])
        latin_letters = np.array([len(name) for name in latin], dtype=np.float32)[pairs[:, 0]]
        arabic_letters = np.array([len(name) for name in arabic], dtype=np.float32)[pairs[:, 1]]
        return np.stack(
            [there, back, there / (latin_letters + 1), back / (arabic_letters + 1), np.ones_like(there)], axis=1
        ).astype(np.float32)

    def scores(self, latin: Sequence[str], arabic: Sequence[str], pairs: Integers) -> Array:
        """Probability 0…1 for each row (latin, arabic) of ``pairs``. Names are folded tokens (text.names)."""
        if not len(pairs):
            return np.zeros(0, dtype=np.float32)
        logits = self.features(latin, arabic, pairs) @ self.weights
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -60.0, 60.0))), dtype=np.float32)

    def matrix(self, latin: Sequence[str], arabic: Sequence[str]) -> Array:
        """``[latin, arabic]`` scores of all combinations."""
        rows, columns = np.meshgrid(np.arange(len(latin)), np.arange(len(arabic)), indexing="ij")
        pairs = np.stack([rows.ravel(), columns.ravel()], axis=1).astype(np.int64)
        return self.scores(latin, arabic, pairs).reshape(len(latin), len(arabic))
