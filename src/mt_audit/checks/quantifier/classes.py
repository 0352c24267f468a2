"""Quantifiers and bounds in Arabic, English and German."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from mt_audit.checks.phrases import Classes

_P = "(?:و|ف)?(?:ب|ل|ك)?"
_A = "(?:و|ف)?(?:ال|بال|لل|ب|ل|ك|كال)?"

CLASSES = Classes(
    ar={
        "at_least": f"(?:و)?علي الاقل|في الاقل|{_P}ما لا [يت]قل(?: عن)?|لا [يت]قل(?: عن)?|كحد ادني|بحد ادني|علي اقل تقدير",
        "at_most": f"علي الاكثر|{_P}ما لا (?:يزيد|يتجاوز|يتعدي)(?: علي| عن)?|لا [يت](?:زيد|تجاوز|تعدي)(?: علي| عن)?|كحد اقصي|بحد اقصي|{_P}ما يصل الي|[يت]صل الي|وصل(?:ت)? الي|ليصل الي|علي اقصي تقدير",
        "more_than": f"{_P}(?:اكثر|ازيد|اكبر|اعلي) من|{_P}ما (?:يزيد|يربو|يفوق|تزيد) (?:علي|عن)|ما يفوق|[يت](?:زيد|ربو) (?:علي|عن)|[يت](?:فوق|تجاوز|تخطي|تعدي)|تجاوز(?:ت)?|متجاوز(?:ا|ه)|فاق(?:ت)?|{_P}ما يتجاوز",
        "less_than": f"{_P}(?:اقل|اصغر|ادني) من|{_P}ما يقل عن|[يت]قل عن|{_P}دون ال|تحت ال|{_P}اقل",
        "most": f"{_P}معظم(?:ها|هم|هن|ه)?|{_P}(?:ال)?(?:اغلب|غالب|اكثر)ي(?:ه|ت)(?:ها|هم|ه)?(?: العظمي| الساحقه)?|{_P}اغلب(?:ها|هم|ه)?|{_P}جل(?:ها|هم)?|السواد الاعظم",
        "few": f"{_A}قليل(?:ون|ين|ه|ا)?(?: من)?|{_P}قله(?: من)?|{_P}حفنه|{_A}نادر(?:ا|ه)?|{_P}عدد (?:قليل|محدود|ضئيل|صغير)(?: من)?|قلما|{_A}اقليه",
        "many": f"{_A}عديد(?:ه)?(?: من)?|{_A}كثير(?:ون|ين|ه|ا|ات)?(?: من)?|{_P}عده|{_P}عدد (?:كبير|هائل|ضخم) من|{_P}حشد|{_P}كم هائل",
        "none": "لا احد|لا شيء|لا شي|اي احد|لا يوجد (?:اي )?|لم [يتن]\\w+ اي",
        "all": f"{_P}جميع(?:ها|هم|هن|ه|ا|نا)?|{_A}كل(?:ها|هم|هن|ه|نا)?|{_P}كاف(?:ه|تهم|تها)|باكمل(?:ها|ه|هم)|باسر(?:ها|ه|هم)|بالكامل|برمت(?:ها|ه)|قاطبه|دائما|{_P}كامل|{_A}كلا|{_A}كلتا|كلاهما|كلتاهما|كليهما|عموم|كلما|{_P}سائر|{_P}شتي",
        "some": f"{_P}بعض(?:ها|هم|هن|ه|نا|ا)?|{_A}بعض|{_P}بضع(?:ه)?|{_P}عدد من|{_P}جزء(?:ا)?(?: من)?|{_P}جانب(?:ا)? من|احيانا|جزئيا|{_P}مجموعه من",
        "only": f"{_P}فقط|سوي|{_P}مجرد|وحد(?:ه|ها|هم)|فحسب|لا غير|حصر(?:ا|يا)|(?:ال)?وحيد(?:ه|ان|ين|تان|تين)?|[يت]قتصر(?: علي)?|اقتصر(?:ت)?(?: علي)?|ليس الا|(?:و|ف)?(?:لا|لم|لن|ليس|ما) \\w+ (?:\\w+ ){0, 4}(?:الا|سوي)|الا",
        "about": f"{_P}(?:نحو|حوالي|قرابه|زهاء|قراب|حدود)|{_P}ما ي(?:قرب|قارب) (?:من)?|تقريبا|[يت](?:ناهز|قارب)|{_P}ما يقارب|شبه|{_P}يكاد|تكاد|كاد(?:ت)?|في حدود",
    },
    others={
        "en": {
            "at_least": "at least|no (?:fewer|less) than|not less than|a minimum of|minimum|or more",
            "at_most": "at most|up to|no more than|not more than|as (?:many|much|high|low|little|few) as|a maximum of|maximum|or (?:less|fewer)|at best",
            "more_than": "(?:more|greater|higher|larger|older|better) than|over|in excess of|upwards of|exceed\\w*|above|beyond|surpass\\w*|top(?:s|ped|ping)|north of|outnumber\\w*|plus",
            "less_than": "(?:less|fewer|lower|smaller|younger) than|under|below|short of|south of|less|lower|fewer",
            "most": "most|mostly|majority|mainly|largely|the bulk|bulk|predominantly|overwhelming(?:ly)?|much of|more often than not",
            "few": "few|little|handful|a handful|scarcely|rarely|seldom|minority|hardly any|a couple|couple",
            "many": "many|numerous|several|lots|lot|plenty|multiple|countless|dozens|scores|hundreds|thousands|millions|number|numbers|various|much|wealth|host|range|series|multitude|raft|array|variety|slew|stream|tons|often|frequently|heavily",
            "none": "none|nobody|no one|no-one|neither|nothing|never|no",
            "all": "all|every|each|entire|entirely|whole|both|everyone|everybody|everything|always|full|fully|complete|completely|total|totally|altogether|wholly|everywhere|whatever|whenever|wherever|whoever|ever|as a whole|either|nationwide|worldwide|constantly|utterly|absolutely",
            "some": "some|someone|something|somebody|certain|part|parts|partly|partially|a number of|a few|portion|sometimes|somewhat|somewhere|at times|among|one of|half|occasional(?:ly)?|others|those|pieces|bits|bit|piece|select",
            "only": "only|just|solely|merely|alone|sole|exclusively|nothing but|mere|simply|purely|limited|except|unless|until|other than|anything|unique|even",
            "about": "nearly|almost|about|around|approximately|roughly|close to|virtually|some|circa|practically|or so|estimated|near",
        },
        "de": {
            "at_least": "mindestens|wenigstens",
            "at_most": "höchstens|bis zu|maximal",
            "more_than": "mehr als|über",
            "less_than": "weniger als|unter",
            "most": "die meisten|meisten|mehrheit|größtenteils|meist",
            "few": "wenige|kaum",
            "many": "viele|vielen|zahlreiche|mehrere",
            "none": "kein|keine|keiner|keinen|niemand|nichts|nie",
            "all": "alle|allen|aller|jeder|jede|jedes|jeden|sämtliche|ganze|ganzen|immer|beide|beiden",
            "some": "einige|einigen|manche|teil|teilweise|etwas|manchmal",
            "only": "nur|lediglich|allein|bloß|erst",
            "about": "fast|rund|etwa|ungefähr|knapp|beinahe",
        },
    },
    answers={
        "at_least": frozenset(("more_than", "only", "about")),
        "at_most": frozenset(("about", "only", "less_than", "more_than", "at_least")),
        "more_than": frozenset(("at_least", "many", "at_most")),
        "less_than": frozenset(("at_most", "few")),
        "most": frozenset(("many", "more_than")),
        "few": frozenset(("some", "only", "less_than", "none")),
        "many": frozenset(("most", "some", "more_than")),
        "none": frozenset(("few", "all")),
        "all": frozenset(("none", "only")),
        "some": frozenset(("few", "many")),
        "only": frozenset(("few", "none", "less_than", "at_most", "all")),
        "about": frozenset(("some", "more_than", "most", "at_least", "at_most", "few", "only")),
    },
)

CLASH = {
    "all": frozenset(("some", "most", "few", "many")),
    "most": frozenset(("some", "few", "all")),
    "some": frozenset(("all", "most")),
    "few": frozenset(("all", "most", "many")),
    "many": frozenset(("few", "none", "only")),
    "none": frozenset(("all", "most", "many", "some")),
    "more_than": frozenset(("less_than",)),
    "less_than": frozenset(("more_than", "at_least")),
    "at_least": frozenset(("at_most", "less_than")),
    "at_most": frozenset(("at_least", "more_than")),
}
"""Arabic class → classes of the original that it contradicts."""

BOUNDS = frozenset(("more_than", "less_than", "at_least", "at_most"))

WORDING = {
    "all": "جميع",
    "most": "معظم",
    "some": "بعض",
    "few": "قليل من",
    "many": "كثير من",
    "more_than": "أكثر من",
    "less_than": "أقل من",
    "at_least": "ما لا يقل عن",
    "at_most": "ما يصل إلى",
    "only": "فقط",
}
"""The usual Arabic of each class, for suggestions."""
