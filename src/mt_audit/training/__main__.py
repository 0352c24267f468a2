"""``python -m mt_audit.training ASSET… --shared DIR --out DIR``: make every file of ``engine/assets`` again."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

ASSETS = ("encoder", "lexicon", "names", "language", "grammar", "sense", "detector", "quality", "sentence_links")
"""In the order in which they build on one another."""


def run(
    assets: Annotated[list[str], typer.Argument(help=f"Any of: {', '.join(ASSETS)}; or all.")],
    shared: Annotated[Path, typer.Option(help="The folder that holds data/ and lexicon/.")] = Path("../shared"),
    out: Annotated[Path, typer.Option(help="Where assets are written.")] = Path("src/mt_audit/engine/assets"),
) -> None:
    """Train assets from the named inputs, with fixed seeds: the same inputs give the same files."""
    wanted = ASSETS if assets == ["all"] else tuple(assets)
    unknown = [name for name in wanted if name not in ASSETS]
    if unknown:
        raise typer.BadParameter(f"no asset is called {unknown[0]}; there are {', '.join(ASSETS)}")
    if not (shared / "data").is_dir():
        raise typer.BadParameter(f"{shared} holds no data/ folder")
    for name in wanted:
        typer.echo(f"training {name}", err=True)
        import_module(f"mt_audit.training.{name}").train(shared, out)


if __name__ == "__main__":
    typer.run(run)
