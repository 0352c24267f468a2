"""``mt-audit score``: the numbers alone, for one pair of texts or for a table of them."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.cli import options as o
from mt_audit.errors import UsageError


class ScoreFormat(StrEnum):
    """How scores are told; the last three are for tables only."""

    TEXT = "text"
    JSON = "json"
    WMT = "wmt"
    COMET = "comet"
    MTME = "mtme"


def score(
    ar: Annotated[str, typer.Argument(help="The Arabic: a file, or a TSV of original and Arabic, a pair a line.")],
    original: o.Given = None,
    reference: o.Reference = None,
    format: Annotated[
        ScoreFormat, typer.Option("--format", "-f", help="text or json; for a TSV also wmt (error spans), comet, mtme.")
    ] = ScoreFormat.TEXT,
    encoder: o.EncoderName = None,
    allow_private: o.AllowPrivate = False,
) -> None:
    """Score an Arabic text against its original, or every pair of a TSV."""
    if ar.endswith((".tsv", ".tsv.gz")):
        _table(Path(ar), format, encoder)
    elif format not in (ScoreFormat.TEXT, ScoreFormat.JSON):
        raise UsageError(f"--format {format.value} is for a TSV of pairs.", "Use text or json.")
    else:
        _article(ar, original, reference, format, encoder, allow_private)


def _article(
    ar: str, original: str | None, reference: str | None, format: ScoreFormat, encoder: str | None, private: bool
) -> None:
    from mt_audit import ingest
    from mt_audit.fetch import Limits
    from mt_audit.pipeline import Auditor, Settings
    from mt_audit.report.json import to_dict

    limits = Limits(allow_private=private)
    report = Auditor(Settings(encoder=encoder)).audit(
        ingest.read(ar, limits),
        ingest.read(original, limits) if original else None,
        ingest.read(reference, limits).text if reference else None,
    )
    told = to_dict(report)
    if format is ScoreFormat.JSON:
        sys.stdout.write(json.dumps({"scores": told["scores"], "verdict": told["verdict"]}, ensure_ascii=False) + "\n")
        return
    for one in report.scores:
        value = f"{one.value:>9.4g}" if one.value is not None else "        –"
        sys.stdout.write(f"{one.name:<20}{value}  {one.signature or one.reason}\n")
    sys.stdout.write(f"{'verdict':<20}{report.verdict.score:>9.4g}  {report.verdict.grade}\n")


def _table(path: Path, format: ScoreFormat, encoder: str | None) -> None:
    from mt_audit.align import full_kit
    from mt_audit.evaluate.base import rows
    from mt_audit.pipeline import checked_pair
    from mt_audit.score.exchange import scored, to_comet, to_mtme, to_wmt
    from mt_audit.score.mqm import segment_score
    from mt_audit.score.quality import estimates

    kit = full_kit(encoder)
    segments = []
    for number, (original, ar, *_) in enumerate(rows(path, 2)):
        views, findings = checked_pair(ar, original, kit)
        segment = scored(original, ar, segment_score(ar, findings), findings)
        each = estimates(views.by_pair, findings, kit)
        told = each[0] if each else None
        if format is ScoreFormat.JSON:
            spans = [[span.start, span.end, severity.value] for span, severity in segment.spans]
            quality = {"quality": told.value, "low": told.low, "high": told.high} if told else {"quality": None}
            sys.stdout.write(json.dumps({"line": number, "mqm": segment.score, **quality, "spans": spans}) + "\n")
        elif format is ScoreFormat.TEXT:
            estimate = f"{told.value:6.2f}" if told else "     –"
            sys.stdout.write(f"{segment.score:6.2f}\t{estimate}\t{len(segment.spans)}\t{ar}\n")
        segments.append(segment)
    if format is ScoreFormat.WMT:
        sys.stdout.write(to_wmt(segments))
    elif format is ScoreFormat.COMET:
        sys.stdout.write(to_comet(segments))
    elif format is ScoreFormat.MTME:
        sys.stdout.write(to_mtme(segments, path.name.split(".")[0]))
