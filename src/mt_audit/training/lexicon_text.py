"""Parallel text as two lists of tokens: Arabic bases, English lemmas."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

from mt_audit.engine import forms
from mt_audit.text.words import words
from mt_audit.training.corpora import contrast_pairs, sentence_pairs

_NEWS_WEIGHT = 4
"""How often our own news sentences are repeated: they are few beside software prose, and they are what we audit."""
_TAKEN = {
    "biographies": 100_000,
    "everyday": 100_000,
    "health": 100_000,
    "essays": 100_000,
    "lessons_machine": 100_000,
    "business_docs_human": 100_000,
    "office_support_machine": 15_000,
}
_SHORTEST, _LONGEST = 2, 45


def parallel(shared: Path) -> list[tuple[str, str]]:
    """English and Arabic sentences to learn from, each pair once, our own news sentences several times."""
    news = [(pair.en, pair.good) for pair in contrast_pairs(shared)]
    seen: set[tuple[str, str]] = set()
    taken: list[tuple[str, str]] = []
    for name, most in _TAKEN.items():
        count = 0
        for en, ar in sentence_pairs(shared, (name,)):
            if not _SHORTEST <= en.count(" ") + 1 <= _LONGEST or "&gt;" in en or "](" in en or (en, ar) in seen:
                continue
            seen.add((en, ar))
            taken.append((en, ar))
            count += 1
            if count >= most:
                break
    return news * _NEWS_WEIGHT + taken


class Segmenter:
    """Chooses one base for each Arabic word: listed entries first, then what the text itself has often."""

    def __init__(self, counts: Counter[str], listed: Collection[str]) -> None:
        self._listed = listed
        self._base: Counter[str] = Counter()
        for key, count in counts.items():
            self._base[key] += count
            if key.startswith("ال") and len(key) > 4:
                self._base[key[2:]] += count
        self._chosen: dict[str, str] = {}

    def base(self, key: str) -> str:
        """The likeliest base of a folded word."""
        if key not in self._chosen:
            self._chosen[key] = max(forms.bases(key), key=self._score)[0]
        return self._chosen[key]

    def _score(self, candidate: tuple[str, float]) -> float:
        base, weight = candidate
        listed = 3.0 if base in self._listed else 0.0
        frequent = 0.5 * min(math.log1p(self._base[base]), 6.0)
        return listed + frequent + 8.0 * (weight - 1.0) - (2.0 if len(base) < 3 else 0.0)


def tokens(
    pairs: list[tuple[str, str]], listed: Collection[str], lemma: Callable[[str], str]
) -> tuple[list[list[str]], list[list[str]]]:
    """Arabic bases and English lemmas of each pair."""
    keys = [[word.key for word in words(ar)] for _, ar in pairs]
    segmenter = Segmenter(Counter(key for sentence in keys for key in sentence), listed)
    ar = [[segmenter.base(key) for key in sentence] for sentence in keys]
    en = [[lemma(word.text) for word in words(source)] for source, _ in pairs]
    return ar, en
