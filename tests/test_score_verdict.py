"""The verdict and the scores on our own articles: planted copies come out lower, and the more errors the lower."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from mt_audit.checks.base import View
from mt_audit.checks.viewing import joined
from mt_audit.core import Article, Category, Document, Finding, NoOriginal, Original, Severity, Span, Suspicion
from mt_audit.evaluate.planting import plant, stock_of
from mt_audit.ingest import read
from mt_audit.pipeline import Auditor, Settings
from mt_audit.score.verdict import verdict
from mt_audit.text.passage import Passage

SLUGS = ("ceasefire", "central-bank", "court-minister", "earthquake", "football-takeover", "wildfire")
COUNTS = (2, 4, 8)


def finding(severity: Severity, confidence: float, start: int, check: str = "SEN001") -> Finding:
    span = Span(start, start + 5)
    return Finding(check, "wrong-sense", Category.SENSE, severity, confidence, span, "إضراب", "why", None, "strike")


TEXT = "نفذ الجيش إضراب على الموقع. " * 40
DOCUMENT = Document(Article("a", "ar", "", TEXT), ())
HUMAN = Suspicion(0.1, "human", None)
NONE = NoOriginal("none")


def test_a_doubtful_finding_does_not_hold_a_text_up_and_a_sure_one_does():
    assert verdict(DOCUMENT, [finding(Severity.MAJOR, 0.4, 0)], HUMAN, NONE).grade == "publish"
    assert verdict(DOCUMENT, [finding(Severity.MAJOR, 0.8, 0)], HUMAN, NONE).grade == "correct"
    assert verdict(DOCUMENT, [finding(Severity.MINOR, 0.9, i) for i in range(30)], HUMAN, NONE).grade == "publish"


def test_the_most_harmful_are_named_first_with_the_words_they_render():
    findings = [
        finding(Severity.MAJOR, 0.9, 0, "NUM001"),
        finding(Severity.CRITICAL, 0.7, 10),
        finding(Severity.CRITICAL, 0.6, 30),
        replace(finding(Severity.CRITICAL, 0.5, 50, "POL001"), name="polarity"),
    ]
    told = verdict(DOCUMENT, findings, HUMAN, NONE)
    assert told.grade == "reject"
    assert told.reasons[0] == "critical wrong-sense: «إضراب» for “strike”"
    assert told.reasons[1].startswith("critical polarity")
    assert "3 critical and 1 major" in told.reasons[2]


@pytest.fixture(scope="module")
def families(kit, root):
    """For each slug the scores of the human version and of copies with more and more planted errors."""
    auditor = Auditor(Settings(strict=True), kit)
    found = {}
    for slug in SLUGS:
        human, source = read(root / "seeds" / f"{slug}.human.txt"), read(root / "reference" / f"{slug}.txt")
        clean = auditor.audit(human, source)
        assert isinstance(clean.original, Original)
        sides = [(joined(clean.document, p.ar), joined(clean.original.document, p.original)) for p in clean.pairs]
        full = [(ar, en) for ar, en in sides if ar is not None and en is not None]
        views = [View(Passage(ar.text, "ar"), kit, Passage(en.text, "en")) for ar, en in full]
        stock, random, counts = stock_of(views), Random(7), dict[str, int]()
        tried = [(ar, plant(view, stock, random, counts)) for (ar, _), view in zip(full, views, strict=True)]
        planted = [(ar, one) for ar, one in tried if one is not None]
        random.shuffle(planted)
        scores = [_scores(clean)]
        for count in COUNTS:
            text = human.text
            for ar, one in sorted(planted[:count], key=lambda pair: -pair[0].start):
                text = text[: ar.start] + one.text + text[ar.start + len(ar.text) :]
            scores.append(_scores(auditor.audit(replace(human, text=text), source)))
        found[slug] = scores
    return found


def _scores(report) -> tuple[float, float]:
    quality = next(score for score in report.scores if score.name == "quality")
    assert quality.low <= quality.value <= quality.high
    return report.verdict.score, quality.value


@pytest.mark.parametrize("which", [0, 1], ids=["mqm", "quality"])
def test_planted_copies_score_lower_and_more_errors_lower_still(families, which):
    lower = [copy[which] < scores[0][which] for scores in families.values() for copy in scores[1:]]
    assert sum(lower) / len(lower) >= 0.95, families
    means = [sum(scores[k][which] for scores in families.values()) / len(families) for k in range(1 + len(COUNTS))]
    assert means == sorted(means, reverse=True)
