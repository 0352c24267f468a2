"""Labelled words for the sense model: contrast pairs, and human translations in which every word counts as right."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mt_audit.text.sentences import sentences
from mt_audit.text.words import words
from mt_audit.training import corpora, language

HUMAN = (
    ("mt_outputs/flores_dev.tsv.gz", 997),
    ("train/health.tsv.gz", 500),
    ("train/biographies.tsv.gz", 400),
    ("train/essays.tsv.gz", 300),
    ("train/business_docs_human.tsv.gz", 300),
)
"""Files of human translations and how many sentences of each are used, evenly spread."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One Arabic sentence beside its English. ``wrong`` are the indices of the Arabic words that distort."""

    en: str
    ar: str
    wrong: frozenset[int]
    lemma: str
    """What the pair is about; folds are cut by it."""
    kind: str
    focus: frozenset[int] = frozenset()
    """Words of the span that the pair contrasts, in good lines too."""


def contrast(shared: Path) -> Iterator[Labelled]:
    """Both lines of every contrast pair that may be trained on and that turns on a sense or a calque."""
    for pair in corpora.contrast_pairs(shared):
        if pair.source.startswith(("pairs_", "family_calque")):
            kind = "calque" if pair.source.startswith("family") else "sense"
            yield from both(pair.en, pair.good, pair.bad, pair.right, pair.wrong, pair.lemma or pair.en, kind)


def both(en: str, good: str, bad: str, right: str, wrong: str, lemma: str, kind: str) -> Iterator[Labelled]:
    """The bad line, then the good one, of a contrast pair."""
    planted = differing(bad, good, wrong)
    yield Labelled(en, bad, planted, lemma, kind, planted)
    yield Labelled(en, good, frozenset(), lemma, kind, differing(good, bad, right))


def differing(text: str, other: str, part: str) -> frozenset[int]:
    """Indices of the words of ``text`` inside ``part`` that ``other`` does not have."""
    at = text.find(part)
    if at < 0:
        return frozenset()
    have = {word.key for word in words(other)}
    inside = [
        (i, word) for i, word in enumerate(words(text)) if word.span.start < at + len(part) and word.span.end > at
    ]
    new = frozenset(i for i, word in inside if word.key not in have)
    return new or frozenset(i for i, _ in inside)


def human(shared: Path) -> Iterator[Labelled]:
    """Human translations, evenly spread over each file."""
    for name, most in HUMAN:
        path = shared / "data" / name
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            rows = [line.rstrip("\n").split("\t") for line in stream]
        if rows and rows[0][:2] == ["en", "human"]:
            rows = rows[1:]
        pairs = [(row[0], row[1]) for row in rows if len(row) > 1 and 4 <= len(row[1].split()) <= 60]
        step = max(1, len(pairs) // most)
        for number, (en, ar) in enumerate(pairs[::step][:most]):
            yield Labelled(en, ar, frozenset(), f"{name}:{number}", "human")


def human_news(shared: Path) -> Iterator[str]:
    """Sentences of human Arabic that the language model was not counted on: held-out radio news, FLORES."""
    radio = [
        span.of(text) for _, _, text in language.news_articles(shared, held_out=True) for span in sentences(text, "ar")
    ]
    yield from [text for text in radio if 5 <= len(text.split()) <= 60][::2]
    with gzip.open(shared / "data" / HUMAN[0][0], "rt", encoding="utf-8") as stream:
        next(stream)
        for line in stream:
            yield line.rstrip("\n").split("\t")[1]
