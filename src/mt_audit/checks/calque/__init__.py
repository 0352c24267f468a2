"""Calques: idioms and set phrases that were translated word for word."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.calque.idiom import CHECK as IDIOM

CHECKS: tuple[Check, ...] = (IDIOM,)
