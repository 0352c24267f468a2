"""Builds ``assets/lexicon``: senses, and the joined translation table."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from mt_audit.engine import forms
from mt_audit.engine.lexicon import Lexicon
from mt_audit.engine.senses import Inventory
from mt_audit.engine.table import Table, to_bytes
from mt_audit.text.folding import fold
from mt_audit.text.words import words
from mt_audit.training.alignment import Aligner, Counts
from mt_audit.training.corpora import arabic_news
from mt_audit.training.lexicon_rows import (
    FUNCTION,
    Row,
    hinted_units,
    read_added,
    read_names,
    read_open,
    read_own,
    read_places,
    read_units,
)
from mt_audit.training.lexicon_text import parallel, tokens

_ARTICLE = re.compile(r"^ال(?=..)")
_FUNCTION = frozenset(
    "من في على الى عن مع ب ل ك و ف او ان لا لم لن ما قد هو هي به له بها لها فيه فيها عليه عليها منه "
    "منها اليه اليها ذلك هذا هذه "
    "التي الذي الذين بين بعد قبل كل غير عدم دون حول تحت فوق عند لدي ذات ذو نفس شخص شيء تم قام كان يكون اي".split()
)
"""Arabic words of a form of several words that say nothing about which entry it is."""


_LONGEST_PHRASE = 4
_LEAST = 0.1
"""Weaker evidence than this is not kept."""


_SURE = 0.85
_DISCOUNT = 2.5
_CLOSED_POS = frozenset({"prep", "conj", "pron"})
_SILENT = frozenset({"the", "a", "an"})
"""English words that Arabic says by a clitic or not at all: never linked."""


class Mass:
    """What all sources together say of each (Arabic unit, English lemma)."""

    def __init__(self) -> None:
        self.strength: dict[tuple[str, str], float] = {}
        self.weight: dict[tuple[str, str], float] = defaultdict(float)

    def add(self, unit: str, lemma: str, strength: float, weight: float) -> None:
        """One more witness: evidence joins as independent witnesses do, weights add up."""
        before = self.strength.get((unit, lemma), 0.0)
        self.strength[unit, lemma] = max(before, strength) + 0.25 * min(before, strength) * (1 - max(before, strength))
        self.weight[unit, lemma] += weight


def base_of(form: str) -> str:
    """Folded dictionary spelling of one Arabic word: without its article."""
    return _ARTICLE.sub("", fold(form))


def add_row(mass: Mass, row: Row, share: float, trust: float) -> None:
    """Put one sense into the mass: ``share`` is its prior, ``trust`` 0…1 how good its source is."""
    if row.lemma in _SILENT:
        return
    for rank, form in enumerate(row.ar):
        parts = [word.key for word in words(form)]
        decay = 1.0 / (1.0 + 0.35 * rank)
        strength = trust * (0.98 - 0.3 * min(rank, 10) / 10)
        if len(parts) == 1:
            _add_word(mass, base_of(parts[0]), row.lemma, strength, share * decay)
            continue
        if 2 <= len(parts) <= _LONGEST_PHRASE:
            mass.add(" ".join(map(base_of, parts)), row.lemma, strength, share * decay)
        content = [part for part in parts if part not in _FUNCTION and len(part) > 1]
        if row.lemma in FUNCTION or row.pos in _CLOSED_POS:
            continue
        for part in content:
            _add_word(mass, base_of(part), row.lemma, strength * 0.85 / len(content) ** 0.5, 0.3 * share * decay)
    for form in row.wrong_ar:
        parts = [word.key for word in words(form)]
        if len(parts) == 1:
            _add_word(mass, base_of(parts[0]), row.lemma, 0.5 * trust, 0.02 * share)


def _add_word(mass: Mass, base: str, lemma: str, strength: float, weight: float) -> None:
    mass.add(base, lemma, strength, weight)
    mass.add(forms.STEM + forms.stem(base), lemma, strength, weight)


def add_names(mass: Mass, rows: Iterable[Row]) -> None:
    """Names word by word, where both sides have as many words, and as wholes."""
    for row in rows:
        add_row(mass, row, 1.0, 0.9)
        en = [word.key for word in words(row.lemma)]
        for form in row.ar:
            ar = [word.key for word in words(form)]
            if len(en) == len(ar) > 1 and row.gloss in {"person", "given-name", "city", "region"}:
                for source, target in zip(en, ar, strict=True):
                    _add_word(mass, base_of(target), source, 0.95, 0.5)


def news_counts(shared: Path) -> Counter[str]:
    """How often each Arabic unit (base or stem) may occur in Arabic news, by light analysis."""
    keys = Counter(word.key for text in arabic_news(shared) for word in words(text))
    found: Counter[str] = Counter()
    for key, count in keys.items():
        for unit in {unit for unit, weight in forms.units(key) if weight >= _SURE}:
            found[unit] += count
    return found


def priors(rows: list[Row], mass: Mass, news: Counter[str]) -> list[float]:
    """Share of each row among the rows of its lemma and part of speech.

    Joins the order of the rows (frequent senses first) with how often news has the Arabic of each sense, every form
    counted by how much of it renders this lemma.
    """
    by_ar: dict[str, float] = defaultdict(float)
    for (unit, _), weight in mass.weight.items():
        by_ar[unit] += weight
    ranks: dict[tuple[str, str], int] = defaultdict(int)
    raw: list[float] = []
    for row in rows:
        order = 1.0 / (1.0 + ranks[row.lemma, row.pos])
        ranks[row.lemma, row.pos] += 1
        seen = 1.0
        for form in row.ar:
            parts = [base_of(word.key) for word in words(form)]
            if len(parts) == 1:
                share = mass.weight.get((parts[0], row.lemma), 0.0) / max(by_ar[parts[0]], 1e-9)
                seen += news[parts[0]] * share
        raw.append(order * seen**0.3)
    totals: dict[tuple[str, str], float] = defaultdict(float)
    for row, value in zip(rows, raw, strict=True):
        totals[row.lemma, row.pos] += value
    return [value / totals[row.lemma, row.pos] for row, value in zip(rows, raw, strict=True)]


def by_order(rows: list[Row]) -> list[float]:
    """Share of each row among the rows of its lemma and part of speech, from their order alone."""
    return priors(rows, Mass(), Counter())


def write_senses(out: Path, rows: list[Row], shares: list[float]) -> None:
    """``senses.tsv.gz``, sorted by lemma, the order within a lemma kept (likeliest first within a part of speech)."""
    lines = [
        "\t".join([r.lemma, r.pos, r.gloss, "|".join(r.cues), "|".join(r.ar), "|".join(r.wrong_ar), f"{share:.3f}"])
        for r, share in sorted(zip(rows, shares, strict=True), key=lambda item: item[0].lemma)
    ]
    out.mkdir(parents=True, exist_ok=True)
    (out / "senses.tsv.gz").write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))


def learn(mass: Mass, shared: Path) -> Counts:
    """Align the parallel text with the dictionary as its prior."""
    table = to_table(mass)
    known = Lexicon(table, Inventory(()))
    ar, en = tokens(parallel(shared), frozenset(table.ar), known.lemma)
    prior = {key: strength for key, strength in mass.strength.items() if not key[0].startswith(forms.STEM)}
    return Aligner(ar, en).run(prior)


def add_counts(mass: Mass, counts: Counts) -> None:
    """Join the aligned counts with the rows: evidence from how exclusive a pair is, probabilities from its share."""
    totals: dict[str, dict[str, float]] = {"ar": defaultdict(float), "en": defaultdict(float)}
    pairs: dict[tuple[str, str], float] = defaultdict(float)
    for (base, lemma), seen in counts.pairs.items():
        # A pair that no dictionary has must be seen more than once: one news sentence is read several times over.
        count = seen if (base, lemma) in mass.strength else seen - _DISCOUNT
        if lemma in _SILENT or count <= 0:
            continue
        for unit in (base, forms.STEM + forms.stem(base)):
            pairs[unit, lemma] += count
            totals["ar"][unit] += count
        totals["en"][lemma] += count
    by_row: dict[tuple[bool, str], float] = defaultdict(float)
    for (unit, lemma), weight in mass.weight.items():
        by_row[unit.startswith(forms.STEM), lemma] += weight
    for (unit, lemma), count in pairs.items():
        share_ar, share_en = count / totals["en"][lemma], count / totals["ar"][unit]
        if count < 0.9 or max(share_ar, share_en) < 0.004:
            continue
        strength = min(0.97, (share_ar * share_en) ** 0.28 * count / (count + 0.7))
        if strength >= _LEAST or (unit, lemma) in mass.strength:
            rows = by_row.get((unit.startswith(forms.STEM), lemma), 0.0)
            # The text may say at most as much as the rows do: most of it is software prose.
            scale = min(1.0, rows / totals["en"][lemma]) if rows else 1.0
            mass.add(unit, lemma, strength, count * scale)


def to_table(mass: Mass) -> Table:
    """Normalise both ways and lay the pairs out by Arabic unit."""
    by_en: dict[tuple[bool, str], float] = defaultdict(float)
    by_ar: dict[str, float] = defaultdict(float)
    for (unit, lemma), weight in mass.weight.items():
        by_en[unit.startswith(forms.STEM), lemma] += weight
        by_ar[unit] += weight
    ar_words = sorted({unit for unit, _ in mass.strength})
    en_words = sorted({lemma for _, lemma in mass.strength})
    row_of = {unit: i for i, unit in enumerate(ar_words)}
    column_of = {lemma: i for i, lemma in enumerate(en_words)}
    keys = sorted(mass.strength, key=lambda key: (row_of[key[0]], column_of[key[1]]))
    rows = np.array([row_of[unit] for unit, _ in keys], dtype=np.int64)
    strength = np.array([mass.strength[key] for key in keys])
    p_ar = np.array([mass.weight[k] / by_en[k[0].startswith(forms.STEM), k[1]] for k in keys])
    p_en = np.array([mass.weight[k] / by_ar[k[0]] for k in keys])
    arrays: dict[str, np.ndarray] = {
        "start": np.searchsorted(rows, np.arange(len(ar_words) + 1)).astype(np.uint32),
        "column": np.array([column_of[lemma] for _, lemma in keys], dtype=np.uint32),
        "strength": np.clip(np.rint(strength * 255), 1, 255).astype(np.uint8),
        "p_ar": to_bytes(p_ar),
        "p_en": to_bytes(p_en),
    }
    return Table(ar_words, en_words, arrays)


def train(shared: Path, out: Path) -> None:
    """Build the lexicon asset in ``out`` from the inputs under ``shared``."""
    own = read_own(shared / "lexicon")
    own += hinted_units(own)
    names = read_names(shared / "lexicon")
    own += read_units({row.lemma for row in (*own, *names)})
    mass = Mass()
    for row, share in zip(own, by_order(own), strict=True):
        add_row(mass, row, share, 1.0)
    for row in read_added():
        add_row(mass, row, 1.0, 1.0)
    add_names(mass, names)
    add_names(mass, read_places(shared / "data" / "names"))
    for row in read_open(shared / "data" / "lexicon"):
        add_row(mass, row, 0.5, 0.75)
    folder = out / "lexicon"
    add_counts(mass, learn(mass, shared))
    every = [*own, *names]
    write_senses(folder, every, priors(every, mass, news_counts(shared)))
    to_table(mass).save(folder)
