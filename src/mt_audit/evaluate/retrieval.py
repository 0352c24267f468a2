"""``evaluate retrieval``: Arabic documents as questions, their originals among many other articles."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.archive.record import Record
from mt_audit.core import Article, Original
from mt_audit.evaluate.base import Figures, rows, suite


def questions(path: Path, first: float) -> Iterator[tuple[Article, Record]]:
    """Each document of a TSV (en, ar, doc): its Arabic, cut to its ``first`` part by sentences, and its original."""
    documents: dict[str, list[list[str]]] = {}
    for row in rows(path, 3):
        documents.setdefault(row[2], []).append(row)
    for name, lines in documents.items():
        kept = lines[: max(1, round(len(lines) * first))]
        yield (
            Article(name, "ar", "", "\n".join(line[1] for line in kept)),
            Record(f"question:{name}", "", "\n".join(line[0] for line in lines)),
        )


@suite("retrieval")
def retrieval(
    docs: Annotated[Path, typer.Argument(help="TSV of en, ar, doc.")],
    archive: Annotated[list[Path], typer.Option(help="Other articles to hide the originals among.")],
    first: Annotated[float, typer.Option(help="Part of each question that is kept.", min=0.01, max=1.0)] = 1.0,
) -> Figures:
    """Recall at 1 and 5, false finds with the original taken out, and milliseconds a question."""
    import numpy as np

    from mt_audit import ingest
    from mt_audit.align import full_kit
    from mt_audit.archive.memory import MemoryArchive
    from mt_audit.archive.readers import read
    from mt_audit.retrieve import find_original

    kit = full_kit()
    asked = list(questions(docs, first))
    others = [item for path in archive for item in read(path) if isinstance(item, Record)]
    everything = MemoryArchive([record for _, record in asked] + others)
    everything.index(kit)
    ranks: list[int] = []
    right = false = 0
    times: list[float] = []
    worked: list[float] = []
    find_original(ingest.document(asked[0][0]), everything, kit)
    for article, record in asked:
        document = ingest.document(article)
        start, busy = time.perf_counter(), time.process_time()
        found = find_original(document, everything, kit)
        times.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - busy))
        order = [candidate.id for candidate in found.candidates]
        ranks.append(order.index(record.id) if record.id in order else 99)
        right += isinstance(found, Original) and ranks[-1] == 0
        false += isinstance(find_original(document, everything, kit, frozenset([record.id])), Original)
    n = len(asked)
    return {
        "n": n,
        "recall_at_1": sum(rank == 0 for rank in ranks) / n,
        "recall_at_5": sum(rank < 5 for rank in ranks) / n,
        "found": right / n,
        "false_found": false / n,
        "latency_ms": {"p50": float(np.percentile(times, 50)), "p95": float(np.percentile(times, 95))},
        "processor_ms": {"p50": float(np.percentile(worked, 50)), "p95": float(np.percentile(worked, 95))},
        "archive_size": len(everything),
        "signature": f"first:{first}|archive:{everything.digest}|encoder:{kit.encoder.signature}",
    }
