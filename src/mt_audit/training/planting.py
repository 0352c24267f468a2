"""Careless copies of human Arabic: what a weak engine does to a text, planted at random with a fixed seed.

The rules are general (a wrong sense of the lexicon for a right one, a lost ending, a name left in Latin letters, a
quotation before its speaker, a space before the comma); no text of the evaluation files is read.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path

from mt_audit.text.folding import fold
from mt_audit.text.words import words
from mt_audit.training import corpora

_CLITIC = re.compile(r"^([وف]?(?:ال|بال|لل|ب|ل)?)(.+)$")
_SAID = re.compile(
    r"^(قال|قالت|أضاف|أضافت|وقال|وقالت|وأضاف|وأضافت|وأكد|وأوضح) ([^\"«،]{4,60}?)[:،]? [\"«“]([^\"»”]{15,})[\"»”]\.?$"
)
_ADVERBS = ("ومع ذلك", "بالإضافة إلى ذلك", "في الوقت نفسه", "في وقت لاحق", "في هذه الأثناء", "نتيجة لذلك", "في الواقع")
_TWIN = {"قالت": "قال", "قال": "قالت", "أكد": "أكدت", "أعلن": "أعلنت", "أضاف": "أضافت", "كان": "كانت", "هذا": "هذه",
         "هذه": "هذا", "التي": "الذي", "الذي": "التي"}  # fmt: skip


class Planter:
    """Wrong senses by the right form they stand for, and Latin names by their Arabic."""

    def __init__(self, shared: Path) -> None:
        wrong: dict[str, set[str]] = defaultdict(set)
        for row in corpora.lexicon_rows(shared):
            rights = [form for form in row.ar[:6] if " " not in form]
            wrongs = [form for form in row.wrong_ar if " " not in form]
            keys = {fold(form) for form in row.ar}
            for right in rights:
                wrong[fold(right)].update(form for form in wrongs if fold(form) not in keys)
        self._wrong = {key: sorted(forms) for key, forms in wrong.items() if forms}
        self._latin: dict[str, str] = {}
        self._english = [pair.en for pair in corpora.contrast_pairs(shared)][::20]
        for name in corpora.news_names(shared):
            if name.kind in ("person", "given", "place") and name.en:
                for ar in name.ar:
                    self._latin.setdefault(fold(ar), name.en[0])

    def copy(self, sentences: list[str], rng: random.Random) -> list[str]:
        """A careless copy of a text, given and returned sentence by sentence."""
        rate = rng.choice((0.02, 0.04, 0.07, 0.1))
        spaced, latin = rng.random() < 0.35, rng.random() < 0.35
        agreement, foreign, doubled = rng.random() < 0.6, rng.random() < 0.25, rng.random() < 0.3
        copied = []
        for sentence in sentences:
            text = self._senses(sentence, rate, rng)
            if foreign and rng.random() < 0.1:
                text = self._foreign(text, rng)
            if doubled and rng.random() < 0.12:
                text = _doubled(text, rng)
            if agreement:
                text = self._agreement(text, rng)
            if latin:
                text = self._names(text, rng)
            if rng.random() < 0.5:
                text = _SAID.sub(r"“\3”، \1 \2.", text)
            if rng.random() < 0.12 and not text.startswith("و"):
                text = f"{rng.choice(_ADVERBS)}، {text}"
            copied.append(re.sub(r"(?<=\w)([،.])(?= |$)", r" \1", text) if spaced else text)
        return copied

    def _senses(self, text: str, rate: float, rng: random.Random) -> str:
        pieces, end = [], 0
        for word in words(text):
            match = _CLITIC.match(word.key)
            forms = self._wrong.get(word.key) or (self._wrong.get(match[2]) if match else None)
            if not forms or rng.random() > 4 * rate:
                continue
            head = "" if word.key in self._wrong or not match else match[1]
            pieces += [text[end : word.span.start], head + rng.choice(forms)]
            end = word.span.end
        return "".join([*pieces, text[end:]])

    def _agreement(self, text: str, rng: random.Random) -> str:
        found = text.split(" ")
        for i, word in enumerate(found):
            if rng.random() > 0.12:
                continue
            if word in _TWIN:
                found[i] = _TWIN[word]
            elif i and word.endswith("ية") and len(word) > 5 and found[i - 1].endswith("ة"):
                found[i] = word[:-1]
            elif word.startswith("ت") and len(word) > 4 and i + 1 < len(found) and found[i + 1].startswith("ال"):
                found[i] = "ي" + word[1:]
        return " ".join(found)

    def _foreign(self, text: str, rng: random.Random) -> str:
        """The sentence left in English, or a few English words left in brackets."""
        english = rng.choice(self._english)
        if rng.random() < 0.5:
            return english
        found = text.split(" ")
        place = rng.randrange(len(found) + 1)
        return " ".join([*found[:place], f"[{' '.join(english.split()[1:4])}]", *found[place:]])

    def _names(self, text: str, rng: random.Random) -> str:
        pieces, end = [], 0
        found = words(text)
        i = 0
        while i < len(found):
            for size in (3, 2, 1):
                run = found[i : i + size]
                latin = self._latin.get(" ".join(word.key for word in run)) if len(run) == size else None
                if latin and rng.random() < 0.5:
                    pieces += [text[end : run[0].span.start], latin]
                    end = run[-1].span.end
                    i += size - 1
                    break
            i += 1
        return "".join([*pieces, text[end:]])


def _doubled(text: str, rng: random.Random) -> str:
    found = text.split(" ")
    places = [i for i, word in enumerate(found) if len(word) > 3]
    if not places:
        return text
    place = rng.choice(places)
    return " ".join([*found[: place + 1], *found[place:]])
