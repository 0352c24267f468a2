"""``python -m mt_audit`` is ``mt-audit``."""

from mt_audit.cli import main

main()
