"""Every check, in report order: the only list."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from mt_audit.checks.base import Check
from mt_audit.errors import UsageError

FAMILIES = (
    "negation",
    "role",
    "number",
    "date",
    "unit",
    "direction",
    "quantifier",
    "construction",
    "modality",
    "attribution",
    "tense",
    "sense",
    "calque",
    "entity",
    "omission",
    "addition",
    "agreement",
    "grammar",
    "morphology",
    "untranslated",
    "fluency",
    "typography",
)
"""The folders of checks; each exports ``CHECKS``."""


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """All checks in report order; their modules are imported on the first call."""
    found: list[Check] = []
    for family in FAMILIES:
        if find_spec(f"mt_audit.checks.{family}") is None:
            continue
        found.extend(getattr(import_module(f"mt_audit.checks.{family}"), "CHECKS", ()))
    return tuple(found)


@lru_cache(maxsize=1)
def checks_beside_original() -> frozenset[str]:
    """Ids of the checks that compare the Arabic with the original's words."""
    return frozenset(check.id for check in all_checks() if check.scope in ("pair", "words"))


def __getattr__(name: str) -> tuple[Check, ...]:
    # Lazy, so that a check's module can be imported without importing all the others.
    if name == "ALL":
        return all_checks()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def matching(patterns: tuple[str, ...]) -> tuple[Check, ...]:
    """Checks whose name is, or whose id starts with, one of ``patterns``. UsageError for one that fits none."""
    for pattern in patterns:
        if not any(_fits(check, pattern) for check in all_checks()):
            raise UsageError(f"No check is called {pattern!r}.", "mt-audit checks lists them all.")
    return tuple(check for check in all_checks() if any(_fits(check, pattern) for pattern in patterns))


def _fits(check: Check, pattern: str) -> bool:
    return check.name == pattern.lower() or (bool(pattern) and check.id.startswith(pattern.upper()))


def selected(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """The checks to run: all, or those of ``select``, less those of ``ignore``."""
    chosen = matching(select) if select else all_checks()
    dropped = {check.id for check in matching(ignore)} if ignore else set()
    return tuple(check for check in chosen if check.id not in dropped)
