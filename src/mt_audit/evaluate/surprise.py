"""Do wrong senses and literal renderings stand out in the surprise model, and does ordinary news stay quiet?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import typer

from mt_audit.core import Span
from mt_audit.evaluate.base import Figures, read_text, records, suite
from mt_audit.text.passage import Passage
from mt_audit.text.sentences import sentences

if TYPE_CHECKING:
    from mt_audit.engine.language import LanguageModel

CATEGORIES = ("mistranslation.sense", "mistranslation.calque")


def _scored(text: str, model: LanguageModel) -> tuple[list[Span], list[float]]:
    """Span and surprise of every Arabic word of a text."""
    spans: list[Span] = []
    scores: list[float] = []
    for sentence in sentences(text, "ar"):
        passage = Passage(sentence.of(text), "ar", sentence.start)
        for word, score in zip(passage.words, model.surprise(passage.keys), strict=True):
            if word.arabic:
                spans.append(word.span.shifted(sentence.start))
                scores.append(float(score))
    return spans, scores


def auc(positive: list[float], negative: list[float]) -> float:
    """Chance that a positive scores above a negative, ties counting half; 0.5 when either is empty."""
    if not positive or not negative:
        return 0.5
    ordered = np.sort(np.array(negative))
    below = np.searchsorted(ordered, positive, "left")
    upto = np.searchsorted(ordered, positive, "right")
    return float((below + upto).mean() / 2 / len(ordered))


def _article(path: Path, gold: list[dict[str, Any]], model: LanguageModel) -> tuple[float, float, int]:
    """AUC of the gold spans' strangest word against all other words, and against windows of equal length."""
    spans, scores = _scored(read_text(path), model)
    marked = [Span(row["start"], row["end"]) for row in gold]
    clean = np.array([not any(span.overlaps(mark) for mark in marked) for span in spans])
    values = np.array(scores)
    found: list[float] = []
    even: list[float] = []
    for row, mark in zip(gold, marked, strict=True):
        inside = [i for i, span in enumerate(spans) if span.overlaps(mark)]
        if row["category"] not in CATEGORIES or not inside:
            continue
        best = float(values[inside].max())
        found.append(best)
        width = len(inside)
        windows = [
            float(values[i : i + width].max()) for i in range(len(values) - width + 1) if clean[i : i + width].all()
        ]
        if windows:
            even.append(auc([best], windows))
    return auc(found, list(values[clean])), float(np.mean(even)) if even else 0.5, len(found)


@suite("surprise")
def surprise(
    articles: Annotated[list[Path], typer.Argument(help="Machine-translated articles with gold, in the gold's order.")],
    gold: Annotated[list[Path], typer.Option(help="Gold spans, one JSONL for each article.")],
    human: Annotated[list[Path], typer.Option(help="JSONL of human articles (title, text).")],
    limit: Annotated[int, typer.Option(help="Human articles taken of each file, evenly spread.")] = 200,
) -> Figures:
    """AUC of sense and calque spans over the article's other words, and words of human news above the threshold."""
    from mt_audit.engine.language import LanguageModel

    model = LanguageModel.load()
    by_article = {}
    for path, marks in zip(articles, gold, strict=True):
        plain, even, n = _article(path, records(marks), model)
        by_article[path.stem] = {"auc": plain, "auc_equal_length": even, "spans": n}
    flagged = {}
    for path in human:
        rows = records(path)
        chosen = rows[:: max(1, len(rows) // limit)][:limit]
        words = above = 0
        for row in chosen:
            _, scores = _scored(f"{row.get('title', '')}\n{row['text']}", model)
            words += len(scores)
            above += sum(score >= model.threshold for score in scores)
        flagged[path.name.split(".")[0]] = 1000 * above / max(words, 1)
    spans = sum(figures["spans"] for figures in by_article.values())
    return {
        "n": spans,
        "auc": sum(f["auc"] * f["spans"] for f in by_article.values()) / max(spans, 1),
        "by_article": by_article,
        "flagged_per_1000_words": flagged,
        "threshold": model.threshold,
        "signature": model.signature,
    }
