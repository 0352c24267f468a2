"""Machine or human: one engine left out at a time, n-gram baseline beside it, and how often people are accused."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from mt_audit.core import Article
from mt_audit.errors import MissingExtraError, UsageError
from mt_audit.evaluate.base import Figures, read_text, records, rows, suite, table
from mt_audit.evaluate.surprise import auc

if TYPE_CHECKING:
    from mt_audit.detection.evidence import Evidence
    from mt_audit.detection.fusion import Fusion
    from mt_audit.engine.kit import Kit

Floats = NDArray[np.float64]
DOCUMENT = 10
"""Neighbouring sentences that make a document."""
FOLDS = 8
"""Documents are cut into so many parts; a part is scored by a model that has seen neither it nor the system."""
BINS = 10


@dataclass(frozen=True, slots=True)
class Outputs:
    """One table of translations: the human column and the systems', in step."""

    human: list[str]
    systems: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores of the people and of one left-out system: by sentence, by document, and the documents' probabilities."""

    sentence: tuple[Floats, Floats]
    document: tuple[Floats, Floats]
    probability: tuple[Floats, Floats]
    baseline: tuple[Floats, Floats]


def read_outputs(path: Path) -> Outputs:
    """A TSV with a header ``en human SYSTEM…``. UsageError when a column is missing or there is too little."""
    lines = table(path)
    names = [name for name in (lines[0] if lines else ()) if name not in ("en", "human")]
    if not lines or "human" not in lines[0] or len(names) < 2:
        raise UsageError(f"{path} needs a header with human and at least two systems.")
    if len(lines) < 2 * DOCUMENT * 2:
        raise UsageError(f"{path} has {len(lines)} rows; at least {4 * DOCUMENT} are needed.")
    return Outputs([row["human"] for row in lines], {name: [row.get(name, "") for row in lines] for name in names})


def _parts(n: int) -> NDArray[np.int64]:
    return np.arange(n) // DOCUMENT % min(FOLDS, n // DOCUMENT)


def _documents(scores: Floats) -> Floats:
    whole = len(scores) // DOCUMENT * DOCUMENT
    return np.asarray(scores[:whole].reshape(-1, DOCUMENT).mean(1))


def _left_out(matrices: Sequence[Any], system: int, fit: Any, score: Any) -> tuple[Any, Any]:
    """Scores of the people and of ``system``, part by part, by models fitted on other systems' other parts."""
    import scipy.sparse

    part = _parts(matrices[0].shape[0])
    others = [i for i in range(len(matrices)) if i != system]
    found: list[dict[int, Any]] = [{}, {}]
    for held in range(int(part.max()) + 1):
        train = part != held
        joined = scipy.sparse.vstack([matrices[i][train] for i in others])
        model = fit(joined, np.repeat(np.array(others) > 0, int(train.sum())))
        for side, which in ((0, 0), (1, system)):
            for row, value in zip(np.flatnonzero(~train), score(matrices[which][~train], model), strict=True):
                found[side][int(row)] = value
    human, machine = (np.array([values[row] for row in sorted(values)]) for values in found)
    return human, machine


def _baseline_matrices(columns: Sequence[list[str]]) -> list[Any]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=4, sublinear_tf=True, dtype=np.float32)
    grams.fit([text for column in columns for text in column])
    return [grams.transform(column) for column in columns]


def _fit_baseline(matrix: Any, machine: NDArray[np.bool_]) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=3.0, solver="liblinear", class_weight="balanced").fit(matrix, machine)


def _evidence(column: list[str], kit: Kit) -> Evidence:
    from mt_audit.detection.checking import found
    from mt_audit.detection.evidence import gather
    from mt_audit.text.passage import Passage

    passages = [Passage(text, "ar") for text in column]
    return gather(passages, kit, None, found(passages, kit))


def _scores(evidence: Evidence, style: Floats, fusion: Fusion) -> tuple[Floats, Floats, Floats]:
    """Score by sentence and by document, and the probability of each document."""
    from mt_audit.detection.evidence import COLUMN, COUNTS, window

    counts = evidence.counts.copy()
    counts[:, [COLUMN["style"], COLUMN["spelling"]]] = style
    # By sentence the log-odds of style and spelling rank best as they are; the other kinds add what they are worth.
    single = np.stack([window(counts[i : i + 1], evidence.words[i : i + 1]) for i in range(len(counts))])
    learnt = np.array([name in ("style", "spelling") for _, name in COUNTS])
    rest = np.where(learnt, 0.0, fusion.contributions(single, evidence.words)).sum(1)
    sentence = style.sum(1) + rest
    starts = range(0, len(counts) - DOCUMENT + 1, DOCUMENT)
    features = np.stack([window(counts[i : i + DOCUMENT], evidence.words[i : i + DOCUMENT]) for i in starts])
    words = np.array([evidence.words[i : i + DOCUMENT].sum() for i in starts])
    document = _documents(style.sum(1)) + np.where(learnt, 0.0, fusion.contributions(features, words)).sum(1)
    return sentence, document, fusion.probability(features, words)


