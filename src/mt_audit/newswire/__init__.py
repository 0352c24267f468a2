"""Looking for an original on the web. Off unless asked for: nothing is called without ``--online`` or an address."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from mt_audit.core import Article, Document
from mt_audit.errors import FetchError, MtAuditError
from mt_audit.newswire.query import Query, query_for
from mt_audit.newswire.web import Manners, Web
from mt_audit.newswire.wires import Addresses, Feed, Gdelt, Guardian, Lead, Newswire, default_wires

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

__all__ = [
    "Addresses", "Feed", "Gdelt", "Guardian", "Lead", "Manners", "Newswire", "Query", "Web", "query_for", "search",
]  # fmt: skip

FETCHED = 8
"""Pages that are read for one search."""


def _ask(wire: Newswire, query: Query, web: Web) -> tuple[list[Lead], str]:
    try:
        found = list(wire.find(query, web))
    except FetchError as error:
        return [], f"{wire.name}: {error}"
    return found, f"{wire.name}: {len(found)} articles named"


def _likely(lead: Lead, query: Query) -> tuple[int, str]:
    """Sorting key: leads whose titles hold more of the words come first."""
    title = lead.title.lower()
    return -sum(word.lower() in title for word in query.words), lead.url


def _read(lead: Lead, web: Web) -> Article | str:
    from mt_audit import ingest

    if len(lead.text) > 400:
        return Article(lead.url, lead.language, lead.title, f"{lead.title}\n\n{lead.text}", lead.url, lead.date or None)
    try:
        page = web.get(lead.url, page=True)
        markup = page.content.decode(page.encoding or "utf-8", "replace")
        article = ingest.from_html(markup, lead.url, page.url)
    except (MtAuditError, LookupError) as error:
        return f"{lead.url}: {error}"
    return replace(article, id=lead.url, url=page.url, published=article.published or lead.date or None)


def search(
    document: Document,
    kit: Kit,
    wires: Sequence[Newswire] | None = None,
    web: Web | None = None,
    notes: list[str] | None = None,
) -> list[Article]:
    """Articles on the web that may be the original of ``document``, read and ready to be searched like an archive.

    Never raises for what a service or a page does; ``notes`` collects what each of them said. The whole search ends
    within the seconds of ``web``'s manners.
    """
    web = web or Web()
    said = notes if notes is not None else []
    query = query_for(document, kit)
    services = default_wires() if wires is None else tuple(wires)
    with ThreadPoolExecutor(max_workers=4) as pool:
        answers = list(pool.map(lambda wire: _ask(wire, query, web), services))
        said += [note for _, note in answers]
        leads: dict[str, Lead] = {}
        for found, _ in answers:
            for lead in found:
                known = leads.get(lead.url)
                if known is None or len(lead.text) > len(known.text):
                    leads[lead.url] = lead
        ranked = sorted(leads.values(), key=lambda lead: _likely(lead, query))
        ready = [lead for lead in ranked if len(lead.text) > 400]
        named = [lead for lead in ranked if len(lead.text) <= 400][:FETCHED]
        read = list(pool.map(lambda lead: _read(lead, web), [*ready, *named]))
    said += [result for result in read if isinstance(result, str)]
    return [result for result in read if isinstance(result, Article) and result.language != "ar"]
