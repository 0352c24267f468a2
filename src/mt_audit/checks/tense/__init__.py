"""Tense of news: what has happened and what is to come."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.tense.turned import CHECK as TURNED

CHECKS: tuple[Check, ...] = (TURNED,)
