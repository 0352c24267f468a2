"""The measures of alignment and retrieval: what is cut anew, what is counted, and what is printed."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from mt_audit.align.recut import Recut, documents, recut
from mt_audit.evaluate.alignment import alignment, compare, cut_documents, split_documents
from mt_audit.evaluate.retrieval import questions, retrieval

ROWS = [(f"قال الوزير رقم {n} إن الاتفاق، الذي وقع في المدينة، سيبقى ساري المفعول عاما.",
         f"Minister number {n} said that the agreement, which was signed in the city, would hold for a year.")
        for n in range(40)]  # fmt: skip


def cut(seed: int = 0, **settings: float) -> Recut:
    chosen = {"non_one_to_one": 0.25, "deletions": 0.0, "crossings": 0.0, **settings}
    return recut(ROWS, random.Random(seed), **chosen)


def test_cutting_loses_no_text() -> None:
    result = cut()
    assert " ".join(result.ar).split() == " ".join(ar for ar, _ in ROWS).split()
    assert " ".join(result.original).split() == " ".join(original for _, original in ROWS).split()
    assert sorted(i for link in result.links for i in link[0]) == list(range(len(result.ar)))
    assert sorted(j for link in result.links for j in link[1]) == list(range(len(result.original)))


def test_cutting_is_the_same_for_the_same_seed() -> None:
    assert cut(3) == cut(3)
    assert cut(3) != cut(4)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5])
def test_share_of_links_that_are_not_one_to_one(share: float) -> None:
    links = [link for seed in range(20) for link in cut(seed, non_one_to_one=share).links]
    odd = sum((len(a), len(b)) != (1, 1) for a, b in links) / len(links)
    assert odd == pytest.approx(share, abs=0.05)


def test_links_join_the_same_matter_even_when_crossed() -> None:
    for seed in range(10):
        result = cut(seed, non_one_to_one=0.0, crossings=0.2, deletions=0.1)
        assert all(result.ar[a[0]].split("رقم ")[1].split()[0] in result.original[o[0]] for a, o in result.links)
        assert len(result.links) < 40


def test_counting() -> None:
    gold = [{((0,), (0,)), ((1, 2), (1,))}]
    same = compare(gold, gold)
    assert same["strict"]["f1"] == same["lax"]["f1"] == 1.0
    near = compare([{((0,), (0,)), ((1,), (1,)), ((3,), (3,))}], gold)
    assert near["strict"]["precision"] == pytest.approx(1 / 3)
    assert near["strict"]["recall"] == pytest.approx(1 / 2)
    assert near["lax"]["precision"] == pytest.approx(2 / 3)
    assert near["lax"]["recall"] == 1.0
    assert compare([set()], gold)["strict"]["f1"] == 0.0


def write(path: Path) -> Path:
    rows = []
    for n in range(18):
        en = f"The minister of finance said tax number {n} would rise."
        rows.append((en, f"قال وزير المالية إن الضريبة رقم {n} سترتفع.", f"d{n // 6}"))
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_documents_are_runs_of_rows(tmp_path: Path) -> None:
    assert [len(doc) for doc in documents([["a", "b", "x"], ["c", "d", "x"], ["e", "f", "y"]])] == [2, 1]
    assert len(cut_documents(write(tmp_path / "d.tsv"), 0.25, 0.0, 0.0, 2)) == 6


def test_paragraphs_are_split_and_counted_where_both_sides_have_as_many_sentences(tmp_path: Path) -> None:
    path = tmp_path / "p.tsv"
    path.write_text(
        "He came. She left.\tجاء. وغادرت.\tdoc#0\nOne only.\tواحدة. فقط.\tdoc#1\nThe end.\tالنهاية.\tother#0\n",
        encoding="utf-8",
    )
    first, second = split_documents(path)
    assert first.links == [((0,), (0,)), ((1,), (1,))]
    assert len(first.ar) == 4
    assert second.links == [((0,), (0,))]


def test_alignment_prints_what_is_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from mt_audit.evaluate.base import SUITES

    SUITES["alignment"](write(tmp_path / "d.tsv"), 0.25, 0.0, 0.0, 1)
    content = json.loads(capsys.readouterr().out)
    assert content["suite"] == "alignment"
    assert content["n"] == 3
    assert set(content["strict"]) == set(content["lax"]) == {"precision", "recall", "f1"}
    assert content["ms_per_article"] > 0
    assert "seeds:1" in content["signature"]


def test_alignment_of_news_is_good_enough(shared: Path) -> None:
    figures = alignment(shared / "data" / "eval" / "ntrex_dev.tsv.gz", 0.25, 0.0, 0.0, 1)
    assert figures["strict"]["f1"] >= 0.94
    assert figures["non_one_to_one"] == pytest.approx(0.25, abs=0.03)


def test_retrieval_hides_questions_among_others(tmp_path: Path) -> None:
    docs = write(tmp_path / "d.tsv")
    whole = list(questions(docs, 1.0))
    third = list(questions(docs, 1 / 3))
    assert [len(article.text.splitlines()) for article, _ in whole] == [6, 6, 6]
    assert [len(article.text.splitlines()) for article, _ in third] == [2, 2, 2]
    assert [record for _, record in whole] == [record for _, record in third]
    others = tmp_path / "o.jsonl"
    others.write_text(
        json.dumps({"id": "o", "text": "A new species of frog was found in the forest of Brazil."}) + "\n"
    )
    figures = retrieval(docs, [others], 1.0)
    assert figures["archive_size"] == 4
    assert {"recall_at_1", "recall_at_5", "false_found", "latency_ms"} <= set(figures)
    assert set(figures["latency_ms"]) == {"p50", "p95"}
