"""``evaluate quality``: does the estimate without a reference rank systems and segments as people and references do?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from mt_audit.errors import UsageError
from mt_audit.evaluate.base import Figures, suite, table

Floats = NDArray[np.float64]
HUMAN = ("human", "ref")
"""Names of the column that a person wrote."""
NONE = ("", "-")
"""Cells that hold nothing."""
_SEED, _RESAMPLES = 0, 2000


def pearson(left: Sequence[float] | Floats, right: Sequence[float] | Floats) -> float:
    """Correlation of two rows of numbers; 0 when there are fewer than three or one does not vary."""
    x, y = np.asarray(left, np.float64), np.asarray(right, np.float64)
    if len(x) < 3 or not x.std() or not y.std():
        return 0.0
    return float(np.corrcoef(x, y)[0, 1])


def kendall(left: Sequence[float], right: Sequence[float]) -> float:
    """Kendall's τ-b of two rankings; 0 when there is nothing to compare."""
    x, y = np.asarray(left, np.float64), np.asarray(right, np.float64)
    above = np.triu_indices(len(x), 1)
    a, b = np.sign(x[:, None] - x[None, :])[above], np.sign(y[:, None] - y[None, :])[above]
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / size if size else 0.0


def published_scores(path: Path, file: Path, systems: Sequence[str], column: str) -> tuple[str, dict[str, float]]:
    """Name of the set and score by system: of the set whose name is nearest that of ``file``.

    When no set's name is like the file's, the mean over the sets. UsageError when no system is known.
    """
    by_set: dict[str, dict[str, float]] = {}
    for row in table(path):
        if row.get("system") in systems and row.get(column) not in (None, *NONE):
            try:
                by_set.setdefault(row.get("set", ""), {})[row["system"]] = float(row[column])
            except ValueError as error:
                raise UsageError(f"{path}: {row[column]!r} in column {column} is no number.") from error
    if not by_set:
        raise UsageError(f"{path} has no {column} score of {', '.join(systems)}.", "Give a TSV of set, system, scores.")
    stem = _bare(file.name.split(".")[0])
    near = {name: SequenceMatcher(None, _bare(name), stem).ratio() for name in by_set}
    best = max(by_set, key=lambda name: (near[name], len(by_set[name])))
    if len(by_set) == 1 or near[best] >= 0.6:
        return best, by_set[best]
    known = sorted({system for scores in by_set.values() for system in scores})
    mean = {s: float(np.mean([scores[s] for scores in by_set.values() if s in scores])) for s in known}
    return f"mean of {', '.join(by_set)}", mean


def _bare(name: str) -> str:
    return re.sub(r"\W|_", "", name).lower()


@suite("quality")
def quality(
    outputs: Annotated[Path, typer.Argument(help="TSV with a header: the English first, then human or ref, systems.")],
    published: Annotated[Path | None, typer.Option(help="TSV: set, system, comet22, …")] = None,
    score_column: Annotated[str | None, typer.Option(help="A column of the outputs with a human score by row.")] = None,
    metric: Annotated[str, typer.Option(help="The column of the published scores to rank by.")] = "comet22",
    every: Annotated[int, typer.Option(min=1, help="Take every nth row.")] = 1,
) -> Figures:
    """Mean estimate by system, Kendall τ with published scores, place of the human version, segment correlations.

    ``pearson``: with the score column, over rows and systems; ``pearson_chrf``: with the sentence chrF2 against the
    human
    version, likewise; ``pearson_chrf_by_system``: its mean within single systems. ``human_rank``: 1 for the best of all
    columns; ``human_behind``: how far the human version lies behind the best system, with a 95 % interval from
    resampled rows: it is within noise when the interval reaches 0.
    """
    from sacrebleu.metrics import CHRF

    from mt_audit.align import full_kit
    from mt_audit.pipeline import checked_pair
    from mt_audit.score.quality import QualityModel, estimates

    rows = table(outputs)[::every]
    if not rows:
        raise UsageError(f"{outputs} has no rows.")
    source, *columns = rows[0]
    if score_column is not None and score_column not in columns:
        raise UsageError(f"{outputs} has no column {score_column}.", f"It has {', '.join(columns)}.")
    human = next((name for name in HUMAN if name in columns), None)
    systems = [name for name in columns if name not in (human, score_column)]
    if score_column is not None:
        rows = [row for row in rows if row.get(score_column) not in (None, *NONE)]
    kit = full_kit()
    # A reference beside human scores is there to compare with; it is not one more system to judge.
    judged = systems if human is None or score_column is not None else [human, *systems]
    found = {name: np.full(len(rows), np.nan) for name in judged}
    for i, row in enumerate(rows):
        for name in judged:
            if row.get(name) not in (None, *NONE):
                views, findings = checked_pair(row[name], row[source], kit)
                found[name][i] = estimates(views.by_pair, findings, kit)[0].value if views.by_pair else 0.0
    figures: Figures = {"n": len(rows), "systems": {name: float(np.nanmean(found[name])) for name in judged}}
    if published is not None:
        chosen, known = published_scores(published, outputs, systems, metric)
        names = sorted(known)
        figures["kendall_tau"] = kendall([figures["systems"][name] for name in names], [known[name] for name in names])
        figures["published_set"] = chosen
    if human in judged:
        figures |= _place(found, human, systems)
    if score_column is not None:
        truth = np.array([_number(row[score_column], outputs) for row in rows])
        figures["pearson"] = _over(found, systems, dict.fromkeys(systems, truth))
    if human is not None:
        chrf = CHRF()
        against = {
            name: np.array([chrf.sentence_score(row.get(name, ""), [row.get(human, "")]).score for row in rows])
            for name in systems
        }
        figures["pearson_chrf"] = _over(found, systems, against)
        figures["pearson_chrf_by_system"] = float(np.mean([_over(found, [name], against) for name in systems]))
    return figures | {"signature": QualityModel.shipped().signature}


def _number(cell: str, path: Path) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise UsageError(f"{path}: {cell!r} is no number.") from error


def _over(found: dict[str, Floats], systems: Sequence[str], truth: dict[str, Floats]) -> float:
    ours, theirs = (np.concatenate([side[name] for name in systems]) for side in (found, truth))
    there = ~np.isnan(ours)
    return pearson(ours[there], theirs[there])


def _place(found: dict[str, Floats], human: str, systems: Sequence[str]) -> Figures:
    means = {name: float(np.nanmean(found[name])) for name in (human, *systems)}
    best = max(systems, key=lambda name: means[name])
    gap = (found[best] - found[human])[~np.isnan(found[best] - found[human])]
    drawn = np.random.default_rng(_SEED).integers(0, len(gap), (_RESAMPLES, len(gap)))
    low, high = np.percentile(gap[drawn].mean(1), (2.5, 97.5))
    return {
        "human_rank": 1 + sum(means[name] > means[human] for name in systems),
        "human_behind": {"best": best, "value": float(gap.mean()), "low": float(low), "high": float(high)},
    }
