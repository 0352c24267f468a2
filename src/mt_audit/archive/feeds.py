"""Entries of RSS 2.0, RSS 1.0 and Atom files. Entities and network access are switched off in the parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from mt_audit.archive.record import Record, Skipped

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(?:p|div|li|h[1-6])>|<br\s*/?>", re.I)


def plain(markup: str) -> str:
    """Text of an HTML fragment, paragraphs on lines of their own."""
    text = unescape(_TAG.sub("", _BREAK.sub("\n", markup)))
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _iso(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return date[:10] if re.match(r"\d{4}-\d\d-\d\d", date) else ""


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def entries(data: bytes, name: str) -> Iterator[Record | Skipped]:
    """Records of the entries of a feed; ``text`` is the fullest of content, description and summary."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield Skipped(name, f"not XML ({error.msg})")
        return
    if root is None or _local(root) not in ("rss", "RDF", "feed"):
        yield Skipped(name, "XML, but neither RSS nor Atom")
        return
    feed_language = feed_title = ""
    for element in root.iter():
        if _local(element) in ("item", "entry"):
            break
        if _local(element) == "language":
            feed_language = (element.text or "").strip()
        if _local(element) == "title" and not feed_title:
            feed_title = (element.text or "").strip()
    for element in root.iter():
        if _local(element) not in ("item", "entry"):
            continue
        found: dict[str, str] = {}
        texts: list[str] = []
        for child in element:
            kind, value = _local(child), "".join(child.itertext()).strip()
            if kind in ("encoded", "content", "description", "summary"):
                texts.append(plain(value))
            elif kind == "link":
                found.setdefault("link", value or child.get("href", ""))
            elif value:
                found.setdefault(kind, value)
        yield Record(
            id=found.get("guid") or found.get("id") or found.get("link", ""),
            title=unescape(found.get("title", "")),
            text=max(texts, key=len, default=""),
            lang=feed_language[:2].lower(),
            date=_iso(found.get("pubDate") or found.get("published") or found.get("date") or found.get("updated", "")),
            source=found.get("source") or feed_title,
            url=found.get("link", ""),
        )
