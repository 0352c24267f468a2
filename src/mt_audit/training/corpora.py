"""The shared training data as plain values, with everything that also occurs in an evaluation file left out.

Every trainer reads through this module, so that one place decides what may be learnt from. The evaluation files are
read here for the sole purpose of excluding what they hold.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from mt_audit.text.folding import fold

HUMAN = ("business_docs_human", "business_docs_paired", "biographies", "essays", "everyday", "health")
"""Files of ``data/train`` whose Arabic people wrote."""
MACHINE = ("office_support_machine", "lessons_machine")
"""Files of ``data/train`` whose Arabic a machine made."""

_HELD_OUT_LEXICON = ("pairs_03.tsv", "pairs_00b.tsv", "controls.tsv")
_TOKEN = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|\n+")
_SHORTEST_EXCLUDED = 3


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """One sense of a lemma or multiword unit; the first of ``ar`` is the most usual form."""

    en: str
    pos: str
    sense: str
    cues: tuple[str, ...]
    ar: tuple[str, ...]
    wrong_ar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of world news with its spellings; ``gender`` is ``m``, ``f`` or empty."""

    en: tuple[str, ...]
    kind: str
    gender: str
    ar: tuple[str, ...]
    wrong_ar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContrastPair:
    """A news sentence with a good translation and the same translation with one planted fault.

    ``lemma`` is empty for the family files; ``kind`` is the sense or the kind of fault.
    """

    source: str
    lemma: str
    kind: str
    en: str
    good: str
    bad: str
    right: str
    wrong: str


def sentence_key(text: str) -> str:
    """Words of a text, folded, one space between: what two spellings of one sentence share."""
    return " ".join(_TOKEN.findall(fold(text)))


