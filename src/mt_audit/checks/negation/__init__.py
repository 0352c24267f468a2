"""Negation: added, lost, and the words that deny by their meaning."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.negation.added import CHECK as ADDED
from mt_audit.checks.negation.lost import CHECK as LOST

CHECKS: tuple[Check, ...] = (ADDED, LOST)
