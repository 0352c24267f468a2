"""Which lines of a page are site furniture and not the article.

Nothing is dropped silently: every stretch comes back with the reason, and the report lists it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mt_audit.core import Chrome, Span
from mt_audit.text.folding import fold

_ARABIC = re.compile("[\u0621-\u064a]")
_EDGES = " \t:.-–—|*•·…!،؛«»\"'()[]\u200e\u200f"

_LABELS = {
    "اعلان": "advertisement label",
    "اعلانات": "advertisement label",
    "advertisement": "advertisement label",
    "ad": "advertisement label",
    "anzeige": "advertisement label",
    "sponsored": "advertisement label",
    "محتوي ممول": "advertisement label",
    "شارك المقال": "share bar",
    "شارك": "share bar",
    "مشاركه": "share bar",
    "شاركها": "share bar",
    "شارك هذا الموضوع": "share bar",
    "share": "share bar",
    "share this": "share bar",
    "tweet": "share bar",
    "فيسبوك": "share bar",
    "تويتر": "share bar",
    "واتساب": "share bar",
    "تليجرام": "share bar",
    "تيلقرام": "share bar",
    "نسخ الرابط": "share bar",
    "طباعه": "share bar",
    "اترك تعليقك": "comment form",
    "اترك تعليقا": "comment form",
    "اضف تعليقا": "comment form",
    "اضف تعليق": "comment form",
    "التعليقات": "comment form",
    "الغاء الرد": "comment form",
    "leave a reply": "comment form",
    "leave a comment": "comment form",
    "comments": "comment form",
    "source link": "link to the source",
    "source": "link to the source",
    "quellen": "link to the source",
    "quelle": "link to the source",
    "المصدر": "link to the source",
    "رابط المصدر": "link to the source",
    "المصدر الاصلي": "link to the source",
    "details": "page furniture",
    "read more": "page furniture",
    "اقرا المزيد": "page furniture",
    "المزيد": "page furniture",
    "تابعنا": "page furniture",
    "فريق التحرير": "byline",
    "هييه التحرير": "byline",
}
_PATTERNS = (
    (re.compile(r"^لن يتم نشر عنوان بريدك"), "comment form"),
    (re.compile(r"^your email address will not be published"), "comment form"),
    (re.compile(r"^(?:kommentare|comments|التعليقات|تعليقات)\s*\(?\d+\)?$"), "comment form"),
    (
        re.compile(
            r"^(?:كتب|كتبت|بقلم|تحرير|اعداد|كتابه|ترجمه)\s*[:/]?\s*\S+(?:\s\S+){0,3}(?:\s+\d+ دقيق\S* للقراءه)?$"
        ),
        "byline",
    ),
    (re.compile(r"^(?:\d+|دقيقه|دقيقتان|دقائق) ?(?:دقيقه|دقائق|دقيقتان)? ?للقراءه$"), "byline"),
    (re.compile(r"^(?:المصدر|نقلا عن|source|quelle|via)\s*[:/|]\s*\S+(?:\s\S+){0,5}$"), "link to the source"),
    (re.compile(r"^(?:تابعنا|تابعونا|اشترك|للاشتراك|انضم) .{0,80}$"), "page furniture"),
    (re.compile(r"^(?:جميع الحقوق محفوظه|all rights reserved|copyright|©).*"), "page furniture"),
    (re.compile(r"^(?:اخر تحديث|نشر في|تاريخ النشر|published|updated)\s*[:/|].{0,60}$"), "date line of the page"),
    (re.compile(r"^<!.*>?$|^mt-audit: ignore .*"), "comment"),
    # "Name Name | Agency": a photo credit on a line of its own.
    (
        re.compile(
            r"^[^|.،]{3,40} ?[|/] ?(?:رويترز|فرانس برس|اسوشيتد برس|ا ف ب|اف ب|د ب ا|غيتي|جيتي|جيتي ايمدجز|غيتي ايمدجز|"
            r"الاناضول|سبوتنيك|تاس|reuters|afp|ap|getty images?|epa|dpa|anadolu|ap photo)$"
        ),
        "photo credit",
    ),
    (re.compile(r"^ort[a-zäöü]+, ?[a-zäöü]+$"), "page furniture"),
)
_LISTS = re.compile(
    r"^(?:مقالات|اخبار|مواضيع|موضوعات|مواد) (?:مشابهه|ذات صله|متعلقه|مرتبطه|اخري)$|^ذات صله$|^قد يعجبك ايضا$|"
    r"^الاكثر قراءه$|^(?:related|similar|more) (?:articles|stories|news|posts)$|^you may also like$|^trending$|"
    r"^das koennte sie auch interessieren$|^mehr zum thema$"
)
_READ_ALSO = re.compile(
    r"^(?:اقرا|اقراي|اقرءوا|اقراوا|شاهد|طالع|تابع) (?:ايضا|كذلك)\b|^(?:read|see) also\b|^also read\b|^lesen sie auch\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    key: str
    arabic: bool


def _lines(text: str) -> list[_Line]:
    found = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        bare = match[0].strip()
        if bare:
            start = match.start() + match[0].index(bare)
            key = re.sub(r"\s+", " ", fold(bare).strip(_EDGES))
            found.append(_Line(start, start + len(bare), key, bool(_ARABIC.search(bare))))
    return found


def _label(line: _Line) -> str | None:
    if line.key in _LABELS:
        return _LABELS[line.key]
    for pattern, why in _PATTERNS:
        if pattern.search(line.key):
            return why
    return None


def chrome(text: str) -> tuple[Chrome, ...]:
    """Stretches of site furniture in an Arabic article, in order, with the reason for each.

    A heading such as «مقالات مشابهة» takes everything after it; «اقرأ أيضاً» alone on its line takes the next
    line, and everything after it when it stands in the second half, where sites paste a second story.
    """
    lines = _lines(text)
    marked: dict[int, str] = {}
    seen_body = False
    for index, line in enumerate(lines):
        if index in marked:
            continue
        why = _label(line)
        if _LISTS.search(line.key):
            for later in range(index, len(lines)):
                marked[later] = "list of other stories"
            break
        if _READ_ALSO.search(line.key):
            alone = len(line.key.split()) <= 3
            marked[index] = "link to another story"
            if alone and line.start * 2 >= len(text.rstrip()):
                for later in range(index + 1, len(lines)):
                    marked[later] = _label(lines[later]) or "another story pasted under the article"
                    if _LISTS.search(lines[later].key):
                        marked.update(dict.fromkeys(range(later, len(lines)), "list of other stories"))
                        break
                break
            if alone and index + 1 < len(lines):
                marked[index + 1] = "link to another story"
        elif why is not None:
            marked[index] = why
        elif seen_body and line.arabic and any(line.key == lines[i].key for i in range(max(0, index - 3), index)):
            marked[index] = "line printed twice by the page"
        seen_body = True
    # Lines without Arabic after the last Arabic line that is article: names of the site, form fields.
    for index in range(len(lines) - 1, 0, -1):
        if index in marked:
            continue
        if lines[index].arabic or len(lines[index].key.split()) > 12:
            break
        marked[index] = "line without Arabic after the end of the article"
    return tuple(Chrome(Span(lines[i].start, lines[i].end), marked[i]) for i in sorted(marked))
