"""The Arabic to put in place of a wrong rendering: the right sense's most usual form, inflected like the wrong one."""

from __future__ import annotations

from mt_audit.engine.senses import Sense
from mt_audit.text.folding import fold
from mt_audit.text.forms import proclitics, same_lexeme, stems, wear
from mt_audit.text.words import bases

_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "نا", "ه")


def replacement(word: str, meant: Sense, mistaken: tuple[str, ...]) -> str | None:
    """``word`` (raw) said in the sense ``meant``; ``mistaken`` are the dictionary forms it may be a form of.

    None when the sense lists no form of the same shape.
    """
    key = fold(word)
    own = set(bases(key))
    known = [fold(one) for one in mistaken if " " not in one and same_lexeme(key, fold(one))]
    form = max(known, key=lambda one: (one in own or _imperfect(one) & own != set(), -known.index(one)), default=None)
    forms = [one for one in meant.ar if one]
    if form is None or not forms or same_lexeme(key, fold(forms[0])):
        return None
    head = proclitics(word, form)
    body = key[len(head) :]
    tail = next((p for p in _PRONOUNS if body.endswith(p) and body != form and len(body) - len(p) >= 3), "")
    place = next((k for k, one in enumerate(mistaken) if fold(one) == form), 0)
    chosen = _of_shape(forms, meant.pos, form, place)
    if chosen is None:
        return None
    if " " in chosen:
        return _definite(head, chosen) if head.endswith(("ال", "لل")) else wear(head, chosen)
    if chosen:
        chosen = _agreeing(chosen, meant.pos, body, form)
        chosen = _with_pronoun(chosen, tail) if tail and meant.pos != "v" else chosen
    return wear(head, chosen)


def _imperfect(form: str) -> set[str]:
    """The other persons of an imperfect: تقنع and نقنع of يقنع."""
    return {person + form[1:] for person in "تنا"} if form.startswith("ي") else set()


def _definite(head: str, phrase: str) -> str:
    """A phrase of several words made definite: an adjective takes the article with its noun, a genitive takes it
    alone.
    """
    first, *rest = phrase.split()
    last = rest[-1] if rest[-1].startswith("ال") else "ال" + rest[-1]
    adjective = rest[-1].endswith(("ية", "ي"))
    bare = head[:-2] + ("ل" if head.endswith("لل") else "")
    return " ".join([wear(head, first) if adjective else bare + first, *rest[:-1], last])


def _of_shape(forms: list[str], pos: str, form: str, place: int) -> str | None:
    """The listed form that stands where ``form`` stands in its own list: past, present, masdar; singular, plural."""
    if pos == "v":
        present = form.startswith("ي")
        for one in forms:
            if one.startswith("ي") == present:
                return one
        return None
    nouns = [one[2:] if one.startswith("ال") and len(one) > 4 else one for one in forms]
    return nouns[1] if place == 1 and len(nouns) > 1 else nouns[0]


def _agreeing(chosen: str, pos: str, body: str, form: str) -> str:
    """The person and gender endings of a verb, and the feminine of an adjective, carried over."""
    if pos == "v":
        if form.startswith("ي") and body[:1] in "تن" and body[1:2] == form[1:2]:
            return body[0] + chosen[1:]
        if not form.startswith("ي") and body == f"{form}ت" and not chosen.startswith("ي"):
            return (chosen[:-1] if chosen[-1] in "ىي" else chosen) + "ت"
        if body in (f"{form}وا", f"{form}ون"):
            return chosen + body[len(form) :]
        return chosen
    if pos == "adj" and body.endswith("ه") and not chosen.endswith(("ة", "ء", "ى")):
        return chosen + "ة"
    return chosen


def _with_pronoun(chosen: str, tail: str) -> str:
    return (chosen[:-1] + "ت" if chosen.endswith("ة") else chosen) + tail


def listed(word: str, forms: tuple[str, ...]) -> bool:
    """Whether the raw word may be one of the dictionary forms."""
    key = fold(word)
    return any(not stems(key).isdisjoint(stems(fold(one))) for one in forms if " " not in one)
