from __future__ import annotations

import json

import report_fixture as made
from mt_audit.report import render


def log() -> dict:
    return json.loads(render(made.report(), "sarif"))


def test_every_result_points_at_its_rule_and_its_words():
    run = log()["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert len(run["results"]) == 25
    lines = made.article().text.split("\n")
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == region["snippet"]["text"] != ""


def test_fixes_applied_from_the_last_give_the_corrected_article():
    text = made.article().text
    results = log()["runs"][0]["results"]
    for result in sorted(results, key=lambda r: -r["locations"][0]["physicalLocation"]["region"]["charOffset"]):
        [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
        region = replacement["deletedRegion"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
    assert "54 يوما" not in text
    assert "45 يوما" in text
    assert "واتهم مفاوض الحكومة محمد عيسى دوبا المتمردين" in text


def test_what_did_not_run_is_notified():
    [invocation] = log()["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = {note["message"]["text"][:6]: note["level"] for note in invocation["toolExecutionNotifications"]}
    assert levels == {"RDR101": "note", "DAT101": "error"}


def test_fingerprints_tell_findings_apart_and_do_not_move_with_the_text():
    results = log()["runs"][0]["results"]
    prints = [result["partialFingerprints"]["mtAudit/v1"] for result in results]
    assert len(set(prints)) == len(prints)


def test_an_article_without_address_has_a_valid_uri():
    run = json.loads(render(made.bare_report("خبر."), "sarif"))["runs"][0]
    assert run["artifacts"][0]["location"]["uri"] == "bare"
    assert run["results"] == []
