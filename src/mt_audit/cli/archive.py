"""``mt-audit archive``: build, add, search, info, compact."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mt_audit.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from mt_audit.archive.readers import Item
    from mt_audit.archive.store import Added, Store
    from mt_audit.engine.kit import Kit

app = typer.Typer(no_args_is_help=True, help="The archive of originals: make it, add to it, search it.")

Place = Annotated[str, typer.Argument(help="The archive: a folder, or an object store address (s3://…).")]
Sources = Annotated[
    list[Path],
    typer.Argument(help="Folders or files: JSONL, CSV, TSV, Parquet, WARC, RSS/Atom, .urls lists, text, HTML, DOCX."),
]
EncoderName = Annotated[
    str | None, typer.Option(help="A sentence-transformers model or folder.", envvar="MT_AUDIT_ENCODER")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def build(archive: Place, sources: Sources, encoder: EncoderName = None, as_json: AsJson = False) -> None:
    """Make an archive of the sources, or go on with one: what is there already is left as it is."""
    from mt_audit.align import full_kit
    from mt_audit.archive.store import Store

    kit = full_kit(encoder)
    _add(Store.create(archive, kit), sources, kit, as_json=as_json)


@app.command()
def add(archive: Place, sources: Sources, encoder: EncoderName = None, as_json: AsJson = False) -> None:
    """Add the sources to an archive that exists."""
    from mt_audit.align import full_kit
    from mt_audit.archive.store import Store

    _add(Store.open(archive), sources, full_kit(encoder), as_json=as_json)


def _add(store: Store, sources: list[Path], kit: Kit, *, as_json: bool) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from mt_audit.archive.readers import files_of, read

    missing = [source for source in sources if not source.exists()]
    if missing:
        raise UsageError(f"{missing[0]} does not exist.", "Check the path.")
    files = [path for source in sources for path in files_of(source)]
    start = time.monotonic()
    said = TextColumn("{task.description}")
    columns = (SpinnerColumn(), said, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("reading", total=len(files))

        def items() -> Iterator[Item]:
            for path in files:
                yield from read(path)
                bar.advance(task)

        def tell(done: Added) -> None:
            bar.update(task, description=f"{done.new:,} new, {done.known:,} known, {len(done.skipped):,} skipped")

        done = store.add(items(), kit, tell)
    if done.new:
        store.compact()
        store.index(kit)
    _summary(store.location, len(store), done, time.monotonic() - start, as_json=as_json)


def _summary(location: str, size: int, done: Added, seconds: float, *, as_json: bool) -> None:
    if as_json:
        skipped = [{"where": skipped.where, "why": skipped.why} for skipped in done.skipped]
        content = {"archive": location, "size": size, "new": done.new, "known": done.known, "skipped": skipped}
        sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(
        f"{location}: {done.new:,} articles added, {done.known:,} known already, {len(done.skipped):,} skipped, "
        f"{size:,} in all; {seconds:.1f} s\n"
    )
    for why, count in Counter(skipped.why for skipped in done.skipped).most_common(10):
        example = next(skipped.where for skipped in done.skipped if skipped.why == why)
        sys.stdout.write(f"  skipped {count:,}: {why} (e.g. {example})\n")


@app.command()
def search(
    archive: Annotated[str, typer.Argument(help="An archive, a folder or a file of originals.")],
    text: Annotated[str, typer.Argument(help="Words to search for, in Arabic or in the originals' language.")],
    most: Annotated[int, typer.Option("-n", help="How many articles to show.", min=1, max=100)] = 10,
    encoder: EncoderName = None,
    as_json: AsJson = False,
) -> None:
    """Search an archive by words; for the original of a whole article use ``mt-audit find``."""
    import numpy as np

    from mt_audit.align import full_kit
    from mt_audit.archive import open_archive
    from mt_audit.archive.terms import wanted
    from mt_audit.text.words import words

    kit = full_kit(encoder)
    opened = open_archive(archive)
    index = opened.index(kit)
    keys = [kit.lexicon.lemma(word.key) if not word.arabic else word.key for word in words(text)]
    if not keys:
        raise UsageError("There are no words to search for.", "Give some words.")
    vectors = np.asarray(kit.encoder.encode([text]), dtype=np.float32)
    found = index.search(wanted(keys, kit.lexicon), vectors, most)
    rows = found.rows[:most].tolist()
    records = opened.records(rows)
    scores = found.fused[:most].tolist()
    if as_json:
        hits = [
            {"id": r.id, "title": r.title, "date": r.date, "url": r.url, "language": r.lang, "score": round(s / 2, 4)}
            for r, s in zip(records, scores, strict=True)
        ]
        sys.stdout.write(json.dumps(hits, ensure_ascii=False, indent=2) + "\n")
        return
    for record, score in zip(records, scores, strict=True):
        sys.stdout.write(f"{score / 2:.2f}  {record.date or '          '}  {record.title or record.id}  {record.url}\n")


@app.command()
def info(archive: Place, as_json: AsJson = False) -> None:
    """What an archive holds."""
    from mt_audit.archive.store import Store

    store = Store.open(archive)
    about = store.about()
    if as_json:
        sys.stdout.write(json.dumps(about, ensure_ascii=False) + "\n")
        return
    for name, value in about.items():
        shown = ", ".join(f"{k}: {v:,}" for k, v in value.items()) if isinstance(value, dict) else value
        sys.stdout.write(f"{name:10} {shown}\n")


@app.command()
def compact(
    archive: Place,
    encode: Annotated[bool, typer.Option("--encode", help="Make the vectors again with the encoder in use.")] = False,
    encoder: EncoderName = None,
) -> None:
    """Join small files, drop versions older than an hour, and make the search index again."""
    from mt_audit.align import full_kit
    from mt_audit.archive import is_store
    from mt_audit.archive.store import Store

    if not is_store(archive):
        raise ArchiveError(f"{archive} is no archive made by archive build.", "Plain folders need no compacting.")
    kit = full_kit(encoder)
    store = Store.open(archive)
    store.compact(kit if encode else None)
    store.index(kit)
    sys.stdout.write(f"{archive}: {len(store):,} articles\n")
