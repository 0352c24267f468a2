"""Suite ``names``: is the right Arabic of a name found among a thousand, and told from its nearest neighbour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mt_audit.errors import UsageError
from mt_audit.evaluate.base import Figures, rows, suite

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mt_audit.engine.names import Names

POOL = 1000
SEED = 11
REFINED = 40
"""Of names of several words, this many candidates a name are scored word by word; the rest by their letters alone."""


@suite("names")
def names(
    pairs: Annotated[Path, typer.Argument(help="TSV of name pairs: en, ar (a header line is skipped).")],
) -> Figures:
    """Rank of the right Arabic among 1,000, and AUC of right against nearest wrong.

    Names are shuffled with a fixed seed and cut into pools of 1,000 (the last one is filled up from the others).
    A candidate spelt like the right one counts as right. ``auc``: the *nearest wrong* of a name is the candidate
    of its pool whose spelling is nearest to the right one (edit distance by length; ties: the one that scores
    higher). ``auc_best_wrong`` is stricter: the wrong candidate that scores highest.
    """
    import numpy as np

    from mt_audit.engine.names import Names

    table = [(row[0].strip(), row[1].strip()) for row in rows(pairs, 2)]
    if table and table[0][0].lower() in {"en", "english", "name"}:
        table = table[1:]
    table = list(dict.fromkeys(table))
    if len(table) < 2:
        raise UsageError(f"{pairs} holds fewer than two name pairs.")
    engine = Names.load()
    order = np.random.default_rng(SEED).permutation(len(table))
    size = min(POOL, len(table))
    firsts: list[bool] = []
    right: list[float] = []
    nearest: list[float] = []
    best: list[float] = []
    for start in range(0, len(order), size):
        chosen = [table[number] for number in order[start : start + size]]
        fillers = [table[number] for number in order[: size - len(chosen)]]
        scores = score_matrix(engine, [en for en, _ in chosen], [ar for _, ar in chosen + fillers])
        arabic = [ar for _, ar in chosen + fillers]
        for row, (_, ar) in enumerate(chosen):
            wrong = np.array([other != ar for other in arabic])
            top = float(scores[row][wrong].max())
            firsts.append(float(scores[row, row]) > top)
            right.append(float(scores[row, row]))
            best.append(top)
            nearest.append(_nearest(ar, arabic, scores[row]))
    return {
        "n": len(table),
        "pool": size,
        "precision_at_1": float(np.mean(firsts)),
        "auc": area(np.array(right), np.array(nearest)),
        "auc_best_wrong": area(np.array(right), np.array(best)),
    }


def score_matrix(engine: Names, latin: list[str], arabic: list[str]) -> NDArray[np.float32]:
    """``[latin, arabic]`` scores; names of several words are refined word by word where their letters come close."""
    import numpy as np

    from mt_audit.text.names import tokens

    left, right = [tokens(name) for name in latin], [tokens(name) for name in arabic]
    joined_left = ["".join(parts)[:24] or "x" for parts in left]
    joined_right = ["".join(parts)[:24] or "x" for parts in right]
    table = engine.matrix(joined_left, joined_right)
    if max(map(len, left)) == 1 and max(map(len, right)) == 1:
        return table
    for row, name in enumerate(latin):
        for column in np.argsort(-table[row], kind="stable")[:REFINED]:
            if len(left[row]) > 1 or len(right[column]) > 1:
                table[row, column] = max(table[row, column], engine.score(arabic[int(column)], name))
    return table


def _nearest(ar: str, arabic: list[str], scores: NDArray[np.float32]) -> float:
    from mt_audit.text.names import edit_distance

    limit = max(len(ar), 4)
    found = [
        (-edit_distance(ar, other, limit) / max(len(ar), len(other)), float(score))
        for other, score in zip(arabic, scores, strict=True)
        if other != ar
    ]
    return max(found)[1]


def area(right: NDArray[np.float64], wrong: NDArray[np.float64]) -> float:
    """Area under the ROC curve: the chance that a right score is above a wrong one; ties count half."""
    import numpy as np

    ordered = np.sort(wrong)
    below = np.searchsorted(ordered, right, side="left")
    upto = np.searchsorted(ordered, right, side="right")
    return float((below + upto).mean() / 2 / len(wrong))
