"""Measuring: each suite reads files of a fixed format and prints one JSON object of signed figures."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

MODULES = (
    "bitext",
    "names",
    "gender",
    "surprise",
    "links",
    "alignment",
    "retrieval",
    "detection",
    "planted",
    "traps",
    "controls",
    "reader",
    "pairs",
    "spans",
    "quality",
    "speed",
)
"""The suites, in the order in which the stages they measure run."""


def load_suites() -> None:
    """Import every suite's module, which registers it in ``evaluate.base.SUITES``."""
    for name in MODULES:
        if find_spec(f"mt_audit.evaluate.{name}") is not None:
            import_module(f"mt_audit.evaluate.{name}")
