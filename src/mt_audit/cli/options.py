"""The options of ``mt-audit audit``, each with its environment variable."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer


class Format(StrEnum):
    """How the report is told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    SARIF = "sarif"


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    NEVER = "never"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


def _option(*names: str, help: str) -> Any:
    long = next(name for name in names if name.startswith("--"))
    return typer.Option(*names, envvar=f"MT_AUDIT_{long[2:].upper().replace('-', '_')}", help=help)


Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLE…", help="Files (txt, html, docx, jsonl), http(s) addresses, or - for standard input."
    ),
]
Given = Annotated[str | None, _option("--original", "-r", help="The original, when you have it: a file or an address.")]
Archive = Annotated[
    str | None,
    _option(
        "--archive",
        "-a",
        help="Where to look for the original: a folder, a JSONL file or an index. Default: reference/ when present.",
    ),
]
Reference = Annotated[str | None, _option("--reference", help="A human Arabic version to score against.")]
ReportFormat = Annotated[Format, _option("--format", "-f", help="How the report is told.")]
Output = Annotated[
    str | None,
    _option("--output", "-o", help="Write here instead of standard output; a folder (out/) for several articles."),
]
Select = Annotated[
    list[str] | None,
    _option("--select", help="Run only these checks: ids, beginnings of ids or names; commas between."),
]
Ignore = Annotated[list[str] | None, _option("--ignore", help="Leave these checks out.")]
FailFrom = Annotated[FailOn, _option("--fail-on", help="Exit 1 from this severity on.")]
RequireOriginal = Annotated[bool, _option("--require-original", help="Exit 3 when no original is found.")]
Style = Annotated[
    list[Path] | None,
    _option("--style", help="The desk's own rules: glossaries (CSV, TSV, TBX) and rule tables (TOML)."),
]
Suppress = Annotated[Path | None, _option("--suppress", help="Findings to accept: TSV of check, quote, reason.")]
Baseline = Annotated[Path | None, _option("--baseline", help="Report only findings that are not in this baseline.")]
WriteBaseline = Annotated[
    Path | None, _option("--write-baseline", help="Write a baseline that accepts everything found now.")
]
EncoderName = Annotated[
    str | None, _option("--encoder", help="A sentence-transformers model or folder instead of the embedded one.")
]
TranslatorName = Annotated[
    str | None,
    _option(
        "--translator",
        help="Translate back with this service, off by default: google, mymemory, deepl, microsoft, yandex, libre=URL.",
    ),
]
JudgeAddress = Annotated[
    str | None,
    _option(
        "--judge", help="Ask a language model for a second opinion: the base address of an OpenAI-compatible service."
    ),
]
JudgeModel = Annotated[str, _option("--judge-model", help="The judge's model name.")]
CometModel = Annotated[
    str | None, _option("--comet", help="Ask a COMET model (unbabel-comet must be installed): its name or checkpoint.")
]
AllowPrivate = Annotated[bool, _option("--allow-private", help="Let addresses point into private networks.")]
Verbose = Annotated[bool, _option("--verbose", "-v", help="Tell more: minor findings, scores, checks.")]
Quiet = Annotated[bool, _option("--quiet", "-q", help="Only the verdict.")]
SETTINGS = frozenset(
    "original archive reference format output select ignore fail_on require_original style suppress baseline "
    "encoder translator judge judge_model comet allow_private verbose quiet".split()
)
"""Parameters that a settings file may set."""
