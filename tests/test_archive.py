"""The archive: every kind of file, idempotence, two writers, a writer killed half-way, the cached index."""

from __future__ import annotations

import csv
import gzip
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from mt_audit.archive import is_store, open_archive
from mt_audit.archive.index import Index
from mt_audit.archive.memory import MemoryArchive
from mt_audit.archive.plain import KEPT_FROM, PlainArchive
from mt_audit.archive.readers import read
from mt_audit.archive.record import Record, Skipped
from mt_audit.archive.store import BATCH, Store
from mt_audit.archive.terms import OriginalTerms, pack, wanted
from mt_audit.engine.kit import Kit
from mt_audit.errors import ArchiveError

PLACES = ("Moscow", "Paris", "Cairo", "Doha", "Berlin", "Kyiv", "Tunis", "Oslo")


def text_of(number: int) -> str:
    place = PLACES[number % len(PLACES)]
    return f"Officials in {place} said on Monday that {number} people had signed the treaty.\n\nTalks go on in {place}."


def records(count: int, start: int = 0) -> list[Record]:
    return [
        Record(f"r{n}", f"Treaty number {n} signed", text_of(n), "en", "2025-03-13")
        for n in range(start, start + count)
    ]


def write_jsonl(path: Path, count: int, start: int = 0) -> Path:
    path.write_text("".join(json.dumps(r.as_dict()) + "\n" for r in records(count, start)), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MT_AUDIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


# ── readers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_jsonl_knows_its_fields_and_says_what_it_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = [
        json.dumps(
            {"id": 7, "title": "T", "text": text_of(1), "lang": "en", "truncated": True, "relation": "ORIGINAL"}
        ),
        "{broken",
        json.dumps(["no", "object"]),
        json.dumps({"id": "e", "text": ""}),
        json.dumps({"id": "s", "text": "Too short."}),
        json.dumps({"id": "ar", "text": "قال الرئيس يوم الاثنين إن وقف إطلاق النار سيستمر ثلاثين يوما في البلاد."}),
        json.dumps({"headline": "H", "body": text_of(2), "published": "2025-01-01"}),
    ]
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write("\n".join(lines))
    items = list(read(path))
    kept = [item for item in items if isinstance(item, Record)]
    assert [(r.id, r.truncated, r.title) for r in kept] == [("7", True, "T"), ("a.jsonl.gz:7", False, "H")]
    reasons = [item.why for item in items if isinstance(item, Skipped)]
    assert len(reasons) == 5
    assert any("not JSON" in why for why in reasons)
    assert any("Arabic" in why for why in reasons)


