"""Dynamic programming over links of several sentences, gaps and neighbouring exchanges; a row at a time in numpy."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Link = tuple[int, int, int, int]
"""First Arabic sentence, how many, first original sentence, how many."""

CROSSED = (-2, -2)
"""Key of the worth of two neighbouring sentences that changed places."""


def best_path(n: int, m: int, worth: Mapping[tuple[int, int], Floats]) -> list[Link]:
    """Links of the best monotone path through n × m sentences; gaps are worth nothing and are left out.

    ``worth[a, b]`` is [n − a + 1, m − b + 1]; ``worth[CROSSED]`` is [n − 1, m − 1], for links (i, j+1) and (i+1, j).
    """
    beads = [(abs(a), abs(b), key, table) for key, table in worth.items() if table.size for a, b in [key]]
    total = np.zeros((n + 1, m + 1), dtype=np.float32)
    step = np.full((n + 1, m + 1), -1, dtype=np.int16)
    sideways = np.zeros((n + 1, m + 1), dtype=bool)
    choices = np.full((len(beads) + 1, m + 1), -np.inf, dtype=np.float32)
    columns = np.arange(m + 1)
    for i in range(1, n + 1):
        choices[:] = -np.inf
        choices[0] = total[i - 1]
        for k, (a, b, _, table) in enumerate(beads, 1):
            if i >= a:
                choices[k, b:] = total[i - a, : m + 1 - b] + table[i - a]
        best = choices.argmax(axis=0)
        value = choices[best, columns]
        running = np.maximum.accumulate(value)
        total[i] = running
        sideways[i] = running > value
        step[i] = best
    links: list[Link] = []
    i, j = n, m
    while i > 0 and j > 0:
        if sideways[i, j]:
            j -= 1
            continue
        k = int(step[i, j])
        if k == 0:
            i -= 1
            continue
        a, b, key, _ = beads[k - 1]
        i, j = i - a, j - b
        if key == CROSSED:
            links += [(i + 1, 1, j, 1), (i, 1, j + 1, 1)]
        else:
            links.append((i, a, j, b))
    return links[::-1]
