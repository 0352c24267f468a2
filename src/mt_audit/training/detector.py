"""Builds ``assets/detector``: the style classifier and the weights of the evidence.

Style learns from matched data alone (the same sentences by people and by seven engines). The weights learn from whole
texts: human and machine of the same sources, our own good and bad lines, careless copies of human texts, and more human
text of other kinds. What the surprise model has read is kept out: it is made again without one third of its text, and
only that third is used here.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mt_audit.detection.checking import found
from mt_audit.detection.evidence import COLUMN, COUNTS, Evidence, gather, window
from mt_audit.detection.fusion import amount
from mt_audit.detection.style import BLOCKS, BUCKETS, BUILD, buckets
from mt_audit.engine.kit import Kit
from mt_audit.text.passage import Passage
from mt_audit.text.sentences import sentences
from mt_audit.training import corpora, language
from mt_audit.training.planting import Planter

PART = 0
"""The third that the surprise model is made without."""
SIZES = (1, 2, 4, 8, 16)
"""Sentences in the windows that the weights are learnt from."""
_SEED = 11
_RIDGE = 1e-4
_LEAST_SEEN = 4
_IMPORTANCE = {
    "business_docs_human": 0.2,
    "office_support_machine": 0.2,
    "lessons_machine": 0.2,
    "health": 0.2,
    "biographies": 0.4,
}
"""Sources that are not news weigh less than the others (1)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to learn from, sentence by sentence.

    ``style``: log-odds by build and by spelling of each sentence, when a model that had not seen it has scored it.
    """

    source: str
    machine: bool
    sentences: tuple[str, ...]
    style: tuple[tuple[float, float], ...] | None = None


def style_matrix(texts: Sequence[str]) -> Any:
    """Sparse [n, BLOCKS · BUCKETS]: each block of a row has length one."""
    import scipy.sparse

    rows: list[NDArray[np.int64]] = []
    columns: list[NDArray[np.int64]] = []
    values: list[NDArray[np.float64]] = []
    for i, text in enumerate(texts):
        for found_, value in buckets(text):
            rows.append(np.full(len(found_), i))
            columns.append(found_)
            values.append(value)
    cells = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    return scipy.sparse.csr_matrix(cells, shape=(len(texts), BLOCKS * BUCKETS))


def fit_linear(matrix: Any, machine: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    """Weights [columns] and bias of a balanced logistic regression; columns seen in too few rows weigh nothing."""
    from sklearn.linear_model import LogisticRegression

    seen = np.asarray((matrix > 0).sum(0)).ravel() >= _LEAST_SEEN
    model = LogisticRegression(C=1.0, solver="liblinear", class_weight="balanced", max_iter=200, random_state=_SEED)
    model.fit(matrix[:, seen], machine)
    weights = np.zeros(matrix.shape[1])
    weights[seen] = model.coef_[0]
    return weights, float(model.intercept_[0])


def by_part(matrix: Any, weights: NDArray[np.float64], bias: float) -> NDArray[np.float64]:
    """Log-odds of each row by build and by spelling: [n, 2]."""
    split = len(BUILD) * BUCKETS
    parts = [matrix[:, :split] @ weights[:split], matrix[:, split:] @ weights[split:]]
    return np.stack(parts, 1) + bias / 2


def packed_style(weights: NDArray[np.float64], bias: float) -> dict[str, NDArray[Any]]:
    """Weights in 8 bits."""
    scale = float(np.abs(weights).max()) / 127 or 1.0
    return {"weights": np.rint(weights / scale).astype(np.int8), "scale": np.float32(scale), "bias": np.float32(bias)}  # type: ignore[dict-item]


def _flores(shared: Path) -> tuple[list[str], dict[str, list[str]]]:
    """The human column and the engines' columns of FLORES dev, in step."""
    rows = list(corpora.read_table(shared / "data" / "mt_outputs" / "flores_dev.tsv.gz"))
    systems = [name for name in rows[0] if name not in ("en", "human")]
    return [row["human"] for row in rows], {name: [row[name] for row in rows] for name in systems}


