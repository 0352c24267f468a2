"""``evaluate reader``: contrast pairs. Is the span that distorts scored above the span that does not?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from mt_audit.evaluate.base import Figures, suite, table

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit
    from mt_audit.text.passage import Passage

Scores = NDArray[np.float64]


def inside(passage: Passage, part: str) -> list[int]:
    """Indices of the words that ``part`` covers; every word when the passage does not have it."""
    at = passage.text.find(part) if part else -1
    if at < 0:
        return list(range(len(passage.words)))
    return [i for i, w in enumerate(passage.words) if w.span.start < at + len(part) and w.span.end > at]


def areas(bad: Scores, good: Scores) -> float:
    """Area under the curve: how often a bad span drawn at random scores above a good one."""
    ranks = np.searchsorted(np.sort(good), bad, "left") + np.searchsorted(np.sort(good), bad, "right")
    return float(ranks.mean() / (2 * max(len(good), 1))) if len(bad) else 0.0


def compared(bad: Scores, good: Scores) -> dict[str, float]:
    """Share of pairs in which the bad span wins (a tie is half), and the area over all spans."""
    wins = (bad > good) + 0.5 * (bad == good)
    return {"pairwise": float(wins.mean()) if len(bad) else 0.0, "auc": areas(bad, good)}


@suite("reader")
def reader(
    file: Annotated[Path, typer.Argument(help="TSV with header: example_en, example_good_ar, example_bad_ar, …")],
) -> Figures:
    """``pairwise`` and ``auc`` with the English, ``without_english`` from the Arabic alone, each also ``by_family``.

    ``roads``: the sense model, the Arabic model, and, as a baseline, how unlike the sentence vectors are.
    """
    from mt_audit.align import full_kit

    kit = full_kit()
    rows = table(file)
    families = np.array([row.get("family") or "sense" for row in rows])
    scores = {road: np.zeros((len(rows), 2)) for road in ("sense", "arabic", "static")}
    for number, row in enumerate(rows):
        for side, (text, part) in enumerate(
            ((row["example_bad_ar"], row["wrong_ar"]), (row["example_good_ar"], row["right_ar"]))
        ):
            for road, score in _scored(text, row["example_en"], part, kit).items():
                scores[road][number, side] = score
    kinds = sorted(set(families.tolist()))
    roads = {road: compared(found[:, 0], found[:, 1]) for road, found in scores.items()}

    def by_family(road: str) -> dict[str, dict[str, float]]:
        chosen = {kind: scores[road][families == kind] for kind in kinds}
        return {kind: compared(found[:, 0], found[:, 1]) | {"n": len(found)} for kind, found in chosen.items()}

    return {
        "n": len(rows),
        **roads["sense"],
        "by_family": by_family("sense"),
        "without_english": roads["arabic"] | {"by_family": by_family("arabic")},
        "roads": roads,
    }


def _scored(text: str, original: str, part: str, kit: Kit) -> dict[str, float]:
    """The highest score of the span's words on each road."""
    from mt_audit.engine.sense_model import model_of
    from mt_audit.text.passage import Passage

    ar, en = Passage(text, "ar"), Passage(original, "en")
    span = inside(ar, part)
    model = model_of(kit)

    def top(found: Sequence[float] | NDArray[np.float32]) -> float:
        return max((float(found[i]) for i in span), default=0.0)

    left, right = kit.encoder.encode([text, original])
    return {
        "sense": top(model.pair(ar, en, kit.link(ar, en)).probability),
        "arabic": top(model.alone(ar)),
        "static": -float(left @ right),
    }
