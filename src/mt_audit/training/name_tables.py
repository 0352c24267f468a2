"""The gazetteer table of the names asset, from our own lists, names_news and CLDR."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

LISTS = Path(__file__).parent / "lists"
Row = tuple[str, str, str, str, str, str]
"""kind, gender, code, Latin spellings, Arabic spellings, wrong Arabic; spellings parted by a bar.

The table that is written has the German spellings as a seventh cell."""

_TAKEN_OVER = frozenset(["country", "nationality"])
"""Kinds of names_news that our own country list says better."""

_BODIES = frozenset(["organisation", "media", "party"])
_MENDED = {"Congress": "المؤتمر", "June": "يونيو", "April": "أبريل", "May": "مايو", "August": "أغسطس"}
"""Wrong renderings of names_news that are right in other contexts (the Indian Congress, the months)."""


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a TSV with a header, gzipped or not; no quoting."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def inflected(adjective: str) -> list[str]:
    """Forms of a relative adjective: masculine, feminine, plurals; of two words, both are inflected, also with article.

    >>> inflected("عراقي")[:3]
    ['عراقي', 'عراقية', 'عراقيون']
    """
    parts = adjective.split()
    forms: list[str] = []
    for ending in ("", "ة", "ون", "ين", "ات", "ان", "تان", "تين"):
        bare = [part + ending if part.endswith("ي") else part for part in parts]
        forms.append(" ".join(bare))
        if len(parts) > 1 and all(part.endswith("ي") for part in parts):
            forms.append(" ".join("ال" + part for part in bare))
    return forms


def _bar(*cells: str | Iterable[str]) -> str:
    found: dict[str, None] = {}
    for cell in cells:
        for spelling in cell.split("|") if isinstance(cell, str) else cell:
            if spelling.strip():
                found.setdefault(spelling.strip())
    return "|".join(found)


def _countries(news: list[dict[str, str]]) -> Iterator[Row]:
    wrong = {
        name: row["wrong_ar"] for row in news if row["kind"] in _TAKEN_OVER for name in row["en"].split("|")
    }  # fmt: skip

    def wrong_of(cell: str) -> str:
        return _bar(*(wrong.get(name, "") for name in cell.split("|")))

    for row in read_rows(LISTS / "countries.tsv"):
        code = row["code"]
        yield "country", "f", code, row["en"], row["ar"], wrong_of(row["en"])
        if row["en_people"] or row["ar_adjective"]:
            arabic = _bar(*(inflected(adjective) for adjective in row["ar_adjective"].split("|")), row["ar_people"])
            latin = _bar(row["en_people"], (f"{name}s" for name in row["en_people"].split("|") if name[-1:] in "nitk"))
            yield "nationality", "", code, latin, arabic, wrong_of(row["en_people"])
        if row["en_capital"] and row["ar_capital"]:
            yield "capital", "f", code, row["en_capital"], row["ar_capital"], ""


def _mended(row: dict[str, str]) -> dict[str, str]:
    bad = {_MENDED[name] for name in row["en"].split("|") if name in _MENDED}
    return row | {"wrong_ar": "|".join(wrong for wrong in row["wrong_ar"].split("|") if wrong not in bad)}


def gazetteer(shared: Path) -> list[Row]:
    """All rows, the best known first within their kind."""
    news = [_mended(row) for row in read_rows(shared / "lexicon/names_news.tsv")]
    found = list(_countries(news))
    capitals = {name for row in found if row[0] == "capital" for name in row[3].split("|")}
    known = {name for row in found for name in row[3].split("|")}
    for row in news:
        if row["kind"] in _TAKEN_OVER:
            continue
        kind = row["kind"]
        if kind == "city" and any(name in capitals for name in row["en"].split("|")):
            found = [
                (k, g, c, _bar(e, row["en"]), _bar(a, row["ar"]), row["wrong_ar"])
                if k == "capital" and set(e.split("|")) & set(row["en"].split("|"))
                else (k, g, c, e, a, w)
                for k, g, c, e, a, w in found
            ]
            continue
        gender = row["gender"] or ("f" if kind in {"city", "region"} else "")
        found.append((kind, gender, "", row["en"], row["ar"], row["wrong_ar"]))
        known.update(row["en"].split("|"))
    for row in read_rows(LISTS / "organisations.tsv"):
        known_here = set(row["en"].split("|"))
        for number, (kind, gender, code, latin, arabic, wrong) in enumerate(found):
            if kind in _BODIES and known_here & set(latin.split("|")):
                found[number] = (
                    kind,
                    gender,
                    code,
                    _bar(latin, row["en"]),
                    _bar(arabic, row["ar"]),
                    _bar(wrong, row["wrong"]),
                )
                break
        else:
            found.append((row["kind"], "f" if row["kind"] == "country" else "", "", row["en"], row["ar"], row["wrong"]))
            known.update(known_here)
    for row in read_rows(LISTS / "given_names.tsv"):
        found.append(("given-name", row["gender"], "", row["en"], row["ar"], ""))
    for row in read_rows(shared / "data/names/cldr_en-ar.tsv.gz"):
        kind, code, latin = row["kind"], row["code"], row["en"]
        if latin in known or "Unknown" in latin:
            continue
        if kind == "territories" and len(code) == 2:
            found.append(("territory", "f", "", latin, row["ar"], ""))
        elif kind == "city" and code.count("/") == 1 and not code.startswith(("Etc", "Antarctica")):
            found.append(("city", "f", "", latin, row["ar"], ""))
        elif kind == "currency" and len(code) == 3 and "(" not in latin:
            found.append(("currency", "", code, latin, row["ar"], ""))
    return found


def _surnames(row: Row) -> list[str]:
    return [name.split()[-1] for name in row[3].split("|")] if row[0] == "person" else []


def write_gazetteer(shared: Path, path: Path) -> None:
    """Write the table, gzipped without a time stamp: the same inputs give the same bytes."""
    german = {row["en"]: row["de"] for row in read_rows(LISTS / "german_names.tsv")}
    lines = []
    for row in gazetteer(shared):
        spellings = [german[name] for name in (*row[3].split("|"), *_surnames(row)) if name in german]
        lines.append("\t".join((*row, _bar(*spellings))) + "\n")
    text = "".join(lines)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    unfinished.replace(path)


_ARABIC = re.compile("[\u0621-\u064a]+")
_MARKS = re.compile("[\u064b-\u0652]")


def verb_forms(shared: Path) -> tuple[list[str], list[str]]:
    """Dictionary forms of the verbs of our own lexicon: past (with the present after it) and present, sorted."""
    past: set[str] = set()
    present: set[str] = set()
    for path in sorted((shared / "lexicon").glob("lex_*.tsv")):
        for row in read_rows(path):
            if not (row["pos"] or "").startswith("v"):
                continue
            forms = [_MARKS.sub("", form.split()[0]) for form in (row["ar"] or "").split("|") if form.strip()]
            for form, following in zip(forms, [*forms[1:], ""], strict=True):
                if not _ARABIC.fullmatch(form):
                    continue
                if form.startswith("ي") and len(form) >= 4:
                    present.add(form)
                elif following.startswith("ي") and not form.startswith("ال") and len(form) >= 3:
                    past.add(form)
    return sorted(past), sorted(present)


def write_verbs(shared: Path, path: Path) -> None:
    """Write the verb forms: past on the first line, present on the second, parted by blanks."""
    past, present = verb_forms(shared)
    unfinished = path.with_suffix(".part")
    text = " ".join(past) + "\n" + " ".join(present) + "\n"
    unfinished.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    unfinished.replace(path)
