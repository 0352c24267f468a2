"""Another version of the story, and a retelling of it, are no proof of error."""

from __future__ import annotations

from mt_audit.checks import checks_beside_original
from mt_audit.checks.versions import as_version, doubted
from mt_audit.core import Article, Category, Document, Finding, Original, Pair, Severity, Span


def original(**more) -> Original:
    return Original(Document(Article("o", "en", "", "Text."), ()), **{"score": 0.9, "margin": 0.5, **more})


def pairs(linked: int, alone: int) -> list[Pair]:
    return [Pair((n,), (n,), 0.9) for n in range(linked)] + [Pair((linked + n,), (), 0.0) for n in range(alone)]


def test_one_sentence_without_counterpart_may_be_an_addition_several_are_a_version():
    assert not as_version(original(), pairs(12, 1)).truncated
    assert not as_version(original(), pairs(40, 2)).truncated
    marked = as_version(original(), pairs(9, 3))
    assert marked.truncated
    assert marked.reason == "3 of 12 sentences of the Arabic are not in this version"
    assert as_version(None, []) is None


def test_what_rests_on_a_retelling_is_minor_and_half_as_sure():
    beside = sorted(checks_beside_original())[0]
    found = [
        Finding(check, "x", Category.SENSE, Severity.CRITICAL, 0.8, Span(0, 1), "x", "It differs.")
        for check in (beside, "MOR101")
    ]
    told = doubted(found, original(score=0.6))
    assert [(f.severity, f.confidence) for f in told] == [(Severity.MINOR, 0.4), (Severity.CRITICAL, 0.8)]
    assert "retelling" in told[0].message
    assert doubted(found, original(score=0.6, given=True)) == found
    assert doubted(found, original()) == found
    assert doubted(found, None) == found
