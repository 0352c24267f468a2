"""Word links by side, as the meaning checks use them."""

from __future__ import annotations

from functools import lru_cache

from mt_audit.checks.base import View
from mt_audit.core import WordLink
from mt_audit.engine.matching import columns_of

Sides = tuple[dict[int, tuple[WordLink, ...]], dict[int, tuple[WordLink, ...]]]


@lru_cache(maxsize=64)
def _sides(links: tuple[WordLink, ...]) -> Sides:
    by_ar: dict[int, list[WordLink]] = {}
    by_original: dict[int, list[WordLink]] = {}
    for link in links:
        by_ar.setdefault(link.ar, []).append(link)
        by_original.setdefault(link.original, []).append(link)
    return (
        {i: tuple(sorted(found, key=lambda link: -link.probability)) for i, found in by_ar.items()},
        {j: tuple(sorted(found, key=lambda link: -link.probability)) for j, found in by_original.items()},
    )


def originals_of(view: View, ar: int, floor: float = 0.3) -> list[int]:
    """Indices of the original's words linked to Arabic word ``ar``, likeliest first."""
    return [link.original for link in _sides(view.links)[0].get(ar, ()) if link.probability >= floor]


def arabic_of(view: View, original: int, floor: float = 0.3) -> list[int]:
    """Indices of the Arabic words linked to word ``original``, likeliest first."""
    return [link.ar for link in _sides(view.links)[1].get(original, ()) if link.probability >= floor]


def sure(view: View, ar: int) -> float:
    """Probability of the likeliest link of Arabic word ``ar``; 0 when it has none."""
    links = _sides(view.links)[0].get(ar)
    return links[0].probability if links else 0.0


def place_in_original(view: View, ar: int) -> float:
    """Where in the original the Arabic word ``ar`` belongs: its link, else between its linked neighbours."""
    return _place(_sides(view.links)[0], ar, len(view.ar.words), len(view.original.words), of_original=True)


def place_in_arabic(view: View, original: int) -> float:
    """Where in the Arabic the original's word belongs: its link, else between its linked neighbours."""
    return _place(_sides(view.links)[1], original, len(view.original.words), len(view.ar.words), of_original=False)


def _place(
    linked: dict[int, tuple[WordLink, ...]], index: int, size: int, other_size: int, *, of_original: bool
) -> float:
    def other(link: WordLink) -> int:
        return link.original if of_original else link.ar

    for distance in range(0, 4):
        found = []
        for near in {index - distance, index + distance}:
            links = linked.get(near)
            if links and links[0].probability >= 0.4:
                found.append(other(links[0]) + (index - near if abs(index - near) < 2 else 0))
        if found:
            return max(0.0, min(other_size - 1.0, sum(found) / len(found)))
    return index / max(1, size - 1) * max(0, other_size - 1)


def lexical(view: View, ar_key: str, original: int) -> float:
    """Match evidence of a folded Arabic spelling, which need not stand in the text, with the original's word."""
    lexicon = view.kit.lexicon
    row = lexicon.arabic_row(ar_key)
    columns = columns_of(lexicon, view.original.words[original].text, view.original.language)
    return max((row.get(column, 0.0) for column in columns), default=0.0)
