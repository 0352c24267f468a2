"""Reads the hand-written and open dictionaries into rows of one shape."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mt_audit.engine.lemma import lemma
from mt_audit.training.lexicon_mends import ADDED, DROPPED, RENAMED

_BRACKET = re.compile(r"\(([^()]+)\)")
_LETTER = re.compile(r"\bletter\b|^name of", re.IGNORECASE)
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
    """The news lexicon and its multiword units, mended, in file order (frequent lemmas first); then added senses."""
    rows: list[Row] = []
    for path in (*sorted(folder.glob("lex_*.tsv")), folder / "mwe_a.tsv", Path(__file__).parent / "senses.tsv"):
        for fields in _tsv(path):
            entry, pos, gloss, cues, ar, wrong = (field.strip() for field in (*fields, "", "", "")[:6])
            entry = RENAMED.get(entry.lower(), entry.lower())
            right = _bar(ar)
            if right and (entry, gloss) not in DROPPED:
                rows.append(Row(entry, pos, gloss, _bar(cues), right, tuple(w for w in _bar(wrong) if w not in right)))
    return rows


def read_units(listed: set[str]) -> list[Row]:
    """Our compounds and offices of news (``units.tsv`` beside this module), those not in ``listed`` already."""
    return [
        Row(entry, pos, "", (), _bar(ar), _bar(wrong))
        for entry, pos, ar, wrong in _tsv(Path(__file__).parent / "units.tsv")
        if entry not in listed
    ]


def hinted_units(rows: list[Row]) -> list[Row]:
    """Multiword units that a gloss names in brackets: *melt*, "disappear gradually (melt away)"."""
    listed = {row.lemma for row in rows}
    found: list[Row] = []
    for row in rows:
        for bracket in _BRACKET.findall(row.gloss):
            for unit in bracket.lower().split(","):
                parts = unit.split()
                if 2 <= len(parts) <= 4 and any(_form_of(part, row.lemma) for part in parts):
                    name = " ".join(parts)
                    if name not in listed and parts[0] != "the" and all(part.isalpha() for part in parts):
                        listed.add(name)
                        found.append(replace(row, lemma=name, cues=()))
    return found


def _form_of(word: str, entry: str) -> bool:
    return word == entry or lemma(word) == entry


def read_added() -> list[Row]:
    """Entries that the source files lack."""
    return [Row(entry, pos, gloss, (), _bar(ar), ()) for entry, pos, gloss, ar in ADDED]


def read_names(folder: Path) -> list[Row]:
    """The news names: a row for every spelling; part of speech ``name``, the gloss is its kind (person, city …)."""
    rows: list[Row] = []
    for fields in _tsv(folder / "names_news.tsv"):
        en, kind, _, ar, wrong = (*fields, "", "")[:5]
        for spelling in _bar(en):
            key = spelling if spelling.isupper() and len(spelling) <= 4 else spelling.lower()
            rows.append(Row(key, "name", kind, (), _bar(ar), _bar(wrong)))
    return rows


FUNCTION = frozenset(
    """
    be have do get make take go will would can could may might shall should must of in at on by for with to from as
    that it its he she they we you i me him her them us who which what this these those there and or but if not no so
    than then up out off over about into the a an one own such how when where why
    """.split()
)
"""English words whose entries in open dictionaries say more about rare uses than about the usual one."""

_POS = {"n": "n", "v": "v", "a": "adj", "s": "adj", "r": "adv", "adj": "adj", "adv": "adv", "prop": "name"}


def read_open(folder: Path) -> list[Row]:
    """Open dictionaries (English Wiktionary, Arabic WordNet, Wiktionary aligned with WordNet) without cues."""
    rows: list[Row] = []
    for entry, pos, gloss, ar, *_ in _tsv(folder / "wiktionary_2015_en-ar.tsv.gz"):
        if _LETTER.search(gloss) or entry.lower() in FUNCTION:
            continue
        right = tuple(form for form in (_NOTE.sub("", part).strip() for part in _bar(ar)) if _ARABIC.search(form))
        if right:
            rows.append(Row(entry.lower(), _POS.get(pos, "other"), gloss, (), right, ()))
    for name in ("arabic_wordnet_en-ar.tsv.gz", "wiktionary_wordnet_en-ar.tsv.gz"):
        for synset, _, lemmas, ar, gloss in _tsv(folder / name):
            right = tuple(form for form in _bar(ar) if _ARABIC.search(form))
            row = Row("", _POS.get(synset[-1], "other"), gloss, (), right, ())
            names = [name.lower().replace("_", " ") for name in _bar(lemmas)]
            rows.extend(replace(row, lemma=name) for name in names if right and name not in FUNCTION)
    return rows


def read_places(folder: Path) -> list[Row]:
    """Countries, cities, languages and currencies of CLDR as names."""
    return [
        Row(en.lower(), "name", kind, (), (ar,), ())
        for kind, _, en, ar, *_ in _tsv(folder / "cldr_en-ar.tsv.gz")
        if kind in {"territories", "languages", "currencies", "cities"} and _ARABIC.search(ar)
    ]
