"""Two documents → pairs of sentences that render each other: n–m, with gaps and local crossings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mt_audit.align.calibration import Calibration, calibration
from mt_audit.align.evidence import LONGEST, Evidence, Floats, Side, Weights
from mt_audit.align.programme import CROSSED, best_path
from mt_audit.core import Document, Pair

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

SHAPES = tuple((a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1) if min(a, b) == 1 or a + b <= 5)
"""Sizes of the links that are tried: 1–n, n–1, 2–2, 2–3, 3–2."""
DOUBTFUL = 0.35
"""Probability below which two sentences are rather taken to have no counterpart."""
_AWAY = 3
"""How far from its neighbours' order a sentence may have moved."""


Tables = dict[tuple[int, int], Floats]
Block = tuple[int, int, int, int]
"""First Arabic sentence, how many, first original sentence, how many."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link by position in the two lists of texts, with its probability of being right."""

    ar: tuple[int, ...]
    original: tuple[int, ...]
    score: float

    @property
    def first(self) -> Block:
        """The same link as a block."""
        return self.ar[0], len(self.ar), self.original[0], len(self.original)


def _crossed(single: Floats, weights: Weights) -> Floats:
    return single[:-1, 1:] + single[1:, :-1] - weights.crossing


def _moved(links: list[Block], single: Floats, weights: Weights) -> list[Block]:
    """Links between sentences that were left over on both sides, near to where they should be."""
    n, m = single.shape
    free_ar = set(range(n)) - {i + k for i, a, _, _ in links for k in range(a)}
    free_or = set(range(m)) - {j + k for _, _, j, b in links for k in range(b)}
    if not free_ar or not free_or:
        return []
    place = np.full(n, -1.0)
    for i, a, j, b in links:
        place[i : i + a] = j + (b - 1) / 2
    known = np.flatnonzero(place >= 0)
    expected = np.interp(np.arange(n), known, place[known]) if len(known) else np.arange(n) * m / n
    options = sorted(
        (
            (float(single[i, j]) - weights.crossing, i, j)
            for i in free_ar
            for j in free_or
            if abs(j - expected[i]) <= _AWAY + 0.5
        ),
        reverse=True,
    )
    found = []
    for value, i, j in options:
        if value > 0 and i in free_ar and j in free_or:
            free_ar.discard(i)
            free_or.discard(j)
            found.append((i, 1, j, 1))
    return found


def link_features(evidence: Evidence, link: Block) -> tuple[float, ...]:
    """What the probability of a link is told by: ``calibration.LINK``."""
    i, a, j, b = link
    left, right = (float(side[i, j]) for side in evidence.coverage(a, b))
    return (
        min(left, right),
        0.5 * (left + right),
        float(evidence.dense(a, b)[i, j]),
        float(evidence.length(a, b)[i, j]),
        float(a + b - 2),
        evidence.figures(link),
    )


def _apart(worth: Tables, ar_heads: Sequence[bool], original_heads: Sequence[bool], weights: Weights) -> None:
    """Keep headlines out of longer links, and make a headline that renders a body sentence earn it."""
    ours, theirs = np.array(ar_heads, dtype=np.float32), np.array(original_heads, dtype=np.float32)
    if not ours.any() and not theirs.any():
        return
    worth[1, 1] -= weights.headline * np.abs(ours[:, None] - theirs[None, :])
    for (a, b), table in worth.items():
        if (a, b) != (1, 1):
            table[np.convolve(ours, np.ones(a), "valid") > 0, :] = -1e3
            table[:, np.convolve(theirs, np.ones(b), "valid") > 0] = -1e3


def worth_tables(
    evidence: Evidence, weights: Weights, headlines: tuple[Sequence[bool], Sequence[bool]] = ((), ())
) -> Tables:
    """What every link between the two texts would be worth, by its sizes."""
    n, m = len(evidence.ar), len(evidence.original)
    worth: Tables = {(a, b): evidence.worth(a, b, weights) for a, b in SHAPES if a <= n and b <= m}
    _apart(worth, headlines[0] or [False] * n, headlines[1] or [False] * m, weights)
    return worth


