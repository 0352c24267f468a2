"""To and from the field's own files: WMT error-span TSV, COMET's JSON, MTME segment scores.

WMT's quality-estimation task 2 has a line for each segment: language pair, method, segment, target, start indices, end
indices, error types, parted by tabs; indices by spaces; ``-1 -1 no-error`` for none. It knows minor and major only, so
critical is written as major. https://wmt-qe-task.github.io/subtasks/task2/
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from mt_audit.core import Finding, Severity, Span
from mt_audit.errors import UsageError


@dataclass(frozen=True, slots=True)
class ScoredSegment:
    """One pair of texts, its score (0…100) and the marked spans of the translation."""

    original: str
    ar: str
    score: float | None
    spans: tuple[tuple[Span, Severity], ...] = ()


def scored(original: str, ar: str, score: float | None, findings: Sequence[Finding]) -> ScoredSegment:
    """A segment from the findings of one pair; typography and the like are marked as well."""
    return ScoredSegment(original, ar, score, tuple((finding.span, finding.severity) for finding in findings))


def to_wmt(segments: Sequence[ScoredSegment], pair: str = "en-ar", method: str = "mt-audit") -> str:
    """Lines of a WMT error-span file, without its three head lines. Line breaks and tabs in a target become spaces."""
    lines = []
    for number, segment in enumerate(segments):
        target = segment.ar.replace("\t", " ").replace("\n", " ").replace("\r", " ")
        spans = sorted(segment.spans)
        starts = " ".join(str(span.start) for span, _ in spans) or "-1"
        ends = " ".join(str(span.end) for span, _ in spans) or "-1"
        kinds = " ".join("minor" if severity is Severity.MINOR else "major" for _, severity in spans) or "no-error"
        lines.append("\t".join((pair, method, str(number), target, starts, ends, kinds)))
    return "".join(f"{line}\n" for line in lines)


def from_wmt(text: str) -> tuple[ScoredSegment, ...]:
    """Segments of a WMT error-span file; head lines of one field are passed over. UsageError names a bad line."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if len(cells) == 1:
            continue
        try:
            _, _, _, target, starts, ends, kinds = cells
            spans: tuple[tuple[Span, Severity], ...] = ()
            if kinds != "no-error":
                triples = zip(starts.split(), ends.split(), kinds.split(), strict=True)
                spans = tuple((Span(int(start), int(end)), Severity(kind)) for start, end, kind in triples)
            if any(span.end > len(target) for span, _ in spans):
                raise ValueError("a span ends beyond the target")
        except ValueError as error:
            raise UsageError(f"Line {number} is no line of a WMT error-span file: {error}.") from error
        found.append(ScoredSegment("", target, None, spans))
    return tuple(found)


def to_comet(segments: Sequence[ScoredSegment], name: str = "mt-audit") -> str:
    """COMET's ``--to_json`` layout: one list of segments under the name of the system, scores 0…1."""
    rows = [
        {
            "src": segment.original,
            "mt": segment.ar,
            "COMET": None if segment.score is None else round(segment.score / 100, 4),
            "errors": [
                {"text": span.of(segment.ar), "severity": severity.value, "start": span.start, "end": span.end}
                for span, severity in segment.spans
            ],
        }
        for segment in segments
    ]
    return json.dumps({name: rows}, ensure_ascii=False, indent=1) + "\n"


def from_comet(text: str) -> dict[str, tuple[ScoredSegment, ...]]:
    """Segments by system of a COMET JSON file. UsageError when it is none."""
    try:
        return {
            name: tuple(
                ScoredSegment(
                    row["src"],
                    row["mt"],
                    None if row.get("COMET") is None else 100 * float(row["COMET"]),
                    tuple((Span(e["start"], e["end"]), Severity(e["severity"])) for e in row.get("errors", [])),
                )
                for row in rows
            )
            for name, rows in json.loads(text).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"This is no COMET JSON file: {error}.") from error


def to_mtme(segments: Sequence[ScoredSegment], system: str) -> str:
    """MTME's ``.seg.score`` lines: system, tab, score; ``None`` where there is no score."""
    return "".join(f"{system}\t{segment.score}\n" for segment in segments)


def from_mtme(text: str) -> dict[str, tuple[float | None, ...]]:
    """Scores by system of a ``.seg.score`` file. UsageError names a bad line."""
    found: dict[str, list[float | None]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split()
        try:
            system, score = cells
            found.setdefault(system, []).append(None if score == "None" else float(score))
        except ValueError as error:
            raise UsageError(f"Line {number} is no line of an MTME score file.") from error
    return {system: tuple(scores) for system, scores in found.items()}
