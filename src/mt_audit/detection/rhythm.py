"""Turns of phrase that translations overuse or avoid. Each is ordinary once; only their rate says something."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = r"\s*[،,]?\s*"
_SAID = "(?:قال|قالت|أضاف|أضافت|كتب|كتبت|أوضح|أوضحت|أكد|أكدت|يقول|تقول|تابع|تابعت|صرح|ذكر|حذر|حذرت)"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase; ``why`` is told of machine-like ones, ``""`` marks those that speak for a person."""

    name: str
    pattern: re.Pattern[str]
    why: str


def _turn(name: str, pattern: str, why: str = "") -> Turn:
    return Turn(name, re.compile(pattern), why)


TURNS: tuple[Turn, ...] = (
    _turn(
        "said-after-quote",
        rf"[”\"»“]{_GAP}{_SAID}(?![\w])",
        "The speaker follows the quotation, as in English; Arabic news puts the speaker first.",
    ),
    _turn(
        "adverb-comma",
        r"(?:^|(?<=[.!?؟\n])\s*)(?:و?(?:مع ذلك|بالإضافة إلى ذلك|علاوة على ذلك|في الوقت نفسه|في وقت سابق[^،,.]{0,30}|"
        r"في وقت لاحق[^،,.]{0,30}|في هذه الأثناء|نتيجة لذلك|على سبيل المثال|لا يزال|من ناحية أخرى|في النهاية|في الواقع|"
        r"لسوء الحظ|حتى الآن|حاليا|حاليًا|بشكل عام|على وجه التحديد|في نهاية المطاف|بعد كل شيء|في غضون ذلك|كالعادة))"
        r"\s*[،,]",
        "The sentence opens with an adverb and a comma, as English sentences do.",
    ),
    _turn("passive-with-tamma", r"(?<!\w)[وف]?(?:تم|يتم|سيتم|تمت|تتم|ستتم)(?!\w)", "The passive is built with «تم»."),
    _turn("agent-with-min-qibal", r"(?<!\w)من قبل (?=ال|\w{4})", "The doer follows with «من قبل», as with English by."),
    _turn("according-to", r"(?<!\w)[وف]?وفق[ًاا]{0,2} ?ل", "«وفقًا لـ» renders according to wherever it stands."),
    _turn("laqad-opening", r"(?:^|(?<=[.!?؟\n“\"«])\s*)لقد ", "«لقد» opens the sentence: an English perfect."),
    _turn("manner-phrase", r"(?<!\w)(?:بشكل|بطريقة|بصورة) \w", "An English adverb became «بشكل» and an adjective."),
    _turn("apposition-in-commas", r"[،,] [^،,.\n]{4,45}\s?[،,] ", "An English apposition between two commas was kept."),
    _turn(
        "pronoun-opening",
        r"(?:^|(?<=[.!?؟\n“\"«])\s*)(?:هو|هي|هم|نحن|أنا|إنه|إنها|إنهم|هذا|هذه|هناك) ",
        "The sentence opens with a pronoun subject, as English must.",
    ),
    _turn("whether", r"(?<!\w)(?:ما إذا كان|بما في ذلك|على نطاق واسع|من أجل|في المقام الأول|جنب[ًاا]{1,2} إلى جنب|"
          r"كجزء من|واحدة? من أكثر|مجموعة متنوعة|ذ[وي] (?:صلة|معنى)|بدلا? ?من ذلك|عندما سئل)(?!\w)",
          "A fixed English phrase was rendered word by word."),
    _turn("which-with-and", r"(?<!\w)(?:والتي|والذي)(?!\w)", "«والتي» joins a clause as the English which does."),
    _turn("glued-lam", r"(?<!\w)(?:لـ|بـ|كـ) ", "A preposition stands apart from its word, written with a stretch."),
    _turn("narrow-opening", r"(?:^|(?<=[.!?؟\n])\s*)و(?:قال|أضاف|أكد|أوضح|أشار|ذكر|كان|تابع|شدد|لفت|أعلن|بين|جاء)"),
    _turn("said-opening", rf"(?:^|(?<=[.!?؟\n])\s*){_SAID} "),
    _turn("asserting-verb", r"(?<!\w)(?:إلى أن|على أن|بأن|(?:مشير|مؤكد|موضح|لافت|مضيف|مشدد|معتبر)[ًا]{1,2})(?!\w)"),
    _turn("semicolon", r"؛"),
)  # fmt: skip
"""In the order of the features."""
