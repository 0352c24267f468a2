"""Searching the web for an original, against real servers on loopback that speak the services' protocols."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from mt_audit import ingest, newswire
from mt_audit.archive.memory import MemoryArchive
from mt_audit.archive.record import Record
from mt_audit.core import Article, Document, Original
from mt_audit.engine.kit import Kit
from mt_audit.errors import FetchError
from mt_audit.newswire import Addresses, Feed, Gdelt, Guardian, Manners, Web, query_for, search
from mt_audit.retrieve import find_original

Answer = tuple[int, dict[str, str], bytes]
ORIGINAL = [
    "US envoy Steve Witkoff met Vladimir Putin in Moscow on Friday for three hours of talks on Ukraine.",
    "The Kremlin aide Yuri Ushakov called the talks constructive and very useful.",
    "The two sides discussed the possibility of resuming direct negotiations between Russia and Ukraine.",
    "Ukraine had agreed to a 30-day ceasefire that the United States proposed in March.",
    "Twelve people were killed in a Russian missile attack on Kyiv on Thursday.",
]
ARABIC = "\n".join(
    [
        "التقى المبعوث الأمريكي ستيف ويتكوف فلاديمير بوتين في موسكو يوم الجمعة لمدة ثلاث ساعات لبحث أوكرانيا.",
        "ووصف مساعد الكرملين يوري أوشاكوف المحادثات بأنها بناءة ومفيدة للغاية.",
        "وناقش الجانبان إمكانية استئناف المفاوضات المباشرة بين روسيا وأوكرانيا.",
        "وكانت أوكرانيا قد وافقت على وقف إطلاق النار لمدة 30 يوما الذي اقترحته الولايات المتحدة في مارس.",
        "وقتل اثنا عشر شخصا في هجوم صاروخي روسي على كييف يوم الخميس.",
    ]
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
JSON = {"Content-Type": "application/json"}


@dataclass
class Site:
    """A server on loopback: what it answers by path, and how often it was asked."""

    base: str = ""
    answers: dict[str, Callable[[str, int], Answer]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    queries: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def page(self, path: str, lines: list[str], title: str = "Putin and Witkoff hold talks") -> str:
        body = "".join(f"<p>{line}</p>" for line in lines)
        markup = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
        )
        self.answers[path] = lambda _, __: (200, HTML, markup.encode())
        return self.base + path


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            found.asked[path] += 1
            found.queries.append(self.path)
            found.times.append(time.monotonic())
            give = found.answers.get(path)
            status, headers, body = give(self.path, found.asked[path]) if give else (404, HTML, b"nothing here")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


def quick(seconds: float = 10.0, tries: int = 3) -> Manners:
    return Manners(pause=0.0, pauses={"127.0.0.1": 0.0}, seconds=seconds, tries=tries, allow_private=True)


@pytest.fixture
def web(tmp_path: Path) -> Web:
    return Web(quick(), tmp_path)


@pytest.fixture
def document() -> Document:
    return ingest.document(Article("a", "ar", "", ARABIC, published="2025-04-26"))


def gdelt_rows(*urls: str) -> bytes:
    rows = [
        {"url": url, "title": "Putin Witkoff talks", "seendate": "20250425T120000Z", "language": "English"}
        for url in urls
    ]
    return json.dumps({"articles": rows}).encode()


def test_query_holds_names_and_dates(document: Document, kit: Kit) -> None:
    query = query_for(document, kit)
    assert {"putin", "witkoff"} & {word.lower() for word in query.words}
    assert len(query.words) <= 6
    assert query.after is not None
    assert query.before is not None
    assert query.after.isoformat() < "2025-04-26" < query.before.isoformat()


def test_gdelt_end_to_end(site: Site, web: Web, document: Document, kit: Kit) -> None:
    right = site.page("/right", ORIGINAL)
    other = site.page(
        "/other", ["A new species of frog was found in the rain forest of Brazil this week."] * 6, "Frogs"
    )
    site.answers["/doc"] = lambda _, __: (200, JSON, gdelt_rows(other, right))
    articles = search(document, kit, [Gdelt(site.base + "/doc")], web)
    asked = parse_qs(urlsplit(next(q for q in site.queries if q.startswith("/doc"))).query)
    assert asked["mode"] == ["ArtList"]
    assert asked["format"] == ["json"]
    assert asked["startdatetime"] < asked["enddatetime"]
    found = find_original(document, MemoryArchive(map(Record.of, articles)), kit)
    assert isinstance(found, Original)
    assert found.document.article.url == right


def test_gdelt_error_text_is_reported_and_not_raised(site: Site, web: Web, document: Document, kit: Kit) -> None:
    site.answers["/doc"] = lambda _, __: (200, HTML, b"Your query was too short or too long.")
    notes: list[str] = []
    assert search(document, kit, [Gdelt(site.base + "/doc")], web, notes) == []
    assert "too short" in notes[0]


def test_guardian_gives_whole_texts_and_never_prints_its_key(
    site: Site, web: Web, document: Document, kit: Kit
) -> None:
    fields = {"headline": "Putin and Witkoff", "bodyText": "\n".join(ORIGINAL), "lang": "en"}
    row = {"webUrl": "https://guardian.example/1", "webPublicationDate": "2025-04-25T10:00:00Z", "fields": fields}
    site.answers["/search"] = lambda _, __: (200, JSON, json.dumps({"response": {"results": [row]}}).encode())
    articles = search(document, kit, [Guardian("secret-key", site.base + "/search")], web)
    assert [article.url for article in articles] == ["https://guardian.example/1"]
    assert articles[0].published == "2025-04-25"
    assert "api-key=secret-key" in site.queries[0]
    site.answers["/search"] = lambda _, __: (403, JSON, b"{}")
    notes: list[str] = []
    assert search(document, kit, [Guardian("other-key", site.base + "/search")], web, notes) == []
    assert "403" in notes[0]
    assert "other-key" not in notes[0]


def test_guardian_without_a_key_says_so(
    web: Web, document: Document, kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MT_AUDIT_GUARDIAN_KEY", raising=False)
    notes: list[str] = []
    assert search(document, kit, [Guardian()], web, notes) == []
    assert "key" in notes[0]


def test_feed_entries_are_followed_and_opaque_addresses_left_out(
    site: Site, web: Web, document: Document, kit: Kit
) -> None:
    right = site.page("/right", ORIGINAL)
    items = f"<item><title>T</title><link>{right}</link></item>"
    items += "<item><title>G</title><link>https://news.google.com/rss/articles/CBMi</link></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>P</title>{items}</channel></rss>'
    site.answers["/rss"] = lambda _, __: (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    notes: list[str] = []
    articles = search(document, kit, [Feed(site.base + "/rss?q={query}", "paper")], web, notes)
    assert [article.url for article in articles] == [right]
    assert notes[0] == "paper: 1 articles named"


def test_429_is_waited_for_as_asked(site: Site, web: Web) -> None:
    site.answers["/busy"] = lambda _, n: (
        (429, {**HTML, "Retry-After": "1"}, b"") if n == 1 else (200, HTML, b"<p>ok</p>")
    )
    assert web.get(site.base + "/busy").content == b"<p>ok</p>"
    assert site.times[1] - site.times[0] >= 0.9


def test_5xx_is_tried_again_and_then_given_up(site: Site, web: Web) -> None:
    site.answers["/flaky"] = lambda _, n: (503, HTML, b"") if n < 3 else (200, HTML, b"ok")
    site.answers["/down"] = lambda _, __: (500, HTML, b"")
    site.answers["/gone"] = lambda _, __: (410, HTML, b"")
    assert web.get(site.base + "/flaky").content == b"ok"
    with pytest.raises(FetchError, match="500"):
        web.get(site.base + "/down")
    assert site.asked["/down"] == 3
    with pytest.raises(FetchError, match="410"):
        web.get(site.base + "/gone")
    assert site.asked["/gone"] == 1


def test_a_slow_service_does_not_hold_the_search_up(site: Site, tmp_path: Path, document: Document, kit: Kit) -> None:
    def slow(_: str, __: int) -> Answer:
        time.sleep(5)
        return 200, JSON, b"{}"

    site.answers["/slow"] = slow
    site.page("/right", ORIGINAL)
    start = time.monotonic()
    notes: list[str] = []
    wires = [Gdelt(site.base + "/slow"), Addresses([site.base + "/right"])]
    search(document, kit, wires, Web(quick(seconds=1.0), tmp_path), notes)
    assert time.monotonic() - start < 3.0
    assert any(note.startswith("GDELT") for note in notes)


def test_robots_txt_is_obeyed(site: Site, web: Web) -> None:
    site.answers["/robots.txt"] = lambda _, __: (
        200,
        {"Content-Type": "text/plain"},
        b"User-agent: *\nDisallow: /closed\n",
    )
    site.page("/closed/a", ORIGINAL)
    site.page("/open", ORIGINAL)
    with pytest.raises(FetchError, match="robots"):
        web.get(site.base + "/closed/a", page=True)
    assert site.asked["/closed/a"] == 0
    assert web.get(site.base + "/open", page=True).content
    assert site.asked["/robots.txt"] == 1


def test_robots_txt_that_fails_closes_the_site(site: Site, web: Web) -> None:
    site.answers["/robots.txt"] = lambda _, __: (500, HTML, b"")
    site.page("/open", ORIGINAL)
    with pytest.raises(FetchError, match="robots"):
        web.get(site.base + "/open", page=True)


def test_answers_are_kept_and_grow_old(site: Site, tmp_path: Path) -> None:
    site.answers["/x"] = lambda _, n: (200, HTML, str(n).encode())
    assert Web(quick(), tmp_path).get(site.base + "/x").content == b"1"
    assert Web(quick(), tmp_path).get(site.base + "/x").content == b"1"
    old = quick()
    old.keep = 0.0
    assert Web(old, tmp_path).get(site.base + "/x").content == b"2"
    (kept,) = tmp_path.glob("*.json")
    kept.write_text("{damaged", encoding="utf-8")
    assert Web(quick(), tmp_path).get(site.base + "/x").content == b"3"


def test_calls_to_one_host_keep_their_distance(site: Site, tmp_path: Path) -> None:
    manners = quick()
    manners.pauses["127.0.0.1"] = 0.3
    web = Web(manners, tmp_path)
    for number in range(3):
        site.answers[f"/p{number}"] = lambda _, __: (200, HTML, b"ok")
        web.get(f"{site.base}/p{number}")
    assert site.times[-1] - site.times[0] >= 0.5


def test_private_addresses_are_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    manners = quick()
    manners.allow_private = False
    with pytest.raises(FetchError, match="private or local"):
        Web(manners, tmp_path).get(site.base + "/x")
    assert not site.asked


def test_nothing_leaves_the_machine_when_nothing_was_asked(
    tmp_path: Path, document: Document, kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps({"id": "o", "title": "T", "text": "\n".join(ORIGINAL)}) + "\n", encoding="utf-8")
    from mt_audit.archive import open_archive

    assert isinstance(find_original(document, open_archive(source), kit), Original)
    assert newswire.search(document, kit, []) == []
