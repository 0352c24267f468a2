"""Cut parallel documents anew, with a fixed seed: the right links are known and are not all one to one."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from itertools import groupby

Link = tuple[tuple[int, ...], tuple[int, ...]]
_CUT = re.compile(
    r"(?<=[,;:،؛–—])\s+|\s+(?=(?:and|but|while|which|who|because|after|when)\s)|\s+(?=و[\u0621-\u064a]{3})"
)


@dataclass(slots=True)
class Recut:
    """One document: two lists of texts and the links between them; a gap is in no link."""

    ar: list[str] = field(default_factory=list)
    original: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def add(self, ar: list[str], original: list[str]) -> None:
        """Append a link (or, with one side empty, a gap)."""
        i, j = len(self.ar), len(self.original)
        self.ar += ar
        self.original += original
        if ar and original:
            self.links.append((tuple(range(i, i + len(ar))), tuple(range(j, j + len(original)))))


def documents(rows: list[list[str]]) -> list[list[tuple[str, str]]]:
    """Rows en, ar, doc → documents as lists of (Arabic, original); neighbouring rows of one doc belong together."""
    return [[(row[1], row[0]) for row in group] for _, group in groupby(rows, key=lambda row: row[2])]


def _split(text: str, dice: random.Random) -> list[str] | None:
    """The text in two at a clause boundary, neither part under a quarter; None when there is no such place."""
    places = [m for m in _CUT.finditer(text) if len(text) * 0.25 <= m.start() and m.end() <= len(text) * 0.75]
    if not places or len(text) < 50:
        return None
    at = dice.choice(places)
    return [text[: at.start()], text[at.end() :]]


def _one(rows: list[tuple[str, str]], dice: random.Random) -> tuple[list[str], list[str], int] | None:
    """A link that is not one to one from the next rows: its two sides and how many rows it took."""
    kind = dice.choices(("merge", "split", "merge3", "both"), (0.5, 0.3, 0.1, 0.1))[0]
    on_ar = dice.random() < 0.5
    if kind == "split":
        ar, original = rows[0]
        parts = _split(ar if on_ar else original, dice)
        if parts is None:
            return None
        return (parts, [original], 1) if on_ar else ([ar], parts, 1)
    size = 3 if kind == "merge3" else 2
    if len(rows) < size:
        return None
    ar_side, original_side = [r[0] for r in rows[:size]], [r[1] for r in rows[:size]]
    if kind == "both":
        # The same two sentences, cut at different places on the two sides: 2–2 and no finer link is right.
        parts = _split(ar_side[0] if on_ar else original_side[0], dice)
        if parts is None:
            return None
        if on_ar:
            return [parts[0], f"{parts[1]} {ar_side[1]}"], original_side, 2
        return ar_side, [parts[0], f"{parts[1]} {original_side[1]}"], 2
    if on_ar:
        return [" ".join(ar_side)], original_side, size
    return ar_side, [" ".join(original_side)], size


def recut(
    rows: list[tuple[str, str]],
    dice: random.Random,
    *,
    non_one_to_one: float,
    deletions: float,
    crossings: float,
) -> Recut:
    """Cut one document anew.

    ``non_one_to_one``: share of the links that join other than one and one sentence. ``deletions``: share of the
    sentences whose counterpart is taken out, on either side. ``crossings``: share of the links that change places with
    the next one on the Arabic side.
    """
    steps: list[tuple[list[str], list[str]]] = []
    odd = 0
    at = 0
    while at < len(rows):
        if deletions and dice.random() < deletions:
            lost, kept = rows[at]
            steps.append(([lost], []) if dice.random() < 0.5 else ([], [kept]))
            at += 1
            continue
        links = sum(1 for a, o in steps if a and o)
        made = _one(rows[at:], dice) if odd < non_one_to_one * (links + 1) and dice.random() < 0.8 else None
        if made is not None:
            odd += 1
            steps.append((made[0], made[1]))
            at += made[2]
        else:
            steps.append(([rows[at][0]], [rows[at][1]]))
            at += 1
    order = list(range(len(steps)))
    for k in range(len(order) - 1):
        if dice.random() < crossings and order[k] == k:
            order[k], order[k + 1] = order[k + 1], order[k]
    result = Recut(original=[text for _, original in steps for text in original])
    firsts: list[int] = []
    total = 0
    for _, original in steps:
        firsts.append(total)
        total += len(original)
    for k in order:
        ar, original = steps[k]
        i = len(result.ar)
        result.ar += ar
        if ar and original:
            result.links.append((tuple(range(i, i + len(ar))), tuple(range(firsts[k], firsts[k] + len(original)))))
    return result
