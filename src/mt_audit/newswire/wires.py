"""News services behind one protocol: GDELT's DOC 2.0, the Guardian's content API, RSS feeds, plain addresses."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote, urlencode, urlsplit

from mt_audit.archive.feeds import entries, plain
from mt_audit.archive.record import Skipped
from mt_audit.core import Language
from mt_audit.errors import FetchError
from mt_audit.newswire.query import Query
from mt_audit.newswire.web import Web

_LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru"}


@dataclass(frozen=True, slots=True)
class Lead:
    """An article that a service named; ``text`` only when the service gave it whole."""

    url: str
    title: str = ""
    date: str = ""
    language: Language = "en"
    text: str = ""


class Newswire(Protocol):
    """A service that names articles."""

    name: str

    def find(self, query: Query, web: Web) -> Iterator[Lead]:
        """Articles that may be the original; raises FetchError when the service does not answer as it should."""


def _json(web: Web, url: str, name: str) -> Any:
    page = web.get(url)
    try:
        return json.loads(page.content)
    except ValueError as error:
        said = page.content[:120].decode("utf-8", "replace").strip()
        raise FetchError(f"{name} did not answer with JSON but with: {said}", "Try again later.") from error


@dataclass(slots=True)
class Gdelt:
    """GDELT DOC 2.0: addresses and titles of the last months, no text. Asks for five seconds between calls."""

    base: str = "https://api.gdeltproject.org/api/v2/doc/doc"
    most: int = 50
    name: str = "GDELT"

    def find(self, query: Query, web: Web) -> Iterator[Lead]:
        """One call; with a headline left in Latin letters, its words in place of the translated ones."""
        web.manners.pauses.setdefault(urlsplit(self.base).hostname or "", 5.0)
        asked = " ".join(query.latin_title.split()[:8]) if query.latin_title else " ".join(query.words[:5])
        fields = {"query": f"{asked} sourcelang:english", "mode": "ArtList", "format": "json", "maxrecords": self.most}
        if query.after and query.before:
            fields["startdatetime"] = f"{query.after:%Y%m%d}000000"
            fields["enddatetime"] = f"{query.before:%Y%m%d}235959"
        found = _json(web, f"{self.base}?{urlencode(fields)}", self.name)
        for row in found.get("articles") or ():
            if isinstance(row, dict) and row.get("url"):
                seen = str(row.get("seendate") or "")
                yield Lead(
                    str(row["url"]),
                    str(row.get("title") or ""),
                    f"{seen[:4]}-{seen[4:6]}-{seen[6:8]}" if len(seen) >= 8 else "",
                    _LANGUAGES.get(str(row.get("language") or "").lower(), "en"),
                )


@dataclass(slots=True)
class Guardian:
    """The Guardian's content API, with whole texts. Needs a free key: ``MT_AUDIT_GUARDIAN_KEY``."""

    key: str = ""
    base: str = "https://content.guardianapis.com/search"
    most: int = 20
    name: str = "The Guardian"

    def find(self, query: Query, web: Web) -> Iterator[Lead]:
        """One call, the newest of the most relevant articles first."""
        key = self.key or os.environ.get("MT_AUDIT_GUARDIAN_KEY", "")
        if not key:
            raise FetchError("The Guardian needs a key.", "Set MT_AUDIT_GUARDIAN_KEY (open-platform.theguardian.com).")
        fields = {
            "q": " AND ".join(f'"{word}"' if " " in word else word for word in query.words[:4]),
            "show-fields": "headline,bodyText,lang",
            "page-size": str(self.most),
            "order-by": "relevance",
            "api-key": key,
        }
        if query.after and query.before:
            fields |= {"from-date": query.after.isoformat(), "to-date": query.before.isoformat()}
        try:
            found = _json(web, f"{self.base}?{urlencode(fields)}", self.name)
        except FetchError as error:
            raise FetchError(str(error).replace(key, "…"), error.hint) from None
        for row in (found.get("response") or {}).get("results") or ():
            values = row.get("fields") or {}
            yield Lead(
                str(row.get("webUrl") or ""),
                str(values.get("headline") or row.get("webTitle") or ""),
                str(row.get("webPublicationDate") or "")[:10],
                str(values.get("lang") or "en")[:2],
                plain(str(values.get("bodyText") or "")),
            )


@dataclass(slots=True)
class Feed:
    """An RSS or Atom address; ``{query}`` in it is replaced by the words. Google News is one of these."""

    url: str
    name: str = "feed"

    def find(self, query: Query, web: Web) -> Iterator[Lead]:
        """Entries of the feed. Google News hides addresses behind its own: such entries are of no use and left out."""
        address = self.url.replace("{query}", quote(" ".join(query.words[:5])))
        page = web.get(address)
        for entry in entries(page.content, self.name):
            if isinstance(entry, Skipped):
                raise FetchError(f"{self.name} gave no feed: {entry.why}.", "Check the address of the feed.")
            if entry.url and not (urlsplit(entry.url).hostname or "").endswith("news.google.com"):
                whole = entry.text if len(entry.text) > 1200 else ""
                yield Lead(entry.url, entry.title, entry.date, entry.lang or "en", whole)


@dataclass(slots=True)
class Addresses:
    """Addresses that the user named."""

    urls: Sequence[str]
    name: str = "addresses"

    def find(self, query: Query, web: Web) -> Iterator[Lead]:
        """Each address."""
        yield from (Lead(url) for url in self.urls)


GOOGLE_NEWS = "https://news.google.com/rss/search?q={query}&hl=en-US&gl=US&ceid=US:en"


def default_wires() -> tuple[Newswire, ...]:
    """GDELT, and the Guardian when there is a key."""
    return (Gdelt(), Guardian()) if os.environ.get("MT_AUDIT_GUARDIAN_KEY") else (Gdelt(),)
