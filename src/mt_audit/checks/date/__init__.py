"""Dates: weekday, month, year, day, decade and century, relative day."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.date.day import CHECK as DAY
from mt_audit.checks.date.decade import CHECK as DECADE
from mt_audit.checks.date.month import CHECK as MONTH
from mt_audit.checks.date.relative import CHECK as RELATIVE
from mt_audit.checks.date.weekday import CHECK as WEEKDAY
from mt_audit.checks.date.year import CHECK as YEAR

CHECKS: tuple[Check, ...] = (WEEKDAY, MONTH, YEAR, DAY, DECADE, RELATIVE)
