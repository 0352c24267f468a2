"""Rows of the source lexicon that are mended before they are shipped."""

from __future__ import annotations

from collections.abc import Mapping

RENAMED: Mapping[str, str] = {
    "well-position": "well-positioned",
    "lesser-know": "lesser-known",
    "growe": "grow",
    "thinke": "think",
    "thanke": "thank",
    "gree": "agree",
    "panick": "panic",
}
"""Fragments of the word list → the lemma that its row describes."""

DROPPED: frozenset[tuple[str, str]] = frozenset()
"""(lemma, gloss) of rows that are not worth keeping."""

ADDED: tuple[tuple[str, str, str, str], ...] = (
    ("US", "adj", "of the United States", "أمريكي|أميركي|أمريكية|أميركية|الولايات المتحدة"),
    ("U.S", "adj", "of the United States", "أمريكي|أميركي|أمريكية|أميركية|الولايات المتحدة"),
    ("UN", "name", "United Nations", "الأمم المتحدة|أممي|أممية"),
    ("U.N", "name", "United Nations", "الأمم المتحدة|أممي|أممية"),
    ("UK", "name", "United Kingdom", "المملكة المتحدة|بريطانيا|بريطاني|بريطانية"),
    ("U.K", "name", "United Kingdom", "المملكة المتحدة|بريطانيا|بريطاني|بريطانية"),
    ("EU", "name", "European Union", "الاتحاد الأوروبي|أوروبي|أوروبية"),
    ("AI", "n", "artificial intelligence", "الذكاء الاصطناعي"),
    ("A.I", "n", "artificial intelligence", "الذكاء الاصطناعي"),
    ("brexit", "name", "Britain's leaving the European Union", "بريكست|انسحاب المملكة المتحدة|خروج بريطانيا|البريكست"),
    ("mr", "title", "", "السيد"),
    ("mrs", "title", "", "السيدة"),
    ("ms", "title", "", "السيدة|الآنسة"),
    ("dr", "title", "", "الدكتور|الدكتورة|د"),
    ("p.m", "adv", "", "مساء|بعد الظهر|عصرا"),
    ("pm", "adv", "", "مساء|بعد الظهر|عصرا"),
    ("a.m", "adv", "", "صباحا|فجرا"),
    ("am", "adv", "", "صباحا|فجرا"),
    ("gmt", "n", "", "بتوقيت غرينتش|غرينتش|جرينتش|بتوقيت جرينتش"),
    ("bst", "n", "", "بالتوقيت الصيفي|توقيت"),
    ("still", "adv", "continuing", "لا يزال|لا تزال|ما زال|ما زالت|لا يزالون|مازال|مازالت|ما يزال|لا زال|لا زالت"),
    ("despite", "prep", "", "على الرغم من|رغم|بالرغم من|برغم"),
    ("although", "conj", "", "على الرغم من|رغم أن|مع أن|وإن"),
    ("though", "conj", "", "على الرغم من|رغم أن|مع ذلك|رغم"),
    ("as", "conj", "", "كما|بصفته|بصفتها|باعتباره|باعتبارها|حيث|بينما|على أنها|على أنه|كما لو"),
    ("including", "prep", "", "بما في ذلك|من بينها|من بينهم|ومنها|من ضمنها|بينها"),
    ("unless", "conj", "", "ما لم|إلا إذا"),
    ("percent", "n", "", "في المائة|في المئة|بالمائة|بالمئة"),
    ("per cent", "n", "", "في المائة|في المئة|بالمائة|بالمئة"),
    ("never", "adv", "", "لم|أبدا|لن|قط|لا|مطلقا"),
    ("none", "pron", "", "لا أحد|لم|أي من"),
    ("nobody", "pron", "", "لا أحد|أحد"),
    ("nothing", "pron", "", "لا شيء|شيء"),
    ("somebody", "pron", "", "شخص ما|أحد|أحدهم"),
    ("someone", "pron", "", "شخص ما|شخص|أحد|أحدهم"),
    ("according", "prep", "", "وفقا|وفق|بحسب|حسب|طبقا|حسبما"),
    ("who", "pron", "", "الذي|التي|الذين|من|اللواتي|ممن"),
    ("which", "pron", "", "التي|الذي|والتي|مما|أي"),
    ("that", "conj", "", "أن|إن|بأن|التي|الذي|ذلك|تلك|أنه|أنها|الذين"),
    ("this", "pron", "", "هذا|هذه|ذلك"),
    ("these", "pron", "", "هذه|هؤلاء|تلك"),
    ("those", "pron", "", "أولئك|تلك|هؤلاء|الذين"),
    ("not", "adv", "", "لا|لم|لن|غير|عدم|ليس|ليست|ليسوا|ما|دون"),
    ("cannot", "v", "", "لا يمكن|لا يستطيع|يستحيل"),
    ("can't", "v", "", "لا يمكن|لا يستطيع|لا يمكنه"),
    ("no", "adv", "", "لا|عدم|دون|غير|كلا|أي"),
    ("have to", "v", "be obliged", "يجب|يتعين|اضطر|يضطر|ينبغي|لا بد|على"),
    ("has to", "v", "be obliged", "يجب|يتعين|اضطر|يضطر|ينبغي|لا بد"),
    ("a number of", "adj", "several", "عدد من|عدد|العديد من|عدة|مجموعة من"),
    ("next-of-kin", "n", "closest relatives", "أقارب|أقرباء|ذوو|ذوي|عائلة"),
    ("van", "n", "vehicle", "شاحنة صغيرة|شاحنة|سيارة|سيارات|حافلة صغيرة|مركبة|عربة"),
    *(
        (en, "name", "day of the week", f"{day}|يوم {day}")
        for en, day in zip(
            "monday tuesday wednesday thursday friday saturday sunday".split(),
            "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(),
            strict=True,
        )
    ),
)
"""Entries that proved missing: (lemma, part of speech, gloss, Arabic forms with bars)."""
