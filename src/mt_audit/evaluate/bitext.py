"""``evaluate bitext``: does each sentence find its translation among all the sentences of the file?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy as np
import numpy.typing as npt
import typer

from mt_audit.errors import UsageError
from mt_audit.evaluate.base import Figures, rows, suite

Matrix = npt.NDArray[np.float32]
_NEIGHBOURS = 3
_LEXICAL = 0.75


def without_hubs(scores: Matrix, neighbours: int = _NEIGHBOURS) -> Matrix:
    """Cross-domain similarity local scaling (Conneau et al. 2018): twice the score less both sides' nearest means.

    A sentence that is near to everything (short, vague) loses what it is near to everything by.
    """
    k = min(neighbours, *scores.shape)
    by_row = np.partition(scores, -k, axis=1)[:, -k:].mean(axis=1)
    by_column = np.partition(scores, -k, axis=0)[-k:].mean(axis=0)
    return np.asarray(2.0 * scores - by_row[:, None] - by_column[None, :], dtype=np.float32)


def hybrid(dense: Matrix, lexical: Matrix, weight: float = _LEXICAL) -> Matrix:
    """Cosines and lexicon overlap added, each in units of its own spread, then corrected for hubs."""
    parts = [part / max(float(part.std()), 1e-6) for part in (dense, lexical)]
    return without_hubs(np.asarray(parts[0] + weight * parts[1], dtype=np.float32))


def precision_at_1(scores: Matrix) -> tuple[float, float]:
    """Share of rows, and of columns, whose own partner (the diagonal) scores highest; a tie counts as a miss."""
    own = np.diagonal(scores)
    beside = scores.astype(np.float32, copy=True)
    np.fill_diagonal(beside, -np.inf)
    return float((own > beside.max(axis=1)).mean()), float((own > beside.max(axis=0)).mean())


@suite("bitext")
def bitext(
    pairs: Annotated[Path, typer.Argument(help="TSV of en, ar.")],
    use_lexicon: Annotated[
        bool, typer.Option("--hybrid", help="Add the lexicon's overlap and correct for hubs.")
    ] = False,
    encoder: Annotated[str | None, typer.Option(help="A sentence-transformers model by name or folder.")] = None,
) -> Figures:
    """Precision@1 both ways over the whole file, by cosine of the sentence vectors."""
    from mt_audit.engine.kit import Kit

    table = rows(pairs, 2)
    if len(table) < 2:
        raise UsageError(f"{pairs} has fewer than two pairs.", "Precision@1 needs something to choose from.")
    kit = Kit(encoder)
    english, arabic = [row[0] for row in table], [row[1] for row in table]
    scores = np.asarray(kit.encoder.encode(arabic) @ kit.encoder.encode(english).T, dtype=np.float32)
    if use_lexicon:
        scores = hybrid(scores, kit.lexicon.overlap(arabic, english))
    ar_to_en, en_to_ar = precision_at_1(scores)
    return {
        "n": len(table),
        "ar_to_en": {"precision_at_1": ar_to_en},
        "en_to_ar": {"precision_at_1": en_to_ar},
        "signature": kit.encoder.signature + ("|hybrid" if use_lexicon else ""),
    }
