"""Omission: clauses and sentences of the original that the Arabic leaves out."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.omission.clause import CHECK as CLAUSE
from mt_audit.checks.omission.sentence import CHECK as SENTENCE

CHECKS: tuple[Check, ...] = (CLAUSE, SENTENCE)
