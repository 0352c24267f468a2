"""Train the embedded encoder: a table of token vectors whose mean puts a sentence and its translation close together.

Each token vector is learnt as its own row plus rows of its stem and character n-grams, so that rare and unseen inflections
stand near their kin; the sum is written out as one table and run by model2vec or sentence-transformers.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mt_audit.training import corpora
from mt_audit.training.encoder_text import Entry, entries
from mt_audit.training.encoder_vocabulary import (
    VocabularySize,
    build_vocabulary,
    count_words,
    make_tokenizer,
    without_clitics,
)

Ids = npt.NDArray[np.int64]
SEED = 20250301
NAME = "mt-audit-static-en-ar"


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the result beside the data."""

    dim: int = 256
    steps: int = 500
    batch: int = 3072
    real: float = 0.3
    news: float = 0.25
    rate: float = 0.02
    scale: float = 20.0
    drop: float = 0.1
    buckets: int = 1 << 16
    size: VocabularySize = VocabularySize()
    ngrams: bool = True
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

    def _ids(self, texts: Sequence[str]) -> list[Ids]:
        return [
            np.array(e.ids, dtype=np.int64)
            for e in self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ]

    def _pairs(self, pairs: list[tuple[str, str]]) -> list[tuple[Ids, Ids]]:
        return list(zip(self._ids([en for en, _ in pairs]), self._ids([ar for _, ar in pairs]), strict=True))


