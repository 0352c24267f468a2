"""Train the embedded encoder: a table of token vectors whose mean puts a sentence and its translation close together.

The table is run by model2vec or sentence-transformers; see ``engine/assets/encoder/README.md`` for data and figures.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mt_audit.training.encoder_fit import Composer, Ids, Table, fit
from mt_audit.training.encoder_material import SEED, Material, Recipe, Sampler

NAME = "mt-audit-static-en-ar"


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
        names += [framed[i : i + 3] for i in range(len(framed) - 2)]
        names += [framed[:5], framed[:6], framed[-5:]]
        if arabic:  # person and number of a verb
            names += [f"1:{word[0]}", f"-1:{word[-1]}", f"-2:{word[-2:]}"]
        rows.append(np.array([zlib.crc32(name.encode()) % buckets for name in names], dtype=np.int64))
    return rows


def learn(material: Material, recipe: Recipe, watch: Callable[[int, float, Composer], None] | None = None) -> Table:
    """Token table (vocabulary x ``recipe.dim``) before spreading. The seed fixes everything but the order of sums."""
    import torch

    torch.manual_seed(SEED)
    tokens = [token for token, _ in sorted(material.tokenizer.get_vocab().items(), key=lambda item: item[1])]
    composer = Composer(token_features(tokens, recipe.buckets), recipe.buckets, recipe.dim)
    told = (lambda step, loss: watch(step, loss, composer)) if watch else None
    return fit(composer, Sampler(material, recipe), recipe.steps, recipe.rate, recipe.scale, told)


def spread(table: npt.NDArray[np.float32], material: Material, softness: float = 1.0) -> npt.NDArray[np.float32]:
    """The table shifted and turned so that sentences fill all directions alike; hubs and common directions shrink.

    Both steps are linear, so they go into the token vectors: the mean of the shifted tokens is the shifted mean.
    ``softness`` is added to every direction's spread, in units of the mean spread: 0 would whiten wholly.
    """
    chosen = np.random.default_rng(SEED).choice(len(material.real), size=6000, replace=False, p=material.real_weight)
    lists = [ids for pair in (*material.news, *(material.real[i] for i in chosen)) for ids in pair if len(ids)]
    means = np.stack([table[ids].mean(axis=0) for ids in lists])
    norms = np.linalg.norm(means, axis=1, keepdims=True)
    unit = means / norms
    centre = unit.mean(axis=0)
    _, spreads, axes = np.linalg.svd(unit - centre, full_matrices=False)
    turn = axes.T / (spreads + softness * spreads.mean())
    return np.asarray((table - centre * float(norms.mean())) @ turn, dtype=np.float32)


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
    save(out / "encoder", spread(learn(material, recipe), material), material.tokenizer)
