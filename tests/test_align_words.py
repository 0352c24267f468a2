"""Word links: who renders whom, and how well on sentences aligned by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from mt_audit.align.words import link, rendering, source
from mt_audit.core import WordLink
from mt_audit.engine.kit import Kit
from mt_audit.evaluate.base import rows, table
from mt_audit.evaluate.links import read_gold
from mt_audit.text.passage import Passage


def linked(kit: Kit, arabic: str, english: str, language: str = "en") -> tuple[Passage, Passage, tuple[WordLink, ...]]:
    ar, original = Passage(arabic, "ar"), Passage(english, language)
    return ar, original, link(ar, original, kit)


def words_for(kit: Kit, arabic: str, english: str, word: str) -> list[str]:
    ar, original, links = linked(kit, arabic, english)
    index = [w.text for w in original.words].index(word)
    return [ar.words[i].text for i in rendering(links, index, 0.3)]


def test_a_word_and_its_rendering(kit: Kit) -> None:
    english = "The strikes killed ten people in Gaza"
    assert words_for(kit, "قتلت الغارات عشرة أشخاص في غزة", english, "strikes") == ["الغارات"]


def test_a_wrong_rendering_is_linked_all_the_same(kit: Kit) -> None:
    english = "The strikes killed ten people in Gaza"
    assert words_for(kit, "قتلت الإضرابات عشرة أشخاص في غزة", english, "strikes") == ["الإضرابات"]


def test_repeated_words_are_linked_in_order(kit: Kit) -> None:
    _, _, links = linked(kit, "وزير الخارجية ووزير الدفاع", "the foreign minister and the defence minister")
    assert source(links, 0) == (2,)
    assert 6 in source(links, 2)


def test_an_arabic_phrase_renders_one_word(kit: Kit) -> None:
    assert words_for(kit, "لا يزال الوضع خطيرا", "The situation is still dangerous", "still") == ["لا", "يزال"]


def test_an_unknown_word_between_sure_ones_is_linked_by_place(kit: Kit) -> None:
    ar, original, links = linked(kit, "رفضت المحكمة قرقوشا جديدا", "The court rejected a new zibblewort")
    found = {(ar.words[one.ar].text, original.words[one.original].text): one.probability for one in links}
    assert 0.1 < found["قرقوشا", "zibblewort"] < 0.8


def test_probabilities_are_ordered_within_each_word(kit: Kit) -> None:
    english = "The minister said the government would raise taxes"
    _, _, links = linked(kit, "قال الوزير إن الحكومة سترفع الضرائب", english)
    assert list(links) == sorted(links, key=lambda one: (one.ar, -one.probability, one.original))
    assert all(0.0 < one.probability <= 0.99 for one in links)


@pytest.mark.parametrize(("arabic", "english"), [("", ""), ("", "word"), ("كلمة", ""), ("«»", "…"), ("7", "7")])
def test_empty_sides(kit: Kit, arabic: str, english: str) -> None:
    links = linked(kit, arabic, english)[2]
    assert links == () or arabic == english


def test_a_word_of_tatweel_alone_does_no_harm(kit: Kit) -> None:
    assert linked(kit, "ـــ قرقوش", "zibblewort x")[2]


def test_links_by_hand(kit: Kit, shared: Path, root: Path) -> None:
    pairs = rows(shared / "data" / "eval" / "ntrex_dev.tsv.gz", 2)
    gold = read_gold(root / "tests" / "data" / "links.tsv", pairs)
    assert len(gold) >= 99
    right = found = total = 0
    for row, wanted in gold:
        links = linked(kit, pairs[row][1], pairs[row][0])[2]
        chosen = {(one.ar, one.original) for one in links if one.probability >= 0.5}
        right, found, total = right + len(chosen & wanted), found + len(chosen), total + len(wanted)
    assert 2 * right / (found + total) >= 0.75


def test_gold_of_another_text_is_left_out(tmp_path: Path) -> None:
    gold = tmp_path / "links.tsv"
    gold.write_text("1\t000000000000\t0-0\n", encoding="utf-8")
    assert read_gold(gold, [["Another sentence", "جملة أخرى"]]) == []


@pytest.mark.parametrize(("side", "form"), [("example_good_ar", "right_ar"), ("example_bad_ar", "wrong_ar")])
def test_renderings_of_contrast_pairs_are_found(kit: Kit, shared: Path, side: str, form: str) -> None:
    """On pairs never trained on, the word that renders the lemma is linked with it, be it right or wrong."""
    found = total = 0
    for row in table(shared / "lexicon" / "pairs_03.tsv"):
        ar, original = Passage(row[side], "ar"), Passage(row["example_en"], "en")
        start = row[side].find(row[form])
        wanted = {i for i, w in enumerate(ar.words) if w.span.start < start + len(row[form]) and w.span.end > start}
        places = [j for j, w in enumerate(original.words) if row["en"] in kit.lexicon.lemmas_of(w.text)]
        if start >= 0 and len(places) == 1:
            total += 1
            found += bool(wanted & set(rendering(link(ar, original, kit), places[0], 0.3)))
    assert total > 300
    assert found / total >= 0.95
