"""Two spellings of one name in one article.

What: «زيلينسكي» in one paragraph and «زيلنسكي» in another; «ترامب» and «ترمب».
Why: a reader may take them for two people, and the desk's archive finds only one.
When wrong: spellings inside quotation marks may be another outlet's; the rarer spelling is the one that is marked.
Source: check 33 of the field's list (inconsistent entity).
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import forms_of
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.names import edit_distance, fold_arabic

_WEAK = str.maketrans(dict.fromkeys("اويهء", None))
_SUFFIXES = ("ها", "هم", "نا", "ات", "ون", "ين", "ان", "ه", "وا")
_LONG_ENOUGH = 5


def find(view: View) -> Iterator[Hit]:
    """Spellings of one person's surname, or of one strange word, that differ in their vowel letters only."""
    spellings: dict[str, dict[str, list[int]]] = {}
    for number, word in enumerate(view.ar.words):
        if not word.arabic or len(word.key) < 4:
            continue
        found = _name(view, word.key)
        if found is not None:
            whose, form = found
            spellings.setdefault(whose, {}).setdefault(form, []).append(number)
    for forms in spellings.values():
        if len(forms) < 2:
            continue
        ranked = sorted(forms.items(), key=lambda item: (-len(item[1]), item[1][0]))
        usual, places = ranked[0]
        for form, numbers in ranked[1:]:
            if form.translate(_WEAK) != usual.translate(_WEAK) or edit_distance(form, usual, 2) > 2:
                continue
            word = view.ar.words[numbers[0]]
            head = word.text[: len(word.text) - len(form)]
            written = view.ar.words[places[0]].text[-len(usual) :]
            yield Hit(
                word.span,
                f"The name is spelt «{form}» here and «{written}» elsewhere in the article ({len(places)} times).",
                suggestion=head + written,
                confidence=0.85,
            )


def _name(view: View, key: str) -> tuple[str, str] | None:
    """Whose name the word is, and the form it has without its proclitic."""
    names = view.kit.names
    for form in forms_of(key):
        persons = names.persons_called(fold_arabic(form))
        if persons:
            return f"person {persons[0].number}", form
    if len(key) >= _LONG_ENOUGH and not view.kit.language.known(key):
        form = key
        bare = form.translate(_WEAK)
        if len(bare) >= 4 and not form.endswith(_SUFFIXES) and (form,) not in names.gazetteer.arabic:
            return f"letters {bare}", form
    return None


check = Check(
    id="ENT103",
    name="name-spelt-two-ways",
    category=Category.ENTITY_INCONSISTENT,
    severity=Severity.MINOR,
    scope="document",
    find=find,
    doc=__doc__,
    bad=(Example("وقال زيلينسكي إن الحوار ممكن. وأضاف زيلينسكي أنه مستعد. ثم غادر ⟦زيلنسكي⟧ القاعة."),),
    good=(
        Example("وقال زيلينسكي إن الحوار ممكن. ثم غادر زيلينسكي القاعة."),
        Example("والتقى بوتين نظيره لوكاشينكو، ثم ودع لوكاشينكو ضيفه."),
    ),
)