def best_links(worth: Tables, weights: Weights) -> list[Block]:
    """The links that together are worth most: monotone but for neighbours and for sentences left over on both sides."""
    single = worth[1, 1]
    n, m = single.shape
    tables = dict(worth)
    if n > 1 and m > 1:
        tables[CROSSED] = _crossed(single, weights)
    links = best_path(n, m, tables)
    return links + _moved(links, single, weights)


def links_of(
    evidence: Evidence,
    fitted: Calibration | None = None,
    headlines: tuple[Sequence[bool], Sequence[bool]] = ((), ()),
) -> list[Linked]:
    """Links between two lists of sentences, in Arabic order; sentences without a counterpart are in none.

    ``headlines`` says of each sentence of either side whether it is one; empty when none is.
    """
    fitted = fitted or calibration()
    found = []
    for block in best_links(worth_tables(evidence, fitted.weights, headlines), fitted.weights):
        i, a, j, b = block
        score = fitted.link(link_features(evidence, block))
        if score < DOUBTFUL:
            continue
        found.append(Linked(tuple(range(i, i + a)), tuple(range(j, j + b)), score))
    return sorted(found, key=lambda link: link.ar)


def link_texts(ar: Side, original: Side, headlines: tuple[Sequence[bool], Sequence[bool]] = ((), ())) -> list[Linked]:
    """``links_of`` the evidence between two texts; none when one of them is empty."""
    if not len(ar) or not len(original):
        return []
    return links_of(Evidence(ar, original), headlines=headlines)


def _in_order(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Arabic order; an original sentence without a counterpart follows the pair of the sentence before it."""
    after = {index: pair.ar[0] for pair in pairs if pair.ar for index in pair.original}

    def key(pair: Pair) -> tuple[float, int]:
        if pair.ar:
            return (pair.ar[0], 0)
        before = [after[j] for j in after if j < pair.original[0]]
        return (max(before) + 0.5 if before else -1.0, pair.original[0])

    return tuple(sorted(pairs, key=key))


def _gap_scores(evidence: Evidence, fitted: Calibration) -> tuple[list[float], list[float]]:
    """How sure it is that nothing renders each sentence of either side: one less the likeliest single link."""
    single = evidence.worth(1, 1, fitted.weights)
    best = [(i, int(j)) for i, j in enumerate(single.argmax(axis=1))]
    best += [(int(i), j) for j, i in enumerate(single.argmax(axis=0))]
    scores = [round(1.0 - fitted.link(link_features(evidence, (i, 1, j, 1))), 4) for i, j in best]
    return scores[: len(evidence.ar)], scores[len(evidence.ar) :]


def align(ar: Document, original: Document, kit: Kit) -> tuple[Pair, ...]:
    """Sentences of ``ar`` beside the sentences of ``original`` they render.

    A headline is linked on its own, and one without a counterpart is in no pair. A body sentence without a
    counterpart is a pair with an empty other side, whose score is how sure it is that nothing renders it.
    """
    links: list[Linked] = []
    gaps: tuple[list[float], list[float]] = [1.0] * len(ar.sentences), [1.0] * len(original.sentences)
    if ar.sentences and original.sentences:
        left = Side([ar.text_of(s.index) for s in ar.sentences], ar.article.language, kit)
        right = Side([original.text_of(s.index) for s in original.sentences], original.article.language, kit)
        heads = [s.headline for s in ar.sentences], [s.headline for s in original.sentences]
        evidence = Evidence(left, right)
        links = links_of(evidence, headlines=heads)
        gaps = _gap_scores(evidence, calibration())
    pairs = [Pair(link.ar, link.original, round(link.score, 4)) for link in links]
    done_ar = {i for link in links for i in link.ar}
    done_or = {j for link in links for j in link.original}
    pairs += [Pair((s.index,), (), gaps[0][s.index]) for s in ar.sentences if not s.headline and s.index not in done_ar]
    pairs += [
        Pair((), (s.index,), gaps[1][s.index]) for s in original.sentences if not s.headline and s.index not in done_or
    ]
    return _in_order(pairs)
