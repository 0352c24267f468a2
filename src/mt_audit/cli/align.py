"""``mt-audit align``: an Arabic article and its original, sentence beside sentence."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.cli.speak import answer_in_json
from mt_audit.cli.writing import write_whole


class PairFormat(StrEnum):
    """How aligned sentences are written."""

    TSV = "tsv"
    JSON = "json"
    TMX = "tmx"


def align(
    ar: Annotated[str, typer.Argument(help="The Arabic article: a file, an address, or - for standard input.")],
    original: Annotated[str, typer.Argument(help="The original: a file or an address.")],
    format: Annotated[PairFormat, typer.Option("--format", "-f", help="TSV, JSON or TMX 1.4b.")] = PairFormat.TSV,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    encoder: Annotated[
        str | None, typer.Option(help="A sentence-transformers model or folder.", envvar="MT_AUDIT_ENCODER")
    ] = None,
    allow_private: Annotated[bool, typer.Option(help="Fetch from private and loopback addresses too.")] = False,
) -> None:
    """Align the sentences of an Arabic article with those of its original."""
    answer_in_json(format is PairFormat.JSON)
    from mt_audit import ingest
    from mt_audit.align import export, full_kit, sentences
    from mt_audit.fetch import Limits

    limits = Limits(allow_private=allow_private)
    kit = full_kit(encoder)
    left = ingest.document(ingest.arabic(ingest.read(ar, limits)))
    right = ingest.document(ingest.read(original, limits))
    pairs = sentences.align(left, right, kit)
    if format is PairFormat.TSV:
        text = export.tsv(pairs, left, right)
    elif format is PairFormat.TMX:
        text = export.tmx(pairs, left, right)
    else:
        text = export.as_json(pairs, left, right, encoder=kit.encoder.signature)
    if output is None:
        sys.stdout.write(text)
    else:
        write_whole(output, text)
