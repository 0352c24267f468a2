"""``evaluate spans``: whole articles through the whole pipeline, against their marked errors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from mt_audit.core import Article
from mt_audit.errors import UsageError
from mt_audit.evaluate.base import Figures, records, suite
from mt_audit.evaluate.marks import Gold, Tally, gold_of


def owner(gold: Path, lines: Sequence[dict[str, Any]], articles: Sequence[tuple[Path, Article]]) -> int:
    """Which article a gold file belongs to: the name begins alike, and the quotes stand where it says.

    Raises UsageError when none does.
    """
    best, most = -1, -1
    for index, (path, article) in enumerate(articles):
        if path.name.split(".")[0] != gold.name.split(".")[0]:
            continue
        agreeing = sum(article.text[row["start"] : row["end"]] == row.get("ar", "") for row in lines)
        if agreeing > most:
            best, most = index, agreeing
    if best < 0:
        raise UsageError(f"No article given belongs to {gold}.", "An article and its gold begin with the same name.")
    return best


@suite("spans")
def spans(
    articles: Annotated[list[Path], typer.Argument(help="Arabic articles.")],
    gold: Annotated[list[Path], typer.Option(help="JSONL of errors, one file an article: start, end, severity, …")],
    archive: Annotated[str | None, typer.Option(help="Where originals are searched.")] = None,
    no_original: Annotated[bool, typer.Option(help="Audit from the Arabic alone.")] = False,
    show: Annotated[bool, typer.Option(help="List false findings and missed spans on stderr.")] = False,
) -> Figures:
    """Recall of critical and major spans and precision at major and above; articles without gold should be silent."""
    from mt_audit import ingest
    from mt_audit.pipeline import Auditor, Settings
    from mt_audit.text.words import words

    read = [(path, ingest.read(path)) for path in articles]
    golds: dict[int, list[Gold]] = {}
    for path in gold:
        lines = records(path)
        golds.setdefault(owner(path, lines, read), []).extend(gold_of(line) for line in lines)
    auditor = Auditor(Settings(archive=None if no_original else archive))
    tally, originals, by_article = Tally(), 0, {}
    for index, (path, article) in enumerate(read):
        report = auditor.audit(article)
        own = golds.get(index, [])
        count = len(words(article.text))
        tally.add(own, report.findings, count)
        alone = Tally()
        alone.add(own, report.findings, count)
        by_article[path.name] = {k: v for k, v in alone.figures().items() if k != "by_category"}
        originals += bool(report.pairs)
        if show:
            _show(own, report.findings, article)
    return {"n": len(read), "with_original": originals, **tally.figures(), "by_article": by_article}


def _show(golds: Sequence[Gold], findings: Sequence[Any], article: Article) -> None:
    from mt_audit.core import Severity
    from mt_audit.evaluate.marks import found_by, touches

    for finding in findings:
        if finding.severity.at_least(Severity.MAJOR) and not any(touches(g.span, finding.span) for g in golds):
            typer.echo(f"false {finding.check} {finding.quote} | {finding.message[:90]}", err=True)
    for one in golds:
        if one.counts and not any(found_by(one.span, f.span) for f in findings):
            typer.echo(f"missed {one.category} {one.span.of(article.text)}", err=True)
