"""What the checks of the Arabic alone find, as traces: a sign is written once, in its check."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mt_audit.checks import all_checks
from mt_audit.checks.base import Check, View
from mt_audit.core import Category, CheckRun, Hit, Severity, Span
from mt_audit.detection.evidence import Trace, count_of
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

_BRACKETED = "bracketed"


@lru_cache(maxsize=1)
def arabic_checks() -> tuple[Check, ...]:
    """Stable checks that look at the Arabic alone and whose category tells something about the writer."""
    return tuple(
        check
        for check in all_checks()
        if check.scope == "sentence" and check.status == "stable" and count_of(check.category) is not None
    )


def _counts(check: Check, category: Category, severity: Severity) -> str | None:
    if severity is Severity.MINOR and category is not Category.DUPLICATION:
        return None
    # Bracketed insertions are counted as typography already.
    return None if _BRACKETED in check.name else count_of(category)


def found(passages: Sequence[Passage], kit: Kit, runs: Sequence[CheckRun] = ()) -> dict[int, list[Trace]]:
    """Traces of the checks' hits by sentence, spans relative to the sentence. A check that fails is passed over.

    ``runs``: what an audit has already run over this article; those checks are not run again.
    """
    traces: dict[int, list[Trace]] = defaultdict(list)
    done = {run.check: run.findings for run in runs if run.status == "ran"}
    starts = [passage.start for passage in passages]
    for check in arabic_checks():
        for finding in done.get(check.id, ()):
            i = bisect_right(starts, finding.span.start) - 1
            if (name := _counts(check, finding.category, finding.severity)) and i >= 0:
                traces[i].append(Trace(name, finding.span.shifted(-starts[i]), finding.message))
    for i, passage in enumerate(passages):
        view = View(passage, kit)
        for check in arabic_checks():
            for hit in _hits(check, view) if check.id not in done else ():
                name = _counts(check, hit.category or check.category, hit.severity or check.severity)
                if name:
                    traces[i].append(Trace(name, hit.span, hit.message))
    return traces


def _hits(check: Check, view: View) -> Iterator[Hit]:
    try:
        yield from check.find(view)
    except Exception:  # The audit itself reports a failing check; detection goes on without it.
        return


def given(passages: Sequence[Passage], hits: Mapping[str, Sequence[Span]]) -> dict[int, list[Trace]]:
    """Traces of spans handed in by kind (a name of ``COUNTS``), spans in the article."""
    traces: dict[int, list[Trace]] = defaultdict(list)
    for name, spans in sorted(hits.items()):
        for span in spans:
            for i, passage in enumerate(passages):
                if passage.start <= span.start < passage.start + len(passage.text):
                    where = Span(span.start - passage.start, span.end - passage.start)
                    traces[i].append(Trace(name, where, f"A check of kind {name} found this."))
    return traces