def test_tables(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    rows = [record.as_dict() for record in records(3)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "t.parquet")
    with (tmp_path / "t.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    keys = {record.key for record in records(3)}
    for name in ("t.parquet", "t.csv"):
        assert {item.key for item in read(tmp_path / name) if isinstance(item, Record)} == keys
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 not really")
    assert [type(item) for item in read(tmp_path / "bad.parquet")] == [Skipped]


def test_feeds(tmp_path: Path) -> None:
    (tmp_path / "f.rss").write_text(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title>'
        "<language>en-GB</language><item><title>A &amp;amp; B</title><link>https://paper.example/1</link>"
        f"<pubDate>Thu, 13 Mar 2025 10:00:00 GMT</pubDate><description>&x;short</description>"
        f"<content:encoded>&lt;p&gt;{text_of(1)}&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</content:encoded></item>"
        "<item><title>empty</title></item></channel></rss>",
        encoding="utf-8",
    )
    (tmp_path / "g.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><title>E</title>'
        f'<link href="https://paper.example/2"/><updated>2025-03-14T01:02:03Z</updated><content>{text_of(2)}</content>'
        "</entry></feed>",
        encoding="utf-8",
    )
    rss = list(read(tmp_path / "f.rss"))
    assert isinstance(rss[0], Record)
    assert (rss[0].title, rss[0].date, rss[0].url, rss[0].lang) == (
        "A & B",
        "2025-03-13",
        "https://paper.example/1",
        "en",
    )
    assert rss[0].text.endswith("More.")
    assert "root:" not in rss[0].text
    assert isinstance(rss[1], Skipped)
    (atom,) = read(tmp_path / "g.atom")
    assert isinstance(atom, Record)
    assert (atom.url, atom.date) == ("https://paper.example/2", "2025-03-14")
    (tmp_path / "h.xml").write_text("<sitemap/>", encoding="utf-8")
    assert [type(item) for item in read(tmp_path / "h.xml")] == [Skipped]


def warc_record(url: str, body: bytes, head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n") -> bytes:
    payload = head + b"\r\n" + body
    fields = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-13T00:00:00Z\r\n"
    return fields.encode() + f"Content-Length: {len(payload)}\r\n\r\n".encode() + payload + b"\r\n\r\n"


def test_warc(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p>{text_of(n)} It is a long paragraph with enough words to be an article.</p>" for n in range(6)
    )
    page = (
        f"<html><head><title>Treaty signed</title></head><body><article>{paragraphs}</article></body></html>".encode()
    )
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    chunked_head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n"
    whole = [
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n",
        warc_record("https://a.example/1", page),
        warc_record("https://a.example/2", chunked, chunked_head),
        warc_record("https://a.example/3", page, b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
    ]
    (tmp_path / "w.warc").write_bytes(b"".join(whole))
    (tmp_path / "w2.warc.gz").write_bytes(b"".join(gzip.compress(part) for part in whole))
    for name in ("w.warc", "w2.warc.gz"):
        found = [item for item in read(tmp_path / name) if isinstance(item, Record)]
        assert [record.url for record in found] == ["https://a.example/1", "https://a.example/2"]
        assert "Moscow" in found[0].text


def test_folder_of_pages(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "one.txt").write_text(f"A headline\n\n{text_of(1)}", encoding="utf-8")
    (tmp_path / "README.md").write_text("Describes the folder, and is no article at all.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(text_of(2), encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    items = list(read(tmp_path))
    assert [item.id for item in items if isinstance(item, Record)] == ["one"]
    assert sum(isinstance(item, Skipped) for item in items) == 1


@pytest.mark.parametrize("name", ["missing", "empty", "unknown.bin"])
def test_what_is_no_archive_is_said_in_one_sentence(tmp_path: Path, name: str) -> None:
    if name == "empty":
        (tmp_path / name).mkdir()
    if name == "unknown.bin":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / name)


# ── the index ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_arabic_words_find_english_and_german_articles(kit: Kit) -> None:
    reader = OriginalTerms(kit.lexicon)
    texts = [
        ("Witkoff met Putin in Moscow for talks on a ceasefire.", "en"),
        ("Witkoff sprach in Moskau mit Putin über eine Waffenruhe.", "de"),
        ("The central bank raised interest rates to 5,000 points.", "en"),
    ]
    vectors = np.eye(3, 4, dtype=np.float32)
    index = Index.build(*pack(reader.of(text, language) for text, language in texts), vectors)
    scores = index.lexical(wanted(["ويتكوف", "بوتين", "اطلاق"], kit.lexicon))
    assert min(scores[0], scores[1]) > scores[2]
    scores = index.lexical(wanted(["5000"], kit.lexicon))
    assert scores.argmax() == 2


def test_index_survives_the_disk_and_damage_is_noticed(tmp_path: Path, kit: Kit) -> None:
    index = MemoryArchive(records(30)).index(kit)
    index.save(tmp_path / "i")
    question = wanted(["المعاهده", "12"], kit.lexicon)
    again = Index.load(tmp_path / "i")
    assert np.array_equal(index.lexical(question), again.lexical(question))
    (tmp_path / "i" / "vectors.npy").write_bytes(b"")
    with pytest.raises(ArchiveError):
        Index.load(tmp_path / "i")


def test_empty_index_finds_nothing(kit: Kit) -> None:
    index = MemoryArchive([]).index(kit)
    assert len(index.search(wanted(["بوتين"], kit.lexicon), np.zeros((1, 1), np.float32), 5).rows) == 0


# ── plain archives ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_large_plain_archive_is_kept_in_the_cache_and_noticed_when_it_changes(
    tmp_path: Path, kit: Kit, cache: Path
) -> None:
    source = write_jsonl(tmp_path / "a.jsonl", KEPT_FROM + 5)
    first = PlainArchive(source)
    first.index(kit)
    (kept,) = (cache / "archives").iterdir()
    second = PlainArchive(source)
    assert np.array_equal(second.index(kit).documents, first.index(kit).documents)
    assert second.records([3, 1]) == first.records([3, 1])
    assert second.digest == first.digest
    (kept / "offsets.npy").write_bytes(b"")
    mended = PlainArchive(source)
    assert mended.index(kit).size == KEPT_FROM + 5
    assert mended.records([0])[0].id == "r0"
    write_jsonl(source, KEPT_FROM + 6)
    assert PlainArchive(source).digest != first.digest
    assert PlainArchive(source).index(kit).size == KEPT_FROM + 6
    assert len(list((cache / "archives").iterdir())) == 1


def test_read_only_folder_without_a_cache(tmp_path: Path, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MT_AUDIT_CACHE", "off")
    folder = tmp_path / "ro"
    folder.mkdir()
    write_jsonl(folder / "a.jsonl", KEPT_FROM + 1)
    folder.chmod(0o555)
    try:
        assert open_archive(folder).index(kit).size == KEPT_FROM + 1
        assert [path.name for path in folder.iterdir()] == ["a.jsonl"]
    finally:
        folder.chmod(0o755)


def test_plain_archive_does_not_import_lancedb(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "a.jsonl", 3)
    code = (
        "import sys; from mt_audit.archive import open_archive; from mt_audit.align import full_kit;"
        f"open_archive({str(source)!r}).index(full_kit());"
        "sys.exit('lancedb' in sys.modules or 'pyarrow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ── the store ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def store(tmp_path: Path, kit: Kit) -> Store:
    pytest.importorskip("lancedb")
    return Store.create(str(tmp_path / "store"), kit)


def test_adding_twice_changes_nothing(store: Store, kit: Kit) -> None:
    first = store.add(records(20), kit)
    digest = store.digest
    again = store.add([*records(20), Skipped("x", "no text")], kit)
    assert (first.new, again.new, again.known, len(again.skipped)) == (20, 0, 20, 1)
    assert len(store) == 20
    assert Store.open(store.location).digest == digest
    assert is_store(store.location)


def test_store_gives_back_what_was_put_in_and_finds_it(store: Store, kit: Kit) -> None:
    store.add(records(30), kit)
    opened = open_archive(store.location)
    index = opened.index(kit)
    assert {record.key for record in opened.records(list(range(30)))} == {record.key for record in records(30)}
    best = int(index.lexical(wanted(["17"], kit.lexicon)).argmax())
    assert opened.records([best])[0].id == "r17"
    store.add(records(5, 30), kit)
    assert opened.index(kit).size == 35


def test_compacting_and_encoding_again_keep_the_content(store: Store, kit: Kit) -> None:
    for start in range(0, 12, 3):
        store.add(records(3, start), kit)
    before = Store.open(store.location).digest
    store.compact()
    assert Store.open(store.location).digest == before
    store.compact(kit)
    opened = Store.open(store.location)
    assert opened.digest == before
    assert opened.index(kit).size == 12
    assert opened.about()["languages"] == {"en": 12}


def test_another_encoder_is_refused_with_a_way_out(store: Store, kit: Kit) -> None:
    class Other:
        signature = "encoder:other"

        def encode(self, texts: list[str]) -> np.ndarray:
            return np.ones((len(texts), 4), np.float32)

    other = Kit()
    other.__dict__["encoder"] = Other()
    with pytest.raises(ArchiveError) as caught:
        store.index(other)
    assert "--encode" in caught.value.hint


def _write(location: str, start: int, count: int) -> None:
    from mt_audit.align import full_kit

    kit = full_kit()
    store = Store.create(location, kit)
    for at in range(start, start + count, 10):
        store.add(records(10, at), kit)


def test_two_writers_at_once(tmp_path: Path, kit: Kit) -> None:
    pytest.importorskip("lancedb")
    location = str(tmp_path / "shared")
    # The two overlap: articles 40–59 come from both.
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(location, start, 60)) for start in (0, 40)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    store = Store.open(location)
    assert len(store) == 100
    assert len(store.keys()) == 100
    assert store.index(kit).size == 100


def test_killed_at_a_random_moment_and_run_again_it_is_whole(tmp_path: Path, kit: Kit) -> None:
    pytest.importorskip("lancedb")
    source = write_jsonl(tmp_path / "a.jsonl", 3 * BATCH + 17)
    location = str(tmp_path / "killed")
    code = (
        "from pathlib import Path; from mt_audit.align import full_kit; from mt_audit.archive.store import Store;"
        "from mt_audit.archive.readers import read; kit = full_kit();"
        f"store = Store.create({location!r}, kit); store.add(read(Path({str(source)!r})), kit,"
        " lambda done: print(done.new, flush=True)); store.compact(); store.index(kit)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == str(BATCH)
    time.sleep(0.15)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    half = Store.open(location)
    assert len(half) % BATCH == 0
    assert 0 < len(half) <= 3 * BATCH + 17
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    whole = Store.open(location)
    undisturbed = Store.create(str(tmp_path / "whole"), kit)
    undisturbed.add(read(source), kit)
    assert len(whole) == 3 * BATCH + 17
    assert whole.digest == undisturbed.digest
    assert {r.key for r in whole.records(range(whole.index(kit).size))} == {r.key for r in records(3 * BATCH + 17)}


def test_missing_store_is_said_in_one_sentence(tmp_path: Path) -> None:
    pytest.importorskip("lancedb")
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Store.open(str(tmp_path / "none"))
