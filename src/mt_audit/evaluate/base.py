"""What every measuring suite shares: its name, its JSON on standard output, its table for a person."""

from __future__ import annotations

import functools
import gzip
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ParamSpec

from mt_audit import __version__
from mt_audit.errors import UsageError

P = ParamSpec("P")
Figures = dict[str, Any]
SUITES: dict[str, Callable[..., None]] = {}
"""Every suite by name; filled as the suites' modules are imported."""


def suite(name: str) -> Callable[[Callable[P, Figures]], Callable[P, Figures]]:
    """Register a suite. The function returns its figures (with ``n``); the command prints them.

    The command's JSON is one object on standard output: ``suite``, the figures, ``signature``.
    """

    def register(measure: Callable[P, Figures]) -> Callable[P, Figures]:
        @functools.wraps(measure)
        def command(*args: P.args, **kwargs: P.kwargs) -> None:
            figures = measure(*args, **kwargs)
            extra = figures.pop("signature", "")
            signature = f"suite:{name}|version:{__version__}" + (f"|{extra}" if extra else "")
            result = {"suite": name, **figures, "signature": signature}
            if sys.stderr.isatty():
                _table(name, figures)
            sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")

        SUITES[name] = command
        return measure

    return register


def _flat(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", f"{value:.4g}" if isinstance(value, float) else str(value)


def _table(name: str, figures: Mapping[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("figure", "value", title=name)
    for key, value in _flat(figures):
        table.add_row(key, value)
    Console(stderr=True).print(table)


def read_text(path: Path) -> str:
    """Text of a UTF-8 file, gunzipped when its name ends in ``.gz``. Raises UsageError when it cannot be read."""
    try:
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
                return stream.read()
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise UsageError(
            f"{path} cannot be read as UTF-8 text: {error}", "Give a TSV or JSONL file, gzipped or not."
        ) from error


def rows(path: Path, columns: int) -> list[list[str]]:
    """Rows of a TSV with at least ``columns`` cells; shorter rows are an error that names the line."""
    table: list[list[str]] = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) < columns:
            raise UsageError(f"{path}, line {number}: {len(cells)} columns, {columns} expected.")
        table.append(cells)
    return table


def table(path: Path) -> list[dict[str, str]]:
    """Rows of a TSV with a header line, as dictionaries."""
    lines = read_text(path).splitlines()
    if not lines:
        raise UsageError(f"{path} is empty.")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:] if line.strip()]


def records(path: Path) -> list[dict[str, Any]]:
    """Objects of a JSONL file, one a line."""
    found = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise UsageError(f"{path}, line {number}: not JSON ({error.msg}).") from error
    return found
