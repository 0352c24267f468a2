"""How fast: pairs a second for the full audit, seconds to the first report, peak memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.evaluate.base import Figures, rows, suite

_PER_ARTICLE = 30
"""Pairs in one article: a long news report."""


@suite("speed")
def speed(
    pairs: Annotated[Path, typer.Argument(help="TSV: English, Arabic.")],
    most: Annotated[int, typer.Option(help="Measure on this many pairs at most.")] = 900,
) -> Figures:
    """Audit articles made of the pairs, each with its English given: alignment, links, all checks, scores, verdict.

    ``start_seconds`` is the wall time of a fresh process that audits one such article and prints its report.
    """
    from mt_audit.core import Article
    from mt_audit.pipeline import Auditor

    table = rows(pairs, 2)[:most]
    articles = [
        (
            Article(f"ar{i}", "ar", "", "\n".join(cells[1] for cells in part)),
            Article(f"en{i}", "en", "", "\n".join(cells[0] for cells in part)),
        )
        for i in range(0, len(table), _PER_ARTICLE)
        if (part := table[i : i + _PER_ARTICLE])
    ]
    auditor = Auditor()
    auditor.audit(*articles[0])
    began = time.perf_counter()
    for ar, original in articles:
        auditor.audit(ar, original)
    seconds = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        ar_file, original_file = Path(folder, "ar.txt"), Path(folder, "en.txt")
        ar_file.write_text(articles[0][0].text, "utf-8")
        original_file.write_text(articles[0][1].text, "utf-8")
        command = [
            sys.executable,
            "-m",
            "mt_audit",
            "audit",
            str(ar_file),
            "--original",
            str(original_file),
            "--fail-on",
            "never",
        ]
        times = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=folder)
            times.append(time.perf_counter() - began)
    return {
        "n": len(table),
        "pairs_per_second": round(len(table) / seconds, 1),
        "start_seconds": round(min(times), 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
