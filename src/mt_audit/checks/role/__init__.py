"""Roles: who does what to whom."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.role.agent import CHECK as AGENT
from mt_audit.checks.role.possessive import CHECK as POSSESSIVE
from mt_audit.checks.role.swapped import CHECK as SWAPPED

CHECKS: tuple[Check, ...] = (SWAPPED, AGENT, POSSESSIVE)
