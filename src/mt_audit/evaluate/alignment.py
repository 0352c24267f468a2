"""``evaluate alignment``: parallel documents cut anew with fixed seeds, aligned, and compared with the known links."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.align.recut import Link, Recut, documents, recut
from mt_audit.evaluate.base import Figures, rows, suite


def prf(right_of_found: int, found: int, right_of_gold: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1; an empty side counts as 0."""
    precision = right_of_found / found if found else 0.0
    recall = right_of_gold / gold if gold else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def compare(found: Sequence[set[Link]], gold: Sequence[set[Link]]) -> dict[str, dict[str, float]]:
    """Strict (the very same link) and lax (shares a sentence on both sides) figures; gaps are not counted."""

    def touches(link: Link, others: set[Link]) -> bool:
        return any(set(link[0]) & set(o[0]) and set(link[1]) & set(o[1]) for o in others)

    n_found, n_gold = sum(map(len, found)), sum(map(len, gold))
    same = sum(len(f & g) for f, g in zip(found, gold, strict=True))
    lax_found = sum(touches(link, g) for f, g in zip(found, gold, strict=True) for link in f)
    lax_gold = sum(touches(link, f) for f, g in zip(found, gold, strict=True) for link in g)
    return {"strict": prf(same, n_found, same, n_gold), "lax": prf(lax_found, n_found, lax_gold, n_gold)}


def cut_documents(path: Path, non_one_to_one: float, deletions: float, crossings: float, seeds: int) -> list[Recut]:
    """Every document of a TSV (en, ar, doc), cut anew ``seeds`` times."""
    return [
        recut(
            document,
            random.Random(f"alignment.{seed}.{number}"),
            non_one_to_one=non_one_to_one,
            deletions=deletions,
            crossings=crossings,
        )
        for seed in range(seeds)
        for number, document in enumerate(documents(rows(path, 3)))
    ]


def split_documents(path: Path) -> list[Recut]:
    """Documents of a TSV of paragraphs (en, ar, name#number), split into sentences.

    The rows of one name are one document. Where both sides of a row have as many sentences, these are taken to render
    each other in order; the other rows are there to be aligned and are not counted.
    """
    from mt_audit.text.sentences import sentences

    found: dict[str, Recut] = {}
    for en, ar, name, *_ in rows(path, 3):
        document = found.setdefault(name.partition("#")[0], Recut())
        ours = [span.of(ar) for span in sentences(ar, "ar")]
        theirs = [span.of(en) for span in sentences(en, "en")]
        if len(ours) == len(theirs):
            for left, right in zip(ours, theirs, strict=True):
                document.add([left], [right])
        else:
            document.add(ours, [])
            document.add([], theirs)
    return list(found.values())


def _counted(links: set[Link], cut: Recut) -> set[Link]:
    """Of the links found, those that touch a sentence whose link is known."""
    ar = {i for link in cut.links for i in link[0]}
    original = {j for link in cut.links for j in link[1]}
    return {link for link in links if ar & set(link[0]) or original & set(link[1])}


@suite("alignment")
def alignment(
    docs: Annotated[Path, typer.Argument(help="TSV of en, ar, doc; rows of one document stand together.")],
    non_one_to_one: Annotated[float, typer.Option(help="Share of links that are not one to one.")] = 0.25,
    deletions: Annotated[float, typer.Option(help="Share of sentences whose counterpart is taken out.")] = 0.0,
    crossings: Annotated[float, typer.Option(help="Share of links that change places with the next.")] = 0.0,
    seeds: Annotated[int, typer.Option(help="How often each document is cut.")] = 3,
    split: Annotated[bool, typer.Option("--split", help="The rows are paragraphs: split them into sentences.")] = False,
) -> Figures:
    """Strict and lax precision, recall, F1 of sentence links; milliseconds of processor time after encoding."""
    from mt_audit.align import full_kit
    from mt_audit.align.evidence import Side
    from mt_audit.align.sentences import link_texts

    kit = full_kit()
    cuts = split_documents(docs) if split else cut_documents(docs, non_one_to_one, deletions, crossings, seeds)
    found: list[set[Link]] = []
    seconds = 0.0
    for cut in cuts:
        ar, original = Side(cut.ar, "ar", kit), Side(cut.original, "en", kit)
        ar.prepare()
        original.prepare()
        start = time.process_time()
        links = link_texts(ar, original)
        seconds += time.process_time() - start
        every = {(link.ar, link.original) for link in links}
        found.append(_counted(every, cut) if split else every)
    gold = [set(cut.links) for cut in cuts]
    total = sum(map(len, gold))
    odd = sum(1 for links in gold for a, o in links if (len(a), len(o)) != (1, 1))
    return {
        "n": len(cuts),
        **compare(found, gold),
        "ms_per_article": 1000 * seconds / max(len(cuts), 1),
        "links": total,
        "non_one_to_one": odd / max(total, 1),
        "signature": f"seeds:{seeds}|deletions:{deletions}|crossings:{crossings}|encoder:{kit.encoder.signature}",
    }
