"""Article → its original in an archive, or an honest "none found".

An index brings up what shares terms and meaning; what comes up is aligned with the article sentence by sentence, and
the better it aligns, both ways, the higher it stands. So a paraphrase, an earlier version or another meeting of the
same people falls behind the text that was really translated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from mt_audit import ingest
from mt_audit.align.calibration import Calibration, calibration
from mt_audit.align.evidence import Evidence, Floats, Side
from mt_audit.align.sentences import Linked, links_of
from mt_audit.archive.record import Record, mean_vector, pieces
from mt_audit.archive.terms import wanted
from mt_audit.core import Candidate, Document, Language, NoOriginal, Original

if TYPE_CHECKING:
    from mt_audit.archive import Archive
    from mt_audit.engine.kit import Kit

LOOKED_AT = 6
"""Articles from the index that are compared word by word."""
ALIGNED = 5
"""Articles that are aligned, and given as candidates."""
LONGEST = 60
"""Sentences of an article that are compared."""
LEAD = 4
"""Sentences at the top that are also searched for on their own."""
ENOUGH = 0.3
"""Score from which an article is taken for the original."""
_REACH = {"de": 0.85}
"""How much of a true rendering can be seen through a word list, beside what is seen of English."""
_ENDED = re.compile(r"""[.!?…]["'”’»)\]]*\s*$""")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well an article of the archive renders the Arabic one, and the links that say so."""

    ar_share: float
    """Share of the Arabic, by weight of its sentences, that has a counterpart."""
    original_share: float
    """The same of the original."""
    ar_cover: float
    """Share of the words of the linked Arabic sentences that the other side explains."""
    original_cover: float
    dense: float
    """Mean likeness of the vectors of linked sentences."""
    certain: float
    """Share of the Arabic that is linked, each link counted by its probability."""
    links: tuple[Linked, ...]
    language: Language = "en"

    @property
    def features(self) -> tuple[float, ...]:
        """What the score is told by: ``calibration.LIKENESS``."""
        reach = _REACH.get(self.language, 1.0)
        return (
            max(self.ar_share, self.original_share),
            min(self.ar_share, self.original_share),
            0.5 * (self.ar_cover + self.original_cover) / reach,
            self.dense / reach,
            self.certain,
        )

    @property
    def score(self) -> float:
        """Probability that the Arabic was translated from this text."""
        return calibration().likeness(self.features)


def likeness(evidence: Evidence, fitted: Calibration | None = None) -> Likeness:
    """Align two texts and say how alike they are."""
    ar, original = evidence.ar, evidence.original
    links = links_of(evidence, fitted)
    ours = theirs = ar_words = original_words = dense = certain = 0.0
    for link in links:
        i, j, a, b = link.ar[0], link.original[0], len(link.ar), len(link.original)
        left, right = evidence.coverage(a, b)
        mass_ar, mass_or = float(ar.mass[list(link.ar)].sum()), float(original.mass[list(link.original)].sum())
        ours += mass_ar
        theirs += mass_or
        ar_words += mass_ar * float(left[i, j])
        original_words += mass_or * float(right[i, j])
        dense += mass_ar * float(evidence.dense(a, b)[i, j])
        certain += mass_ar * link.score
    return Likeness(
        ours / float(ar.mass.sum()),
        theirs / float(original.mass.sum()),
        ar_words / max(ours, 1e-6),
        original_words / max(theirs, 1e-6),
        dense / max(ours, 1e-6),
        certain / float(ar.mass.sum()),
        tuple(links),
        original.language,
    )


def side_of(document: Document, kit: Kit) -> Side:
    """A document as the aligner sees it: at most ``LONGEST`` sentences."""
    texts = [document.text_of(sentence.index) for sentence in document.sentences[:LONGEST]]
    return Side(texts, document.article.language, kit)


def _glance(evidence: Evidence) -> float:
    """Share of the words on both sides that the best sentence of the other side explains: quick, without vectors."""
    ar, original = evidence.ar, evidence.original
    left, right = evidence.coverage(1, 1)
    ours = float((left.max(axis=1) * ar.mass).sum() / ar.mass.sum())
    theirs = float((right.max(axis=0) * original.mass).sum() / original.mass.sum())
    return max(ours, theirs) + 0.5 * min(ours, theirs)


def _question_vectors(side: Side) -> Floats:
    lengths = [len(text) for text in side.texts]
    whole = mean_vector(side.vectors, lengths)
    lead = mean_vector(side.vectors[:LEAD], lengths[:LEAD])
    return np.stack([whole, lead])


def _evidence_of(side: Side, other: Side, found: Likeness) -> tuple[str, ...]:
    """What an editor can check: how much is linked, and the names and figures the two share."""
    said = [f"{len(found.links)} aligned passages cover {found.ar_share:.0%} of the Arabic"]
    numbers = sorted(
        {k for k in side.kinds if k[0].isdigit() and len(k) > 1} & {k for k in other.kinds if k[0].isdigit()}
    )
    if numbers:
        said.append("shared figures: " + ", ".join(numbers[:6]))
    shared = [other.written[kind] for key, _, kind in side.shared_names(other) if len(key) > 2]
    if shared:
        said.append("shared names: " + ", ".join([*dict.fromkeys(shared)][:8]))
    return tuple(said)


@dataclass(frozen=True, slots=True)
class _Compared:
    record: Record
    side: Side
    likeness: Likeness


def compare(document: Document, archive: Archive, kit: Kit, without: frozenset[str] = frozenset()) -> list[_Compared]:
    """The likeliest originals with their likeness, best first; at most ``ALIGNED``, and none of the ids ``without``."""
    side = side_of(document, kit)
    index = archive.index(kit)
    if not len(side) or not index.size:
        return []
    question = wanted([side.kinds[kind] for kind in side.kind_of.tolist()], kit.lexicon)
    found = index.search(question, _question_vectors(side), LOOKED_AT + len(without))
    glanced: list[tuple[float, Record, Evidence]] = []
    for record in archive.records(found.rows.tolist()):
        if record.id in without:
            continue
        evidence = Evidence(side, Side(pieces(record)[:LONGEST], record.lang, kit))
        glanced.append((_glance(evidence), record, evidence))
    glanced.sort(key=lambda item: -item[0])
    compared = [_Compared(record, evidence.original, likeness(evidence)) for _, record, evidence in glanced[:ALIGNED]]
    return sorted(compared, key=lambda item: -item.likeness.score)


def find_original(
    document: Document, archive: Archive, kit: Kit, without: frozenset[str] = frozenset()
) -> Original | NoOriginal:
    """The article of ``archive`` that ``document`` was translated from, or why none is taken for it.

    Records whose id is in ``without`` are not considered.
    """
    if not document.sentences:
        return NoOriginal("The article has no sentences to search with.")
    compared = compare(document, archive, kit, without)
    if not compared:
        return NoOriginal(f"The archive {archive.location} is empty.")
    ar = side_of(document, kit)
    candidates = tuple(
        Candidate(
            item.record.id,
            item.record.title,
            round(item.likeness.score, 4),
            item.record.url or None,
            item.record.lang,
            _evidence_of(ar, item.side, item.likeness),
        )
        for item in compared
    )
    best = compared[0]
    score = best.likeness.score
    if score < ENOUGH:
        return NoOriginal(
            f"Nothing in the archive aligns well enough: the nearest, “{best.record.title or best.record.id}”, "
            f"scores {score:.2f} and {ENOUGH:.2f} is needed.",
            round(score, 4),
            candidates,
        )
    second = compared[1].likeness.score if len(compared) > 1 else 0.0
    cut = "it is marked so in the archive" if best.record.truncated else seen_cut(ar, best.side, best.likeness)
    return Original(
        ingest.document(best.record.article),
        round(score, 4),
        round(score - second, 4),
        candidates,
        truncated=bool(cut),
        reason=_said(cut),
    )


def best_of(results: Sequence[Original | NoOriginal]) -> Original | NoOriginal:
    """The better of several searches: the highest score, a find before none; the candidates of all, best first."""
    every = {c.id: c for result in results for c in sorted(result.candidates, key=lambda c: c.score)}
    candidates = tuple(sorted(every.values(), key=lambda c: -c.score)[:ALIGNED])
    originals = [result for result in results if isinstance(result, Original)]
    if originals:
        return replace(max(originals, key=lambda found: found.score), candidates=candidates)
    if not results:
        return NoOriginal("Nothing was searched.")
    best = max((result for result in results if isinstance(result, NoOriginal)), key=lambda none: none.best_score)
    return replace(best, candidates=candidates)


def given_original(document: Document, original: Document, kit: Kit) -> Original:
    """An original that the user named: taken as it is, with how well it aligns and whether it is cut short."""
    ar, other = side_of(document, kit), side_of(original, kit)
    if not len(ar) or not len(other):
        return Original(original, 0.0, 0.0, given=True, reason="One of the two texts has no sentences.")
    found = likeness(Evidence(ar, other))
    cut = seen_cut(ar, other, found)
    score = round(found.score, 4)
    return Original(original, score, score, given=True, truncated=bool(cut), reason=_said(cut))


def _said(cut: str) -> str:
    return f"The version found may not be the whole text that was translated: {cut}." if cut else ""


def seen_cut(ar: Side, original: Side, found: Likeness) -> str:
    """How one sees that the original's text stops early, or is an earlier version; empty when it does not.

    Two signs: it ends within a sentence; or little of it is left where the Arabic still goes on for a good while
    without a counterpart.
    """
    if len(original) >= LONGEST:
        return ""
    last = original.texts[-1].strip()
    if len(last.split()) > 5 and not _ENDED.search(last):
        return "it ends within a sentence"
    sure = [link for link in found.links if link.score >= 0.5]
    if not sure:
        return ""
    end = max(max(link.ar) for link in sure)
    reached = max(max(link.original) for link in sure)
    tail, rest = float(ar.mass[end + 1 :].sum()), float(original.mass[reached + 1 :].sum())
    goes_on = len(ar) - end - 1 >= 3 and tail >= 0.2 * float(ar.mass.sum())
    if goes_on and rest <= 0.3 * float(original.mass.sum()):
        return "the Arabic goes on where it ends"
    return ""
