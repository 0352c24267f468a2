"""``mt-audit detect``: how likely it is that an article was machine-translated, from the Arabic alone."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from mt_audit.cli import options as o
from mt_audit.cli.speak import answer_in_json, fail
from mt_audit.core import Document, Suspicion
from mt_audit.errors import MtAuditError


class DetectFormat(StrEnum):
    """A line a document for people, or for programs."""

    TEXT = "text"
    JSON = "json"


def detect(
    articles: o.Articles,
    format: Annotated[DetectFormat, typer.Option("--format", "-f", help="text or json (one object a line).")] = (
        DetectFormat.TEXT
    ),
    allow_private: o.AllowPrivate = False,
    verbose: o.Verbose = False,
) -> None:
    """Say of each article how likely it is machine-translated, from which language, and what gives it away."""
    answer_in_json(format is DetectFormat.JSON)
    from mt_audit import ingest
    from mt_audit.align import full_kit
    from mt_audit.detect import detect as suspect
    from mt_audit.fetch import Limits

    kit = full_kit()
    worst = 0
    for source in articles:
        try:
            for article in ingest.read_all(source, Limits(allow_private=allow_private)):
                document = ingest.document(ingest.arabic(article))
                suspicion = suspect(document, kit)
                told = (
                    _json(document, suspicion) if format is DetectFormat.JSON else _text(document, suspicion, verbose)
                )
                sys.stdout.write(told + "\n")
                sys.stdout.flush()
        except MtAuditError as error:
            worst = max(worst, fail(error))
    raise typer.Exit(worst)


def _text(document: Document, suspicion: Suspicion, verbose: bool) -> str:
    language = f" from {suspicion.source_language}" if suspicion.source_language else ""
    lines = [f"{suspicion.probability:.3f}  {suspicion.label}{language}  {document.article.id}"]
    if verbose:
        text = document.article.text
        lines.extend(
            f"    {sign.weight:+.2f}  \u2068{sign.span.of(text)}\u2069  {sign.why}" for sign in suspicion.signs
        )
    return "\n".join(lines)


def _json(document: Document, suspicion: Suspicion) -> str:
    from mt_audit.report.json import suspicion_to_dict

    told = {"id": document.article.id, **suspicion_to_dict(suspicion, document.article.text)}
    return json.dumps(told, ensure_ascii=False)
