"""Sentence alignment: links of several sentences, gaps, crossings, headlines, speed, and the files it is written to."""

from __future__ import annotations

import json
import time
from xml.etree import ElementTree

import numpy as np
import pytest

from mt_audit import ingest
from mt_audit.align import export
from mt_audit.align.evidence import Evidence, Side, figure
from mt_audit.align.programme import CROSSED, best_path
from mt_audit.align.sentences import align, link_texts
from mt_audit.core import Article, Document, Pair
from mt_audit.engine.kit import Kit

EN = [
    "The president said on Monday that the ceasefire would last 30 days.",
    "Fighting continued in Kursk, where 12 people were killed.",
    "Steve Witkoff arrived in Moscow for talks with Vladimir Putin.",
    "Oil prices rose by 4 percent after the announcement.",
    "The court sentenced the former minister to five years in prison.",
]
AR = [
    "قال الرئيس يوم الاثنين إن وقف إطلاق النار سيستمر 30 يوما.",
    "واستمر القتال في كورسك حيث قتل 12 شخصا.",
    "وصل ستيف ويتكوف إلى موسكو لإجراء محادثات مع فلاديمير بوتين.",
    "ارتفعت أسعار النفط بنسبة 4 في المئة بعد الإعلان.",
    "وحكمت المحكمة على الوزير السابق بالسجن خمس سنوات.",
]


Links = set[tuple[tuple[int, ...], tuple[int, ...]]]


def links(ar: list[str], original: list[str], kit: Kit, language: str = "en") -> Links:
    found = link_texts(Side(ar, "ar", kit), Side(original, language, kit))
    return {(link.ar, link.original) for link in found}


def document(lines: list[str], language: str) -> Document:
    return ingest.document(Article("a", language, "", "\n".join(lines)))


def test_one_to_one(kit: Kit) -> None:
    assert links(AR, EN, kit) == {((i,), (i,)) for i in range(5)}


def test_two_sentences_rendered_by_one(kit: Kit) -> None:
    assert ((1,), (1, 2)) in links([AR[0], f"{AR[1]} {AR[2]}", AR[3], AR[4]], EN, kit)


def test_one_sentence_rendered_by_two(kit: Kit) -> None:
    assert ((2, 3), (2,)) in links(AR, [*EN[:2], f"{EN[2]} {EN[3]}", EN[4]], kit)


def test_gaps_on_both_sides_become_pairs_with_an_empty_side(kit: Kit) -> None:
    pairs = align(document([AR[0], AR[1], AR[3], AR[4]], "ar"), document([EN[0], EN[2], EN[3], EN[4]], "en"), kit)
    found = [(pair.ar, pair.original) for pair in pairs]
    assert found == [((0,), (0,)), ((), (1,)), ((1,), ()), ((2,), (2,)), ((3,), (3,))]


def test_neighbours_that_changed_places(kit: Kit) -> None:
    found = links([AR[0], AR[2], AR[1], AR[3], AR[4]], EN, kit)
    assert {((1,), (2,)), ((2,), (1,))} <= found


def test_a_sentence_that_moved_further(kit: Kit) -> None:
    assert ((3,), (1,)) in links([AR[0], AR[2], AR[3], AR[1], AR[4]], EN, kit)


def test_german_original_is_aligned_by_names_figures_and_the_word_list(kit: Kit) -> None:
    german = [
        "Der Präsident sagte am Montag, die Waffenruhe werde 30 Tage dauern.",
        "In Kursk gingen die Kämpfe weiter, 12 Menschen wurden getötet.",
        "Steve Witkoff traf in Moskau zu Gesprächen mit Wladimir Putin ein.",
        "Die Ölpreise stiegen nach der Ankündigung um 4 Prozent.",
        "Das Gericht verurteilte den früheren Minister zu fünf Jahren Gefängnis.",
    ]
    assert links(AR, german, kit, "de") == {((i,), (i,)) for i in range(5)}


def test_headlines_are_linked_to_headlines_and_are_never_gaps(kit: Kit) -> None:
    ar = document(["بوتين يبحث الهدنة مع مبعوث ترامب", "", *AR], "ar")
    original = document(["Putin discusses truce with Trump envoy", "", *EN], "en")
    pairs = align(ar, original, kit)
    assert Pair((0,), (0,), pairs[0].score) == pairs[0]
    alone = align(ar, document(EN, "en"), kit)
    assert all(0 not in pair.ar or pair.original for pair in alone)


