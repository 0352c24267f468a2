"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mt_audit.align import full_kit
from mt_audit.engine.kit import Kit

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests never touch the user's cache."""
    before = os.environ.get("MT_AUDIT_CACHE")
    os.environ["MT_AUDIT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["MT_AUDIT_CACHE"]
    else:
        os.environ["MT_AUDIT_CACHE"] = before


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
