"""Fit how sentence links are weighed, how sure a link is, and how sure an original is: ``assets/links/links.json``.

Inputs: ``data/mt_outputs/flores_dev`` (human Arabic and seven systems) and ``talks`` (seven systems), in documents of
about twenty lines; neither the encoder nor the lexicon was trained on them. Weights by random search for the best
strict F1 over documents cut anew; probabilities by logistic regression on the links and documents that come out.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.align import full_kit
from mt_audit.align.calibration import LIKENESS, LINK, Calibration
from mt_audit.align.evidence import Evidence, Side, Weights
from mt_audit.align.recut import Recut, recut
from mt_audit.align.sentences import best_links, link_features, links_of, worth_tables
from mt_audit.engine.kit import Kit
from mt_audit.evaluate.base import table
from mt_audit.retrieve import Likeness, likeness

LINES = 20
ROUNDS = 90
SETTINGS = ((0.25, 0.0, 0.0), (0.5, 0.1, 0.03), (0.25, 0.05, 0.01), (0.5, 0.1, 0.03))
"""Non-1:1, deletions, crossings."""
_FIXED = ("headline",)

Floats = NDArray[np.float64]


def documents(shared: Path) -> Iterator[list[tuple[str, str]]]:
    """Documents of (Arabic, English) lines, each by one translator."""
    for name in ("flores_dev", "talks"):
        lines = table(shared / "data" / "mt_outputs" / f"{name}.tsv.gz")
        who = [column for column in lines[0] if column != "en"]
        for number, start in enumerate(range(0, len(lines) - LINES // 2, LINES)):
            chosen = "human" if "human" in who and number % 2 == 0 else who[number % len(who)]
            rows = [(line[chosen], line["en"]) for line in lines[start : start + LINES]]
            yield [(ar, en) for ar, en in rows if ar.strip() and en.strip()]


def _foreign(rows: list[tuple[str, str]], others: list[tuple[str, str]], dice: random.Random) -> Recut:
    """A document a third of whose original lines were swapped for lines of another: their links would be wrong."""
    result = Recut()
    for ar, en in rows:
        if dice.random() < 0.35:
            result.add([ar], [])
            result.add([], [dice.choice(others)[1]])
        else:
            result.add([ar], [en])
    return result


def _cuts(shared: Path) -> tuple[list[Recut], list[Recut]]:
    """Documents cut anew, and documents with foreign lines."""
    every = list(documents(shared))
    cuts, foreign = [], []
    for n, rows in enumerate(every):
        dice = random.Random(f"links.{n}")
        odd, lost, crossed = SETTINGS[n % len(SETTINGS)]
        cuts.append(recut(rows, dice, non_one_to_one=odd, deletions=lost, crossings=crossed))
        if n % 2 == 0:
            foreign.append(_foreign(rows, every[n - 1], dice))
    return cuts, foreign


def _f1(cut: list[tuple[Evidence, Recut]], weights: Weights) -> float:
    right = found = gold = 0
    for evidence, truth in cut:
        links = {
            (tuple(range(i, i + a)), tuple(range(j, j + b)))
            for i, a, j, b in best_links(worth_tables(evidence, weights), weights)
        }
        right += len(links & set(truth.links))
        found += len(links)
        gold += len(truth.links)
    return 2 * right / max(found + gold, 1)


def search(cut: list[tuple[Evidence, Recut]], weights: Weights, rounds: int = ROUNDS) -> tuple[Weights, float]:
    """Random search from ``weights``: a few at a time are moved, by less and less."""
    dice = random.Random("weights")
    best = _f1(cut, weights)
    names = [field.name for field in fields(weights) if field.name not in _FIXED]
    for number in range(rounds):
        spread = 0.5 * (1 - number / rounds) + 0.08
        changed = {}
        for name in dice.sample(names, dice.choice((1, 1, 2, 3))):
            moved = getattr(weights, name) * float(np.exp(dice.gauss(0, spread))) + dice.gauss(0, 0.01)
            changed[name] = round(max(0.0, moved), 4)
        score = _f1(cut, trial := replace(weights, **changed))
        if score >= best:
            weights, best = trial, score
    return weights, best


def logistic(rows: Floats, labels: Floats, ridge: float = 1e-3) -> Floats:
    """Weights of a logistic regression, the constant first, by Newton's method."""
    design = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (p - labels) + ridge * len(rows) * weights * np.r_[0, np.ones(len(weights) - 1)]
        curvature = (design * (p * (1 - p))[:, None]).T @ design + ridge * len(rows) * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def _other_report(lines: list[str], others: list[str], kept: float, dice: random.Random) -> list[str]:
    """Another report of the same matter: of each line only a part of the words stays, the rest comes from elsewhere."""
    result = []
    for line in lines:
        foreign = dice.choice(others).split()
        words = [word if dice.random() < kept else dice.choice(foreign) for word in line.split()]
        result.append(" ".join(words))
    return result