def test_every_sentence_is_in_exactly_one_pair(kit: Kit) -> None:
    ar, original = document([*AR, AR[0]], "ar"), document([EN[4], *EN[:3]], "en")
    pairs = align(ar, original, kit)
    assert sorted(i for pair in pairs for i in pair.ar) == list(range(6))
    assert sorted(j for pair in pairs for j in pair.original) == list(range(4))


def test_a_right_link_is_surer_than_a_link_of_strangers(kit: Kit) -> None:
    right = min(link.score for link in link_texts(Side(AR, "ar", kit), Side(EN, "en", kit)))
    strangers = ["A new species of frog was found in the forest.", "The film opens in cinemas in autumn."]
    wrong = [link.score for link in link_texts(Side(AR[:2], "ar", kit), Side(strangers, "en", kit))]
    assert right > 0.7
    assert all(score < 0.6 for score in wrong)


@pytest.mark.parametrize(
    ("ar", "original"), [([], EN), (AR, []), ([], []), (["…"], ["!"]), (["\u200f" * 5, "ـــ", "ًٌ"], EN)]
)
def test_nothing_to_align_does_no_harm(kit: Kit, ar: list[str], original: list[str]) -> None:
    assert isinstance(links(ar, original, kit), set)


def test_alignment_is_the_same_every_time(kit: Kit) -> None:
    first = align(document(AR, "ar"), document(EN, "en"), kit)
    assert first == align(document(AR, "ar"), document(EN, "en"), kit)


def test_thirty_by_thirty_takes_milliseconds(kit: Kit) -> None:
    ar, original = Side(AR * 6, "ar", kit), Side(EN * 6, "en", kit)
    ar.prepare()
    original.prepare()
    link_texts(ar, original)
    start = time.process_time()
    for _ in range(5):
        link_texts(ar, original)
    assert (time.process_time() - start) / 5 < 0.03


def test_best_path_takes_gaps_and_exchanges_where_they_pay() -> None:
    single = np.array([[0.9, 0, 0], [0, 0, 0.8], [0, 0.8, 0]], dtype=np.float32) - 0.1
    crossed = single[:-1, 1:] + single[1:, :-1] - 0.1
    assert best_path(3, 3, {(1, 1): single}) in ([(0, 1, 0, 1), (1, 1, 2, 1)], [(0, 1, 0, 1), (2, 1, 1, 1)])
    assert set(best_path(3, 3, {(1, 1): single, CROSSED: crossed})) == {(0, 1, 0, 1), (1, 1, 2, 1), (2, 1, 1, 1)}


def test_runs_are_sums_of_their_sentences(kit: Kit) -> None:
    evidence = Evidence(Side(AR, "ar", kit), Side(EN, "en", kit))
    joined = Evidence(Side([AR[0], f"{AR[1]} {AR[2]}", *AR[3:]], "ar", kit), Side(EN, "en", kit))
    assert evidence.dense(2, 2)[1, 1] > evidence.dense(2, 2)[0, 2]
    assert joined.coverage(1, 2)[0][1, 1] == pytest.approx(evidence.coverage(2, 2)[0][1, 1], abs=0.15)


def test_figures_lose_their_separators() -> None:
    assert figure("5,000") == figure("5.000") == figure("5000") == "5000"
    assert figure("4.5") == "4.5"
    assert figure("مئة") is None


def test_exports_hold_the_same_pairs(kit: Kit) -> None:
    ar = document([AR[0], AR[1] + " \u0001<b>&", AR[2]], "ar")
    original = document([EN[0], EN[2], EN[3]], "en")
    pairs = align(ar, original, kit)
    table = export.tsv(pairs, ar, original).splitlines()
    assert len(table) == len(pairs) + 1
    assert all(len(line.split("\t")) == 5 for line in table)
    content = json.loads(export.as_json(pairs, ar, original))
    for pair in content["pairs"]:
        for sentence in pair["ar"]:
            assert ar.article.text[sentence["start"] : sentence["end"]] == sentence["text"]
    memory = ElementTree.fromstring(export.tmx(pairs, ar, original))
    units = memory.findall("./body/tu")
    assert len(units) == sum(1 for pair in pairs if pair.ar and pair.original)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [variant.get(language) for variant in units[0].findall("tuv")] == ["en", "ar"]
