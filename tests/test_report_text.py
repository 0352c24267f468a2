from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

import report_fixture as made
from mt_audit.core import CheckRun, NoOriginal, Report, Score, Severity, Sign, Span
from mt_audit.report import Style, render
from mt_audit.report.bidi import FSI, PDI, isolate_arabic, wrapped
from mt_audit.report.context import around
from mt_audit.report.wording import percent, visible

ARABIC = re.compile("[\u0621-\u064a]")


def told(verbosity: int = 0, width: int = 100, color: bool = False) -> str:
    return render(made.report(), "text", Style(width=width, color=color, verbosity=verbosity))


def test_the_verdict_comes_first_and_the_worst_findings_next():
    page = told()
    order = ["DO NOT PUBLISH", "21/100", "accused are swapped", "Original", "CRITICAL · 8", "54 يوما", "MAJOR · 12"]
    places = [page.index(piece) for piece in order]
    assert places == sorted(places)


def test_minor_findings_are_counted_and_told_on_request():
    assert "5 minor findings not shown" in told()
    assert "⟦Henrik Solvang⟧" not in told()
    assert "⟦Henrik Solvang⟧" in told(verbosity=1)
    for section in ("Signs of machine translation", "Scores", "no model of that name", "RDR101 skipped", "Provenance"):
        assert section in told(verbosity=1)


def test_quiet_is_one_line():
    line = told(verbosity=-1)
    assert line == (
        "ceasefire: reject 21/100 · 8 critical, 12 major, 5 minor · machine translation 97% · original found (93%)\n"
    )


def test_failed_checks_are_told_even_when_short():
    assert "DAT101 failed: ValueError" in told()
    assert "1 skipped, 1 failed" in told()


def arabic_everywhere() -> Report:
    """Every sentence of the report quotes long Arabic, where an editor or a file name may have put it."""
    report = made.report()
    quoting = f"because of «{report.findings[4].quote * 3}» and its like: {report.findings[5].quote}"
    found = report.original.document
    article = replace(report.article, id=quoting, url=None)
    return replace(
        report,
        document=replace(report.document, article=article, chrome=(replace(report.document.chrome[0], why=quoting),)),
        original=replace(
            report.original,
            document=replace(found, article=replace(found.article, language=quoting, url=quoting, title=quoting)),
        ),
        suspicion=replace(report.suspicion, source_language=quoting, signs=(Sign(Span(0, 30), quoting),)),
        findings=tuple(replace(finding, message=quoting) for finding in report.findings),
        accepted=((report.findings[0], quoting),),
        runs=(CheckRun("NUM101", "failed", quoting), CheckRun("NUM102", "skipped", quoting)),
        scores=(Score("quality", 1.0, quoting, 0.5, 1.5), Score("chrF", None, "", reason=quoting)),
        verdict=replace(report.verdict, reasons=(quoting, quoting)),
        provenance={"archive": quoting},
    )


@pytest.mark.parametrize("width", [40, 72, 110])
@pytest.mark.parametrize("verbosity", [0, 1])
@pytest.mark.parametrize("make", [made.report, arabic_everywhere, made.bare_report])
def test_every_line_fits_and_isolates_its_arabic(width: int, verbosity: int, make: Callable[..., Report]):
    report = make() if make is not made.bare_report else make("خبر.", original=NoOriginal("لا شيء " * 40))
    for line in render(report, "text", Style(width=width, verbosity=verbosity)).splitlines():
        assert cell_len(line) <= width, line
        assert line.count(FSI) == line.count(PDI)
        outside = re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line)
        assert not ARABIC.search(outside), line


def test_colour_only_when_asked_for(monkeypatch: pytest.MonkeyPatch):
    assert "\x1b[" not in told()
    assert "\x1b[" in told(color=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", told(color=True)) == told()

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Style.of(Terminal()).color
    assert not Style.of(io.StringIO()).color
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Style.of(Terminal()).color


def test_hostile_text_cannot_drive_the_terminal():
    page = render(made.bare_report("عنوان \x1b[2J\u202eخبر\x07 [red]x[/red].\n\nجملة."), "text")
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "‹U+001B›[2J‹RLO›" in page
    assert "[red]x[/red]" in page


def test_long_quotes_are_cut_and_endless_words_wrapped():
    lines = wrapped("كلمة " * 200, 30, limit=3)
    assert len(lines) == 3
    assert "…" in lines[2]
    assert all(cell_len(line) <= 34 for line in wrapped("ك" * 500, 30))
    assert len(wrapped("ك" * 500, 30)) == 17


def test_short_quotes_stand_among_their_words():
    assert "النار لمدة ⟦54 يوما⟧ في جنوب" in told()
    text = "أول السطر\nوأصبحت العلاقات حامضة جدا بين الجانبين هذا العام كله\nآخر"
    inside = Span(text.index("أصبحت"), text.index("أصبحت") + 5)
    assert around(text, inside) == ("و", " العلاقات حامضة جدا\u00a0…")
    last = Span(text.index("كله"), text.index("كله") + 3)
    assert around(text, last) == ("…\u00a0الجانبين هذا العام ", "")
    assert around(text, Span(0, len(text))) == ("", "")
    assert around("", Span(0, 0)) == ("", "")


def test_isolates_take_whole_runs():
    said = "Says «54 يوما» where the original says 45."
    assert isolate_arabic(said) == f"Says «54 {FSI}يوما{PDI}» where the original says 45."
    assert isolate_arabic("no Arabic") == "no Arabic"


def test_findings_of_others_are_named():
    report = made.report()
    finding = replace(report.findings[1], source="second-opinion", severity=Severity.CRITICAL)
    assert "says second-opinion" in render(replace(report, findings=(finding,)), "text")


def test_percentages_never_claim_certainty():
    assert percent(0.9999) == ">99%"
    assert percent(0.0001) == "<1%"
    assert visible("ا\u200fب") == "ا\u200fب"


def test_the_terminal_report_loads_no_html_engine():
    script = (
        "import sys, report_fixture, mt_audit.report as r; r.render(report_fixture.report(), 'text');"
        "print([m for m in ('jinja2', 'lancedb', 'torch', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=made.ROOT / "tests", check=True
    )
    assert run.stdout.strip() == "[]"
