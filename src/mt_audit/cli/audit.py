"""``mt-audit audit``: one article or several, a report for each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mt_audit.cli import options as o
from mt_audit.cli.speak import answer_in_json, fail
from mt_audit.cli.writing import write_whole
from mt_audit.core import Article, Finding, NoOriginal, Report, Severity
from mt_audit.errors import MtAuditError, UsageError

if TYPE_CHECKING:
    from mt_audit.engine.translator import Translator
    from mt_audit.fetch import Limits
    from mt_audit.opinions import Opinion

FINDINGS = 1
NOT_AUDITED = 3
DEFAULT_ARCHIVE = "reference"


def audit(
    articles: o.Articles,
    original: o.Given = None,
    archive: o.Archive = None,
    reference: o.Reference = None,
    format: o.ReportFormat = o.Format.TEXT,
    output: o.Output = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    fail_on: o.FailFrom = o.FailOn.MAJOR,
    require_original: o.RequireOriginal = False,
    style: o.Style = None,
    suppress: o.Suppress = None,
    baseline: o.Baseline = None,
    write_baseline: o.WriteBaseline = None,
    encoder: o.EncoderName = None,
    translator: o.TranslatorName = None,
    judge: o.JudgeAddress = None,
    judge_model: o.JudgeModel = "",
    comet: o.CometModel = None,
    allow_private: o.AllowPrivate = False,
    verbose: o.Verbose = False,
    quiet: o.Quiet = False,
) -> None:
    """Audit Arabic articles: were they machine-translated, from what, and what do they now say wrongly?"""
    answer_in_json(format is o.Format.JSON)
    from mt_audit import ingest
    from mt_audit.checks.suppressing import baseline as baseline_text
    from mt_audit.fetch import Limits
    from mt_audit.pipeline import Auditor, Settings
    from mt_audit.report import Style, render
    from mt_audit.report.json import render_json

    limits = Limits(allow_private=allow_private)
    if archive is None and Path(DEFAULT_ARCHIVE).is_dir():
        archive = DEFAULT_ARCHIVE
    auditor = Auditor(
        Settings(archive, _listed(select), _listed(ignore), encoder, tuple(style or ()), suppress, baseline),
        translator=_translator(translator) if translator else None,
        opinions=_opinions(judge, judge_model, comet),
    )
    given = ingest.read(original, limits) if original else None
    human = ingest.read(reference, limits).text if reference else None
    several = len(articles) > 1
    if several and output is not None and Path(output).is_file():
        raise UsageError(f"{output} is a file, and there are {len(articles)} articles.", "Give a folder to --output.")
    verbosity = 1 if verbose else -1 if quiet else 0
    look = Style.of(sys.stdout, verbosity) if output is None else Style(verbosity=verbosity)
    seen: list[tuple[Finding, str]] = []
    worst = 0
    for source, article in _each(articles, limits):
        try:
            if isinstance(article, MtAuditError):
                raise article
            report = auditor.audit(article, given, human)
        except MtAuditError as error:
            if not several:
                raise
            worst = max(worst, fail(error))
            continue
        # Several JSON reports are one object a line, so that a batch can be read as a stream.
        told = (
            render_json(report, indent=None)
            if several and format is o.Format.JSON
            else render(report, format.value, look)
        )
        if output is None:
            sys.stdout.write(told)
        else:
            _write(told, _target(output, source, article, format, several=several))
        seen.extend((finding, report.article.text) for finding in report.findings)
        worst = max(worst, _exit_code(report, fail_on, require_original))
    if write_baseline is not None:
        write_whole(write_baseline, baseline_text(seen))
    raise typer.Exit(worst)


def _listed(values: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def _translator(named: str) -> Translator:
    from mt_audit.cachedir import cache_folder
    from mt_audit.engine.translator import ServiceTranslator, TranslatorSettings

    service, _, url = named.partition("=")
    return ServiceTranslator(TranslatorSettings(service.lower(), url or None, cache=cache_folder("translations")))


def _opinions(judge: str | None, judge_model: str, comet: str | None) -> list[Opinion]:
    from mt_audit.cachedir import cache_folder
    from mt_audit.opinions.comet import Comet
    from mt_audit.opinions.judge import Judge, JudgeSettings

    asked: list[Opinion] = []
    if judge:
        if not judge_model:
            raise UsageError("--judge needs --judge-model.", "Name the model that the service at that address runs.")
        asked.append(Judge(JudgeSettings(judge, judge_model, cache=cache_folder("judge"))))
    if comet:
        asked.append(Comet(comet))
    return asked


def _each(sources: list[str], limits: Limits) -> Iterator[tuple[str, Article | MtAuditError]]:
    """Articles one by one; an unreadable source is an entry of its own, and the rest go on."""
    from rich.console import Console
    from rich.progress import track

    from mt_audit import ingest

    hidden = len(sources) == 1 or not sys.stderr.isatty()
    for source in track(sources, "Auditing", console=Console(stderr=True), disable=hidden):
        try:
            for article in ingest.read_all(source, limits):
                yield source, article
        except MtAuditError as error:
            yield source, error


def _target(output: str, source: str, article: Article, format: o.Format, *, several: bool) -> Path:
    """The file to write: ``output`` itself, or one named after the article in the folder ``output``."""
    path = Path(output)
    if not (several or output.endswith(("/", "\\")) or path.is_dir()):
        return path
    from mt_audit.report import SUFFIX

    stem = Path(source).stem if article.id == source else f"{Path(source).stem}-{article.id}"
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in stem)[:120] or "article"
    return path / (safe + SUFFIX[format.value])


def _write(told: str, path: Path) -> None:
    write_whole(path, told)
    sys.stderr.write(f"{path}\n")


def _exit_code(report: Report, fail_on: o.FailOn, require_original: bool) -> int:
    if require_original and isinstance(report.original, NoOriginal):
        sys.stderr.write(f"mt-audit: {report.article.id}: no original: {report.original.reason}\n")
        return NOT_AUDITED
    if fail_on is o.FailOn.NEVER:
        return 0
    bar = Severity(fail_on.value)
    own = (finding for finding in report.findings if finding.source == "mt-audit")
    return FINDINGS if any(finding.severity.at_least(bar) for finding in own) else 0
