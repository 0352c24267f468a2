"""Boosted decision trees, run by numpy: what scikit-learn's histogram boosting learnt, without scikit-learn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.errors import EngineError

Floats = NDArray[np.float32]

ARRAYS = ("feature", "threshold", "left", "right", "value", "baseline")


class Trees:
    """Arrays: ``feature`` int16, ``threshold``, ``value`` float32, ``left``, ``right`` int16, each [trees, nodes].

    A leaf points to itself on both sides, so that every row can walk the same number of steps. ``baseline`` [1] is
    added to the sum of the leaves' values; the sum is the log-odds.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.feature = np.asarray(arrays["feature"], np.int64)
        self.threshold = np.asarray(arrays["threshold"], np.float32)
        self.left = np.asarray(arrays["left"], np.int64)
        self.right = np.asarray(arrays["right"], np.int64)
        self.value = np.asarray(arrays["value"], np.float32)
        self.baseline = float(np.asarray(arrays["baseline"], np.float64)[0])
        self.columns = int(np.asarray(arrays["columns"], np.int64)[0])
        self.depth = self._depth()

    @classmethod
    def load(cls, path: Path) -> Trees:
        """Read an ``.npz``. Raises EngineError when it is missing or damaged."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                return cls({name: stored[name] for name in stored.files})
        except (OSError, ValueError, KeyError, EOFError) as error:
            hint = "Reinstall mt-audit or rebuild its assets."
            raise EngineError(f"{path} cannot be read: {error}.", hint) from error

    def _depth(self) -> int:
        trees = np.arange(len(self.feature))
        open_nodes = [(trees, np.zeros_like(trees))]
        depth = 0
        while open_nodes:
            following = []
            for tree, node in open_nodes:
                inner = self.left[tree, node] != node
                tree, node = tree[inner], node[inner]
                if len(tree):
                    following += [(tree, self.left[tree, node]), (tree, self.right[tree, node])]
            depth += bool(following)
            open_nodes = following
        return depth

    def odds(self, rows: Floats) -> Floats:
        """Log-odds of each row of features [n, columns]: float32 [n]."""
        if rows.shape[1] != self.columns:
            raise EngineError("The trees were grown on other features.", "Rebuild the assets.")
        n, trees = len(rows), len(self.feature)
        node = np.zeros((n, trees), np.int64)
        which = np.arange(trees)[None, :]
        line = np.arange(n)[:, None]
        for _ in range(self.depth):
            column = self.feature[which, node]
            goes_left = rows[line, column] <= self.threshold[which, node]
            node = np.where(goes_left, self.left[which, node], self.right[which, node])
        return np.asarray(self.value[which, node].sum(axis=1) + self.baseline, np.float32)

    def probability(self, rows: Floats) -> Floats:
        """Probability of each row: float32 [n]."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.odds(rows))), np.float32)
