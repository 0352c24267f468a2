"""Builds ``assets/sense``: the trees that judge an Arabic word beside its original.

Learnt from our own contrast pairs (the planted word is wrong, all other words of both lines are right) and from human
translations (every word is right). What the language model says of a training line is counted without that line's
third, as in ``training/language.py``; lemmas of the evaluation files give no training pair.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.collocation import Collocations
from mt_audit.engine.sense import Senses
from mt_audit.engine.sense_alone import Reverse, alone, build
from mt_audit.engine.sense_features import FEATURES, Floats, look, normality
from mt_audit.engine.spelling import Spellings
from mt_audit.text.passage import Passage
from mt_audit.training import language as language_training
from mt_audit.training.sense_data import Labelled, contrast, human, human_news

_SEED = 1
_TREES: dict[str, Any] = {
    "learning_rate": 0.08,
    "max_leaf_nodes": 23,
    "max_iter": 130,
    "l2_regularization": 1.0,
    "min_samples_leaf": 40,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Collocations counted without each third of the lines, and the spellings."""

    thirds: tuple[Collocations, ...]
    spellings: Spellings

    def of(self, lemma: str) -> Collocations:
        """The counts that have not seen the lines about ``lemma``."""
        return self.thirds[zlib.crc32(lemma.encode()) % len(self.thirds)]


def counts(shared: Path) -> Counts:
    """Count the language model's lines three times, each time without a third."""
    lines = [line for line in language_training._lines(shared) if line.keys]
    spelled = language_training._spellings(shared, lines)
    spellings = Spellings(spelled["spellings_hash"], spelled["spellings_value"])
    senses = language_training._senses(shared, spellings)
    thirds = tuple(
        Collocations(language_training._collocations([line for line in lines if line.fold != part], senses, spellings))
        for part in range(language_training.FOLDS)
    )
    return Counts(thirds, spellings)


def examples(rows: Iterable[Labelled], counted: Counts) -> Iterator[tuple[Floats, NDArray[np.bool_]]]:
    """Features [words, f] and labels [words] of each sentence."""
    from mt_audit.align import full_kit

    kit = full_kit()
    senses = Senses(kit.lexicon, kit.encoder)
    for row in rows:
        ar, en = Passage(row.ar, "ar"), Passage(row.en, "en")
        language = normality(ar.keys, counted.of(row.lemma), counted.spellings)
        labels = np.zeros(len(ar.words), bool)
        labels[sorted(row.wrong)] = True
        yield look(ar, en, kit.link(ar, en), senses, language).features, labels


def grown(features: Floats, labels: NDArray[np.bool_], **settings: Any) -> dict[str, NDArray[Any]]:
    """Histogram boosting on features [n, f] → the arrays of ``engine/trees.py``."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(random_state=_SEED, **(_TREES | settings)).fit(features, labels)
    nodes = [tree[0].nodes for tree in model._predictors]
    size = max(map(len, nodes))
    shape = (len(nodes), size)
    arrays: dict[str, NDArray[Any]] = {
        "feature": np.zeros(shape, np.int16),
        "threshold": np.zeros(shape, np.float32),
        "left": np.tile(np.arange(size, dtype=np.int16), (len(nodes), 1)),
        "right": np.tile(np.arange(size, dtype=np.int16), (len(nodes), 1)),
        "value": np.zeros(shape, np.float32),
    }
    for number, tree in enumerate(nodes):
        inner = tree["is_leaf"] == 0
        arrays["value"][number, : len(tree)] = tree["value"]
        arrays["feature"][number, : len(tree)][inner] = tree["feature_idx"][inner]
        arrays["threshold"][number, : len(tree)][inner] = tree["num_threshold"][inner]
        arrays["left"][number, : len(tree)][inner] = tree["left"][inner]
        arrays["right"][number, : len(tree)][inner] = tree["right"][inner]
    arrays["baseline"] = np.asarray(model._baseline_prediction, np.float64).ravel()
    arrays["columns"] = np.array([features.shape[1]])
    return arrays


def save(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    """Write an ``.npz`` to a temporary name, then rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}")
    with temporary.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)
    temporary.replace(path)


def reverse(out: Path) -> None:
    """Write the list of senses by Arabic word, with the vectors of their descriptions, into ``out``."""
    from mt_audit.align import full_kit
    from mt_audit.engine.sense import telling

    kit = full_kit()
    inventory = kit.lexicon.inventory
    senses = [s for lemma in sorted(inventory.lemmas()) for s in inventory.of(lemma) if s.pos != "name"]

    def units(listed: tuple[str, ...]) -> list[str]:
        parts = [telling(form) for form in listed]
        return sorted({unit for one in parts if len(one) == 1 for unit in one[0]})

    vectors = kit.encoder.encode([f"{s.lemma}: {s.gloss}. {' '.join(s.cues)}" for s in senses])
    arrays, kept = build([(units(s.ar), units(s.wrong_ar)) for s in senses], vectors)
    out.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        temporary = out / f".{name}.npy"
        np.save(temporary, array, allow_pickle=False)
        temporary.replace(out / f"{name}.npy")
    rows = [f"{senses[k].lemma}\t{senses[k].gloss}\t{senses[k].ar[0] if senses[k].ar else ''}" for k in kept]
    (out / "senses.txt.gz").write_bytes(gzip.compress("\n".join(rows).encode("utf-8"), 9, mtime=0))


def alone_examples(shared: Path, out: Path, counted: Counts) -> Iterator[tuple[Floats, NDArray[np.bool_]]]:
    """Features and labels of the Arabic alone: contrast pairs, and human news the language model has not counted."""
    from mt_audit.align import full_kit

    kit = full_kit()
    known = Reverse.load(out)
    for row in contrast(shared):
        ar = Passage(row.ar, "ar")
        labels = np.zeros(len(ar.words), bool)
        labels[sorted(row.wrong)] = True
        language = normality(ar.keys, counted.of(row.lemma), counted.spellings)
        yield alone(ar, known, kit.encoder, language), labels
    for text in human_news(shared):
        ar = Passage(text, "ar")
        language = normality(ar.keys, kit.language.collocations, kit.language.spellings)
        yield alone(ar, known, kit.encoder, language), np.zeros(len(ar.words), bool)


def train(shared: Path, out: Path) -> None:
    """Write the arrays of ``assets/sense``; needs scikit-learn and wordfreq, and the assets it builds on."""
    counted = counts(shared)
    reverse(out / "sense")
    heard = list(alone_examples(shared, out / "sense", counted))
    features, labels = (np.concatenate(side) for side in zip(*heard, strict=True))
    save(out / "sense" / "alone.npz", grown(features, labels, max_iter=110, max_leaf_nodes=19))
    table = list(examples([*contrast(shared), *human(shared)], counted))
    features, labels = (np.concatenate(side) for side in zip(*table, strict=True))
    assert features.shape[1] == len(FEATURES)
    save(out / "sense" / "pair.npz", grown(features, labels))
