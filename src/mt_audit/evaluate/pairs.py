"""``evaluate pairs``: paragraphs beside their English, with every error marked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mt_audit.evaluate.base import Figures, records, suite
from mt_audit.evaluate.marks import Gold, Tally, gold_of


@suite("pairs")
def pairs(
    file: Annotated[Path, typer.Argument(help="JSONL: id, en, ar; optionally system.")],
    gold: Annotated[Path, typer.Option(help="JSONL: id, start, end, severity, category.")],
    check: Annotated[list[str] | None, typer.Option(help="Only these checks.")] = None,
    show: Annotated[bool, typer.Option(help="List each false finding on stderr.")] = False,
) -> Figures:
    """Recall of critical and major spans, precision at major and above, false findings per 1,000 Arabic words.

    ``by_system`` gives serious findings per 1,000 words of each system's output.
    """
    from mt_audit import checks as registry
    from mt_audit.align import full_kit
    from mt_audit.core import Severity
    from mt_audit.evaluate.marks import touches
    from mt_audit.pipeline import check_pair
    from mt_audit.text.words import words

    kit = full_kit()
    chosen = registry.selected(tuple(check or ()))
    golds: dict[str, list[Gold]] = {}
    for record in records(gold):
        golds.setdefault(record["id"], []).append(gold_of(record))
    tally, systems = Tally(), dict[str, Tally]()
    rows = records(file)
    for row in rows:
        findings = check_pair(row["ar"], row["en"], kit, chosen)
        count = len(words(row["ar"]))
        own = golds.get(row["id"], [])
        tally.add(own, findings, count)
        systems.setdefault(str(row.get("system", "")), Tally()).add(own, findings, count)
        if show:
            for f in findings:
                if f.severity.at_least(Severity.MAJOR) and not any(touches(g.span, f.span) for g in own):
                    typer.echo(f"false {f.check} {f.quote} | {f.original_quote} | {f.message[:90]}", err=True)
    return {
        "n": len(rows),
        **tally.figures(),
        "by_system": {name: 1000 * t.findings / max(t.words, 1) for name, t in sorted(systems.items())},
    }
