from __future__ import annotations

import json

import pytest

from mt_audit.core import Severity, Span
from mt_audit.errors import UsageError
from mt_audit.score.exchange import (
    ScoredSegment,
    from_comet,
    from_mtme,
    from_wmt,
    to_comet,
    to_mtme,
    to_wmt,
)  # fmt: skip

AR = "أعلن الإضراب الجوي صباحا."
MARKED = ScoredSegment("The air strike.", AR, 75.0, ((Span(5, 18), Severity.CRITICAL), (Span(19, 24), Severity.MINOR)))
CLEAN = ScoredSegment("Fine.", "حسن.", 100.0)


def test_wmt_lines_are_those_of_the_task():
    lines = to_wmt([MARKED, CLEAN]).splitlines()
    assert lines[0] == f"en-ar\tmt-audit\t0\t{AR}\t5 19\t18 24\tmajor minor"
    assert lines[1].endswith("\t-1\t-1\tno-error")
    back = from_wmt("2409244995\n2280000000\n3\n" + to_wmt([MARKED, CLEAN]))
    assert [span for span, _ in back[0].spans] == [Span(5, 18), Span(19, 24)]
    assert back[1].spans == ()


def test_comet_and_mtme_come_back_as_they_went():
    assert from_comet(to_comet([MARKED, CLEAN])) == {"mt-audit": (MARKED, CLEAN)}
    assert json.loads(to_comet([MARKED]))["mt-audit"][0]["errors"][0]["text"] == "الإضراب الجوي"
    both = to_mtme([MARKED, ScoredSegment("", "", None)], "sys-a") + to_mtme([CLEAN], "sys-b")
    assert from_mtme(both) == {"sys-a": (75.0, None), "sys-b": (100.0,)}


@pytest.mark.parametrize(
    "line",
    ["a\tb\tc", "en-ar\tm\t0\tنص\t0\t9\tmajor", "en-ar\tm\t0\tنص\t0 1\t2\tmajor", "en-ar\tm\t0\tنص\tx\t2\tmajor"],
)
def test_bad_lines_are_named(line):
    with pytest.raises(UsageError, match="Line 1"):
        from_wmt(line)
    with pytest.raises(UsageError, match="Line 1"):
        from_mtme("one two three")
    with pytest.raises(UsageError, match="COMET"):
        from_comet("[1]")
