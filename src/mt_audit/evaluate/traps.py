"""``evaluate traps``: minimal pairs, one sentence with a known mistake and the same sentence well translated."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.evaluate.base import Figures, suite, table


def wanted_spans(text: str, wrong: str) -> list[tuple[int, int]]:
    """Every place of ``wrong`` in ``text``."""
    found = []
    at = text.find(wrong)
    while wrong and at >= 0:
        found.append((at, at + len(wrong)))
        at = text.find(wrong, at + 1)
    return found


@suite("traps")
def traps(
    file: Annotated[Path, typer.Argument(help="TSV with header: phenomenon, wrong_ar, example_en, example_bad_ar, …")],
    misses: Annotated[bool, typer.Option(help="List what was missed and what was flagged wrongly on stderr.")] = False,
    check: Annotated[list[str] | None, typer.Option(help="Only these checks.")] = None,
) -> Figures:
    """``flagged``: bad sentences with a finding on ``wrong_ar``; ``silent``: good ones without one at major or
    above.
    """
    from mt_audit import checks as registry
    from mt_audit.align import full_kit
    from mt_audit.core import Severity
    from mt_audit.pipeline import check_pair

    kit = full_kit()
    chosen = registry.selected(tuple(check or ()))
    rows = table(file)
    total, flagged, silent = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        kind = row["phenomenon"]
        total[kind] += 1
        places = wanted_spans(row["example_bad_ar"], row["wrong_ar"])
        bad = check_pair(row["example_bad_ar"], row["example_en"], kit, chosen)
        hit = any(f.span.start < end and start < f.span.end for f in bad for start, end in places)
        found = check_pair(row["example_good_ar"], row["example_en"], kit, chosen)
        good = [finding for finding in found if finding.severity.at_least(Severity.MAJOR)]
        flagged[kind] += hit
        silent[kind] += not good
        if misses and not hit:
            typer.echo(f"missed {row['id']}: {row['example_bad_ar']} [{row['wrong_ar']}]", err=True)
        if misses and good:
            typer.echo(f"false {row['id']}: {[(f.check, f.quote) for f in good]} in {row['example_good_ar']}", err=True)
    n = max(len(rows), 1)
    return {
        "n": len(rows),
        "flagged": sum(flagged.values()) / n,
        "silent": sum(silent.values()) / n,
        "by_phenomenon": {
            kind: {"flagged": flagged[kind] / count, "silent": silent[kind] / count}
            for kind, count in sorted(total.items())
        },
    }
