"""The report as SARIF 2.1.0, for tools that show findings beside a file (code scanning, editors).

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Columns and offsets are Unicode code points, and the run says so.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from typing import Any
from urllib.parse import quote

from mt_audit.core import Article, Finding, Original, Report, Severity, Span
from mt_audit.report.wording import CATEGORY, LABEL

_LEVEL = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Json = dict[str, Any]


def render_sarif(report: Report) -> str:
    """The report as one SARIF log with one run, ending with a newline."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode("utf-8") + "\n"


def _run(report: Report) -> Json:
    suppressed = [finding for finding, _ in report.accepted]
    rules = list({finding.check: finding for finding in (*report.findings, *suppressed)}.values())
    numbers = {finding.check: number for number, finding in enumerate(rules)}
    source = _Source(report.article)
    original = _Source(report.original.document.article) if isinstance(report.original, Original) else None
    return {
        "tool": {
            "driver": {
                "name": "mt-audit",
                "semanticVersion": report.provenance.get("version", "0"),
                "rules": [_rule(finding) for finding in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": source.uri}, "hashes": {"sha-256": report.article.sha256}, "roles": ["analysisTarget"]}
        ],
        "invocations": [
            {
                "executionSuccessful": not any(run.status == "failed" for run in report.runs),
                "toolExecutionNotifications": [
                    {
                        "level": "error" if run.status == "failed" else "note",
                        "message": {"text": f"{run.check} {run.status}: {run.reason}"},
                    }
                    for run in report.runs
                    if run.status != "ran"
                ],
            }
        ],
        "results": [
            *(_result(finding, numbers[finding.check], source, original) for finding in report.findings),
            *(
                {
                    **_result(finding, numbers[finding.check], source, original),
                    "suppressions": [{"kind": "external", "justification": reason}],
                }
                for finding, reason in report.accepted
            ),
        ],
        "properties": {
            "grade": report.verdict.grade,
            "score": round(report.verdict.score, 1),
            "reasons": list(report.verdict.reasons),
            "readsAs": LABEL[report.suspicion.label],
            "machineProbability": round(report.suspicion.probability, 4),
        },
    }


def _rule(finding: Finding) -> Json:
    return {
        "id": finding.check,
        "name": finding.name,
        "shortDescription": {"text": f"{finding.name}: {CATEGORY[finding.category]}"},
        "properties": {"category": finding.category.value, "mqm": finding.mqm},
    }


def _result(finding: Finding, rule: int, source: _Source, original: _Source | None) -> Json:
    digest = hashlib.sha256(f"{finding.check}\0{finding.quote}\0{finding.message}".encode("utf-8", "replace"))
    result: Json = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "rank": round(100 * finding.confidence, 1),
        "message": {"text": finding.message},
        "locations": [source.location(finding.span)],
        "partialFingerprints": {"mtAudit/v1": digest.hexdigest()[:32]},
        "properties": {"severity": finding.severity.value, "source": finding.source},
    }
    if original is not None and finding.original_span is not None:
        related = original.location(finding.original_span)
        result["relatedLocations"] = [{"id": 1, **related, "message": {"text": "The original says this."}}]
    if finding.suggestion is not None:
        replacement = {"deletedRegion": source.region(finding.span), "insertedContent": {"text": finding.suggestion}}
        change = {"artifactLocation": {"uri": source.uri}, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": "Suggested wording"}, "artifactChanges": [change]}]
    return result


class _Source:
    """A text, where it lies, and where its lines begin."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.uri = article.url or quote(article.id, safe="/:@-._~!$&'()*+,;=")
        self.starts = [0, *(at + 1 for at, character in enumerate(article.text) if character == "\n")]

    def location(self, span: Span) -> Json:
        """A SARIF location: the file, the region, and the words there."""
        region = {**self.region(span), "snippet": {"text": span.of(self.text)}}
        return {"physicalLocation": {"artifactLocation": {"uri": self.uri}, "region": region}}

    def region(self, span: Span) -> Json:
        """Line and column (from 1) and character offset (from 0) of ``span``."""
        first, last = (bisect_right(self.starts, offset) for offset in (span.start, span.end))
        return {
            "startLine": first,
            "startColumn": span.start - self.starts[first - 1] + 1,
            "endLine": last,
            "endColumn": span.end - self.starts[last - 1] + 1,
            "charOffset": span.start,
            "charLength": len(span),
        }