def _source_weights(pairs: list[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """Sampling weight of each pair: sentences of plain language more often than those about software."""
    software = re.compile(
        r"microsoft|dynamics|azure|click|field|page|sharepoint|power|365|excel|office|select|workflow", re.I
    )
    weights = np.array([0.15 if software.search(en) else 1.0 for en, _ in pairs])
    weights *= np.array([min(1.0, 0.2 + len(en) / 60) for en, _ in pairs])
    return weights / weights.sum()


def _word_weights(
    shared: Path, real: list[tuple[str, str]], news: list[tuple[str, str]], found: list[Entry]
) -> dict[str, float]:
    """How much each word deserves a token of its own."""
    weights: Counter[str] = Counter()
    for word, count in count_words(chain.from_iterable(real)).items():
        if count >= 3:
            weights[word] += min(count, 2000) * 0.2
    for word, count in count_words(chain.from_iterable(news)).items():
        weights[word] += count * 5
    for word, count in count_words(corpora.arabic_news(shared)).items():
        if count >= 4:
            weights[word] += min(count, 2000) * 0.5
    factor = {"lexicon": 20.0, "news-name": 20.0, "dictionary": 20.0, "person": 20.0, "phrase": 10.0}
    words = {text: tuple(count_words([text])) for entry in found for text in (*entry.en, *entry.ar)}
    for entry in found:
        for text in (*entry.en, *entry.ar):
            for word in words[text]:
                weights[word] += entry.weight * factor[entry.kind]
    return without_clitics(weights)


def token_features(tokens: Sequence[str], buckets: int) -> list[Ids]:
    """Feature rows of each token: its stem and its character n-grams, hashed into ``buckets``."""
    import Stemmer

    from mt_audit.text.words import stem

    english = Stemmer.Stemmer("english")
    rows: list[Ids] = []
    for token in tokens:
        word = token.strip("▁")
        if len(word) < 3 or word.isdigit():
            rows.append(np.empty(0, dtype=np.int64))
            continue
        arabic = "\u0621" <= word[0] <= "\u06d3"
        names = [f"s:{stem(word) if arabic else english.stemWord(word)}"] * 2
        framed = f"<{word}>" if arabic or token.startswith("▁") else f"{word}>"
        for length in (3, 4, 5):
            names += [framed[i : i + length] for i in range(len(framed) - length + 1)]
        rows.append(np.array([zlib.crc32(name.encode()) % buckets for name in names], dtype=np.int64))
    return rows


class Sampler:
    """Draws batches: real sentences, news lines, and pseudo-sentences made of dictionary entries."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self.material = material
        self.recipe = recipe
        self.random = np.random.default_rng(SEED)
        self._news_order: list[int] = []
        self._entries = np.empty(0, dtype=np.int64)

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


def fit(material: Material, recipe: Recipe, log: Any = None) -> npt.NDArray[np.float32]:
    """Token table (vocabulary x ``recipe.dim``) learnt by the symmetric in-batch contrastive loss."""
    import torch
    from torch.nn import functional

    torch.manual_seed(SEED)
    tokens = [token for token, _ in sorted(material.tokenizer.get_vocab().items(), key=lambda item: item[1])]
    features = token_features(tokens, recipe.buckets) if recipe.ngrams else [np.empty(0, dtype=np.int64)] * len(tokens)
    lengths = np.array([len(row) for row in features])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    flat = np.concatenate([*features, np.empty(0, dtype=np.int64)])
    own = torch.nn.Parameter(torch.randn(len(tokens), recipe.dim) * 0.05)
    parts = torch.nn.Parameter(torch.randn(recipe.buckets, recipe.dim) * 0.05)
    scale = torch.nn.Parameter(torch.tensor(recipe.scale).log())

    def composed(ids: Ids) -> torch.Tensor:
        counts = lengths[ids]
        offsets = np.concatenate([[0], np.cumsum(counts)])[:-1]
        index = np.repeat(starts[ids] - offsets, counts) + np.arange(counts.sum())
        share = torch.from_numpy(np.repeat(1.0 / np.sqrt(np.maximum(counts, 1)), counts).astype(np.float32))
        summed = functional.embedding_bag(
            torch.from_numpy(flat[index]), parts, torch.from_numpy(offsets), mode="sum", per_sample_weights=share
        )
        return own[torch.from_numpy(ids)] + summed

    def pooled(table: torch.Tensor, lists: list[Ids], position: Ids) -> torch.Tensor:
        sizes = np.array([len(ids) for ids in lists])
        offsets = np.concatenate([[0], np.cumsum(sizes)])[:-1]
        bags = functional.embedding_bag(
            torch.from_numpy(position[np.concatenate(lists)]), table, torch.from_numpy(offsets), mode="mean"
        )
        return functional.normalize(bags, dim=1)

    sampler = Sampler(material, recipe)
    optimizer = torch.optim.Adam(
        [{"params": [own, parts]}, {"params": [scale], "lr": 0.002}], lr=recipe.rate, betas=(0.9, 0.99), fused=True
    )
    warm = max(1, recipe.steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1.0 - step / recipe.steps)
    )
    position = np.zeros(len(tokens), dtype=np.int64)
    for step in range(recipe.steps):
        english, arabic = sampler.batch()
        present = np.unique(np.concatenate([*english, *arabic]))
        position[present] = np.arange(len(present))
        table = composed(present)
        left, right = pooled(table, english, position), pooled(table, arabic, position)
        scores = left @ right.T * scale.exp().clamp(max=60.0)
        target = torch.arange(len(english))
        loss = (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        if log is not None and step % 20 == 0:
            log(step, float(loss), float(scale.exp()), lambda: composed(np.arange(len(tokens))).detach().numpy())
    with torch.no_grad():
        return composed(np.arange(len(tokens))).numpy().astype(np.float32)


def save(folder: Path, table: npt.NDArray[np.float32], tokenizer: Any) -> None:
    """Write the folder that model2vec and sentence-transformers both load: 8-bit rows with a 32-bit scale each.

    Other files of the folder (its card) stay; each file is replaced in one step.
    """
    import tempfile

    from model2vec.persistence.persistence import save_pretrained

    table = table.copy()
    table[0] = 0.0  # the unknown token: model2vec leaves it out, sentence-transformers must add nothing
    scales = (np.maximum(np.abs(table).max(axis=1), 1e-8) / 127.0).astype(np.float32)
    rows = np.rint(table / scales[:, None]).astype(np.int8)
    digest = hashlib.sha256(rows.tobytes() + scales.tobytes() + tokenizer.to_str().encode())
    config: dict[str, Any] = {
        "name": NAME,
        "revision": digest.hexdigest()[:12],
        "normalize": True,
        "max_length": None,
        "license": "cc-by-sa-4.0",
    }
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        save_pretrained(Path(temporary), rows, tokenizer, config, create_model_card=False, weights=scales)
        for written in sorted(Path(temporary).iterdir()):
            written.chmod(0o644)
            written.replace(folder / written.name)


def train(shared: Path, out: Path) -> None:
    """Train on the shared data and write the model folder ``out/encoder``."""
    recipe = Recipe()
    material = Material(shared, recipe)
    save(out / "encoder", fit(material, recipe), material.tokenizer)
