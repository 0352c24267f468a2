"""Finding the original: the right one of several versions, German ones, cut ones, and none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mt_audit import ingest
from mt_audit.archive import open_archive
from mt_audit.archive.memory import MemoryArchive
from mt_audit.archive.record import Record
from mt_audit.core import Article, Candidate, Document, NoOriginal, Original
from mt_audit.engine.kit import Kit
from mt_audit.retrieve import best_of, find_original, given_original

SAMPLES = ("ceasefire", "earthquake", "central-bank", "football-takeover", "wildfire", "court-minister")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MT_AUDIT_CACHE", str(tmp_path / "cache"))


def sample(shared: Path, name: str) -> str:
    return (shared / "samples" / name).read_text("utf-8")


def arabic(text: str) -> Document:
    return ingest.document(Article("question", "ar", "", text))


@pytest.fixture
def originals(shared: Path) -> list[Record]:
    found = []
    for name in SAMPLES:
        title, _, text = sample(shared, f"{name}.en.txt").partition("\n")
        found.append(Record(name, title, text.strip()))
    return found


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("version", ["mt", "human"])
def test_each_sample_is_found_by_either_version(
    shared: Path, originals: list[Record], kit: Kit, name: str, version: str
) -> None:
    found = find_original(arabic(sample(shared, f"{name}.{version}.ar.txt")), MemoryArchive(originals), kit)
    assert isinstance(found, Original)
    assert found.document.article.id == name
    assert found.margin > 0.2
    assert not found.truncated
    assert found.candidates[0].evidence


@pytest.mark.parametrize("name", ["sfax-port-strike", "rose-festival"])
def test_native_arabic_has_no_original(shared: Path, originals: list[Record], kit: Kit, name: str) -> None:
    found = find_original(arabic(sample(shared, f"{name}.native.ar.txt")), MemoryArchive(originals), kit)
    assert isinstance(found, NoOriginal)
    assert "score" in found.reason
    assert found.candidates


@pytest.mark.parametrize("name", SAMPLES)
def test_without_its_original_nothing_is_taken_for_it(
    shared: Path, originals: list[Record], kit: Kit, name: str
) -> None:
    others = [record for record in originals if record.id != name]
    assert isinstance(
        find_original(arabic(sample(shared, f"{name}.mt.ar.txt")), MemoryArchive(others), kit), NoOriginal
    )
    everything = MemoryArchive(originals)
    document = arabic(sample(shared, f"{name}.mt.ar.txt"))
    assert isinstance(find_original(document, everything, kit, frozenset([name])), NoOriginal)


def test_an_edited_version_stands_behind_the_original(shared: Path, originals: list[Record], kit: Kit) -> None:
    lines = originals[0].text.split("\n\n")
    edited = Record(
        "edited", originals[0].title, "\n\n".join([*lines[::2], "The article was cut and other news added."])
    )
    found = find_original(arabic(sample(shared, "ceasefire.mt.ar.txt")), MemoryArchive([edited, *originals]), kit)
    assert isinstance(found, Original)
    assert [candidate.id for candidate in found.candidates[:2]] == ["ceasefire", "edited"]


def test_a_cut_original_is_found_and_said_to_be_cut(shared: Path, originals: list[Record], kit: Kit) -> None:
    document = arabic(sample(shared, "ceasefire.human.ar.txt"))
    first = originals[0]
    marked = Record("marked", first.title, first.text[: len(first.text) // 2], truncated=True)
    found = find_original(document, MemoryArchive([marked, *originals[1:]]), kit)
    assert isinstance(found, Original)
    assert found.truncated
    words = " ".join(first.text.split("\n\n")[:4]).split()
    within = Record("within", first.title, " ".join(words[:-6]))
    found = find_original(document, MemoryArchive([within, *originals[1:]]), kit)
    assert isinstance(found, Original)
    assert found.truncated
    assert "within a sentence" in found.reason


def test_arabic_that_goes_on_after_the_original_shows_that_it_is_cut(
    shared: Path, originals: list[Record], kit: Kit
) -> None:
    text = "\n\n".join(originals[0].text.split("\n\n")[:4])
    given = ingest.document(Article("given", "en", "", text))
    found = given_original(arabic(sample(shared, "ceasefire.human.ar.txt")), given, kit)
    assert found.given
    assert found.truncated
    whole = ingest.document(Article("given", "en", "", originals[0].text))
    assert not given_original(arabic(sample(shared, "ceasefire.human.ar.txt")), whole, kit).truncated


def test_empty_texts_and_archives_give_a_reason(kit: Kit) -> None:
    empty = find_original(arabic("قال الرئيس نعم."), MemoryArchive([]), kit)
    assert isinstance(empty, NoOriginal)
    assert "empty" in empty.reason
    nothing = find_original(arabic("…"), MemoryArchive([]), kit)
    assert isinstance(nothing, NoOriginal)


def test_the_best_of_several_searches() -> None:
    document = arabic("نعم.")
    low = Original(document, 0.4, 0.1, (Candidate("a", "A", 0.4),))
    high = Original(document, 0.9, 0.5, (Candidate("b", "B", 0.9), Candidate("a", "A", 0.2)))
    none = NoOriginal("nothing", 0.1, (Candidate("c", "C", 0.1),))
    best = best_of([low, none, high])
    assert isinstance(best, Original)
    assert best.score == 0.9
    assert [candidate.id for candidate in best.candidates] == ["b", "a", "c"]
    assert isinstance(best_of([none]), NoOriginal)
    assert isinstance(best_of([]), NoOriginal)


@pytest.mark.parametrize("seed", ["000", "001", "003", "004"])
def test_the_seeds_find_their_originals(shared: Path, kit: Kit, seed: str) -> None:
    source = shared / "reference" / "events_2025.jsonl"
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines() if line.strip()]
    wanted = {
        row["id"] for row in rows if row["seed"] == seed and row["relation"].startswith(("ORIGINAL", "close PARA"))
    }
    exact = {row["id"] for row in rows if row["seed"] == seed and row["relation"].startswith("ORIGINAL")}
    document = ingest.document(ingest.read(shared / "seeds" / f"{seed}.txt"))
    found = find_original(document, open_archive(source), kit)
    assert isinstance(found, Original)
    assert found.document.article.id in (exact or wanted)
    assert found.document.article.language == ("de" if seed == "004" else "en")


def test_the_human_seed_finds_none(shared: Path, kit: Kit) -> None:
    document = ingest.document(ingest.read(shared / "seeds" / "002.txt"))
    found = find_original(document, open_archive(shared / "reference" / "events_2025.jsonl"), kit)
    assert isinstance(found, NoOriginal)
