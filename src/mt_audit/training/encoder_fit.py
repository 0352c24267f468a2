"""Learn token vectors by the symmetric in-batch contrastive loss, touching only the rows that a batch uses.

A token's vector is a row of its own plus the rows of its features (stem, character n-grams), so that rare and unseen
inflections stand near their kin. The features are only for learning: ``table`` adds them up into one row a token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import torch

Ids = npt.NDArray[np.int64]
Table = npt.NDArray[np.float32]
Batch = tuple[list[Ids], list[Ids]]
_MOMENTUM, _VARIANCE = 0.9, 0.99


class Rows:
    """A matrix whose rows are fetched, and updated by Adam, few at a time."""

    def __init__(self, count: int, dim: int, spread: float) -> None:
        import torch

        self.values = torch.randn(count, dim) * spread
        self._first = torch.zeros(count, dim)
        self._second = torch.zeros(count, dim)

    def fetch(self, rows: torch.Tensor) -> torch.Tensor:
        """A copy of the rows that collects a gradient."""
        return self.values[rows].requires_grad_()

    def update(self, rows: torch.Tensor, fetched: torch.Tensor, rate: float) -> None:
        """One step of Adam for those rows; with these momenta the usual correction for the start is close to 1."""
        grad = fetched.grad
        if grad is None:
            return
        first = self._first[rows].mul_(_MOMENTUM).add_(grad, alpha=1 - _MOMENTUM)
        second = self._second[rows].mul_(_VARIANCE).addcmul_(grad, grad, value=1 - _VARIANCE)
        self._first[rows], self._second[rows] = first, second
        self.values[rows] = fetched.detach() - rate * first / (second.sqrt_() + 1e-9)


class Composer:
    """Token vectors from own rows and feature rows."""

    def __init__(self, features: Sequence[Ids], buckets: int, dim: int) -> None:
        self.lengths = np.array([len(row) for row in features], dtype=np.int64)
        self._starts = np.cumsum(self.lengths) - self.lengths
        self._flat = np.concatenate([*features, np.empty(0, dtype=np.int64)])
        self.own = Rows(len(features), dim, 0.05)
        self.parts = Rows(buckets, dim, 0.05)

    def feature_rows(self, tokens: Ids) -> tuple[Ids, Ids, Table]:
        """Features of the tokens one after the other, where each token's begin, and the weight of each."""
        counts = self.lengths[tokens]
        offsets = np.cumsum(counts) - counts
        index = np.repeat(self._starts[tokens] - offsets, counts) + np.arange(counts.sum())
        shares = np.repeat(1.0 / np.sqrt(np.maximum(counts, 1)), counts).astype(np.float32)
        return self._flat[index], offsets, shares

    def table(self) -> Table:
        """All token vectors."""
        import torch
        from torch.nn import functional

        flat, offsets, shares = self.feature_rows(np.arange(len(self.lengths)))
        with torch.no_grad():
            summed = functional.embedding_bag(
                torch.from_numpy(flat),
                self.parts.values,
                torch.from_numpy(offsets),
                mode="sum",
                per_sample_weights=torch.from_numpy(shares),
            )
            return np.asarray((self.own.values + summed).numpy(), dtype=np.float32)


def fit(
    composer: Composer,
    batches: Iterable[Batch],
    steps: int,
    rate: float,
    scale: float,
    watch: Callable[[int, float], None] | None = None,
) -> Table:
    """Run ``steps`` batches of token lists (English, Arabic) and return the token table.

    ``scale`` multiplies the cosines in the loss; ``watch`` is told the step and the loss.
    """
    import torch
    from torch.nn import functional

    for step, (english, arabic) in zip(range(steps), batches, strict=False):
        tokens, where = np.unique(np.concatenate([*english, *arabic]), return_inverse=True)
        flat, offsets, shares = composer.feature_rows(tokens)
        used, places = np.unique(flat, return_inverse=True)
        own_ids, part_ids = torch.from_numpy(tokens), torch.from_numpy(used)
        own, parts = composer.own.fetch(own_ids), composer.parts.fetch(part_ids)
        vectors = own + functional.embedding_bag(
            torch.from_numpy(places),
            parts,
            torch.from_numpy(offsets),
            mode="sum",
            per_sample_weights=torch.from_numpy(shares),
        )
        sizes = np.array([len(ids) for ids in (*english, *arabic)])
        bags = functional.embedding_bag(
            torch.from_numpy(where), vectors, torch.from_numpy(np.cumsum(sizes) - sizes), mode="mean"
        )
        unit = functional.normalize(bags, dim=1)
        scores = unit[: len(english)] @ unit[len(english) :].T * scale
        target = torch.arange(len(english))
        loss = (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2
        loss.backward()
        now = rate * min(1.0, (step + 1) / max(1, steps // 20)) * max(0.02, 1.0 - step / steps)
        composer.own.update(own_ids, own, now)
        composer.parts.update(part_ids, parts, now)
        if watch is not None:
            watch(step, float(loss.detach()))
    return composer.table()
