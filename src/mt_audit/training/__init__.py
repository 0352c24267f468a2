"""How every file of ``engine/assets`` was made, runnable again: ``python -m mt_audit.training``."""
