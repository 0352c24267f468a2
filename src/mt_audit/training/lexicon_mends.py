"""Rows of the source lexicon that are mended before they are shipped."""

from __future__ import annotations

from collections.abc import Mapping

RENAMED: Mapping[str, str] = {
    "well-position": "well-positioned",
    "lesser-know": "lesser-known",
    "growe": "grow",
    "thinke": "think",
}
"""Fragments of the word list → the lemma that its row describes."""

DROPPED: frozenset[tuple[str, str]] = frozenset()
"""(lemma, gloss) of rows that are not worth keeping."""
