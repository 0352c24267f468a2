"""Files of any kind an archive is made from → records, with a reason for everything that is left out."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from mt_audit import ingest
from mt_audit.archive.record import Record, Skipped
from mt_audit.core import Article
from mt_audit.errors import ArchiveError, IngestError, MtAuditError

SHORTEST = 40
"""Characters a text must have to be an article."""
_FIELDS = {
    "id": ("id", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "maintext"),
    "lang": ("lang", "language"),
    "date": ("date", "published", "date_publish", "pubdate"),
    "source": ("source", "source_domain", "publisher", "sitename"),
    "url": ("url", "link"),
}


Item = Record | Skipped


def from_fields(values: dict[str, Any], where: str) -> Item:
    """A record from named values (a JSON object, a row of a table)."""
    lower = {str(name).lower(): value for name, value in values.items()}
    found: dict[str, str] = {}
    for field, names in _FIELDS.items():
        value = next((lower[name] for name in names if lower.get(name) not in (None, "")), "")
        found[field] = str(value).strip() if field != "text" else str(value)
    truncated = lower.get("truncated")
    return checked(
        Record(
            id=found["id"] or where,
            title=found["title"],
            text=found["text"],
            lang=found["lang"][:2].lower(),
            date=found["date"],
            source=found["source"],
            url=found["url"],
            truncated=truncated is True or str(truncated).lower() in ("true", "1", "yes"),
        ),
        where,
    )


def checked(record: Record, where: str) -> Item:
    """The record with its language, or why it is none."""
    text = record.text.strip()
    if not text:
        return Skipped(where, "no text")
    if len(text) < SHORTEST:
        return Skipped(where, f"shorter than {SHORTEST} characters")
    language = record.lang if len(record.lang) == 2 else ingest.language_of(text)
    if language == "ar":
        return Skipped(where, "Arabic: an archive holds originals in other languages")
    if language == "und":
        return Skipped(where, "no words")
    if language == record.lang:
        return record
    return replace(record, lang=language)


def from_article(article: Article, where: str) -> Item:
    """A record of an article that was read from a file or a page."""
    return checked(Record.of(article), where)


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]


def read_jsonl(path: Path) -> Iterator[Item]:
    """One JSON object a line."""
    with _open(path) as stream:
        for number, raw in enumerate(stream, 1):
            where = f"{path.name}:{number}"
            if not raw.strip():
                continue
            try:
                values = json.loads(raw.decode("utf-8"))
            except UnicodeDecodeError:
                yield Skipped(where, "not UTF-8")
                continue
            except json.JSONDecodeError as error:
                yield Skipped(where, f"not JSON ({error.msg})")
                continue
            yield from_fields(values, where) if isinstance(values, dict) else Skipped(where, "not a JSON object")


def read_table(path: Path) -> Iterator[Item]:
    """CSV or TSV with a header line."""
    csv.field_size_limit(50_000_000)
    with _open(path) as stream:
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
        kind = "excel-tab" if ".tsv" in path.suffixes else "excel"
        for number, row in enumerate(csv.DictReader(lines, dialect=kind), 2):
            yield from_fields({str(k): v for k, v in row.items() if isinstance(v, str)}, f"{path.name}:{number}")


def read_parquet(path: Path) -> Iterator[Item]:
    """A Parquet file, in batches."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
        number = 0
        for batch in table.iter_batches(batch_size=1000):
            for row in batch.to_pylist():
                number += 1
                yield from_fields(row, f"{path.name}:{number}")
    except pa.ArrowException as error:
        yield Skipped(path.name, f"not a readable Parquet file ({error})")


def read_warc(path: Path) -> Iterator[Item]:
    """Pages of a WARC file."""
    from mt_audit.archive.warc import pages

    for url, date, markup in pages(path):
        try:
            article = ingest.from_html(markup, url, url)
        except MtAuditError as error:
            yield Skipped(url, str(error))
            continue
        yield from_article(replace(article, id=url, url=url, published=article.published or date), url)


def read_feed(path: Path) -> Iterator[Item]:
    """Articles of an RSS or Atom file that carry their text."""
    from mt_audit.archive.feeds import entries

    with _open(path) as stream:
        data = stream.read()
    for entry in entries(data, path.name):
        yield entry if isinstance(entry, Skipped) else checked(entry, entry.url or path.name)


def read_urls(path: Path) -> Iterator[Item]:
    """Addresses, one a line, each fetched; lines beginning with # are remarks."""
    for line in path.read_text(encoding="utf-8").splitlines():
        url = line.strip()
        if not url or url.startswith("#"):
            continue
        try:
            yield from_article(ingest.read(url), url)
        except MtAuditError as error:
            yield Skipped(url, str(error))


def read_page(path: Path) -> Iterator[Item]:
    """One article in a text, HTML or DOCX file."""
    try:
        article = ingest.read(path)
    except MtAuditError as error:
        yield Skipped(str(path), str(error))
        return
    yield from_article(replace(article, id=path.stem), str(path))


_BY_SUFFIX: dict[str, Callable[[Path], Iterable[Item]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_table,
    ".tsv": read_table,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".urls": read_urls,
    ".txt": read_page,
    ".md": read_page,
    ".html": read_page,
    ".htm": read_page,
    ".docx": read_page,
}


def kind_of(path: Path) -> str:
    """The suffix that says how a file is read, without ``.gz``; empty when it is of no known kind."""
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"]
    return suffixes[-1] if suffixes and suffixes[-1] in _BY_SUFFIX else ""


def files_of(source: Path) -> list[Path]:
    """Files of a folder that can be read, sorted; the file itself when ``source`` is one.

    Hidden files, and read-me files that describe the folder, are left out.
    """
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise ArchiveError(f"{source} does not exist.", "Give a folder, a JSONL file or an archive.")
    return sorted(
        path
        for path in source.rglob("*")
        if path.is_file()
        and kind_of(path)
        and path.stem.lower() != "readme"
        and not any(part.startswith(".") for part in path.relative_to(source).parts)
    )


def read(source: Path) -> Iterator[Item]:
    """Records of a file or of all files of a folder. Raises ArchiveError when there is nothing to read at all."""
    if source.is_file() and not kind_of(source):
        raise ArchiveError(
            f"{source} is of a kind that archives are not made from.",
            "Known: folders, .jsonl, .csv, .tsv, .parquet, .warc, .rss, .atom, .xml, .urls, .txt, .html, .docx.",
        )
    for path in files_of(source):
        try:
            yield from _BY_SUFFIX[kind_of(path)](path)
        except (OSError, EOFError, UnicodeDecodeError, csv.Error, IngestError) as error:
            yield Skipped(str(path), f"cannot be read ({error})")