def measure(outputs: Outputs, kit: Kit) -> dict[str, Measured]:
    """Leave each system out in turn; style is learnt anew each time, the other evidence is weighed as shipped."""
    from mt_audit.detect import models
    from mt_audit.training.detector import by_part, fit_linear, style_matrix

    columns = [outputs.human, *outputs.systems.values()]
    style, plain = [style_matrix(column) for column in columns], _baseline_matrices(columns)
    evidence = [_evidence(column, kit) for column in columns]
    fusion = models()[1]
    results = {}
    for place, name in enumerate(outputs.systems, 1):
        human, machine = _left_out(style, place, fit_linear, lambda matrix, model: by_part(matrix, *model))
        baseline = _left_out(plain, place, _fit_baseline, lambda matrix, model: model.decision_function(matrix))
        of_human, of_machine = (_scores(evidence[i], side, fusion) for i, side in ((0, human), (place, machine)))
        results[name] = Measured(
            (of_human[0], of_machine[0]), (of_human[1], of_machine[1]), (of_human[2], of_machine[2]), baseline
        )
    return results


def _auc(pair: tuple[Floats, Floats]) -> float:
    human, machine = pair
    return auc(list(machine), list(human))


def human_articles(path: Path) -> list[str]:
    """Texts of a JSONL of articles (title, text), or of a TSV (en, ar, doc) joined by document."""
    if ".jsonl" in path.suffixes:
        return [f"{row.get('title', '')}\n{row['text']}".strip() for row in records(path)]
    if ".tsv" in path.suffixes:
        joined: dict[str, list[str]] = {}
        for cells in rows(path, 3):
            joined.setdefault(cells[2], []).append(cells[1])
        return ["\n".join(lines) for lines in joined.values()]
    return [read_text(path)]


def calibration_error(human: Floats, machine: Floats) -> float:
    """Expected calibration error in ten bins, people and machines weighing alike."""
    probability = np.concatenate([human, machine])
    if not len(human) or not len(machine):
        return 0.0
    weight = np.concatenate([np.full(len(human), 0.5 / len(human)), np.full(len(machine), 0.5 / len(machine))])
    truth = np.concatenate([np.zeros(len(human)), np.ones(len(machine))])
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = [abs(((probability - truth) * weight)[place == b].sum()) for b in range(BINS)]
    return float(sum(gaps))


@suite("detection")
def detection(
    machine: Annotated[list[Path], typer.Option(help="TSV with a header: en, human, systems…")],
    human: Annotated[list[Path], typer.Option(help="JSONL of human articles, or TSV en, ar, doc.")],
    without: Annotated[list[str] | None, typer.Option(help="Kinds of evidence to switch off for the articles.")] = None,
) -> Figures:
    """AUC by sentence and by ten sentences for systems never seen, and the share of human articles called machine."""
    from mt_audit import ingest
    from mt_audit.align import full_kit
    from mt_audit.detect import detect

    try:
        import sklearn  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingExtraError("evaluate detection", "train") from error
    kit = full_kit()
    systems: dict[str, dict[str, float]] = {}
    baseline: dict[str, dict[str, float]] = {}
    probabilities: list[list[Floats]] = [[], []]
    n = 0
    for path in machine:
        outputs = read_outputs(path)
        n += len(outputs.human) * (1 + len(outputs.systems))
        for name, found in measure(outputs, kit).items():
            key = name if name not in systems else f"{path.name.split('.')[0]}:{name}"
            systems[key] = {"auc_sentence": _auc(found.sentence), "auc_document": _auc(found.document)}
            plain = (_documents(found.baseline[0]), _documents(found.baseline[1]))
            baseline[key] = {"auc_sentence": _auc(found.baseline), "auc_document": _auc(plain)}
            probabilities[0].append(found.probability[0])
            probabilities[1].append(found.probability[1])
    called: dict[str, float] = {}
    undecided: dict[str, float] = {}
    started, articles = time.perf_counter(), 0
    for path in human:
        found_here = [
            detect(ingest.document(Article(str(i), "ar", "", text)), kit, without=tuple(without or ()))
            for i, text in enumerate(human_articles(path))
        ]
        articles += len(found_here)
        name = path.name.split(".")[0]
        called[name] = sum(found.label == "machine" for found in found_here) / max(len(found_here), 1)
        undecided[name] = sum(found.label == "undecided" for found in found_here) / max(len(found_here), 1)
        probabilities[0].append(np.array([found.probability for found in found_here]))
    seconds = time.perf_counter() - started

    def mean(figures: dict[str, dict[str, float]], key: str) -> float:
        return float(np.mean([one[key] for one in figures.values()])) if figures else 0.0

    keys = ("auc_sentence", "auc_document")
    return {
        "n": n + articles,
        "systems": systems,
        "mean": {key: mean(systems, key) for key in keys},
        "baseline": {"systems": baseline, "mean": {key: mean(baseline, key) for key in keys}},
        "human_called_machine": called,
        "human_undecided": undecided,
        "calibration_error": calibration_error(*(np.concatenate([*side, np.zeros(0)]) for side in probabilities)),
        "articles_per_second": articles / seconds if articles else 0.0,
        "signature": kit.language.signature,
    }
