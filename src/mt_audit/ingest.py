"""Anything an editor may hold (text, HTML, DOCX, JSONL, standard input, an address) → ``Article`` → ``Document``."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mt_audit.core import Article, Document, Language, Sentence, Span
from mt_audit.errors import IngestError, MissingExtraError
from mt_audit.fetch import Limits, fetch
from mt_audit.text.chrome import chrome
from mt_audit.text.sentences import sentences

LONGEST = 2_000_000
"""Code points in one article; the longest news long-reads have some 100,000."""
LARGEST_FILE = 200_000_000
"""Bytes of a file that holds many articles (JSONL)."""
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-zÄÖÜäöüß]")
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|nicht|ist|ein|eine|mit|von|für|auf|den|dem|zu|im|sich|werden|wurde|nach)\b", re.I
)
_ENGLISH = re.compile(r"\b(?:the|and|of|to|in|is|that|for|with|was|on|has|have|said|by|from|as)\b", re.I)
_HTML = re.compile(r"^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html|<head|<body|<article|<div)\b", re.I)


def language_of(text: str) -> Language:
    """``ar``, ``de`` or ``en``, by script and the commonest function words; ``und`` when there are no letters."""
    sample = text[:20000]
    arabic, latin = len(_ARABIC.findall(sample)), len(_LATIN.findall(sample))
    if arabic + latin == 0:
        return "und"
    if arabic >= latin / 2:
        return "ar"
    return "de" if len(_GERMAN.findall(sample)) > len(_ENGLISH.findall(sample)) else "en"


def _decode(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:400].count(b"\0") * 3 > len(data[:400]) > 0:
        raise IngestError(f"{name} is UTF-16, not UTF-8.", f"Convert it: iconv -f UTF-16 -t UTF-8 {name}")
    if b"\0" in data[:65536]:
        raise IngestError(f"{name} is a binary file, not an article.", "Give a text, HTML, DOCX or JSONL file.")
    try:
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as error:
        raise IngestError(
            f"{name} is not valid UTF-8 (byte {error.start}).",
            f"If it is an old Arabic Windows file: iconv -f WINDOWS-1256 -t UTF-8 {name}",
        ) from error


def _article(
    text: str,
    name: str,
    title: str = "",
    url: str | None = None,
    published: str | None = None,
    language: Language | None = None,
) -> Article:
    if len(text) > LONGEST:
        raise IngestError(
            f"{name} has {len(text):,} characters; an article has at most {LONGEST:,}.", "Split the file."
        )
    if not text.strip():
        raise IngestError(f"{name} is empty.", "Give a file that holds the article's text.")
    found = language or language_of(text)
    if found == "und":
        raise IngestError(f"{name} holds no words.", "Give a file that holds the article's text.")
    return Article(name, found, title or _title(text), text, url, published)


def _title(text: str) -> str:
    """The first line when it reads like a headline: short, and not closed by a full stop."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if len(first.split()) <= 25 and not first.endswith((".", "؟", "»", "…")) else ""


def from_html(markup: str, name: str, url: str | None) -> Article:
    """Article of an HTML page, its furniture left out; IngestError when there is none."""
    import trafilatura

    # Without include_comments=False the comment form's text is kept on Arabic pages.
    found = trafilatura.bare_extraction(markup, url=url, include_comments=False, with_metadata=True)
    text = (found.text or "") if found is not None else ""
    if not text.strip():
        raise IngestError(
            f"{name} holds no article that could be told from the page.", "Save the article's text to a file."
        )
    title = found.title or ""
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return _article(text, name, title, url or found.url, found.date)


def _from_docx(path: Path) -> Article:
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("Reading DOCX files", "docx") from error
    try:
        document = docx.Document(str(path))
    except Exception as error:  # python-docx raises whatever its zip and XML readers raise
        raise IngestError(f"{path} is not a readable DOCX file.", "Save it as text or as DOCX again.") from error
    properties = document.core_properties
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return _article(text, str(path), properties.title or "")


