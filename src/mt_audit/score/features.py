"""What can be counted in one pair of texts that says something about the translation: one row of numbers.

Five sorts: what the checks found, how strange the Arabic is to those who write news (``engine.language``), how much of
the original is rendered and how literally (word links), how close the two lie (encoder), and lengths and marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mt_audit.align.words import FUNCTION_EN, PARTICLES_AR
from mt_audit.checks.base import View
from mt_audit.core import Finding, Severity, WordLink
from mt_audit.engine.closed_class import FUNCTION_WORDS
from mt_audit.engine.collocation import FEATURES as WORD_FEATURES
from mt_audit.engine.spelling import ARABIC

Floats = NDArray[np.float32]

GROUPS = ("mistranslation", "entity", "grammar", "addition", "omission", "untranslated", "other")
_FINDINGS = ("minor", "major", "critical", *(f"{group}-found" for group in GROUPS))
_SURPRISE = ("strange-2", "strange-2.5", "strange-3", "surprise-mean", "surprise-top", "odds-mean", "non-word", "latin")
_WORDS = (
    "zipf", "stem", "left_pmi", "right_pmi", "skip_left", "skip_right", "window_max", "window_mean", "cosine_max",
    "cosine_mean", "cosine_near", "wrong_word", "wrong_pair", "function", "clitic", "length", "left", "right", "name",
)  # fmt: skip
_LINKS = (
    "en-covered", "en-sure", "en-lost", "ar-covered", "ar-sure", "ar-extra", "in-step", "turned", "one-to-one",
)  # fmt: skip
_SHAPE = (
    "cosine", "length-ratio", "characters-ratio", "ar-words", "en-words", "capitals", "figures-kept", "commas",
    "repeated", "tamma", "end-mark",
)  # fmt: skip
FEATURES = (*_FINDINGS, *_SURPRISE, *(f"word-{name}" for name in _WORDS), *_LINKS, *_SHAPE)
"""In the order of the columns."""
_SHORTEST = 8
_LINKED = 0.3
_WORD_COLUMNS = [WORD_FEATURES.index(name) for name in _WORDS]
_PASSIVE = frozenset("تم يتم سيتم تمت تتم ستتم وتم ويتم وتمت".split())


def word_tables(views: Sequence[View]) -> list[Floats]:
    """What the surprise model sees of each Arabic word, pair by pair: [words, its features]. One call is fast."""
    if not views:
        return []
    model = views[0].kit.language
    sizes = [len(view.ar.keys) for view in views]
    keys = [key for view in views for key in view.ar.keys]
    table = model.collocations.features(keys, model.spellings, np.repeat(np.arange(len(views)), sizes))
    return np.split(table, np.cumsum(sizes)[:-1])


def features(view: View, findings: Sequence[Finding], cosine: float, words: Floats) -> Floats:
    """One pair → float32 [len(FEATURES)].

    ``findings``: those of this pair; ``cosine``: of the two sides' vectors; ``words``: its table of ``word_tables``.
    """
    row = (
        *_found(findings, len(view.original.words)),
        *_strangeness(view, words),
        *_links(view.links, view),
        cosine,
        *_shape(view),
    )
    return np.nan_to_num(np.array(row, np.float32))


def _group(finding: Finding) -> str:
    head = finding.category.value.split(".")[0]
    return head if head in GROUPS else "other"


def _found(findings: Sequence[Finding], words: int) -> list[float]:
    size = max(words, _SHORTEST)
    by_rank = [0.0, 0.0, 0.0]
    by_group = dict.fromkeys(GROUPS, 0.0)
    for finding in findings:
        by_rank[finding.severity.rank] += finding.confidence
        if finding.severity.at_least(Severity.MAJOR):
            by_group[_group(finding)] += finding.confidence
    return [value / size for value in (*by_rank, *by_group.values())]


def _strangeness(view: View, table: Floats) -> list[float]:
    keys = view.ar.keys
    model = view.kit.language
    if not keys:
        return [0.0] * (len(_SURPRISE) + len(_WORDS))
    odds = model.judge.odds(table)
    # A name is as rare as it is; only other words tell how the Arabic reads.
    arabic = np.array([bool(ARABIC.match(key)) for key in keys]) & ~_names(view)
    surprise = np.where(arabic, model.judge.surprise(odds), np.float32(0.0))
    n = max(int(arabic.sum()), 1)
    top = float(np.sort(surprise)[-3:].mean())
    unknown = float((table[:, WORD_FEATURES.index("unknown")] * arabic).sum()) / n
    latin = float(sum(key[:1].isalpha() and not ARABIC.match(key) for key in keys)) / len(keys)
    means = (table[:, _WORD_COLUMNS] * arabic[:, None]).sum(0) / n
    shares = [float((surprise >= level).sum()) / n for level in (2.0, 2.5, 3.0)]
    return [*shares, float(surprise.sum()) / n, top, float((odds * arabic).sum()) / n, unknown, latin, *means.tolist()]


def _names(view: View) -> NDArray[np.bool_]:
    """Which Arabic words render a capitalised word that does not open the original: [words]."""
    found = np.zeros(len(view.ar.keys), bool)
    for one in view.links:
        if one.original and one.probability >= _LINKED and view.original.words[one.original].text[:1].isupper():
            found[one.ar] = True
    return found


def _links(links: Sequence[WordLink], view: View) -> list[float]:
    ar_keys, en_keys = view.ar.keys, view.original.keys
    ar_best, en_best = np.zeros(len(ar_keys)), np.zeros(len(en_keys))
    ar_count, en_count = np.zeros(len(ar_keys)), np.zeros(len(en_keys))
    sure = []
    for one in links:
        ar_best[one.ar] = max(ar_best[one.ar], one.probability)
        en_best[one.original] = max(en_best[one.original], one.probability)
        if one.probability >= 0.5:
            ar_count[one.ar] += 1
            en_count[one.original] += 1
            sure.append((one.ar, one.original))
    en = en_best[[key not in FUNCTION_EN for key in en_keys]] if en_keys else np.zeros(0)
    ar = ar_best[[key not in FUNCTION_WORDS and key not in PARTICLES_AR for key in ar_keys]] if ar_keys else np.zeros(0)
    sure.sort()
    steps = [b[1] - a[1] for a, b in pairwise(sure) if b[0] > a[0]]
    off = [abs((i + 0.5) / len(ar_keys) - (j + 0.5) / len(en_keys)) for i, j in sure]
    single = float(((en_count == 1).sum()) / max(1, (en_count > 0).sum()))
    return [
        *_covered(en),
        *_covered(ar),
        float(np.mean(off)) if off else 0.5,
        sum(step < 0 for step in steps) / max(1, len(steps)),
        single,
    ]


def _covered(best: NDArray[np.float64]) -> tuple[float, float, float]:
    """Mean probability of the best link, share of words surely linked, share without any link."""
    if not len(best):
        return 1.0, 1.0, 0.0
    return float(best.mean()), float((best >= 0.6).mean()), float((best < 0.15).mean())


def _shape(view: View) -> list[float]:
    ar, en = view.ar, view.original
    n, m = max(1, len(ar.words)), max(1, len(en.words))
    figures = [key for key in en.keys if key[:1].isdigit()]
    kept = sum(key in ar.keys for key in figures)
    commas = ar.text.count("،") + ar.text.count(",") - en.text.count(",")
    names = sum(word.text[:1].isupper() for word in en.words[1:]) / m
    content = [key for key in ar.keys if key not in FUNCTION_WORDS]
    end = ar.text.rstrip()[-1:] in ".؟!?" if en.text.rstrip()[-1:] in ".?!" else True
    return [
        float(np.log(n / m)),
        float(np.log((1 + len(ar.text)) / (1 + len(en.text)))),
        float(np.log(n)),
        float(np.log(m)),
        names,
        kept / len(figures) if figures else 1.0,
        commas / n,
        1.0 - len(set(content)) / max(1, len(content)),
        sum(key in _PASSIVE for key in ar.keys) / n,
        float(end),
    ]
