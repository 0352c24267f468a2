"""``evaluate controls``: correct Arabic that looks suspicious; any serious finding on it is a false alarm."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.evaluate.base import Figures, suite, table


@suite("controls")
def controls(
    file: Annotated[Path, typer.Argument(help="TSV with header: kind, example_en, example_good_ar, why_suspicious.")],
    show: Annotated[bool, typer.Option(help="List each false alarm on stderr.")] = False,
    check: Annotated[list[str] | None, typer.Option(help="Only these checks.")] = None,
) -> Figures:
    """Share of the lines with a finding at major or above, over all and by kind."""
    from mt_audit import checks as registry
    from mt_audit.align import full_kit
    from mt_audit.core import Severity
    from mt_audit.pipeline import check_pair

    kit = full_kit()
    chosen = registry.selected(tuple(check or ()))
    rows = table(file)
    total, flagged = Counter[str](), Counter[str]()
    for row in rows:
        found = check_pair(row["example_good_ar"], row["example_en"], kit, chosen)
        serious = [finding for finding in found if finding.severity.at_least(Severity.MAJOR)]
        total[row["kind"]] += 1
        flagged[row["kind"]] += bool(serious)
        if show and serious:
            typer.echo(f"{[(f.check, f.quote) for f in serious]} in {row['example_good_ar']}", err=True)
    return {
        "n": len(rows),
        "flagged": sum(flagged.values()) / max(len(rows), 1),
        "by_kind": {kind: flagged[kind] / count for kind, count in sorted(total.items())},
    }
