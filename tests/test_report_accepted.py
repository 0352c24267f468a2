"""What a desk accepts leaves the count and the verdict, and never the report."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

import report_fixture as made
from mt_audit.core import Report
from mt_audit.report import FORMATS, Style, render
from mt_audit.report.json import schema

REASON = "house style since 2025 (خاص)"


def accepting() -> Report:
    report = made.report()
    return replace(report, findings=report.findings[1:], accepted=((report.findings[0], REASON),))


def test_json_lists_the_finding_and_the_reason():
    told = json.loads(render(accepting(), "json"))
    jsonschema.validate(told, schema())
    [accepted] = told["result"]["accepted"]
    assert (accepted["start"], accepted["end"], accepted["reason"]) == (0, 34, REASON)
    assert len(told["result"]["findings"]) == 24


def test_every_other_format_says_so():
    for format in FORMATS:
        assert "accepted" in render(accepting(), format).lower() or format == "sarif"
    assert "house style since 2025" in render(accepting(), "text", Style(verbosity=1))
    assert "1 finding accepted" in render(accepting(), "text", Style(width=110))
    assert "house style since 2025" in render(accepting(), "html")


def test_sarif_suppresses_the_result():
    results = json.loads(render(accepting(), "sarif"))["runs"][0]["results"]
    suppressed = [result for result in results if "suppressions" in result]
    assert len(results) == 25
    assert [result["suppressions"][0]["justification"] for result in suppressed] == [REASON]
