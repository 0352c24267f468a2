"""``mt-audit find``: the original of an Arabic article, or an honest "none found"."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mt_audit.cli.speak import answer_in_json
from mt_audit.core import Candidate, NoOriginal, Original
from mt_audit.errors import UsageError

if TYPE_CHECKING:
    from mt_audit.core import Document
    from mt_audit.engine.kit import Kit

DEFAULT_ARCHIVE = "reference"
NOT_FOUND = 1


def find(
    article: Annotated[str, typer.Argument(help="The Arabic article: a file, an address, or - for standard input.")],
    archive: Annotated[
        str | None,
        typer.Option(help="Folder, file or archive of originals; reference/ when present.", envvar="MT_AUDIT_ARCHIVE"),
    ] = None,
    online: Annotated[bool, typer.Option("--online", help="Also ask news services on the web.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    encoder: Annotated[
        str | None, typer.Option(help="A sentence-transformers model or folder.", envvar="MT_AUDIT_ENCODER")
    ] = None,
    allow_private: Annotated[bool, typer.Option(help="Fetch from private and loopback addresses too.")] = False,
) -> None:
    """Find the original of an Arabic article: the best five, and what speaks for each. Exit code 1: none found."""
    answer_in_json(as_json)
    from mt_audit import ingest
    from mt_audit.align import full_kit
    from mt_audit.archive import open_archive
    from mt_audit.fetch import Limits
    from mt_audit.retrieve import best_of, find_original

    if archive is None and Path(DEFAULT_ARCHIVE).is_dir():
        archive = DEFAULT_ARCHIVE
    if archive is None and not online:
        raise UsageError("There is no archive to search.", "Give --archive FOLDER, or --online to ask news services.")
    kit = full_kit(encoder)
    document = ingest.document(ingest.arabic(ingest.read(article, Limits(allow_private=allow_private))))
    found: list[Original | NoOriginal] = []
    notes: list[str] = []
    if archive is not None:
        found.append(find_original(document, open_archive(archive), kit))
    if online:
        found.append(_online(document, kit, notes))
    result = best_of(found)
    for note in notes:
        sys.stderr.write(f"mt-audit: {note}\n")
    if as_json:
        sys.stdout.write(json.dumps(_plain(result), ensure_ascii=False, indent=2) + "\n")
    else:
        _show(result)
    if isinstance(result, NoOriginal):
        raise typer.Exit(NOT_FOUND)


def _online(document: Document, kit: Kit, notes: list[str]) -> Original | NoOriginal:
    from mt_audit import newswire
    from mt_audit.archive.memory import MemoryArchive
    from mt_audit.archive.record import Record
    from mt_audit.retrieve import find_original

    articles = newswire.search(document, kit, notes=notes)
    if not articles:
        return NoOriginal("No news service named an article that could be read.")
    return find_original(document, MemoryArchive(map(Record.of, articles), "the web"), kit)


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "title": candidate.title,
        "score": candidate.score,
        "language": candidate.language,
        "url": candidate.url,
        "evidence": list(candidate.evidence),
    }


def _plain(result: Original | NoOriginal) -> dict[str, Any]:
    candidates = [_candidate(candidate) for candidate in result.candidates]
    if isinstance(result, NoOriginal):
        return {"found": False, "reason": result.reason, "best_score": result.best_score, "candidates": candidates}
    article = result.document.article
    return {
        "found": True,
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "published": article.published,
        "score": result.score,
        "margin": result.margin,
        "truncated": result.truncated,
        "reason": result.reason,
        "candidates": candidates,
    }


def _show(result: Original | NoOriginal) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if isinstance(result, NoOriginal):
        console.print(Text(f"No original found. {result.reason}"))
    else:
        article = result.document.article
        console.print(Text(f"{article.title or article.id}\n{article.url or article.id}", style="bold"))
        console.print(Text(f"score {result.score:.2f}, margin {result.margin:.2f}. {result.reason}".strip()))
    if result.candidates:
        table = Table("score", "language", "title", "evidence", title="The nearest")
        for candidate in result.candidates:
            table.add_row(
                f"{candidate.score:.2f}",
                candidate.language,
                Text(candidate.title or candidate.id),
                Text("; ".join(candidate.evidence)),
            )
        console.print(table)
