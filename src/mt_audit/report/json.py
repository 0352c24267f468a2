"""The report as JSON, version 1: the contract that other programs read.

One object: ``{"schema": 1, "result": {…}}`` or ``{"schema": 1, "error": {…}}``. Fields may be added within
version 1; none is renamed or dropped. The schema is ``schema/report-v1.schema.json``. Keys keep the order
written here and floats are rounded, so the same report gives the same bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from mt_audit.core import Candidate, Finding, NoOriginal, Original, Pair, Report, Sentence, Span, Suspicion
from mt_audit.errors import MtAuditError
from mt_audit.text.words import words

SCHEMA = 1
_FIRST = ("version", "settings", "encoder", "archive", "assets")

Json = dict[str, Any]


def render_json(report: Report, *, indent: int | None = 2) -> str:
    """The report as one JSON object; ``indent=None`` puts it on one line. Ends with a newline."""
    return _dump({"schema": SCHEMA, "result": to_dict(report)}, indent)


def render_json_error(error: MtAuditError, *, indent: int | None = 2) -> str:
    """A failure as one JSON object, in place of a report. Ends with a newline."""
    return _dump({"schema": SCHEMA, "error": error_to_dict(error)}, indent)


def schema() -> Json:
    """The JSON schema (draft 2020-12) that every object printed here obeys."""
    source = files(__package__).joinpath("schema", "report-v1.schema.json").read_text("utf-8")
    loaded: Json = json.loads(source)
    return loaded


def error_to_dict(error: MtAuditError) -> Json:
    """``kind``, ``message`` and ``hint`` of a failure."""
    return {"kind": error.kind, "message": str(error), "hint": error.hint}


def to_dict(report: Report) -> Json:
    """The ``result`` object, as plain dicts, lists, strings and numbers."""
    return {
        "article": _article(report),
        "suspicion": suspicion_to_dict(report.suspicion, report.article.text),
        "original": _original(report.original),
        "pairs": [_pair(pair, report) for pair in report.pairs],
        "findings": [finding_to_dict(finding) for finding in report.findings],
        "checks": [{"id": run.check, "status": run.status, "reason": run.reason} for run in report.runs],
        "scores": [
            {
                "name": score.name,
                "value": _rounded(score.value),
                "low": _rounded(score.low),
                "high": _rounded(score.high),
                "signature": score.signature,
                "reason": score.reason,
            }
            for score in report.scores
        ],
        "verdict": {
            "grade": report.verdict.grade,
            "score": round(report.verdict.score, 1),
            "reasons": list(report.verdict.reasons),
        },
        "accepted": [{**finding_to_dict(finding), "reason": reason} for finding, reason in report.accepted],
        "provenance": _provenance(report.provenance),
    }


def finding_to_dict(finding: Finding) -> Json:
    """One finding. ``original`` is null where nothing in the original answers to the span."""
    original: Json | None = None
    if finding.original_span is not None:
        original = {**_offsets(finding.original_span), "quote": finding.original_quote or ""}
    return {
        "check": finding.check,
        "name": finding.name,
        "category": finding.category.value,
        "mqm": finding.mqm,
        "severity": finding.severity.value,
        "confidence": _rounded(finding.confidence),
        **_offsets(finding.span),
        "quote": finding.quote,
        "original": original,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "source": finding.source,
    }


def _dump(document: Json, indent: int | None) -> str:
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    # A lone surrogate cannot be written as UTF-8; escaped, it is still valid JSON and reads back the same.
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text) + "\n"


def _rounded(value: float | None) -> float | None:
    """Four decimals; JSON has no word for infinity or not-a-number, so they become null."""
    return None if value is None or not math.isfinite(value) else round(float(value), 4)


def _offsets(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _quoted(span: Span, text: str) -> Json:
    return {**_offsets(span), "quote": span.of(text)}


def _article(report: Report) -> Json:
    article = report.article
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "published": article.published,
        "sha256": article.sha256,
        "characters": len(article.text),
        "words": len(words(article.text)),
        "sentences": len(report.document.sentences),
        "chrome": [{**_quoted(chrome.span, article.text), "why": chrome.why} for chrome in report.document.chrome],
    }


def suspicion_to_dict(suspicion: Suspicion, text: str) -> Json:
    """The ``suspicion`` object; ``text`` is the article its spans point into."""
    return {
        "probability": _rounded(suspicion.probability),
        "label": suspicion.label,
        "source_language": suspicion.source_language,
        "passages": [
            {**_offsets(passage.span), "probability": _rounded(passage.probability)} for passage in suspicion.passages
        ],
        "signs": [
            {**_quoted(sign.span, text), "why": sign.why, "kind": sign.kind, "weight": _rounded(sign.weight)}
            for sign in suspicion.signs
        ],
    }


def _original(original: Original | NoOriginal) -> Json:
    candidates = [_candidate(candidate) for candidate in original.candidates[:5]]
    match original:
        case Original():
            found = original.document.article
            return {
                "status": "found",
                "id": found.id,
                "title": found.title,
                "url": found.url,
                "language": found.language,
                "score": _rounded(original.score),
                "margin": _rounded(original.margin),
                "reason": original.reason,
                "given": original.given,
                "truncated": original.truncated,
                "candidates": candidates,
            }
        case NoOriginal():
            return {
                "status": "none",
                "id": None,
                "title": None,
                "url": None,
                "language": None,
                "score": _rounded(original.best_score),
                "margin": None,
                "reason": original.reason,
                "given": False,
                "truncated": False,
                "candidates": candidates,
            }


def _candidate(candidate: Candidate) -> Json:
    return {
        "id": candidate.id,
        "title": candidate.title,
        "score": _rounded(candidate.score),
        "url": candidate.url,
        "language": candidate.language,
        "evidence": list(candidate.evidence),
    }


def _pair(pair: Pair, report: Report) -> Json:
    sentences = report.original.document.sentences if isinstance(report.original, Original) else ()
    return {
        "ar": _sides(pair.ar, report.document.sentences),
        "original": _sides(pair.original, sentences),
        "score": _rounded(pair.score),
    }


def _sides(indices: tuple[int, ...], sentences: tuple[Sentence, ...]) -> list[Json]:
    return [_offsets(sentences[index].span) for index in indices]


def _provenance(provenance: Mapping[str, str]) -> Json:
    known = {key: provenance[key] for key in _FIRST if key in provenance}
    return known | {key: provenance[key] for key in sorted(provenance) if key not in known}
