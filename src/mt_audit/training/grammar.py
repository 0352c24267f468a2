"""Grammar tables: which nouns take feminine agreement, and which words are plain past-tense verbs.

Gender is counted in human text (``هذا``/``هذه`` before a noun with the article, an adjective with or without ta
marbuta after it), so that broken plurals (``المشاعر``) and nouns without a feminine ending (``الحرب``) come out as
people write them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from mt_audit.text.folding import fold
from mt_audit.text.words import words
from mt_audit.training import corpora

_MASCULINE = {"هذا", "ذلك"}
_FEMININE = {"هذه", "تلك"}
_SEEN = 4
"""Times a noun must be seen with agreement before its gender counts."""
_SURE = 0.9


def _texts(shared: Path) -> Iterator[str]:
    for pair in corpora.contrast_pairs(shared):
        yield pair.good
    yield from corpora.arabic_news(shared)
    for _, ar in corpora.sentence_pairs(shared, corpora.HUMAN):
        yield ar


def _adjectives(shared: Path) -> dict[str, bool]:
    """Adjective forms with the article (folded) → feminine?, of lemmas that have forms of both genders."""
    found: dict[str, bool] = {}
    for row in corpora.lexicon_rows(shared):
        if row.pos != "adj":
            continue
        forms = {fold(form) for form in row.ar if " " not in form}
        for form in forms:
            if form + "ه" in forms:
                found["ال" + form] = False
                found["ال" + form + "ه"] = True
    return found


def genders(shared: Path) -> dict[str, float]:
    """Noun (folded, without article) → share of feminine agreement, for nouns seen often enough and surely."""
    feminine: Counter[str] = Counter()
    masculine: Counter[str] = Counter()
    adjectives = _adjectives(shared)
    for text in _texts(shared):
        keys = [word.key for word in words(text)]
        for left, right in pairwise(keys):
            bare = left[1:] if left[:1] in "وفبلك" and len(left) > 3 else left
            if right.startswith("ال") and bare in _MASCULINE | _FEMININE:
                (feminine if bare in _FEMININE else masculine)[right[2:]] += 1
            elif left.startswith("ال") and right in adjectives:
                (feminine if adjectives[right] else masculine)[left[2:]] += 1
    shares: dict[str, float] = {}
    for noun in set(feminine) | set(masculine):
        total = feminine[noun] + masculine[noun]
        share = feminine[noun] / total
        if total >= _SEEN and len(noun) >= 3 and (share >= _SURE or share <= 1 - _SURE):
            shares[noun] = share
    return shares


def past_verbs(shared: Path) -> set[str]:
    """Past third-person masculine forms that are a noun or adjective of the lexicon far less often than a verb."""
    past: Counter[str] = Counter()
    nominal: Counter[str] = Counter()
    for row in corpora.lexicon_rows(shared):
        forms = [fold(form) for form in row.ar]
        if row.pos == "v":
            past.update(a for a, b in pairwise(forms) if " " not in a and b.startswith("ي") and a[0] != "ي")
        else:
            nominal.update({form.removeprefix("ال") for form in forms})
    return {
        verb
        for verb, seen in past.items()
        if seen >= 3 * nominal[verb] and len(verb) >= 4 and not verb.startswith("ال")
    }


def train(shared: Path, out: Path) -> None:
    """Write ``grammar/nouns.tsv`` and ``grammar/verbs.txt`` under ``out``."""
    folder = out / "grammar"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{noun}\t{share:.3f}\n" for noun, share in sorted(genders(shared).items())]
    (folder / "nouns.tsv").write_text("".join(lines), "utf-8")
    (folder / "adjectives.txt").write_text(
        "".join(f"{a}\n" for a, f in sorted(_adjectives(shared).items()) if not f), "utf-8"
    )
    (folder / "verbs.txt").write_text("".join(f"{verb}\n" for verb in sorted(past_verbs(shared))), "utf-8")
