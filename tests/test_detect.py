"""Machine or human: our own samples, seeds when they are here, signs with their spans, and evidence switched off."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from mt_audit import ingest
from mt_audit.core import Article, Document, Span
from mt_audit.detect import detect, label
from mt_audit.detection.evidence import COUNTS, KINDS
from mt_audit.detection.style import shape, tokens
from mt_audit.engine.kit import Kit

CARELESS = (
    "قال الرئيس بيترسن يوم الخميس إن الهجوم يزعم حياة تسعة أشخاص ، ووصف البلدة بأنها نقطة فلاش.\n"
    "“سوف نتابع الأمر” ، قال Petersen ، مضيفًا أن وقفةها كانت مؤقتة.\n"
    "ومع ذلك ، تم وصف المحادثات من قبل المساعد بأنها بناءة ، وفقًا لـ Petersen.\n"
    "في وقت سابق من هذا الأسبوع ، أعلنت بيترسن أن الصفقة مفتوحة.\n"
)


def document(text: str) -> Document:
    return ingest.document(Article("test", "ar", "", text))


def test_a_careless_translation_is_called_machine_and_the_signs_say_why(kit: Kit) -> None:
    doc = document(CARELESS)
    suspicion = detect(doc, kit)
    assert suspicion.label == "machine"
    assert suspicion.source_language == "en"
    quotes = {sign.span.of(doc.article.text) for sign in suspicion.signs}
    assert "وقفةها" in quotes
    assert {"grammar", "sense", "typography"} <= {sign.kind for sign in suspicion.signs}
    assert all(sign.why and sign.weight > 0 for sign in suspicion.signs)
    assert [s.span for s in suspicion.signs] == sorted(s.span for s in suspicion.signs)


def test_passages_cover_the_sentences_in_order_without_overlap(kit: Kit) -> None:
    doc = document(CARELESS * 3)
    spans = [passage.span for passage in detect(doc, kit).passages]
    assert spans[0].start == doc.sentences[0].span.start
    assert spans[-1].end == doc.sentences[-1].span.end
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_evidence_can_be_switched_off(kit: Kit, kind: str) -> None:
    suspicion = detect(document(CARELESS), kit, without=(kind,))
    assert kind not in {sign.kind for sign in suspicion.signs}


def test_spaces_alone_are_no_proof(kit: Kit) -> None:
    human = "أعلنت وزارة الصحة ، اليوم الخميس ، تسجيل إصابات جديدة بالحمى ، ودعت السكان إلى الحذر .\n"
    assert detect(document(human * 4), kit).label != "machine"


def test_hits_can_be_handed_in_by_kind(kit: Kit) -> None:
    text = "عقدت الحكومة اجتماعا طارئا يوم الأحد لبحث الأزمة. وقررت اللجنة تأجيل التصويت إلى الأسبوع المقبل."
    plain = detect(document(text), kit, hits={})
    marked = detect(document(text), kit, hits={"agreement": [Span(0, 4), Span(50, 56)]})
    assert marked.probability > plain.probability
    assert Span(0, 4) in [sign.span for sign in marked.signs]


def test_nothing_to_judge_is_undecided(kit: Kit) -> None:
    assert detect(document("!"), kit).label == "undecided"
    assert label(0.99, words=10) == "undecided"
    assert label(0.97, words=100) == "machine"
    assert label(0.1, words=100) == "human"
    assert label(0.6, words=100) == "undecided"


def test_german_leftovers_tell_the_source(kit: Kit) -> None:
    text = CARELESS.replace("Petersen", "Selenskyj").replace("بيترسن", "سيلنسكيج") + "Moskau, Russland\nQuellen\n"
    assert detect(document(text), kit).source_language == "de"


def test_same_input_same_answer(kit: Kit) -> None:
    assert detect(document(CARELESS), kit) == detect(document(CARELESS), kit)


def test_style_does_not_see_typography() -> None:
    assert tokens("قال ، «نعم» 30") == tokens("قال، “نعم” 45")
    assert shape("والمفاوضات") == shape("والمحادثات")
    assert len(COUNTS) == len({name for _, name in COUNTS})


@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
@pytest.mark.parametrize("repaired", [False, True])
def test_seeds_are_called_machine(kit: Kit, shared: Path, name: str, repaired: bool) -> None:
    text = (shared / "seeds" / f"{name}.txt").read_text("utf-8")
    suspicion = detect(document(repair(text) if repaired else text), kit)
    assert suspicion.probability >= 0.95
    assert suspicion.label == "machine"
    if not repaired:
        assert suspicion.source_language == ("de" if name == "004" else "en")


def repair(text: str) -> str:
    """What an editor mends first: spaces before marks, and names left in Latin letters."""
    return re.sub(r"\b[A-Z][A-Za-z]+(\s+[A-Z][A-Za-z]+)*\b", "", re.sub(r"\s+([،؛.:؟!,])", r"\1", text))


def test_human_articles_are_not_called_machine(kit: Kit, shared: Path) -> None:
    samples = shared / "samples"
    paths = [*samples.glob("*.human.ar.txt"), *samples.glob("*.native.ar.txt"), shared / "seeds" / "002.txt"]
    assert len(paths) > 5
    for path in sorted(paths):
        assert detect(document(path.read_text("utf-8")), kit).label != "machine", path.name
