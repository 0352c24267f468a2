"""The whole story, top to bottom: an article goes in, a report comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mt_audit import checks as registry
from mt_audit import ingest
from mt_audit.align import full_kit
from mt_audit.align.sentences import align
from mt_audit.archive import Archive, open_archive
from mt_audit.checks.base import Check
from mt_audit.checks.desk import desk_checks
from mt_audit.checks.evidence import with_original
from mt_audit.checks.running import merge, run
from mt_audit.checks.suppressing import read_baseline, read_suppressions, without
from mt_audit.checks.versions import as_version, doubted
from mt_audit.checks.viewing import Views
from mt_audit.core import Article, CheckRun, Finding, NoOriginal, Original, Pair, Report
from mt_audit.detect import detect
from mt_audit.engine.kit import Kit
from mt_audit.engine.translator import Translator
from mt_audit.opinions import Opinion, beside, heard
from mt_audit.provenance import provenance
from mt_audit.retrieve import find_original, given_original
from mt_audit.score import scores
from mt_audit.score.verdict import verdict


@dataclass(frozen=True, slots=True)
class Settings:
    """What an audit may use."""

    archive: str | None = None
    """A folder, JSONL file or index of originals to search."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    encoder: str | None = None
    style: tuple[Path, ...] = ()
    """The desk's glossaries (CSV, TSV, TBX) and rule tables (TOML)."""
    suppress: Path | None = None
    baseline: Path | None = None
    strict: bool = False
    """Let a failing check raise instead of being reported as failed (for tests and measurements)."""


class Auditor:
    """Audits articles one after another with one engine, one archive and one set of checks."""

    def __init__(
        self,
        settings: Settings | None = None,
        kit: Kit | None = None,
        translator: Translator | None = None,
        opinions: Sequence[Opinion] = (),
    ) -> None:
        self.settings = settings or Settings()
        self.opinions = opinions
        self.translator = translator
        self.kit = kit or full_kit(self.settings.encoder)
        desk = desk_checks(self.settings.style)
        self.checks = (*registry.selected(self.settings.select, self.settings.ignore), *desk)
        self.suppressions = read_suppressions(self.settings.suppress) if self.settings.suppress else ()
        self.accepted = read_baseline(self.settings.baseline) if self.settings.baseline else frozenset()

    @cached_property
    def archive(self) -> Archive | None:
        """The opened archive, or None when there is none to search."""
        return open_archive(self.settings.archive) if self.settings.archive else None

    def audit(self, article: Article, original: Article | None = None, reference: str | None = None) -> Report:
        """Audit one Arabic article; ``original`` when it is known, ``reference``: a human Arabic version."""
        document = ingest.document(ingest.arabic(article))
        if original is not None:
            source: Original | NoOriginal = given_original(document, ingest.document(original), self.kit)
        elif self.archive is not None:
            source = find_original(document, self.archive, self.kit)
        else:
            source = NoOriginal("No archive was searched and no original was given.")
        found = source if isinstance(source, Original) else None
        pairs = align(document, found.document, self.kit) if found else ()
        found = as_version(found, pairs)
        views = Views(document, found, pairs, self.kit)
        runs = run_checks(self.checks, views, found, strict=self.settings.strict)
        merged = merge(doubted([finding for checked in runs for finding in checked.findings], found))
        shown = with_original(merged, views.by_pair)
        findings, accepted = without(shown, article.text, self.suppressions, self.accepted)
        suspicion = detect(document, self.kit, runs=runs)
        said = [opinion.read([(view.ar, view.original) for view in views.by_pair]) for opinion in self.opinions]
        return Report(
            document=document,
            suspicion=suspicion,
            original=source,
            pairs=pairs,
            runs=(*runs, *(heard(one) for one in said)),
            scores=(
                *scores(document, found, pairs, findings, self.kit, reference, self.translator, views.by_pair),
                *(score for one in said for score in one.scores),
            ),
            verdict=verdict(document, findings, suspicion, source),
            # Second opinions stand in the report, but the verdict above is made without them.
            findings=beside(findings, said),
            provenance=provenance(self._archive_signature(), self.kit, self.checks),
            accepted=accepted,
        )

    def _archive_signature(self) -> str:
        return f"{self.settings.archive}:{self.archive.digest}" if self.archive is not None else ""


def run_checks(
    checks: Sequence[Check], views: Views, original: Original | None, *, strict: bool = False
) -> tuple[CheckRun, ...]:
    """Run each check over the views of its scope; what needs an original is skipped, and says so, without one."""
    runs = []
    language = original.document.article.language if original is not None else None
    for check in checks:
        beside = check.scope in ("pair", "words")
        if beside and language is None:
            runs.append(CheckRun(check.id, "skipped", "needs the original, and none was found or given"))
        elif beside and language not in check.languages:
            runs.append(CheckRun(check.id, "skipped", f"does not read originals in '{language}'"))
        else:
            runs.append(run(check, views.of(check.scope), strict=strict))
    return tuple(runs)


def audit(
    article: str | Path | Article,
    *,
    original: str | Path | Article | None = None,
    settings: Settings | None = None,
    archive: str | Path | None = None,
    reference: str | None = None,
) -> Report:
    """Audit one article given as a path, an http(s) address or an ``Article``. Raises MtAuditError children.

    ``archive`` overrides that of ``settings``; ``reference`` is a human Arabic version to score against.
    """
    if archive is not None:
        settings = replace(settings or Settings(), archive=str(archive))
    return Auditor(settings).audit(_article(article), _article(original) if original is not None else None, reference)


def _article(source: str | Path | Article) -> Article:
    return source if isinstance(source, Article) else ingest.read(source)


def checked_pair(
    ar: str, original: str, kit: Kit, checks: Sequence[Check] | None = None, language: str = "en"
) -> tuple[Views, tuple[Finding, ...]]:
    """One aligned pair of passages as the checks saw it, and all their findings, merged."""
    left = ingest.document(Article("ar", "ar", "", ar))
    right = ingest.document(Article("original", language, "", original))
    pair = Pair(tuple(s.index for s in left.sentences), tuple(s.index for s in right.sentences), 1.0)
    source = Original(right, 1.0, 1.0, given=True)
    views = Views(left, source, (pair,), kit)
    runs = run_checks(registry.all_checks() if checks is None else checks, views, source, strict=True)
    return views, merge([finding for checked in runs for finding in checked.findings])


def check_pair(
    ar: str, original: str, kit: Kit, checks: Sequence[Check] | None = None, language: str = "en"
) -> tuple[Finding, ...]:
    """All findings of one aligned pair of passages, merged: what the measuring suites and ``score`` use."""
    return checked_pair(ar, original, kit, checks, language)[1]
