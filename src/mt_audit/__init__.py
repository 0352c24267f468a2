"""mt-audit: audits Arabic news for machine translation.

>>> import mt_audit
>>> report = mt_audit.audit("article.txt", archive="reference")     # doctest: +SKIP
>>> report.verdict.grade                                             # doctest: +SKIP
'reject'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mt_audit.checks.base import Check
    from mt_audit.core import Article, Finding, Report
    from mt_audit.pipeline import Auditor, audit

__version__ = "0.1.0"
__all__ = ["Article", "Auditor", "Check", "Finding", "Report", "__version__", "audit"]

_HOMES = {
    "Article": "mt_audit.core",
    "Auditor": "mt_audit.pipeline",
    "Check": "mt_audit.checks.base",
    "Finding": "mt_audit.core",
    "Report": "mt_audit.core",
    "audit": "mt_audit.pipeline",
}


def __getattr__(name: str) -> Any:
    # Resolved on first use (PEP 562): `import mt_audit` stays instant.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'mt_audit' has no attribute {name!r}")
