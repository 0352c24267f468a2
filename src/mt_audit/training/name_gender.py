"""Weights of the gender check: when English says *she* and the Arabic shows a man, or the other way round.

Trained on human sentence pairs whose English names one gender: as they are (silent), and with the English
pronouns turned round (flagged). Sources: biographies and everyday sentences of ``data/train`` without anything
that occurs in an evaluation file, and the good lines of our own contrast pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.checks.agreement.name_gender_evidence import NOUN_PAIRS
from mt_audit.training.corpora import contrast_pairs, sentence_pairs

_TURNED = {
    "he": "she", "she": "he", "his": "her", "him": "her", "himself": "herself", "herself": "himself", "hers": "his",
}  # fmt: skip
for _female, _male in NOUN_PAIRS:
    if not {_female, _male} & {"miss", "mr", "host", "count", "master", "witch"}:
        _TURNED.setdefault(_female, _male)
        _TURNED.setdefault(_male, _female)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted([*_TURNED, 'her'], key=len, reverse=True))})\b", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s+(?:to|in|on|at|by|for|and|that|with|from|as|was|is)\b|\s*[^\sA-Za-z]|\s*$")
RIDGE = 1.0
FALSE_SHARE = {"f": 0.009, "m": 0.009, "fn": 0.006, "mn": 0.006}
"""Share of matched training pairs that may be flagged; fixes the threshold of each model."""


def turned(text: str) -> str:
    """The sentence with the gender of its pronouns turned round; *her* becomes *his* or *him* by what follows.

    >>> turned("She told him about her work.")
    'He told her about his work.'
    """

    def other(match: re.Match[str]) -> str:
        word = match[0].lower()
        if word == "her":
            new = "him" if _NO_NOUN.match(text, match.end()) else "his"
        else:
            new = _TURNED[word]
        return new.capitalize() if match[0][0].isupper() else new

    return _PRONOUN.sub(other, text)


def _sentences(shared: Path) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for pair in sentence_pairs(shared, ("biographies", "everyday")):
        if pair not in seen and _PRONOUN.search(pair[0]):
            seen.add(pair)
            yield pair
    for contrast in contrast_pairs(shared):
        pair = contrast.en, contrast.good
        if pair not in seen and _PRONOUN.search(pair[0]):
            seen.add(pair)
            yield pair


def logistic(rows: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton's method; the last column is one and carries the bias."""
    weights = np.zeros(rows.shape[1])
    for _ in range(40):
        guess = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (guess - wanted) + RIDGE * weights
        curve = (rows * (guess * (1 - guess))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def train_gender(shared: Path, folder: Path) -> None:
    """Fit the models and write ``gender.npz``: weights for each model of a claim, above 0 where a pair is wrong."""
    from mt_audit.align import full_kit
    from mt_audit.checks.agreement.name_gender_evidence import claim_of, features, signs_of
    from mt_audit.checks.base import View
    from mt_audit.text.passage import Passage

    kit = full_kit()
    rows: dict[str, list[list[float]]] = {model: [] for model in FALSE_SHARE}
    wanted: dict[str, list[float]] = {model: [] for model in FALSE_SHARE}
    for english, arabic in _sentences(shared):
        ar = Passage(arabic, "ar")
        signs = signs_of(ar, kit.names.verbs)
        for text, wrong in ((english, 0.0), (turned(english), 1.0)):
            view = View(ar, kit, Passage(text, "en"))
            claim = claim_of(view.original)
            if claim.gender:
                rows[claim.model].append(features(claim, claim.gender, signs, view))
                wanted[claim.model].append(wrong)
    arrays: dict[str, NDArray[np.float32]] = {}
    for model, table in rows.items():
        data, truth = np.array(table), np.array(wanted[model])
        weights = logistic(data, truth)
        silent = np.sort((data @ weights)[truth == 0])[::-1]
        # the last feature is always one, so the threshold goes into its weight
        weights[-1] -= silent[int(len(silent) * FALSE_SHARE[model])]
        arrays[model] = weights.astype(np.float32)
    unfinished = folder / "gender.npz.part"
    with unfinished.open("wb") as stream:
        np.savez(stream, **arrays)  # type: ignore[arg-type]
    unfinished.replace(folder / "gender.npz")
