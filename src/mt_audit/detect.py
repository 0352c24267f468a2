"""Article → Suspicion: how machine-made it reads, which passages, what gives it away, and from which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mt_audit.core import CheckRun, Document, Label, Sign, Span, SuspectPassage, Suspicion
from mt_audit.detection.checking import found, given
from mt_audit.detection.evidence import COLUMN, COUNTS, Evidence, gather, window
from mt_audit.detection.fusion import Fusion
from mt_audit.detection.rhythm import TURNS
from mt_audit.detection.source import source_language
from mt_audit.detection.style import Style
from mt_audit.errors import EngineError
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

MACHINE, HUMAN = 0.95, 0.3
"""Probability from which a text is called machine-made, and up to which it is called a person's."""
SURE = 0.9
"""A passage grows until its probability is this far from even."""
_LEAST_WORDS = 40
_LEAST_WEIGHT = 0.01
_HUMAN_TURNS = frozenset(turn.name for turn in TURNS if not turn.why)
_SHARED = {"strangest": ("strange", "stranger", "strangest", "oddness")}
"""Counts that rest on the same spans: the sign carries the weight of all."""


@lru_cache(maxsize=2)
def models(folder: Path | None = None) -> tuple[Style, Fusion]:
    """The shipped style classifier and weights. Raises EngineError when a file is missing or damaged."""
    place = folder or Path(str(files("mt_audit.engine") / "assets" / "detector"))
    try:
        with np.load(place / "style.npz", allow_pickle=False) as style:
            with np.load(place / "fusion.npz", allow_pickle=False) as fusion:
                return Style({n: style[n] for n in style.files}), Fusion({n: fusion[n] for n in fusion.files})
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise EngineError(
            f"The detector in {place} cannot be read: {error}.", "Reinstall mt-audit or rebuild its assets."
        ) from error


def detect(
    document: Document,
    kit: Kit,
    hits: Mapping[str, Sequence[Span]] | None = None,
    without: Collection[str] = (),
    runs: Sequence[CheckRun] = (),
) -> Suspicion:
    """How likely it is that a machine translated the article, from the Arabic alone.

    ``hits``: spans that checks found, by name of a count (see ``COUNTS``); by default the checks of the Arabic alone
    are run here, but for those that ``runs`` holds already. ``without``: kinds of evidence to leave out (``KINDS``).
    """
    style, fusion = models()
    text = document.article.text
    passages = [Passage(sentence.span.of(text), "ar", sentence.span.start) for sentence in document.sentences]
    traces = found(passages, kit, runs) if hits is None else given(passages, hits)
    evidence = gather(passages, kit, style, traces)
    if not passages:
        return Suspicion(0.5, "undecided", None)
    features = window(evidence.counts, evidence.words)
    size = float(evidence.words.sum())
    probability = float(fusion.probability(features, size, without))
    return Suspicion(
        probability=probability,
        label=label(probability, size),
        source_language=source_language(text, kit) if probability >= 0.5 else None,
        passages=tuple(_grown(passages, evidence, fusion, without)),
        signs=_signs(passages, evidence, fusion.contributions(features, size, without)),
    )


def label(probability: float, words: float) -> Label:
    """The name for a probability; a text too short to judge stays undecided."""
    if words < _LEAST_WORDS or HUMAN < probability < MACHINE:
        return "undecided"
    return "machine" if probability >= MACHINE else "human"


def _grown(
    passages: Sequence[Passage], evidence: Evidence, fusion: Fusion, without: Collection[str]
) -> list[SuspectPassage]:
    """Runs of sentences, each grown until its probability is sure either way; the last may stay unsure."""
    grown: list[SuspectPassage] = []
    start = 0
    while start < len(passages):
        for end in range(start + 1, len(passages) + 1):
            features = window(evidence.counts[start:end], evidence.words[start:end])
            size = float(evidence.words[start:end].sum())
            probability = float(fusion.probability(features, size, without))
            if max(probability, 1.0 - probability) >= SURE or end == len(passages):
                break
        last = passages[end - 1]
        grown.append(SuspectPassage(Span(passages[start].start, last.start + len(last.text)), probability))
        start = end
    return grown


def _signs(passages: Sequence[Passage], evidence: Evidence, weights: np.ndarray) -> tuple[Sign, ...]:
    """The traces that count, with the share of the log-odds that each brings, in text order."""
    kinds = {name: kind for kind, name in COUNTS}
    seen = Counter(trace.name for trace in evidence.traces)
    signs = []
    for trace in evidence.traces:
        if not trace.why or trace.name in _HUMAN_TURNS:
            continue
        total = sum(float(weights[COLUMN[name]]) for name in _SHARED.get(trace.name, (trace.name,)))
        weight = total / seen[trace.name]
        if weight >= _LEAST_WEIGHT:
            signs.append(Sign(trace.span, trace.why, kinds[trace.name], round(weight, 3)))
    style = float(weights[COLUMN["style"]])
    if style >= _LEAST_WEIGHT:
        most = int(evidence.counts[:, COLUMN["style"]].argmax())
        span = Span(passages[most].start, passages[most].start + len(passages[most].text))
        why = "The build of the sentences is that of translation engines; this one shows it most."
        signs.append(Sign(span, why, "style", round(style, 3)))
    return tuple(sorted(signs, key=lambda sign: (sign.span, sign.kind)))
