"""``mt-audit evaluate planted``: how many planted distortions the checks find, and what they say of the untouched text."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mt_audit.core import Category, Finding, Severity, Span
from mt_audit.evaluate.base import Figures, rows, suite

if TYPE_CHECKING:
    from mt_audit.evaluate.planting import Planted


@suite("planted")
def planted(
    pairs: Annotated[Path, typer.Argument(help="TSV: English, human Arabic.")],
    seed: Annotated[int, typer.Option(help="Seed of the planter.")] = 0,
    listing: Annotated[
        Path | None, typer.Option(help="Write each planted sentence with what was found to this TSV.")
    ] = None,
) -> Figures:
    """Plant one distortion a sentence in twelve classes, run all checks, and count.

    ``recall``: share of planted distortions that a finding at major or above overlaps (an omission: an omission finding,
    or one that touches the gap). ``span_f1``: a planted span is found when a finding overlaps at least half of it or lies
    inside it; a finding is right when it overlaps the planted span; findings of the untouched sentence do not count.
    """
    from mt_audit.align import full_kit
    from mt_audit.checks.base import View
    from mt_audit.evaluate.planting import OPERATIONS, plant, stock_of
    from mt_audit.pipeline import check_pair
    from mt_audit.text.passage import Passage

    kit = full_kit()
    table = [(cells[0], cells[1]) for cells in rows(pairs, 2)]
    views = [View(Passage(ar, "ar"), kit, Passage(en, "en")) for en, ar in table]
    stock = stock_of(views)
    random = Random(seed)
    counts: dict[str, int] = {}
    hits: dict[str, int] = dict.fromkeys(OPERATIONS, 0)
    exact = right = said = loud = words = 0
    lines: list[list[Any]] = []
    for (en, ar), view in zip(table, views, strict=True):
        clean = [f for f in check_pair(ar, en, kit) if f.severity.at_least(Severity.MAJOR)]
        loud += len(clean)
        words += len(ar.split())
        one = plant(view, stock, random, counts)
        if one is None:
            continue
        before = {(f.check, f.quote) for f in clean}
        found = [
            f
            for f in check_pair(one.text, en, kit)
            if f.severity.at_least(Severity.MAJOR) and (f.check, f.quote) not in before
        ]
        mine = [f for f in found if _touches(f, one)]
        hits[one.kind] += bool(mine)
        exact += any(_covers(f, one) for f in mine)
        right += len(mine)
        said += len(found)
        lines.append(
            [one.kind, bool(mine), one.was, one.now, " | ".join(f"{f.check} {f.quote}" for f in found), en, one.text]
        )
    total = sum(counts.values())
    if listing is not None:
        listing.write_text("\n".join("\t".join(str(cell) for cell in line) for line in lines) + "\n", encoding="utf-8")
    precision, coverage = right / max(1, said), exact / max(1, total)
    return {
        "n": total,
        "recall": sum(hits.values()) / max(1, total),
        "by_class": {kind: hits[kind] / counts[kind] for kind in OPERATIONS if counts.get(kind)},
        "planted": {kind: counts.get(kind, 0) for kind in OPERATIONS},
        "span_f1": 2 * precision * coverage / max(1e-9, precision + coverage),
        "precision": precision,
        "findings_per_1000_words": 1000 * loud / max(1, words),
        "words": words,
        "signature": f"seed:{seed}",
    }


def _touches(finding: Finding, one: Planted) -> bool:
    span = one.span
    if not one.now:  # words were taken out: what stands about the gap, or the omission itself
        span = Span(max(0, span.start - 12), span.end + 12)
        if one.kind == "omission" and finding.category is Category.OMISSION:
            return True
    return finding.span.overlaps(span) or (len(span) == 0 and finding.span.start <= span.start <= finding.span.end)


def _covers(finding: Finding, one: Planted) -> bool:
    if not one.now:
        return _touches(finding, one)
    shared = finding.span.shared(one.span)
    return 2 * shared >= len(one.span) or (0 < shared == len(finding.span))
