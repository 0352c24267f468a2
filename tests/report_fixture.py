"""A report made by hand from our own sample article and its planted errors, for the tests of the report formats."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mt_audit.core import (
    Article,
    Candidate,
    Category,
    CheckRun,
    Chrome,
    Document,
    Finding,
    NoOriginal,
    Original,
    Pair,
    Report,
    Score,
    Sentence,
    Severity,
    Sign,
    Span,
    SuspectPassage,
    Suspicion,
    Verdict,
)

ROOT = Path(__file__).parent.parent
CHECKS = {
    Category.SENSE: ("SEN101", "wrong-sense"),
    Category.CALQUE: ("SEN201", "calque"),
    Category.POLARITY: ("POL101", "polarity-turned"),
    Category.ROLE: ("ROL101", "roles-swapped"),
    Category.NUMBER: ("NUM101", "number-changed"),
    Category.UNIT: ("NUM201", "unit-changed"),
    Category.MODALITY: ("MOD101", "certainty-changed"),
    Category.ENTITY_UNTRANSLATED: ("ENT101", "name-left-latin"),
    Category.AGREEMENT: ("AGR101", "gender-disagrees"),
    Category.TYPOGRAPHY: ("TYP101", "space-before-mark"),
    Category.QUOTE_BROKEN: ("QUO101", "quote-unclosed"),
    Category.BOILERPLATE: ("BOI101", "site-chrome"),
}


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def cut(text: str, skip: tuple[Span, ...] = ()) -> tuple[Sentence, ...]:
    """Sentences by a rough rule that suits the sample; the real splitter has tests of its own."""
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in re.finditer(r"[.!?؟][»\"”]?(?=\s|$)|$", line[0]):
            if line.start() + end.end() > start:
                spans.append(Span(start, line.start() + end.end()))
                start = line.start() + end.end() + 1
    kept = [span for span in spans if not any(span.overlaps(other) for other in skip)]
    return tuple(Sentence(index, span, headline=index == 0) for index, span in enumerate(kept))


def findings(ar: str, en: str) -> tuple[Finding, ...]:
    made = []
    for line in read("seeds/ceasefire.gold.jsonl").splitlines():
        row = json.loads(line)
        category = Category(row["category"])
        check, name = CHECKS[category]
        original = Span(row["en_start"], row["en_end"]) if row["en"] else None
        span = Span(row["start"], row["end"])
        made.append(
            Finding(
                check=check,
                name=name,
                category=category,
                severity=Severity(row["severity"]),
                confidence=0.55 + (row["start"] % 43) / 100,
                span=span,
                quote=span.of(ar),
                message=f"{row['note'][0].upper()}{row['note'][1:]}.",
                original_span=original,
                original_quote=original.of(en) if original else None,
                suggestion=row["correction"],
            )
        )
    return tuple(made)


def article() -> Article:
    text = read("seeds/ceasefire.txt")
    return Article(
        id="ceasefire",
        language="ar",
        title=text.partition("\n")[0],
        text=text,
        url="https://news.example/2026/03/ceasefire?a=1&b=2",
        published="2026-03-13",
    )


def original_document() -> Document:
    text = read("reference/ceasefire.txt")
    title = text.partition("\n")[0]
    url = "https://wire.example/chad"
    return Document(Article("chad-truce", "en", title, text, url=url, published="2026-03-12"), cut(text))


def make_pairs(ar: Document, original: Document) -> tuple[Pair, ...]:
    """One to one, but for one sentence each side has to itself and one that renders two."""
    n, m = len(ar.sentences), len(original.sentences)
    pairs = [Pair((i,), (i,), 0.9 - i % 5 / 20) for i in range(min(n, m))]
    # Pretend that the fourth original sentence was left out and the sixth Arabic one stands alone.
    pairs[3:6] = [Pair((3, 4), (4,), 0.71), Pair((), (3,), 0.0), Pair((5,), (), 0.0), Pair((), (5,), 0.0)]
    pairs += [Pair((i,), (), 0.0) for i in range(m, n)]
    pairs += [Pair((), (i,), 0.0) for i in range(n, m)]
    return tuple(pairs)


def report() -> Report:
    ar = article()
    chrome = tuple(
        Chrome(Span(ar.text.index(words), ar.text.index(words) + len(words)), why)
        for words, why in (("إعلان", "advertisement label"), ("Source link", "link line of the syndicating site"))
    )
    document = Document(ar, cut(ar.text, tuple(piece.span for piece in chrome)), chrome)
    original = original_document()
    found = findings(ar.text, original.article.text)
    spans = [found[i].span for i in (0, 9, 3, 15)]
    suspicion = Suspicion(
        probability=0.968,
        label="machine",
        source_language="en",
        passages=(SuspectPassage(Span(0, 700), 0.93), SuspectPassage(Span(860, 1745), 0.98)),
        signs=(
            Sign(spans[0], "Headline opens with a noun where the English has a verb in -s.", "headline", 1.2),
            Sign(spans[1], "A verb of claiming with no claimant: English 'claimed the lives'.", "calque", 2.1),
            Sign(spans[2], "A sense of the verb that no news writer would use here.", "sense", 0.8),
            Sign(spans[3], "A labour strike by a drone.", "collocation", 2.6),
        ),
    )
    candidates = (
        Candidate(
            "chad-truce", original.article.title, 0.931, original.article.url, "en", ("15 of 16 sentences align",)
        ),
        Candidate("chad-rains", "Rains cut off Chad's southeast as aid convoys wait", 0.214, None, "en", ("Haraze",)),
        Candidate("doha-talks", "Qatar hosts new round of talks", 0.187, "https://wire.example/doha"),
    )
    runs = tuple(
        CheckRun(check, "ran", "", tuple(finding for finding in found if finding.check == check))
        for check in sorted({finding.check for finding in found})
    )
    return Report(
        document=document,
        suspicion=suspicion,
        original=Original(original, 0.931, 0.717, candidates, reason="15 of 16 sentences align; 9 shared names"),
        pairs=make_pairs(document, original),
        runs=(
            *runs,
            CheckRun("RDR101", "skipped", "the reader is not installed"),
            CheckRun("DAT101", "failed", "ValueError: day 31 of a 30-day month"),
        ),
        scores=(
            Score("quality", 41.3, "mt-audit:quality|v:1|enc:embedded-abc", 37.9, 44.8),
            Score("chrF2++", 38.21, "nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.6.0", 36.0, 40.1),
            Score("comet", None, "", reason="no model of that name is installed"),
        ),
        verdict=Verdict(
            "reject",
            21.0,
            (
                "Nine statements say something other than the original, two of them figures.",
                "The accuser and the accused are swapped in the fourth paragraph.",
                "Reads as unedited machine translation from English.",
            ),
        ),
        findings=found,
        provenance={
            "version": "0.1.0",
            "settings": "sha256:6f1ed002ab55",
            "encoder": "embedded/1 sha256:9f86d081884c",
            "archive": "reference sha256:2c26b46b68ff",
            "assets": "encoder 9f86d081 · lexicon 60303ae2 · names fd61a03a",
        },
    )


def bare_report(text: str, language: str = "ar", **changes: object) -> Report:
    """A report on ``text`` with nothing found and no original; ``changes`` replace fields."""
    ar = Article("bare", language, text.partition("\n")[0], text)
    fields = {
        "document": Document(ar, cut(text)),
        "suspicion": Suspicion(0.03, "human", None),
        "original": NoOriginal("The archive is empty."),
        "pairs": (),
        "runs": (CheckRun("NUM101", "skipped", "needs an original"),),
        "scores": (),
        "verdict": Verdict("publish", 100.0, ("Nothing at major or above was found.",)),
        "findings": (),
        "provenance": {"version": "0.1.0"},
    }
    return Report(**(fields | changes))  # type: ignore[arg-type]
