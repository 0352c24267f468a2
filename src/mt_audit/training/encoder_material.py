"""The encoder's training data as token lists, and the batches drawn from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mt_audit.training import corpora
from mt_audit.training.encoder_fit import Batch, Ids
from mt_audit.training.encoder_text import Entry, entries
from mt_audit.training.encoder_vocabulary import (
    VocabularySize,
    build_vocabulary,
    count_words,
    make_tokenizer,
    without_clitics,
)

SEED = 20250301


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the result beside the data."""

    dim: int = 256
    steps: int = 450
    batch: int = 2048
    real: float = 0.3
    news: float = 0.25
    rate: float = 0.02
    scale: float = 25.0
    drop: float = 0.1
    buckets: int = 1 << 16
    size: VocabularySize = field(default_factory=VocabularySize)
    lexicon: bool = True
    pairs: bool = True


class Material:
    """Tokenised training data: sentence pairs, our own news lines, dictionary entries."""

    def __init__(self, shared: Path, recipe: Recipe) -> None:
        real = list(corpora.sentence_pairs(shared))
        news = [(pair.en, pair.good) for pair in corpora.contrast_pairs(shared)] if recipe.pairs else []
        found = (
            list(entries(shared))
            if recipe.lexicon
            else [e for e in entries(shared) if e.kind not in ("lexicon", "news-name")]
        )
        self.tokenizer = make_tokenizer(build_vocabulary(_word_weights(shared, real, news, found), recipe.size))
        self.real = self._pairs(real)
        self.real_weight = _source_weights(real)
        self.news = self._pairs(news)
        self.entry_en = [self._ids(entry.en) for entry in found]
        self.entry_ar = [self._ids(entry.ar) for entry in found]
        self.entry_weight = np.array([entry.weight for entry in found])
        self.entry_weight /= self.entry_weight.sum()
        self.cues = _cue_entries(found)

    def _ids(self, texts: Sequence[str]) -> list[Ids]:
        return [
            np.array(e.ids, dtype=np.int64)
            for e in self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ]

    def _pairs(self, pairs: list[tuple[str, str]]) -> list[tuple[Ids, Ids]]:
        return list(zip(self._ids([en for en, _ in pairs]), self._ids([ar for _, ar in pairs]), strict=True))


def _cue_entries(found: list[Entry]) -> list[Ids]:
    """For each entry, the entries of the words that usually stand around it."""
    first: dict[str, int] = {}
    for number, entry in enumerate(found):
        if entry.kind in ("lexicon", "news-name"):
            for form in entry.en:
                first.setdefault(form.lower(), number)
    return [np.array([first[cue.lower()] for cue in e.cues if cue.lower() in first], dtype=np.int64) for e in found]


def _source_weights(pairs: list[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """Sampling weight of each pair: sentences of plain language more often than those about software."""
    software = re.compile(
        r"microsoft|dynamics|azure|click|field|page|sharepoint|power|365|excel|office|select|workflow", re.I
    )
    weights = np.array([0.15 if software.search(en) else 1.0 for en, _ in pairs])
    weights *= np.array([min(1.0, 0.35 + len(en) / 60) for en, _ in pairs])
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _word_weights(
    shared: Path, real: list[tuple[str, str]], news: list[tuple[str, str]], found: list[Entry]
) -> dict[str, float]:
    """How much each word deserves a token of its own."""
    weights: defaultdict[str, float] = defaultdict(float)
    for word, count in count_words(chain.from_iterable(real)).items():
        if count >= 3:
            weights[word] += 0.4 * min(count, 2000) ** 0.5
    for word, count in count_words(chain.from_iterable(news)).items():
        weights[word] += count * 5
    for word, count in count_words(corpora.arabic_news(shared)).items():
        if count >= 4:
            weights[word] += min(count, 2000) ** 0.5
    factor = {"lexicon": 20.0, "news-name": 20.0, "dictionary": 60.0, "person": 30.0, "phrase": 20.0}
    words = {text: tuple(count_words([text])) for entry in found for text in (*entry.en, *entry.ar)}
    for entry in found:
        for text in (*entry.en, *entry.ar):
            for word in words[text]:
                weights[word] += entry.weight * factor.get(entry.kind, 10.0)
    return without_clitics(weights)


class Sampler:
    """Draws batches: real sentences, news lines, and pseudo-sentences made of dictionary entries."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self.material = material
        self.recipe = recipe
        self.random = np.random.default_rng(SEED)
        self._news_order: list[int] = []
        self._entries = np.empty(0, dtype=np.int64)

    def __iter__(self) -> Iterator[Batch]:
        while True:
            yield self.batch()

    def batch(self) -> tuple[list[Ids], list[Ids]]:
        """English and Arabic token lists of one batch."""
        recipe, material = self.recipe, self.material
        news = round(recipe.batch * recipe.news) if material.news else 0
        real = round(recipe.batch * recipe.real)
        chosen = self.random.choice(len(material.real), size=real, replace=False, p=material.real_weight)
        pairs = [material.real[i] for i in chosen] + [material.news[i] for i in self._next_news(news)]
        pairs = [self._extended(pair) for pair in pairs]
        while len(pairs) < recipe.batch:
            pairs.extend(self._family())
        return [self._dropped(en) for en, _ in pairs], [self._dropped(ar) for _, ar in pairs]

    def _next_news(self, count: int) -> list[int]:
        while len(self._news_order) < count:
            self._news_order += self.random.permutation(len(self.material.news)).tolist()
        taken, self._news_order = self._news_order[:count], self._news_order[count:]
        return taken

    def _draw(self, count: int) -> list[int]:
        if len(self._entries) < count:
            self._entries = self.random.choice(
                len(self.material.entry_weight), size=200_000, p=self.material.entry_weight
            )
        taken, self._entries = self._entries[:count], self._entries[count:]
        return [int(i) for i in taken]

    def _spelt(self, entry: int) -> tuple[Ids, Ids]:
        en, ar = self.material.entry_en[entry], self.material.entry_ar[entry]
        first = int(len(en) * self.random.random())
        # Forms stand in order of use: the first is the likeliest.
        second = int(len(ar) * self.random.random() ** 1.5)
        return en[first], ar[second]

    def _joined(self, drawn: Sequence[int]) -> tuple[Ids, Ids]:
        parts = [self._spelt(entry) for entry in drawn]
        return np.concatenate([en for en, _ in parts]), np.concatenate([ar for _, ar in parts])

    def _family(self) -> list[tuple[Ids, Ids]]:
        """Four pseudo-sentences that share half of their words: each is a hard negative of the others."""
        size = int(self.random.integers(1, 7))
        shared = self._draw(size)
        around = self.material.cues[shared[0]]
        if len(around) and self.random.random() < 0.7:
            shared = [shared[0], *self.random.permutation(around).tolist(), *shared[1:]][: max(size, 3)]
            size = len(shared)
        return [self._joined([*shared[: int(self.random.integers(0, size + 1))], *self._draw(size)]) for _ in range(4)]

    def _extended(self, pair: tuple[Ids, Ids]) -> tuple[Ids, Ids]:
        count = int(self.random.integers(-2, 4))
        if count <= 0:
            return pair
        en, ar = self._joined(self._draw(count))
        return np.concatenate([pair[0], en]), np.concatenate([pair[1], ar])

    def _dropped(self, ids: Ids) -> Ids:
        if len(ids) < 4:
            return ids
        kept = ids[self.random.random(len(ids)) >= self.recipe.drop]
        return kept if len(kept) else ids
