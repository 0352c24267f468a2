"""Article text as HTML that can neither act nor turn its surroundings round."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

from mt_audit.report.bidi import ARABIC_RUN
from mt_audit.report.wording import HIDDEN, mark_of, visible

_RTL = frozenset({"ar", "fa", "he", "ur", "ps", "ckb"})
_CODE = re.compile(r"``?([^`]+)``?")


def show(text: str) -> Markup:
    """``text`` escaped, with every hidden character put as a small visible chip."""
    parts: list[Markup] = []
    at = 0
    for found in HIDDEN.finditer(text):
        name = unicodedata.name(found[0], f"U+{ord(found[0]):04X}").lower()
        parts.append(escape(text[at : found.start()]))
        parts.append(
            Markup('<span class="hidden" title="hidden character: {}">{}</span>').format(name, mark_of(found[0]))
        )
        at = found.end()
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def prose(text: str) -> Markup:
    """An English sentence of ours that may quote Arabic: every run of Arabic is isolated and tagged as Arabic."""
    flat = " ".join(text.split())
    parts: list[Markup] = []
    at = 0
    for run in ARABIC_RUN.finditer(flat):
        parts.append(show(flat[at : run.start()]))
        parts.append(Markup('<bdi lang="ar" dir="rtl">{}</bdi>').format(show(run[0])))
        at = run.end()
    parts.append(show(flat[at:]))
    return Markup("").join(parts)


def coded(text: str) -> Markup:
    """``prose`` in which ```words between backquotes``` are code."""
    parts: list[Markup] = []
    at = 0
    for code in _CODE.finditer(text):
        parts.append(prose_inside(text[at : code.start()]))
        parts.append(Markup("<code>{}</code>").format(prose(code[1])))
        at = code.end()
    parts.append(prose_inside(text[at:]))
    return Markup("").join(parts)


def prose_inside(text: str) -> Markup:
    """``prose`` that keeps the spaces at both ends."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return Markup("{}{}{}").format(head, prose(text), tail)


def plain(value: object) -> object:
    """What autoescaping may print as it is: text keeps its letters and loses every hidden character's power."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def direction(language: str | None) -> str:
    """``rtl`` or ``ltr``; ``auto`` for a language not known."""
    return "auto" if not language else "rtl" if language in _RTL else "ltr"


def safe_url(url: str | None) -> str | None:
    """``url`` when a click on it does no harm (http or https), otherwise None."""
    return url if url and re.fullmatch(r"https?://[^\s\"'<>\\\x00-\x20]+", url, re.IGNORECASE) else None


def anchor(name: str) -> str:
    """A rule's id as part of an HTML id."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", name)
