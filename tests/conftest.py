"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

from mt_audit.align import full_kit
from mt_audit.engine.kit import Kit

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Evaluation data beside the checkout; tests that read it are skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the evaluation data (../shared) is not here")
    return folder


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The embedded engine, loaded once for all tests."""
    return full_kit()
