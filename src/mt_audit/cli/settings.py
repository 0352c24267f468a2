"""Settings files: ``mt-audit.toml``, or ``[tool.mt-audit]`` in ``pyproject.toml``, of the folder or one above it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from mt_audit.errors import UsageError


def find_settings(start: Path) -> tuple[Path, dict[str, Any]] | None:
    """The nearest settings table at or above ``start``, and the file it stands in. UsageError when it is not TOML."""
    for folder in (start, *start.parents):
        own = folder / "mt-audit.toml"
        if own.is_file():
            return own, _load(own)
        project = folder / "pyproject.toml"
        if project.is_file():
            table = _load(project).get("tool", {}).get("mt-audit")
            if isinstance(table, dict):
                return project, table
    return None


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read as TOML: {error}", "Mend the settings file.") from error


def defaults(known: set[str], start: Path) -> dict[str, Any]:
    """Option defaults from the settings file, by parameter name; UsageError for a key that is no option."""
    found = find_settings(start)
    if found is None:
        return {}
    path, table = found
    values = {key.replace("-", "_"): value for key, value in table.items()}
    unknown = sorted(set(values) - known)
    if unknown:
        raise UsageError(
            f"{path}: no setting is called {unknown[0].replace('_', '-')!r}.",
            f"Settings: {', '.join(sorted(name.replace('_', '-') for name in known))}.",
        )
    return values
