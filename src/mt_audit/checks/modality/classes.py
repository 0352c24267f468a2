"""How sure, how binding: modal expressions in Arabic, English and German."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from mt_audit.checks.phrases import Classes

_P = "(?:و|ف)?(?:ب|ل)?"
# past verbs that begin with a person letter: after them قد means "already"
_PAST = (
    "(?:تم|تمت|توفي|تمكن|تعرض|تلقي|تجاوز|تحول|تسبب|تغير|تولي|تخلي|تراجع|تقدم|تحدث|تزوج|تخرج|ترك|تعهد|تبين|تقرر|توصل|توقف|"
    "تاثر|تاخر|تعلم|تسلم|تضرر|تلاشي|تفوق|تغلب|توج|نشر|نفي|نقل|نجح|نفذ|ندد|نال|نشب|نزح|يئس|تبني|توجه|تراوح|تحسن|تطور|تضاعف|"
    "تاكد|تاسس|تفاقم|تشكل|تورط|نظر|نصح|نتج|نجم|تعاقد|ترشح|تزايد|تدهور|تعافي|تضمن|تبع|تحقق|تعطل|[تن]\\w+ت)"
)

CLASSES = Classes(
    ar={
        "already": f"(?:و|ف|ل)?قد {_PAST}",
        "possible": (
            f"(?:و|ف)?قد (?:لا )?[يتن]\\w{{2,}}|(?:و|ف)?ربما|(?:و|ف)?[يت]مكن(?:ه|ها|هم|ك|كم|نا|ني)?|{_P}(?:ال)?ممكن(?:ا)?|(?:و|ف)?[يت]حتمل|{_P}(?:ال)?محتمل(?:ا|ه|ين)?|"
            f"{_P}(?:ال)?احتمال(?:ات|ا|يه)?(?:ها|ه)?|لعل(?:ه|ها)?|عسي|(?:و|ف)?[يت]جوز|الجائز|بامكان(?:ه|ها|هم|ك|نا|كم)?|(?:ال)?امكان(?:يه|يات)?|بوسع(?:ه|ها|هم|نا)?|{_P}مقدور(?:ه|ها|هم)?|"
            "(?:و|ف)?(?:س)?[يت]ستطيع(?:ون|وا)?|استطاع(?:ت|وا)?|[يت]تيح|محتمل"
        ),
        "likely": (
            f"{_P}(?:ال)?مرجح(?:ا)?|{_P}(?:ال)?ارجح|(?:و|ف)?[يت]توقع(?:ون)?|{_P}(?:ال)?متوقع(?:ا|ه)?|(?:و|ف)?[يت]بدو|بدا|بدت|علي ما يبدو|{_P}(?:ال)?توقع(?:ات)?|اغلب الظن|"
            "(?:و|ف)?[يت]رجح(?:ون)?|(?:و|ف)?[يت]عتقد(?:ون)?|(?:و|ف)?اعتقد(?:ت)?|(?:و|ف)?[يت]ظن(?:ون)?|[يت]شتبه|(?:ال)?مشتبه|[يت]فترض|(?:ال)?مفترض|[يت]ميل|غالبا|كاد(?:ت)?|[يت]كاد"
        ),
        "must": (
            f"(?:و|ف)?[يت]جب|{_P}لا بد|(?:و|ف)?[يت]تعين|(?:و|ف)?[يت]نبغي|(?:و|ف)?[يت]لزم(?:ه|ها|هم)?|{_P}مضطر(?:ا|ه|ين|ون)?|اضطر(?:ت|وا)?|[يت]ضطر(?:ون)?|لزام(?:ا)?|{_P}ملزم(?:ا|ه|ين|ون)?|"
            "(?:و|ف)?(?:كان )?عليه(?:ا|م)? ان|عليك ان|علينا ان|علي \\w+ (?:\\w+ ){0,3}ان|(?:ال)?واجب|وجب|(?:ال)?ضروري|(?:ال)?ضروره|[يت]حتاج(?:ون)?|بحاجه|(?:ال)?مطلوب|[يت]تطلب|حتمي|مفروض"
        ),
        "certain": (
            f"{_P}(?:ال)?مؤكد|(?:ال)?موكد|{_P}(?:ال)?تاكيد|حتما|{_P}لا شك|بلا شك|دون شك|يقينا|قطعا|بلا ريب|لا ريب|لا محاله|{_P}(?:ال)?مسلم به|ثبت|[يت]ثبت|قاطع|بالفعل|بلا ادني شك|علي وجه اليقين|فعلا|لا جدال"
        ),
        "alleged": (
            f"(?:و|ف)?[يت]زعم(?:ون)?|(?:و|ف)?زعم(?:ت|وا)?|(?:ال)?مزعوم(?:ه|ا|ين)?|(?:ال)?مزاعم|(?:و|ف)?(?:[يت]دعي|ادعي|ادعت|ادعوا|يدعون)|{_P}(?:ال)?ادعاء(?:ات|ه|ها)?|(?:و|ف)?[يت]قال|قيل|"
            f"تقارير|(?:و|ف)?(?:بحسب|حسب|حسبما|وفقا|وفق|طبقا|نقلا)|(?:ال)?متهم(?:ا|ه|ين|ون)?|اتهم(?:ت|وا|ه|ها)?|[يت]تهم(?:ون)?|{_P}(?:ال)?اتهام(?:ات|ه|ها)?|بتهم(?:ه)?|تهم(?:ه)?|ورد(?:ت)?|افاد(?:ت|وا)?|[يت]فيد|ذكر(?:ت|وا)?|[يت]ذكر|اشيع|شائعات|(?:ال)?شبهات"
        ),
        "will": "(?:و|ف)?سوف|(?:و|ف)?س(?!ياس|يار|يد|ين|يط|يل|يج|يبر|يتي|ير|نو|نه|نغ|ند|تيف|تون|توك|تار|تان|تر|تين|يم|يس|نت|يف)[يتن]\\w{2,}|(?:و|ف)?ساكون|(?:و|ف)?لن",
        "planned": f"{_P}(?:ال)?مقرر|(?:و|ف)?[يت]عتزم(?:ون)?|(?:و|ف)?[يت]نوي|(?:و|ف)?[يت]خطط(?:ون)?|{_P}(?:ال)?مزمع|{_P}صدد|{_P}وشك|بسبيل|تستعد|يستعد(?:ون)?|تقرر|خطط|خطه|{_P}(?:ال)?مخطط",
    },
    others={
        "en": {
            "possible": "may|might|could|possibl[ey]|perhaps|maybe|potential(?:ly)?|can|can't|cannot|able|possibility|possibilities|capable|conceivabl[ey]|feasible|prospect|chance|chances|risk|risks|likelihood|option|enough|let|lets|allow\\w*|permit\\w*|enabl\\w*|if|whether|opportunity|threat\\w*|in danger|whatever|available|prone|liable|subject to|lest|wonder\\w*|open to|doubt\\w*|ability|unable|power",
            "likely": "likely|unlikely|probabl[ey]|expect\\w*|apparent(?:ly)?|seem(?:s|ed|ingly)?|appear(?:s|ed|ing)?|believ\\w*|suspect\\w*|presum\\w*|think|thinks|thought|suppos\\w*|supposedly|look(?:s|ed)? (?:like|set)|poised|predict\\w*|forecast\\w*|estimat\\w*|projected|tend\\w*|feel|feels|felt|assum\\w*|guess|reckon\\w*|would|often|usually|nearly|almost|anticipat\\w*|suggest\\w*|indicat\\w*|sound\\w*|consider\\w*|view\\w*|hope\\w*|fear\\w*|odds|perceiv\\w*",
            "must": "must|have to|has to|had to|having to|need|needs|needed|should|ought|required|requires|require|obliged|obligation|forced|necessary|necessarily|necessity|got to|gotta|mandatory|compulsory|duty|bound to|imperative|demand\\w*|essential|compelled|supposed to|urged|shall|supposed|deserve\\w*|want\\w*|call\\w* (?:for|on)|better|due|responsib\\w+|is to|are to|was to|were to|be to|need not|vital|crucial|key|up to|take[sn]?|entail\\w*|make|made|makes|let's|warrant\\w*|expected",
            "certain": "certain(?:ly|ty)?|definite(?:ly)?|definitive\\w*|sure|surely|undoubtedly|clear(?:ly)?|confirm\\w*|no doubt|without doubt|indeed|really|actually|proven?|proves|proved|prov(?:ing|en)|conclusive(?:ly)?|guarantee\\w*|inevitabl[ey]|absolutely|assure\\w*|of course|unquestionabl[ey]|evident(?:ly)?|fact|already|unmistak\\w*|establish\\w*|insist\\w*|obvious(?:ly)?|bound|doubtless|certified|undisputed|indisputabl\\w+|in effect|truly|true|literally|show(?:s|n|ed)?",
            "alleged": "alleg(?:ed|edly|es|e|ation|ations|ing)|reported(?:ly)?|report|reports|claim(?:s|ed|ing)?|purported(?:ly)?|so-called|said to|said to be|rumou?r\\w*|accus\\w*|charged?|charges|according|suspected|supposed(?:ly)?|believed to|thought to|say|says|said|tells?|told|assert\\w*|maintain\\w*|contend\\w*|argu\\w*|complain\\w*|convict\\w*|indict\\w*|per|stat(?:e[sd]|ing)|not(?:e[sd]|ing)|quot\\w*|cit(?:e[sd]|ing)|mention\\w*|writ\\w*|wrote|describ\\w*|add(?:s|ed|ing)|suggest\\w*|blam\\w*|announc\\w*|recount\\w*|recall\\w*|pretend\\w*|profess\\w*|self-\\w+|spokes\\w+|statement|testi\\w+|defendant|depend\\w*|based|read|reads|explain\\w*|reveal\\w*|in accordance|as|in line|under|by",
            "will": "will|'ll|shall|going to|would|won't|gonna|about to|to be|won't|wouldn't|to|expects?|plan\\w*|set to|due to|due|next|tomorrow|upcoming|future|later|soon|is \\w+ing|are \\w+ing|i'll|we'll|you'll|they'll|he'll|she'll|it'll|you'd|he'd|she'd|they'd|we'd|i'd|that'll",
            "planned": "set to|due|scheduled|plan\\w*|intend\\w*|intention|slated|poised|about to|ready|prepar\\w*|aim\\w*|want\\w*|decid\\w*|determined|expected|is to|are to|was to|were to|on the verge|on the brink|going to|project\\w*|program\\w*|scheme\\w*|blueprint|designed|proposed|proposal|meant|look\\w*|seek\\w*|hop(?:e|es|ed|ing)|will|would|map\\w*|strateg\\w+",
        },
        "de": {
            "possible": "kann|können|könnte|könnten|dürfte|möglich|möglicherweise|vielleicht|eventuell|mag|darf",
            "likely": "wahrscheinlich|vermutlich|offenbar|anscheinend|scheint|dürfte|dürften|wohl|mutmaßlich\\w*",
            "must": "muss|müssen|musste|mussten|soll|sollen|sollte|sollten|nötig|verpflichtet",
            "certain": "sicher|sicherlich|bestimmt|zweifellos|tatsächlich|klar",
            "alleged": "angeblich\\w*|soll|sollen|mutmaßlich\\w*|laut|nach angaben|sagte|sagt|sei|seien|habe|hätten|zufolge",
            "will": "wird|werden|würde|würden|werde",
            "planned": "plant|planen|geplant|will|wollen|vorgesehen",
        },
    },
    answers={
        "possible": frozenset(("likely",)),
        "likely": frozenset(("possible", "alleged", "planned", "certain")),
        "must": frozenset(("planned",)),
        "certain": frozenset(()),
        "alleged": frozenset(("likely",)),
        "will": frozenset(("planned", "likely", "must")),
        "planned": frozenset(("must", "will", "likely")),
        "already": frozenset(("certain",)),
    },
)

OPEN_EN = frozenset("may might could perhaps maybe possibly könnte könnten möglicherweise vielleicht".split())
"""Words of the original that leave a thing open and nothing else."""

WORDING = {
    "possible": "قد",
    "must": "يجب",
    "likely": "من المرجح",
    "certain": "بالتأكيد",
    "will": "سوف",
    "alleged": "يُزعم أن",
}