def from_record(record: dict[str, Any], name: str) -> Article:
    """One JSON object → Article. Fields: text (required), id, title, url, date or published, lang or language."""
    text = record.get("text")
    if not isinstance(text, str):
        raise IngestError(f"{name}: no field 'text'.", "Each line is an object with at least 'text'.")
    title = str(record.get("title") or "")
    language = record.get("language") or record.get("lang")
    return _article(
        text,
        str(record.get("id") or name),
        title,
        record.get("url"),
        record.get("published") or record.get("date"),
        str(language) if language else None,
    )


def _from_jsonl(text: str, name: str) -> Iterator[Article]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise IngestError(f"{name}, line {number}: not JSON ({error.msg}).", "One object a line.") from error
        if not isinstance(record, dict):
            raise IngestError(f"{name}, line {number}: not an object.", "One object a line.")
        yield from_record(record, f"{name}:{number}")


def _from_url(url: str, limits: Limits) -> Article:
    page = fetch(url, limits)
    if page.media_type in ("text/plain", "text/markdown"):
        return _article(_decode(page.content, url), url, url=page.url)
    if page.media_type not in ("text/html", "application/xhtml+xml", ""):
        raise IngestError(f"{url} is {page.media_type}, not a page.", "Give the address of an article.")
    markup = page.content.decode(page.encoding or "utf-8", "replace")
    return from_html(markup, url, page.url)


def read_all(source: str | Path, limits: Limits | None = None) -> Iterator[Article]:
    """Every article of ``source``: a path, ``-`` for standard input, or an http(s) address.

    Raises IngestError or FetchError with one sentence and a hint.
    """
    name = str(source)
    if name.startswith(("http://", "https://")):
        yield _from_url(name, limits or Limits())
        return
    if name == "-":
        yield from _from_text(_decode(sys.stdin.buffer.read(LARGEST_FILE), "standard input"), "standard input", "")
        return
    path = Path(source)
    if path.is_dir():
        raise IngestError(f"{path} is a directory, not an article.", f"Name the files: mt-audit audit {path}/*.txt")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise IngestError(f"{path} is larger than {LARGEST_FILE:,} bytes.", "Split the file.")
        data = path.read_bytes()
    except OSError as error:
        reason = "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise IngestError(f"{path} {reason}.", "Check the path.") from error
    if not data.strip():
        raise IngestError(f"{path} is empty.", "Give a file that holds the article's text.")
    if path.suffix.lower() == ".docx":
        yield _from_docx(path)
    else:
        yield from _from_text(_decode(data, name), name, path.suffix.lower())


def _from_text(text: str, name: str, suffix: str) -> Iterator[Article]:
    if suffix in (".jsonl", ".ndjson") or (suffix in ("", ".json") and text.lstrip().startswith('{"')):
        yield from _from_jsonl(text, name)
    elif suffix in (".html", ".htm", ".xhtml") or _HTML.match(text):
        yield from_html(text, name, None)
    else:
        yield _article(text, name)


def read(source: str | Path, limits: Limits | None = None) -> Article:
    """The one article of ``source``; IngestError when it holds several."""
    articles = list(read_all(source, limits))
    if len(articles) != 1:
        raise IngestError(f"{source} holds {len(articles)} articles, one is expected.", "Name a file with one article.")
    return articles[0]


def document(article: Article) -> Document:
    """Cut an article into sentences, its chrome told apart. Headlines: title lines and short lines without a stop."""
    furniture = chrome(article.text) if article.language == "ar" else ()
    found: list[Sentence] = []
    for span in sentences(article.text, article.language):
        if any(span.overlaps(piece.span) for piece in furniture):
            continue
        found.append(Sentence(len(found), span, _is_headline(article.text, span)))
    return Document(article, tuple(found), furniture)


def _is_headline(text: str, span: Span) -> bool:
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    alone = (
        not text[line_start : span.start].strip() and not text[span.end : line_end if line_end >= 0 else None].strip()
    )
    quote = span.of(text)
    return alone and len(quote.split()) <= 20 and not quote.endswith((".", "؟", "…", '"', "”", "»", ":"))


def fingerprint(text: str) -> str:
    """SHA-256 hex digest of a text, for caches and provenance."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def arabic(article: Article) -> Article:
    """The article itself when it is Arabic; IngestError when it is not."""
    if article.language != "ar":
        raise IngestError(
            f"{article.id} is not Arabic (it reads as '{article.language}').",
            "mt-audit audits the Arabic version; give the other text with --original.",
        )
    return article
