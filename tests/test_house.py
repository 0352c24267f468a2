"""The rules of the house: imports go down the floors only; starting up is light."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

FLOORS = (
    ("core", "errors"),
    ("text",),
    ("engine", "ingest", "fetch", "cachedir", "archive", "newswire"),
    ("align",),
    ("retrieve",),
    ("checks",),
    ("detect", "detection", "score", "provenance", "opinions"),
    ("pipeline",),
    ("report",),
    ("cli", "evaluate", "desk", "batch", "training"),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "mt_audit" else [node.module]
            )
            found.update(names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name.split(".")[1] for name in found if name.startswith("mt_audit.")}


def test_imports_go_down_the_floors_only(root):
    package = root / "src" / "mt_audit"
    climbing = []
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        if room in ("__init__", "__main__"):
            continue
        assert room in FLOOR, f"{room} stands on no floor"
        for other in _imported(path) - {room, "__version__"}:
            assert other in FLOOR, f"{path}: {other} stands on no floor"
            same_door = FLOOR[other] == FLOOR[room] and room not in ("core", "errors", "text")
            if FLOOR[other] > FLOOR[room] or (FLOOR[other] == FLOOR[room] and not same_door):
                climbing.append(f"{path.relative_to(package)} imports {other}")
    assert climbing == []


@pytest.mark.parametrize("arguments", [["-c", "import mt_audit"], ["-m", "mt_audit", "--help"]])
def test_starting_is_light_and_silent_on_the_network(arguments):
    watch = (
        "import sys, socket, json, runpy, contextlib, io\n"
        "def refused(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = refused; socket.getaddrinfo = refused\n"
        f"arguments = {arguments!r}\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    if arguments[0] == '-c': exec(arguments[1])\n"
        "    else: sys.argv = ['mt-audit', *arguments[2:]]; runpy.run_module(arguments[1], run_name='__main__')\n"
        "print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))\n"
    )
    run = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(json.loads(run.stdout))
    assert "mt_audit" in loaded
    assert loaded.isdisjoint({"torch", "lancedb", "sentence_transformers", "trafilatura", "pyarrow", "transformers"})


def test_every_public_name_is_exported():
    import mt_audit

    for name in mt_audit.__all__:
        assert getattr(mt_audit, name) is not None
    with pytest.raises(AttributeError):
        _ = mt_audit.nonsense
