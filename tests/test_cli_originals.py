"""The commands find, align and archive, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from mt_audit.cli.align import align
from mt_audit.cli.archive import app as archive_app
from mt_audit.cli.find import find
from mt_audit.errors import ArchiveError, UsageError

app = typer.Typer()
app.command("find")(find)
app.command("align")(align)
app.add_typer(archive_app, name="archive")
runner = CliRunner()

EN = (
    "Minister visits the port\n\nThe minister of transport visited the port of Sfax on Tuesday and met 40 workers.\n\n"
    "He promised that wages would rise by 7 percent before the end of the year.\n\nThe union said it would wait."
)
AR = (
    "الوزير يزور الميناء\n\nزار وزير النقل ميناء صفاقس يوم الثلاثاء والتقى 40 عاملا.\n\n"
    "ووعد بأن ترتفع الأجور بنسبة 7 في المئة قبل نهاية العام.\n\nوقالت النقابة إنها ستنتظر."
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MT_AUDIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("MT_AUDIT_ARCHIVE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "port.txt").write_text(EN, encoding="utf-8")
    frogs = "Frogs\n\nA new species of frog was found in the rain forest of Brazil, scientists said on Monday."
    (tmp_path / "originals" / "frogs.txt").write_text(frogs, encoding="utf-8")
    (tmp_path / "ar.txt").write_text(AR, encoding="utf-8")
    return tmp_path


def test_find(place: Path) -> None:
    shown = runner.invoke(app, ["find", "ar.txt", "--archive", "originals"])
    assert shown.exit_code == 0
    assert "Minister visits the port" in shown.output
    content = json.loads(runner.invoke(app, ["find", "ar.txt", "--archive", "originals", "--json"]).stdout)
    assert content["found"]
    assert content["id"] == "port"
    assert [candidate["id"] for candidate in content["candidates"]] == ["port", "frogs"]


def test_find_searches_reference_by_default_and_says_when_there_is_none(place: Path) -> None:
    assert isinstance(runner.invoke(app, ["find", "ar.txt"]).exception, UsageError)
    (place / "reference").mkdir()
    (place / "originals" / "frogs.txt").rename(place / "reference" / "frogs.txt")
    result = runner.invoke(app, ["find", "ar.txt", "--json"])
    assert result.exit_code == 1
    assert not json.loads(result.stdout)["found"]


@pytest.mark.parametrize("kind", ["tsv", "json", "tmx"])
def test_align_prints_and_writes_the_same(place: Path, kind: str) -> None:
    printed = runner.invoke(app, ["align", "ar.txt", "originals/port.txt", "-f", kind])
    assert printed.exit_code == 0
    written = runner.invoke(app, ["align", "ar.txt", "originals/port.txt", "-f", kind, "-o", f"out.{kind}"])
    assert written.exit_code == 0
    text = (place / f"out.{kind}").read_text(encoding="utf-8")
    assert text == printed.stdout
    assert "زار وزير النقل ميناء صفاقس يوم الثلاثاء والتقى 40 عاملا." in text
    assert "The union said it would wait." in text


def test_archive_from_beginning_to_end(place: Path) -> None:
    pytest.importorskip("lancedb")
    (place / "more.jsonl").write_text('{"text": ""}\n', encoding="utf-8")
    built = json.loads(runner.invoke(app, ["archive", "build", "store", "originals", "--json"]).stdout)
    assert (built["new"], built["known"], built["size"]) == (2, 0, 2)
    added = json.loads(runner.invoke(app, ["archive", "add", "store", "originals", "more.jsonl", "--json"]).stdout)
    assert (added["new"], added["known"]) == (0, 2)
    assert added["skipped"] == [{"where": "more.jsonl:1", "why": "no text"}]
    assert "skipped 1: no text" in runner.invoke(app, ["archive", "add", "store", "more.jsonl"]).stdout
    about = json.loads(runner.invoke(app, ["archive", "info", "store", "--json"]).stdout)
    assert about["articles"] == 2
    assert about["languages"] == {"en": 2}
    assert "2" in runner.invoke(app, ["archive", "info", "store"]).stdout
    hits = json.loads(runner.invoke(app, ["archive", "search", "store", "ميناء صفاقس", "--json"]).stdout)
    assert hits[0]["id"] == "port"
    assert "Frogs" in runner.invoke(app, ["archive", "search", "originals", "species of frogs"]).stdout.splitlines()[0]
    assert runner.invoke(app, ["archive", "compact", "store"]).exit_code == 0
    assert json.loads(runner.invoke(app, ["find", "ar.txt", "--archive", "store", "--json"]).stdout)["id"] == "port"


def test_faults_are_said_in_one_sentence(place: Path) -> None:
    pytest.importorskip("lancedb")
    assert isinstance(runner.invoke(app, ["archive", "build", "store", "missing"]).exception, UsageError)
    assert isinstance(runner.invoke(app, ["archive", "add", "nowhere", "originals"]).exception, ArchiveError)
    assert isinstance(runner.invoke(app, ["archive", "compact", "originals"]).exception, ArchiveError)
    assert isinstance(runner.invoke(app, ["archive", "search", "originals", "…"]).exception, UsageError)
