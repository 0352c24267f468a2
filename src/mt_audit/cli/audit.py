"""``mt-audit audit``: one article or several, a report for each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.cli.speak import answer_in_json, fail
from mt_audit.cli.writing import write_whole
from mt_audit.core import Article, NoOriginal, Report, Severity
from mt_audit.engine.translator import Translator
from mt_audit.errors import MtAuditError, UsageError

FINDINGS = 1
NOT_AUDITED = 3
DEFAULT_ARCHIVE = "reference"


class Format(StrEnum):
    """How the report is told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    SARIF = "sarif"


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    NEVER = "never"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


SETTINGS = {
    "original", "archive", "reference", "format", "output", "select", "ignore", "fail_on", "require_original",
    "encoder", "translator", "allow_private", "verbose", "quiet",
}  # fmt: skip


def _translator(named: str) -> Translator:
    from mt_audit.cachedir import cache_folder
    from mt_audit.engine.translator import ServiceTranslator, TranslatorSettings

    service, _, url = named.partition("=")
    return ServiceTranslator(TranslatorSettings(service.lower(), url or None, cache=cache_folder("translations")))


def _listed(values: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def audit(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="Files (txt, html, docx, jsonl), http(s) addresses, or - for standard input.")
    ],
    original: Annotated[
        str | None, typer.Option("--original", "-r", envvar="MT_AUDIT_ORIGINAL", help="The original, when you have it: a file or an address.")
    ] = None,
    archive: Annotated[
        str | None,
        typer.Option("--archive", "-a", envvar="MT_AUDIT_ARCHIVE", help="Where to look for the original: a folder, a JSONL file or an index. Default: reference/ when present."),
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", envvar="MT_AUDIT_REFERENCE", help="A human Arabic version to score against.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", envvar="MT_AUDIT_FORMAT", help="How the report is told.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", envvar="MT_AUDIT_OUTPUT", help="Write here instead of standard output; a folder for several articles.")
    ] = None,
    select: Annotated[list[str] | None, typer.Option("--select", envvar="MT_AUDIT_SELECT", help="Run only these checks: ids, beginnings of ids or names; commas between.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", envvar="MT_AUDIT_IGNORE", help="Leave these checks out.")] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", envvar="MT_AUDIT_FAIL_ON", help="Exit 1 from this severity on.")] = FailOn.MAJOR,
    require_original: Annotated[bool, typer.Option("--require-original", envvar="MT_AUDIT_REQUIRE_ORIGINAL", help="Exit 3 when no original is found.")] = False,
    encoder: Annotated[str | None, typer.Option("--encoder", envvar="MT_AUDIT_ENCODER", help="A sentence-transformers model or folder instead of the embedded one.")] = None,
    translator: Annotated[str | None, typer.Option("--translator", envvar="MT_AUDIT_TRANSLATOR", help="Translate back with this service, off by default: google, mymemory, deepl, microsoft, yandex, or libre=URL.")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", envvar="MT_AUDIT_ALLOW_PRIVATE", help="Let addresses point into private networks.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", envvar="MT_AUDIT_VERBOSE", help="Tell more: minor findings, scores, checks.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", envvar="MT_AUDIT_QUIET", help="Only the verdict.")] = False,
) -> None:
    """Audit Arabic articles: were they machine-translated, from what, and what do they now say wrongly?"""
    answer_in_json(format is Format.JSON)
    from mt_audit import ingest
    from mt_audit.fetch import Limits
    from mt_audit.pipeline import Auditor, Settings
    from mt_audit.report import Style, render

    limits = Limits(allow_private=allow_private)
    if archive is None and Path(DEFAULT_ARCHIVE).is_dir():
        archive = DEFAULT_ARCHIVE
    settings = Settings(archive, _listed(select), _listed(ignore), encoder)
    auditor = Auditor(settings, translator=_translator(translator) if translator else None)
    given = ingest.read(original, limits) if original else None
    human = ingest.read(reference, limits).text if reference else None
    several = len(articles) > 1
    if several and output is not None and output.is_file():
        raise UsageError(f"{output} is a file, and there are {len(articles)} articles.", "Give a folder to --output.")
    verbosity = 1 if verbose else -1 if quiet else 0
    style = Style.of(sys.stdout, verbosity) if output is None else Style(verbosity=verbosity)
    worst = 0
    for source, article in _each(articles, limits):
        if isinstance(article, MtAuditError):
            worst = max(worst, fail(article))
            continue
        try:
            report = auditor.audit(article, given, human)
        except MtAuditError as error:
            if not several:
                raise
            worst = max(worst, fail(error))
            continue
        told = render(report, format.value, style)
        _deliver(told, source, article, output, format)
        worst = max(worst, _exit_code(report, fail_on, require_original))
    raise typer.Exit(worst)


def _each(sources: list[str], limits: object) -> Iterator[tuple[str, Article | MtAuditError]]:
    """Articles one by one; with several sources an unreadable one is an entry of its own, and the rest go on."""
    from rich.console import Console
    from rich.progress import track

    from mt_audit import ingest

    shown = sources
    if len(sources) > 1:
        console = Console(stderr=True)
        shown = list(sources)
        iterator = track(shown, "Auditing", console=console, disable=not sys.stderr.isatty())
    else:
        iterator = iter(shown)
    for source in iterator:
        try:
            for article in ingest.read_all(source, limits):  # type: ignore[arg-type]
                yield source, article
        except MtAuditError as error:
            if len(sources) == 1:
                raise
            yield source, error


def _deliver(told: str, source: str, article: Article, output: Path | None, format: Format) -> None:
    if output is None:
        sys.stdout.write(told if told.endswith("\n") else told + "\n")
        return
    from mt_audit.report import SUFFIX

    if output.is_dir() or str(output).endswith("/"):
        stem = Path(article.id if article.id == source else f"{Path(source).stem}-{article.id}").stem or "article"
        safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in stem)[:120]
        output = output / (safe + SUFFIX[format.value])
    write_whole(output, told)
    sys.stderr.write(f"{output}\n")


def _exit_code(report: Report, fail_on: FailOn, require_original: bool) -> int:
    if require_original and isinstance(report.original, NoOriginal):
        sys.stderr.write(f"mt-audit: {report.article.id}: no original: {report.original.reason}\n")
        return NOT_AUDITED
    if fail_on is FailOn.NEVER:
        return 0
    bar = Severity(fail_on.value)
    return FINDINGS if any(finding.severity.at_least(bar) for finding in report.findings) else 0