def read_lines(path: Path) -> Iterator[str]:
    """Lines of a UTF-8 file, gzipped or not, without the line end; only newline ends a line."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield line.rstrip("\r\n")


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file with a header. Quotes are text; a missing last column is empty."""
    rows = csv.reader(read_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(rows)
    for row in rows:
        if row:
            yield dict(zip(header, row + [""] * (len(header) - len(row)), strict=False))


def split_bar(field: str) -> tuple[str, ...]:
    """Alternatives of a field written with bars."""
    return tuple(part for part in (piece.strip() for piece in field.split("|")) if part)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _texts(path: Path) -> Iterator[str]:
    if ".jsonl" in path.suffixes:
        for line in read_lines(path):
            if line.strip():
                yield from _strings(json.loads(line))
    else:
        for line in read_lines(path):
            yield from line.split("\t")


def _held_out_files(shared: Path) -> list[Path]:
    lexicon = shared / "lexicon"
    found = [
        *(shared / "data" / "eval").glob("*.gz"),
        *shared.glob("data/*/*_evalonly*"),
        *(lexicon / name for name in _HELD_OUT_LEXICON),
        *lexicon.glob("family_*_eval.tsv"),
        *(shared / "gold").glob("*.jsonl"),
        *(shared / "traps").glob("*.tsv"),
        *(shared / "seeds").glob("*.txt"),
        *(shared / "samples").glob("*.txt"),
    ]
    return sorted(path for path in found if path.is_file())


@lru_cache(maxsize=2)
def held_out(shared: Path) -> frozenset[str]:
    """Keys (``sentence_key``) of all sentences of three words or more in any evaluation file."""
    keys: set[str] = set()
    for path in _held_out_files(shared):
        for text in _texts(path):
            for sentence in (text, *_SENTENCE_END.split(text)):
                key = sentence_key(sentence)
                if key.count(" ") >= _SHORTEST_EXCLUDED - 1:
                    keys.add(key)
    return frozenset(keys)


def sentence_pairs(
    shared: Path, sources: tuple[str, ...] = HUMAN + MACHINE, limit: int | None = None
) -> Iterator[tuple[str, str]]:
    """English and Arabic of ``data/train``, file by file; a pair with either side in an evaluation file is dropped.

    ``limit`` bounds the pairs taken of each file.
    """
    banned = held_out(shared)
    for source in sources:
        lines = read_lines(shared / "data" / "train" / f"{source}.tsv.gz")
        for line in islice(lines, limit):
            fields = line.split("\t")
            if len(fields) < 2 or not fields[0].strip() or not fields[1].strip():
                continue
            if sentence_key(fields[0]) in banned or sentence_key(fields[1]) in banned:
                continue
            yield fields[0].strip(), fields[1].strip()


def contrast_pairs(shared: Path) -> Iterator[ContrastPair]:
    """Our own news sentences of ``pairs_*`` and ``family_*``, none of the files (or lemmas) kept for evaluation."""
    lexicon = shared / "lexicon"
    banned = held_out(shared)
    files = [*sorted(lexicon.glob("pairs_*.tsv")), *sorted(lexicon.glob("family_*.tsv"))]
    lemmas = {row["en"] for path in files if path.name in _HELD_OUT_LEXICON for row in read_table(path)}
    for path in files:
        if path.name in _HELD_OUT_LEXICON or path.stem.endswith("_eval"):
            continue
        for row in read_table(path):
            if row.get("en", "") in lemmas or sentence_key(row["example_en"]) in banned:
                continue
            yield ContrastPair(
                source=path.stem,
                lemma=row.get("en", ""),
                kind=row.get("sense") or row.get("kind", ""),
                en=row["example_en"],
                good=row["example_good_ar"],
                bad=row["example_bad_ar"],
                right=row["right_ar"],
                wrong=row["wrong_ar"],
            )


def lexicon_rows(shared: Path) -> Iterator[LexiconRow]:
    """Senses of our own lexicon: ``lex_00`` … then the multiword units."""
    lexicon = shared / "lexicon"
    for path in [*sorted(lexicon.glob("lex_*.tsv")), *sorted(lexicon.glob("mwe_*.tsv"))]:
        for row in read_table(path):
            yield LexiconRow(
                row["en"].strip(),
                row["pos"],
                row["sense"],
                split_bar(row["cues"]),
                split_bar(row["ar"]),
                split_bar(row["wrong_ar"]),
            )


def news_names(shared: Path) -> Iterator[NameRow]:
    """Names of our own lexicon (``names_news.tsv``)."""
    for row in read_table(shared / "lexicon" / "names_news.tsv"):
        yield NameRow(
            split_bar(row["en"]), row["kind"], row["gender"], split_bar(row["ar"]), split_bar(row["wrong_ar"])
        )


def open_dictionary(shared: Path) -> Iterator[tuple[str, str]]:
    """Word and phrase pairs of the open dictionaries (Wiktionary, Arabic WordNet)."""
    folder = shared / "data" / "lexicon"
    for row in read_table(folder / "wiktionary_2015_en-ar.tsv.gz"):
        for ar in split_bar(row["ar"]):
            if "[" not in ar:
                yield row["en"], ar
    for name in ("arabic_wordnet_en-ar", "wiktionary_wordnet_en-ar"):
        for row in read_table(folder / f"{name}.tsv.gz"):
            for en in split_bar(row["en_lemmas"]):
                for ar in split_bar(row["ar_lemmas"]):
                    yield en.replace("_", " "), ar.replace("_", " ")


def name_tokens(shared: Path) -> Iterator[tuple[str, str, int]]:
    """Single name words of persons (English in lower case, Arabic, times seen)."""
    folder = shared / "data" / "names"
    for row in read_table(folder / "wikidata_person_tokens.tsv.gz"):
        yield row["en"], row["ar"], int(row["count"] or 1)
    for row in read_table(folder / "transliteration_pairs.tsv.gz"):
        if row["split"] == "train":
            yield row["en"], row["ar"], 1


def name_phrases(shared: Path) -> Iterator[tuple[str, str]]:
    """Countries, languages, currencies, cities, clubs, jobs and nationalities."""
    folder = shared / "data" / "names"
    for row in read_table(folder / "cldr_en-ar.tsv.gz"):
        yield row["en"], row["ar"]
    for row in read_table(folder / "wikipedia_category_labels.tsv.gz"):
        yield row["en"], row["ar"]


def arabic_news(shared: Path) -> Iterator[str]:
    """Titles and texts of human Arabic news that may be learnt from."""
    for line in read_lines(shared / "data" / "human_ar" / "tunisian_radio_2015-17.jsonl.gz"):
        article = json.loads(line)
        yield article["title"]
        yield article["text"]
