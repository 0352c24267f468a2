"""Addition: clauses and sentences of the Arabic that the original does not have."""

from __future__ import annotations

from mt_audit.checks.addition.clause import CHECK as CLAUSE
from mt_audit.checks.addition.sentence import CHECK as SENTENCE
from mt_audit.checks.base import Check

CHECKS: tuple[Check, ...] = (CLAUSE, SENTENCE)
