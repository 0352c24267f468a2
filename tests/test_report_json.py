from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

import report_fixture as made
from mt_audit.core import Category, Score, Severity
from mt_audit.errors import IngestError, MissingExtraError
from mt_audit.report import FORMATS, render
from mt_audit.report.json import render_json, render_json_error, schema, to_dict


@pytest.fixture(scope="module")
def validator() -> Any:
    kind = jsonschema.validators.validator_for(schema())
    kind.check_schema(schema())
    return kind(schema())


def test_every_report_obeys_the_schema(validator: Any):
    for report in (made.report(), made.bare_report("خبر.\n\nجملة واحدة.")):
        validator.validate(json.loads(render(report, "json")))


def test_errors_obey_the_schema_and_exclude_a_result(validator: Any):
    error = json.loads(render_json_error(MissingExtraError("Reading DOCX", "docx")))
    validator.validate(error)
    assert error["error"]["kind"] == "missing-extra"
    both = {**error, **json.loads(render_json(made.report()))}
    assert not validator.is_valid(both)
    assert not validator.is_valid({"schema": 1})


def test_the_schema_refuses_what_the_contract_forbids(validator: Any):
    for path, wrong in (
        (("verdict", "grade"), "fine"),
        (("findings", 0, "category"), "mistranslation.other"),
        (("findings", 0, "confidence"), 1.2),
        (("article", "sha256"), "abc"),
        (("checks", 0, "status"), "unknown"),
    ):
        document = json.loads(render_json(made.report()))
        place = document["result"]
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = wrong
        assert not validator.is_valid(document), path


def test_the_schema_knows_every_category_and_severity():
    finding = schema()["$defs"]["finding"]["properties"]
    assert set(finding["category"]["enum"]) == {category.value for category in Category}
    assert set(finding["severity"]["enum"]) == {severity.value for severity in Severity}


def test_offsets_quote_the_text():
    report = made.report()
    result = to_dict(report)
    text = report.article.text
    original = made.original_document().article.text
    for piece in (*result["findings"], *result["article"]["chrome"], *result["suspicion"]["signs"]):
        assert text[piece["start"] : piece["end"]] == piece["quote"] != ""
    sources = [finding["original"] for finding in result["findings"] if finding["original"]]
    assert len(sources) > 20
    for source in sources:
        assert original[source["start"] : source["end"]] == source["quote"]
    for pair in result["pairs"]:
        assert pair["ar"] or pair["original"]


def test_one_object_on_one_line_for_batches():
    line = render_json(made.report(), indent=None)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert json.loads(line) == json.loads(render_json(made.report()))


def test_arabic_is_written_as_it_is_and_bytes_repeat():
    assert "وقف لإطلاق النار" in render_json(made.report()) or "إضراب طائرة" in render_json(made.report())
    assert render_json(made.report()).encode() == render_json(made.report()).encode()


def test_a_missing_score_says_why_and_nothing_is_not_a_number():
    report = made.bare_report("خبر.", scores=(Score("a", math.nan, "s"), Score("b", None, "", reason="no model")))
    first, second = to_dict(report)["scores"]
    assert first["value"] is None
    assert (second["value"], second["reason"]) == (None, "no model")
    json.loads(render_json(report), parse_constant=pytest.fail)


def test_lone_surrogates_survive_as_escapes():
    report = made.bare_report("خبر \ud83d مقطوع.")
    printed = render_json(report)
    printed.encode("utf-8")
    assert json.loads(printed)["result"]["article"]["title"] == report.article.title


def test_no_original_still_lists_the_candidates():
    found = made.report()
    none = replace(made.bare_report("خبر.").original, candidates=found.original.candidates, best_score=0.31)
    original = to_dict(made.bare_report("خبر.", original=none))["original"]
    assert (original["status"], original["id"], original["score"]) == ("none", None, 0.31)
    assert [candidate["id"] for candidate in original["candidates"]] == ["chad-truce", "chad-rains", "doha-talks"]


def test_formats_are_named_in_the_refusal():
    with pytest.raises(Exception, match="no report format 'pdf'") as refused:
        render(made.report(), "pdf")
    assert all(name in refused.value.hint for name in FORMATS)


def test_ingest_error_keeps_its_hint():
    error = json.loads(render_json_error(IngestError("The file is empty.", "Give an article.")))["error"]
    assert error == {"kind": "ingest", "message": "The file is empty.", "hint": "Give an article."}
