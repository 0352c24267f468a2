"""``evaluate links``: word links against sentences that were aligned by hand.

How the gold of ``tests/data/links.tsv`` was made, before any tuning: content words link with what renders them; all
words of a set phrase link with all words it renders (لقوا مصرعهم – *died*), a light verb with what its noun renders
(تم توجيه – *filed*), a governed particle with its verb's source (العثور على – *found*). Separate function words link
where both sides have them. Articles, clitics, auxiliaries without a word of their own, and additions are not linked.
"""

from __future__ import annotations

import hashlib
import time
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.evaluate.base import Figures, rows, suite

Link = tuple[int, int]


def digest(en: str, ar: str) -> str:
    """What ties a gold line to its sentence pair: twelve hex digits."""
    return hashlib.sha256(f"{en}\t{ar}".encode()).hexdigest()[:12]


def read_gold(path: Path, pairs: list[list[str]]) -> list[tuple[int, set[Link]]]:
    """Gold links by row of ``pairs`` (from 0). Lines whose digest is not that of their pair are left out.

    A line is: number of the pair from 1, digest, links ``ar-original`` with spaces between.
    """
    found: list[tuple[int, set[Link]]] = []
    for number, sha, links in (cells[:3] for cells in rows(path, 3)):
        row = int(number) - 1
        if row < len(pairs) and digest(pairs[row][0], pairs[row][1]) == sha:
            pair_links = {(int(a), int(e)) for a, e in (link.split("-") for link in links.split())}
            found.append((row, pair_links))
    return found


@suite("links")
def links(
    pairs: Annotated[Path, typer.Argument(help="TSV of en, ar.")],
    gold: Annotated[Path, typer.Option(help="TSV of line, digest, links.")],
    least: Annotated[float, typer.Option(help="Links less probable than this are not counted.")] = 0.5,
) -> Figures:
    """Precision, recall and F1 over all gold sentences together; ``ms_per_pair`` is processor time, over the file."""
    from mt_audit.align import full_kit
    from mt_audit.text.passage import Passage

    table = rows(pairs, 2)
    wanted = read_gold(gold, table)
    kit = full_kit()
    right = found = total = 0
    for row, links_of_row in wanted:
        got = kit.link(Passage(table[row][1], "ar"), Passage(table[row][0], "en"))
        chosen = {(link.ar, link.original) for link in got if link.probability >= least}
        right += len(chosen & links_of_row)
        found += len(chosen)
        total += len(links_of_row)
    precision, recall = right / max(found, 1), right / max(total, 1)
    passages = [(Passage(ar, "ar"), Passage(en, "en")) for en, ar, *_ in table]
    began = time.process_time()
    for ar, en in passages:
        kit.link(ar, en)
    seconds = time.process_time() - began
    return {
        "n": len(wanted),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "gold_links": total,
        "ms_per_pair": 1000 * seconds / max(len(passages), 1),
        "signature": f"lexicon:{kit.lexicon.signature}",
    }