def _examples(shared: Path, kit: Kit, fitted: Calibration) -> Iterator[tuple[Likeness, bool]]:
    """Articles beside their originals, whole and cut, and beside texts that are not their originals."""
    every = list(documents(shared))
    for n, rows in enumerate(every):
        dice = random.Random(f"likeness.{n}")
        ar, en = [row[0] for row in rows], [row[1] for row in rows]
        third = max(3, len(rows) // 3)
        other = [row[1] for row in every[n - 1]]
        half = [dice.choice(other) if dice.random() < 0.6 else line for line in en]
        cases = [
            (ar, en, True),
            (ar[:third], en, True),
            (ar, en[:third], True),
            ([line for line in ar if dice.random() > 0.15] or ar, en, True),
            (ar, other, False),
            (ar, half, False),
            (ar, _other_report(en, other, 0.4, dice), False),
            (ar[:third], _other_report(en, other, 0.4, dice), False),
            (ar, _other_report(en[:third], other, 0.4, dice), False),
        ]
        for ours, theirs, same in cases:
            yield likeness(Evidence(Side(ours, "ar", kit), Side(theirs, "en", kit)), fitted), same


def train(shared: Path, out: Path) -> None:
    """Write ``links/links.json`` under ``out``."""
    kit = full_kit()
    cuts, foreign = _cuts(shared)

    def seen(texts: list[Recut]) -> list[tuple[Evidence, Recut]]:
        return [(Evidence(Side(c.ar, "ar", kit), Side(c.original, "en", kit)), c) for c in texts]

    cut = seen(cuts)
    weights, f1 = search(cut, Weights())
    zeros = Calibration(weights, (1.0, *(0.0,) * len(LINK)), (0.0,) * (len(LIKENESS) + 1))
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    for evidence, truth in [*cut, *seen(foreign)]:
        gold = set(truth.links)
        for link in links_of(evidence, zeros):
            rows.append(link_features(evidence, link.first))
            labels.append((link.ar, link.original) in gold)
    by_link = logistic(np.array(rows), np.array(labels, float))
    linked = replace(zeros, by_link=tuple(by_link.tolist()))
    examples = list(_examples(shared, kit, linked))
    features = np.array([found.features for found, _ in examples])
    by_document = logistic(features, np.array([same for _, same in examples], float))
    fitted = replace(linked, by_likeness=tuple(by_document.tolist()))
    right = np.mean([(fitted.likeness(found.features) >= 0.5) == same for found, same in examples])
    folder = out / "links"
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "weights": asdict(weights),
        "link": dict(zip(("constant", *LINK), np.round(by_link, 4).tolist(), strict=True)),
        "likeness": dict(zip(("constant", *LIKENESS), np.round(by_document, 4).tolist(), strict=True)),
        "fitted": {"strict_f1": round(f1, 4), "documents_told_apart": round(float(right), 4)},
    }
    (folder / "links.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
