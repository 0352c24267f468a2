"""What the quality model learns from, as rows of features: talks by seven engines, planted errors, known texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from mt_audit.align import full_kit
from mt_audit.engine.kit import Kit
from mt_audit.training import corpora

Floats = NDArray[np.float64]
TALKS_EVERY = 6
NATURAL = ("health", "biographies", "essays")
MACHINE_HALVES = ("lessons_machine", "office_support_machine")
MOST_ERRORS = 3
_SEED = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One pair. ``group``: lines of one group share their English; ``kind``: a system, k0…k3 planted errors, careless,
    good, bad or half."""

    group: int
    kind: str
    source: str
    en: str
    ar: str


def talks(shared: Path) -> list[Line]:
    """Every sixth talk sentence as seven systems render it."""
    table = list(corpora.read_table(shared / "data" / "mt_outputs" / "talks.tsv.gz"))
    chosen = [(i, row) for i, row in enumerate(table) if i % TALKS_EVERY == 0]
    return [Line(i, name, "talks", row["en"], row[name]) for i, row in chosen for name in row if name != "en"]


def consensus(lines: Sequence[Line]) -> Floats:
    """Mean sentence chrF of each line against the other systems' lines of its group: [n].

    The two versions of one engine count half and are not compared with each other.
    """
    from sacrebleu.metrics import CHRF

    chrf = CHRF()
    groups: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    found = []
    for line in lines:
        others = [o for o in groups[line.group] if o.kind.split("-")[0] != line.kind.split("-")[0]]
        weights = [0.5 if "-" in other.kind else 1.0 for other in others]
        scores = [chrf.sentence_score(line.ar, [other.ar]).score for other in others]
        found.append(float(np.average(scores, weights=weights)))
    return np.array(found)


def damaged(shared: Path, kit: Kit) -> list[Line]:
    """Human lines with one to three planted errors, careless copies, our good and bad lines, machine halves."""
    from mt_audit.checks.base import View
    from mt_audit.evaluate.planting import plant, stock_of
    from mt_audit.text.passage import Passage
    from mt_audit.training.planting import Planter

    random = Random(_SEED)
    contrast = list(corpora.contrast_pairs(shared))
    random.shuffle(contrast)
    human = [("news", pair.en, pair.good) for pair in contrast[:180]]
    for source in NATURAL:
        human += [(source, en, ar) for en, ar in _sample(shared, source, None, 50, random)]
    views = [View(Passage(ar, "ar"), kit, Passage(en, "en")) for _, en, ar in human]
    stock, counts, planter = stock_of(views), dict[str, int](), Planter(shared)
    lines = []
    for group, (source, en, ar) in enumerate(human):
        text = ar
        lines.append(Line(group, "k0", source, en, ar))
        for count in range(1, MOST_ERRORS + 1):
            planted = plant(View(Passage(text, "ar"), kit, Passage(en, "en")), stock, random, counts)
            if planted is None:
                break
            text = planted.text
            lines.append(Line(group, f"k{count}", source, en, text))
        careless = planter.copy([ar], Random(group))[0]
        if careless != ar:
            lines.append(Line(group, "careless", source, en, careless))
    for group, pair in enumerate(contrast[180:430], len(human)):
        lines += [Line(group, "good", "news", pair.en, pair.good), Line(group, "bad", "news", pair.en, pair.bad)]
    for source in MACHINE_HALVES:
        lines += [Line(-1, "half", source, en, ar) for en, ar in _sample(shared, source, 20000, 120, random)]
    return lines


def _sample(shared: Path, source: str, limit: int | None, size: int, random: Random) -> list[tuple[str, str]]:
    every = corpora.sentence_pairs(shared, (source,), limit)
    pairs = [(en, ar) for en, ar in every if 8 <= len(en.split()) <= 40 and len(ar.split()) >= 6]
    random.shuffle(pairs)
    return pairs[:size]


def rows(lines: Sequence[Line], kit: Kit) -> NDArray[np.float32]:
    """Features of each line: float32 [n, len(FEATURES)]; a line that cannot be paired gives a row of NaN."""
    return np.stack(list(_rows(lines, kit)))


def _rows(lines: Sequence[Line], kit: Kit) -> Iterator[NDArray[np.float32]]:
    from mt_audit.pipeline import checked_pair
    from mt_audit.score.features import FEATURES, features, word_tables
    from mt_audit.score.quality import cosines

    for line in lines:
        views, findings = checked_pair(line.ar, line.en, kit)
        view = views.by_pair[0] if views.by_pair else None
        if view is None:
            yield np.full(len(FEATURES), np.nan, np.float32)
        else:
            yield features(view, findings, float(cosines([view], kit)[0]), word_tables([view])[0])


@dataclass(frozen=True, slots=True)
class Material:
    """Lines with their features; ``agreement``: consensus of the talks' lines."""

    talks: list[Line]
    talk_rows: NDArray[np.float32]
    agreement: Floats
    damaged: list[Line]
    damaged_rows: NDArray[np.float32]


def material(shared: Path) -> Material:
    """Everything, from the shared folder: about five minutes on one core."""
    kit = full_kit()
    spoken, planted = talks(shared), damaged(shared, kit)
    return Material(spoken, rows(spoken, kit), consensus(spoken), planted, rows(planted, kit))
