"""Findings that the desk has looked at and accepts: a file of suppressions with reasons, and a baseline.

A suppression file is a TSV: check id (or the beginning of one), words that the quote holds (or ``*``), reason. A
baseline is a JSON list of digests of findings (check, quote and the words around it), so that only what is new is
reported.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mt_audit.core import Finding, Span
from mt_audit.errors import UsageError
from mt_audit.text.folding import fold

_AROUND = 30
"""Code points on each side that belong to a finding's identity: enough to tell two places apart, few enough to
survive edits elsewhere in the article."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """One line of a suppression file."""

    check: str
    quote: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether ``finding`` is one that the desk accepts."""
        right_check = finding.check.startswith(self.check) or finding.name == self.check
        return right_check and (self.quote == "*" or fold(self.quote) in fold(finding.quote))


_INLINE = re.compile(r"^[ \t]*<!--\s*mt-audit:\s*ignore\s+([A-Z]{3}\d{0,3}|[a-z-]+)\s+(\S.*?)\s*-->[ \t]*$", re.M)


def inline(text: str) -> tuple[tuple[Span, Suppression], ...]:
    """Comments on lines of their own in the article (``<!-- mt-audit: ignore ENT101 the brand's own spelling -->``).

    Each holds for the next line that has text.
    """
    found = []
    for match in _INLINE.finditer(text):
        start = match.end() + 1
        while start < len(text) and text[start] in "\r\n":
            start += 1
        end = text.find("\n", start)
        line = Span(min(start, len(text)), len(text) if end < 0 else end)
        found.append((line, Suppression(match[1], "*", match[2])))
    return tuple(found)


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """Suppressions of a file. UsageError for a line without a reason."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}", "Give a UTF-8 TSV file.") from error
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 3 or not all(cells):
            raise UsageError(f"{path}, line {number}: not 'check, quote, reason'.", "A suppression needs its reason.")
        found.append(Suppression(*cells))
    return tuple(found)


def digest(finding: Finding, text: str) -> str:
    """A finding's identity: check, quote and the words around it."""
    start, end = max(0, finding.span.start - _AROUND), finding.span.end + _AROUND
    named = "\0".join((finding.check, finding.quote, fold(text[start:end])))
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def read_baseline(path: Path) -> frozenset[str]:
    """Digests of a baseline file. UsageError when it is none."""
    try:
        listed = json.loads(path.read_text("utf-8"))
        return frozenset(str(one) for one in listed["findings"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no baseline.", "Write one with --write-baseline.") from error


def baseline(findings: Sequence[tuple[Finding, str]]) -> str:
    """The text of a baseline file that accepts ``findings`` (each with its article's text)."""
    return json.dumps({"findings": sorted({digest(finding, text) for finding, text in findings})}, indent=1) + "\n"


def without(
    findings: Sequence[Finding], text: str, suppressions: Sequence[Suppression], accepted: frozenset[str]
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, str], ...]]:
    """Findings to report, and those left out with the reason for each."""
    commented = inline(text)
    kept: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    for finding in findings:
        here = [one for line, one in commented if line.start <= finding.span.start < line.end]
        reason = next((one.reason for one in (*suppressions, *here) if one.covers(finding)), None)
        if reason is None and digest(finding, text) in accepted:
            reason = "in the baseline"
        if reason is None:
            kept.append(finding)
        else:
            left.append((finding, reason))
    return tuple(kept), tuple(left)
