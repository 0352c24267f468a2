"""Agreement with the names of persons."""

from mt_audit.checks.agreement import name_gender, name_gender_pair, name_gender_title
from mt_audit.checks.base import Check

CHECKS: tuple[Check, ...] = (name_gender_pair.check, name_gender.check, name_gender_title.check)
