"""The five real articles, and our samples, through the whole audit."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from mt_audit.core import NoOriginal, Original, Severity
from mt_audit.ingest import read
from mt_audit.pipeline import Auditor, Settings
from mt_audit.report.json import schema, to_dict

SAMPLES = ("ceasefire", "central-bank", "court-minister", "earthquake", "football-takeover", "wildfire")
SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def by_seed(shared, kit):
    """Reports of the five seeds, audited with the archive of real reports."""
    auditor = Auditor(Settings(archive=str(shared / "reference" / "events_2025.jsonl"), strict=True), kit)
    return {name: auditor.audit(read(shared / "seeds" / f"{name}.txt")) for name in ("000", "001", "002", "003", "004")}


@pytest.fixture(scope="module")
def auditor(kit) -> Auditor:
    return Auditor(Settings(archive=str(SEEDS.parent / "reference"), strict=True), kit)


def harmful(report) -> list[str]:
    return [f"{f.check} {f.quote}" for f in report.findings if f.severity.at_least(Severity.MAJOR)]


def check_contract(report) -> None:
    result = to_dict(report)
    jsonschema.validate(json.loads(json.dumps({"schema": 1, "result": result})), schema())
    text = report.article.text
    for quoted in (*result["findings"], *result["suspicion"]["signs"], *result["article"]["chrome"]):
        assert text[quoted["start"] : quoted["end"]] == quoted["quote"]
    if isinstance(report.original, Original):
        source = report.original.document.article.text
        for finding in result["findings"]:
            if finding["original"]:
                placed = finding["original"]
                assert source[placed["start"] : placed["end"]] == placed["quote"]


def test_the_originals_are_found_at_rank_1(by_seed, shared):
    rows = [json.loads(line) for line in (shared / "reference" / "events_2025.jsonl").read_text("utf-8").splitlines()]
    relation = {row["id"]: (row["seed"], row["relation"], row["lang"]) for row in rows}
    for seed, marks, language in (
        ("000", "ORIGINAL", "en"),
        ("001", "PARAPHRASE", "en"),
        ("003", "ORIGINAL", "en"),
        ("004", "ORIGINAL", "de"),
    ):
        found = by_seed[seed].original
        assert isinstance(found, Original), f"{seed}: {found.reason}"
        of, how, written_in = relation[found.document.article.id]
        assert (of, written_in) == (seed, language)
        assert marks in how


def test_the_human_article_passes(by_seed):
    assert harmful(by_seed["002"]) == []
    assert isinstance(by_seed["002"].original, NoOriginal)
    assert by_seed["002"].verdict.grade == "publish"


def test_the_machine_made_articles_do_not(by_seed):
    for seed in ("000", "001", "003", "004"):
        assert by_seed[seed].verdict.grade in ("correct", "reject"), seed
        assert harmful(by_seed[seed])


def test_every_report_keeps_the_contract(by_seed):
    for report in by_seed.values():
        check_contract(report)


@pytest.mark.parametrize("slug", SAMPLES)
def test_samples_are_found_and_flagged_and_their_human_versions_pass(slug, auditor):
    report = auditor.audit(read(SEEDS / f"{slug}.txt"))
    assert isinstance(report.original, Original)
    assert slug in report.original.document.article.id
    assert report.verdict.grade == "reject"
    check_contract(report)
    human = auditor.audit(read(SEEDS / f"{slug}.human.txt"))
    assert isinstance(human.original, Original)
    assert harmful(human) == []
    assert human.verdict.grade == "publish"
    check_contract(human)


@pytest.mark.parametrize("name", ["rose-festival", "sfax-port-strike"])
def test_native_articles_have_no_original_and_pass(name, auditor):
    report = auditor.audit(read(SEEDS / f"{name}.native.txt"))
    assert isinstance(report.original, NoOriginal)
    assert harmful(report) == []
    check_contract(report)


def test_the_same_input_gives_the_same_bytes(auditor):
    article = read(SEEDS / "ceasefire.txt")
    assert json.dumps(to_dict(auditor.audit(article))) == json.dumps(to_dict(auditor.audit(article)))
