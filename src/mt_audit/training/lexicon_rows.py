"""Reads the hand-written and open dictionaries into rows of one shape."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mt_audit.training.lexicon_mends import ADDED, DROPPED, RENAMED

_NOTE = re.compile(r"\s*[\[(（][^\])）]*[\])）]?")
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Row:
    """One sense of one English entry. ``lemma`` is lower-case unless its capitals set it apart (US, WHO, IS)."""

    lemma: str
    pos: str
    gloss: str
    cues: tuple[str, ...]
    ar: tuple[str, ...]
    wrong_ar: tuple[str, ...]


def _bar(field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in field.split("|") if part.strip()))


def _tsv(path: Path) -> Iterator[list[str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        yield from reader


def read_own(folder: Path) -> list[Row]:
    """The news lexicon and its multiword units, mended, in file order (frequent lemmas first)."""
    rows: list[Row] = []
    for path in (*sorted(folder.glob("lex_*.tsv")), folder / "mwe_a.tsv"):
        for fields in _tsv(path):
            lemma, pos, gloss, cues, ar, wrong = (field.strip() for field in (*fields, "", "", "")[:6])
            lemma = lemma.lower()
            lemma = RENAMED.get(lemma, lemma)
            right = _bar(ar)
            if right and (lemma, gloss) not in DROPPED:
                rows.append(Row(lemma, pos, gloss, _bar(cues), right, tuple(w for w in _bar(wrong) if w not in right)))
    return rows


def read_added() -> list[Row]:
    """Entries that the source files lack."""
    return [Row(lemma, pos, gloss, (), _bar(ar), ()) for lemma, pos, gloss, ar in ADDED]


def read_names(folder: Path) -> list[Row]:
    """The news names: a row for every spelling; part of speech ``name``, the gloss is its kind (person, city …)."""
    rows: list[Row] = []
    for fields in _tsv(folder / "names_news.tsv"):
        en, kind, _, ar, wrong = (*fields, "", "")[:5]
        for spelling in _bar(en):
            key = spelling if spelling.isupper() and len(spelling) <= 4 else spelling.lower()
            rows.append(Row(key, "name", kind, (), _bar(ar), _bar(wrong)))
    return rows


_POS = {"n": "n", "v": "v", "a": "adj", "s": "adj", "r": "adv", "adj": "adj", "adv": "adv", "prop": "name"}


def read_open(folder: Path) -> list[Row]:
    """Open dictionaries (English Wiktionary, Arabic WordNet, Wiktionary aligned with WordNet) without cues."""
    rows: list[Row] = []
    for lemma, pos, gloss, ar, *_ in _tsv(folder / "wiktionary_2015_en-ar.tsv.gz"):
        right = tuple(form for form in (_NOTE.sub("", part).strip() for part in _bar(ar)) if _ARABIC.search(form))
        if right:
            rows.append(Row(lemma.lower(), _POS.get(pos, "other"), gloss, (), right, ()))
    for name in ("arabic_wordnet_en-ar.tsv.gz", "wiktionary_wordnet_en-ar.tsv.gz"):
        for synset, _, lemmas, ar, gloss in _tsv(folder / name):
            right = tuple(form for form in _bar(ar) if _ARABIC.search(form))
            row = Row("", _POS.get(synset[-1], "other"), gloss, (), right, ())
            rows.extend(replace(row, lemma=lemma.lower().replace("_", " ")) for lemma in _bar(lemmas) if right)
    return rows


def read_places(folder: Path) -> list[Row]:
    """Countries, cities, languages and currencies of CLDR as names."""
    return [
        Row(en.lower(), "name", kind, (), (ar,), ())
        for kind, _, en, ar, *_ in _tsv(folder / "cldr_en-ar.tsv.gz")
        if kind in {"territories", "languages", "currencies", "cities"} and _ARABIC.search(ar)
    ]