def _scored_flores(shared: Path) -> tuple[list[Text], dict[str, NDArray[Any]]]:
    """FLORES texts of ten sentences with their style scored by models that had not seen them; and the final style."""
    human, systems = _flores(shared)
    columns = [human, *systems.values()]
    matrices = [style_matrix(column) for column in columns]
    fold = np.arange(len(human)) // 10 % 3
    scores = [np.zeros((len(human), 2)) for _ in columns]
    import scipy.sparse

    def fit(rows: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
        joined = scipy.sparse.vstack([matrix[rows] for matrix in matrices])
        return fit_linear(joined, np.repeat(np.arange(len(columns)) > 0, int(rows.sum())))

    for part in range(3):
        weights, bias = fit(fold != part)
        for matrix, score in zip(matrices, scores, strict=True):
            score[fold == part] = by_part(matrix[fold == part], weights, bias)
    texts = []
    for name, column, score in zip(["human", *systems], columns, scores, strict=True):
        for start in range(0, len(column) - 9, 10):
            piece = tuple(column[start : start + 10])
            style = tuple((float(a), float(b)) for a, b in score[start : start + 10])
            texts.append(Text(f"flores-{name}", name != "human", piece, style))
    return texts, packed_style(*fit(np.ones(len(human), bool)))


def _blocks(lines: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(lines) - size + 1, size):
        yield tuple(lines[start : start + size])


def _documentation(shared: Path, source: str, most: int) -> list[tuple[str, ...]]:
    """Runs of eight neighbouring lines of prose of the third that the surprise model has not read."""
    lines = []
    for number, (_, ar) in enumerate(corpora.sentence_pairs(shared, (source,))):
        if number // language.BLOCK % language.FOLDS == PART and len(ar) > 50:
            lines.append(ar)
    blocks = list(_blocks(lines, 8))
    step = max(1, len(blocks) // most)
    return blocks[::step][:most]


def _news(shared: Path, most: int) -> list[tuple[str, ...]]:
    texts = [
        (title, *(span.of(text) for span in sentences(text, "ar")))
        for number, title, text in language.news_articles(shared, held_out=False)
        if number % language.FOLDS == PART
    ]
    step = max(1, len(texts) // most)
    return texts[::step][:most]


def _lines(shared: Path, rng: random.Random) -> Iterator[Text]:
    """Our own good lines as human texts, and the same texts with half or all of the lines bad."""
    pairs = [pair for pair in corpora.contrast_pairs(shared) if language.part_of(pair) == PART]
    rng.shuffle(pairs)
    for start in range(0, len(pairs) - 7, 8):
        group = pairs[start : start + 8]
        yield Text("lines", False, tuple(pair.good for pair in group))
        share = rng.choice((0.5, 1.0))
        yield Text("lines", True, tuple(pair.bad if rng.random() < share else pair.good for pair in group))


def texts(shared: Path, planter: Planter) -> Iterator[Text]:
    """All texts to learn the weights from, but for FLORES."""
    rng = random.Random(_SEED)
    own = list(_lines(shared, rng))
    news = _news(shared, 500)
    yield from own
    for text in own:
        if not text.machine:
            yield Text("planted-lines", True, tuple(planter.copy(list(text.sentences), rng)))
    for article in news:
        yield Text("news", False, article)
        yield Text("planted-news", True, tuple(planter.copy(list(article), rng)))
    for source, machine in (("business_docs_human", False), ("office_support_machine", True), ("lessons_machine", True),
                            ("biographies", False), ("health", False)):  # fmt: skip
        for block in _documentation(shared, source, 200):
            yield Text(source, machine, block)


def evidence(text: Text, kit: Kit, style: Any) -> Evidence:
    """Counts of a text to learn from; style as scored beforehand, or by ``style``."""
    passages = [Passage(sentence, "ar") for sentence in text.sentences]
    gathered = gather(passages, kit, None if text.style is not None else style, found(passages, kit))
    if text.style is not None:
        gathered.counts[:, [COLUMN["style"], COLUMN["spelling"]]] = text.style
    return gathered


def windows(gathered: Evidence, rng: random.Random) -> Iterator[tuple[NDArray[np.float32], float]]:
    """Features and words of some runs of sentences of a text, of all sizes up to the whole."""
    n = len(gathered.words)
    for size in (*(size for size in SIZES if size < n), n):
        for _ in range(2 if size < n else 1):
            start = rng.randrange(n - size + 1)
            words = gathered.words[start : start + size]
            yield window(gathered.counts[start : start + size], words), float(words.sum())


CEILING = {"typography": 0.7, "names": 2.0, "rhythm": 0.9, "grammar": 2.5, "sense": 2.5, "style": 2.0}
"""The most log-odds that one count of a kind may add to 125 words (to 500: twice that): no single habit is proof."""
_CEILING_OF = {"strange": 0.25, "stranger": 0.25, "strangest": 0.4, "oddness": 0.2, "non-word": 0.3, "doubled": 1.5}
"""Counts that also rise where the subject is new to the surprise model, or that people are guilty of too."""


def fit_fusion(
    features: NDArray[np.float64],
    words: NDArray[np.float64],
    machine: NDArray[np.bool_],
    weight: NDArray[np.float64],
) -> dict[str, NDArray[Any]]:
    """Logistic regression whose weights keep the sign that each count can have for a reason."""
    from scipy.optimize import minimize

    from mt_audit.detection.rhythm import TURNS

    human = features[~machine]
    centre = np.average(human, axis=0, weights=weight[~machine])
    cap = np.maximum(np.quantile(features[machine], 0.98, axis=0), 2.0 * centre + 0.5)
    cap[[COLUMN["style"], COLUMN["spelling"]]] = 2.0
    shown = (np.minimum(features, cap) - centre) * amount(words)[:, None]
    spread = shown.std(0) + 1e-6
    x = shown / spread
    human_turns = {turn.name for turn in TURNS if not turn.why}
    bounds: list[tuple[float | None, float | None]] = []
    for (kind, name), limit, size in zip(COUNTS, cap - centre, spread, strict=True):
        most = _CEILING_OF.get(name, CEILING[kind]) / limit * size
        bounds.append((-most, 0.0) if name in human_turns else (0.0, most))
    sign = np.where(machine, 1.0, -1.0)

    def loss(p: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = sign * (x @ p[:-1] + p[-1])
        slope = -sign * weight / (1.0 + np.exp(np.clip(margin, -30, 30)))
        value = float((weight * np.logaddexp(0.0, -margin)).sum() / weight.sum()) + _RIDGE * float(p[:-1] @ p[:-1])
        return value, np.r_[x.T @ slope / weight.sum() + 2 * _RIDGE * p[:-1], slope.sum() / weight.sum()]

    found_ = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)])
    return {
        "weight": found_.x[:-1] / spread,
        "centre": centre,
        "cap": cap,
        "bias": np.array(found_.x[-1]),
    }


def learn(
    gathered: Sequence[tuple[Text, Evidence]],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    """Features, words, labels and weights of all windows; news sources count alike, and so do people and machines."""
    rng = random.Random(_SEED)
    rows: list[NDArray[np.float32]] = []
    words: list[float] = []
    machine: list[bool] = []
    sources: list[str] = []
    for text, seen in gathered:
        for features, size in windows(seen, rng):
            rows.append(features)
            words.append(size)
            machine.append(text.machine)
            sources.append(f"{text.source.split('-')[0]}-{text.machine}")
    counts = {name: sources.count(name) for name in set(sources)}
    weight = np.array([_IMPORTANCE.get(name.split("-")[0], 1.0) / counts[name] for name in sources])
    label = np.array(machine)
    for side in (label, ~label):
        weight[side] /= weight[side].sum()
    return np.array(rows, np.float64), np.array(words), label, weight * len(rows) / 2


def train(shared: Path, out: Path, report: Callable[[str], None] = lambda line: None) -> None:
    """Write ``assets/detector`` into ``out``; needs the extra ``train``."""
    from mt_audit.detection.style import Style
    from mt_audit.engine.language import LanguageModel

    flores, style = _scored_flores(shared)
    kit = Kit()
    with tempfile.TemporaryDirectory() as folder:
        language.train(shared, Path(folder), without=PART)
        kit.__dict__["language"] = LanguageModel.load(Path(folder) / "language")
        every = [*flores, *texts(shared, Planter(shared))]
        gathered = [(text, evidence(text, kit, Style(style))) for text in every]
    fusion = fit_fusion(*learn(gathered))
    for (kind, name), weight in zip(COUNTS, fusion["weight"], strict=True):
        report(f"{kind:12} {name:24} {weight:8.3f}")
    folder_out = out / "detector"
    folder_out.mkdir(parents=True, exist_ok=True)
    for name, arrays in (("style", style), ("fusion", fusion)):
        temporary = folder_out / f".{name}.npz"
        np.savez(temporary, **arrays)  # type: ignore[arg-type]
        temporary.replace(folder_out / f"{name}.npz")
