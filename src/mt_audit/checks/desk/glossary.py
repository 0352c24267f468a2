"""Glossaries: the desk's terms, the spellings it wants, the words it forbids or leaves in Latin letters.

A CSV or TSV has a header with ``ar`` and any of ``en``, ``forbidden``, ``kind``, ``note``; several forms in one cell
are parted by a bar, the preferred one first. ``kind`` is ``term`` (default), ``name`` or ``keep`` (do not translate).
A TBX file gives terms only (``langSet`` or ``langSec`` of ``en`` and ``ar``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mt_audit.checks.base import Check, Example, Find, View
from mt_audit.checks.desk.matching import occurrences, prefix_of
from mt_audit.core import Category, Hit, Scope, Severity, Span
from mt_audit.errors import UsageError

_COLUMNS = {"en", "ar", "forbidden", "kind", "note"}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a glossary."""

    en: tuple[str, ...]
    ar: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    keep: bool = False
    note: str = ""


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Terms of a CSV, TSV or TBX file. UsageError says which line is wrong."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}", "Give a UTF-8 file.") from error
    if path.suffix.lower() in (".tbx", ".xml"):
        return _tbx(text, path)
    reader = csv.DictReader(text.splitlines(), delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
    header = {name.strip() for name in reader.fieldnames or ()}
    if not header & {"ar", "forbidden", "en"} or header - _COLUMNS:
        raise UsageError(f"{path}: the header is {sorted(header)}.", f"Columns: {', '.join(sorted(_COLUMNS))}.")
    found = []
    for row in reader:
        kind = (row.get("kind") or "term").strip()
        if kind not in ("term", "name", "keep"):
            raise UsageError(f"{path}, line {reader.line_num}: no kind is called {kind!r}.", "term, name or keep.")
        term = Term(
            _split(row.get("en")),
            _split(row.get("ar")),
            _split(row.get("forbidden")),
            kind == "keep",
            row.get("note") or "",
        )
        if not term.en and not term.forbidden:
            raise UsageError(f"{path}, line {reader.line_num}: neither 'en' nor 'forbidden'.", "Fill one of them.")
        found.append(term)
    return tuple(found)


def _tbx(text: str, path: Path) -> tuple[Term, ...]:
    from lxml import etree

    try:
        # No entities and no network: a glossary is somebody else's file.
        root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise UsageError(f"{path} is not XML: {error.msg}", "Export it again as TBX.") from error
    found = []
    for entry in root.iter("{*}termEntry", "{*}conceptEntry"):
        by_language: dict[str, tuple[str, ...]] = {}
        for part in entry.iter("{*}langSet", "{*}langSec"):
            terms = tuple((term.text or "").strip() for term in part.iter("{*}term"))
            by_language[str(part.get(_LANGUAGE))[:2].lower()] = tuple(term for term in terms if term)
        if by_language.get("en") and by_language.get("ar"):
            found.append(Term(by_language["en"], by_language["ar"]))
    return tuple(found)


def _missing(terms: tuple[Term, ...], view: View) -> Iterator[Hit]:
    for term in terms:
        if term.keep or not term.ar or not view.ar.words:
            continue
        source = next((span for en in term.en for span in occurrences(view.original, en)), None)
        if source is None or any(True for ar in term.ar for _ in occurrences(view.ar, ar)):
            continue
        said = (
            f"The glossary renders “{source.of(view.original.text)}” as «{term.ar[0]}», which is not here. {term.note}"
        )
        yield Hit(_all_of(view), said.strip(), source, confidence=0.7)


def _forbidden(terms: tuple[Term, ...], view: View) -> Iterator[Hit]:
    for term in terms:
        for wrong in term.forbidden:
            for span in occurrences(view.ar, wrong):
                quote = span.of(view.ar.text)
                wanted = prefix_of(quote, wrong) + term.ar[0] if term.ar else None
                yield Hit(span, f"The desk does not write «{quote}». {term.note}".strip(), None, wanted, 0.95)


def _kept(terms: tuple[Term, ...], view: View) -> Iterator[Hit]:
    for term in terms:
        for en in term.en if term.keep and view.ar.words else ():
            span = next(occurrences(view.original, en), None)
            if span is not None and en.lower() not in view.ar.text.lower():
                said = f"“{en}” is to be left as it is, and is not here. {term.note}"
                yield Hit(_all_of(view), said.strip(), span, None, 0.8)


def _all_of(view: View) -> Span:
    return view.ar.span_of(0, len(view.ar.words) - 1)


def glossary_checks(terms: tuple[Term, ...]) -> tuple[Check, ...]:
    """The checks that the terms ask for: none for an empty glossary."""
    made = []
    if any(term.ar and term.en and not term.keep for term in terms):
        made.append(_check("DSK101", "glossary-term-missing", Category.SENSE, "pair", partial(_missing, terms)))
    if any(term.forbidden for term in terms):
        made.append(_check("DSK102", "forbidden-term", Category.SENSE, "sentence", partial(_forbidden, terms)))
    if any(term.keep for term in terms):
        made.append(
            _check("DSK103", "kept-term-translated", Category.ENTITY_MISTRANSLATED, "pair", partial(_kept, terms))
        )
    return tuple(made)


def _check(id: str, name: str, category: Category, scope: Scope, find: Find) -> Check:
    example = (Example("⟦مثال⟧", "example"),)
    return Check(id, name, category, Severity.MINOR, scope, find, example, example, doc=__doc__)
