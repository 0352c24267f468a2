"""Pairs of contraries in Arabic and English, in any inflection, and how an Arabic word is turned into its contrary."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from mt_audit.text.folding import fold

Slot = Literal["past", "present", "noun", "adjective", "word"]
Family = Literal["direction", "contrary", "stance"]
SLOTS: tuple[Slot, ...] = ("past", "present", "noun", "adjective", "word")


@dataclass(frozen=True, slots=True)
class Lemma:
    """Spelled forms of one Arabic lemma: verb stems without person marks, verbal nouns, participle or adjective, fixed words."""

    past: str = ""
    present: str = ""
    noun: str = ""
    adjective: str = ""
    word: str = ""

    def form(self, slot: Slot) -> str:
        """The spelled form of a slot, "" when the lemma has none."""
        return str(getattr(self, slot))


class Pole(NamedTuple):
    """One side of a pair of contraries: pair number and side 0 or 1."""

    pair: int
    side: int

    @property
    def contrary(self) -> Pole:
        """The other side."""
        return Pole(self.pair, 1 - self.side)


class Form(NamedTuple):
    """How an Arabic word was read: pole, lemma number within the pole, slot, and what is written before and after it."""

    pole: Pole
    lemma: int
    slot: Slot
    before: str
    after: str


# family ; English of side 0 ; Arabic of side 0 ; English of side 1 ; Arabic of side 1
# an Arabic lemma is past,present,noun,adjective  or  =word ; the first lemmas of both sides are each other's usual contraries
_ROWS = """
direction ; rise increase grow climb jump surge soar rally rebound higher boost raise hike expand widen swell accelerate upward growth gain exceed multiply double mount escalate spike skyrocket rocket ; ارتفع,رتفع,ارتفاع,مرتفع زاد,زيد,زيادة,زائد صعد,صعد,صعود,صاعد نما,نمو,نمو,نام تزايد,تزايد,تزايد,متزايد ازداد,زداد,ازدياد, تصاعد,تصاعد,تصاعد,متصاعد قفز,قفز,قفزة, تنامى,تنامى,تنام,متنام توسع,توسع,توسع,متوسع تسارع,تسارع,تسارع,متسارع عزز,عزز,تعزيز,معزز ضاعف,ضاعف,مضاعفة,مضاعف تضاعف,تضاعف,تضاعف, ; fall drop decline decrease slump plunge tumble slide slip sink shrink lower reduce reduction cut dip ease slow contract weaken dwindle plummet downward diminish wane lessen recede collapse curb loss ; انخفض,نخفض,انخفاض,منخفض قل,قل,تقليل, هبط,هبط,هبوط,هابط تقلص,تقلص,تقلص,متقلص تناقص,تناقص,تناقص,متناقص تراجع,تراجع,تراجع,متراجع تدنى,تدنى,تدن,متدن انكمش,نكمش,انكماش,منكمش خفض,خفض,خفض,مخفض قلص,قلص,تقليص, نقص,نقص,نقص,ناقص تباطأ,تباطأ,تباطؤ,متباطئ خفف,خفف,تخفيف,مخفف
direction ; raise increase hike lift boost ; رفع,رفع,رفع, ; cut lower reduce slash trim drop decrease ; خفض,خفض,خفض, قلص,قلص,تقليص,
direction ; lift remove ease waive scrap abolish end ; رفع,رفع,رفع, ألغى,لغي,إلغاء, أزال,زيل,إزالة, ; impose slap levy introduce enforce ; فرض,فرض,فرض,
direction ; win beat defeat victory triumph prevail overcome winner victorious victor conquer ; فاز,فوز,فوز,فائز انتصر,نتصر,انتصار,منتصر تغلب,تغلب,تغلب, ; lose loss defeat beat loser losing ; خسر,خسر,خسارة,خاسر انهزم,نهزم,انهزام,منهزم أخفق,خفق,إخفاق, =هزيمة
direction ; buy purchase acquire bought buyer acquisition ; اشترى,شتري,شراء,مشتر ابتاع,بتاع,, ; sell sold sale seller vendor ; باع,بيع,بيع,بائع
direction ; import ; استورد,ستورد,استيراد,مستورد =واردات ; export ; صدر,صدر,تصدير,مصدر =صادرات
direction ; enter entry arrive join admission inside entrance ; دخل,دخل,دخول,داخل انضم,نضم,انضمام,منضم ; leave exit depart quit withdraw left withdrawal emerge departure outside ; خرج,خرج,خروج,خارج غادر,غادر,مغادرة, انسحب,نسحب,انسحاب,منسحب
direction ; advance progress forward ; تقدم,تقدم,تقدم,متقدم ; retreat withdraw backward setback pull ; تراجع,تراجع,تراجع,متراجع انسحب,نسحب,انسحاب,منسحب تقهقر,تقهقر,تقهقر,
direction ; before prior ahead ; =قبل =قبيل ; after following ; =بعد =بعيد =عقب =إثر
direction ; above over upper atop higher high ; =فوق =أعلى ; below under beneath lower underneath low ; =تحت =أسفل
direction ; north northern ; =شمال =شمالي =الشمالية ; south southern ; =جنوب =جنوبي =الجنوبية
direction ; east eastern ; =شرق =شرقي =الشرقية ; west western ; =غرب =غربي =الغربية
direction ; northeast northeastern ; =شمال_شرق ; southwest southwestern ; =جنوب_غرب
direction ; left leftist left-wing ; =يسار =يساري ; right rightist right-wing ; =يمين =يميني
direction ; inside within ; =داخل ; outside beyond ; =خارج
direction ; high higher highest upper top peak record ; =أعلى =عال =عالية =مرتفع =مرتفعة =العليا ; low lower lowest bottom ; =أدنى =منخفض =منخفضة =أقل =متدنية =الدنيا
direction ; open reopen opening inaugurate opened ; فتح,فتح,فتح,مفتوح افتتح,فتتح,افتتاح, ; close shut closure shutdown closing closed lock ; أغلق,غلق,إغلاق,مغلق أقفل,قفل,إقفال,مقفل
direction ; start begin launch began commence start-up beginning outset resume open initiate kick ; بدأ,بدأ,بدء,بادئ انطلق,نطلق,انطلاق,منطلق =بداية استهل,ستهل,استهلال, ; end finish conclude stop halt ending over expire complete completion finale ; انتهى,نتهي,انتهاء,منته اختتم,ختتم,اختتام, =نهاية أنهى,نهي,إنهاء, توقف,توقف,توقف,متوقف
direction ; improve improvement recover better ; تحسن,تحسن,تحسن,متحسن ; worsen deteriorate decline worse ; تدهور,تدهور,تدهور,متدهور ساء,سوء,,
direction ; strengthen reinforce stronger bolster ; عزز,عزز,تعزيز, قوى,قوي,تقوية, ; weaken undermine weakening erode ; أضعف,ضعف,إضعاف, قوض,قوض,تقويض,
direction ; arrest detain capture detention custody jail imprison prison trap ; اعتقل,عتقل,اعتقال,معتقل احتجز,حتجز,احتجاز,محتجز أوقف,وقف,توقيف,موقوف سجن,سجن,سجن,مسجون ; release free freed liberate ; أفرج,فرج,إفراج, =سراح حرر,حرر,تحرير,محرر
direction ; appoint hire nominate recruit elect ; عين,عين,تعيين,معين وظف,وظف,توظيف, ; dismiss fire sack oust fired resign ; أقال,قيل,إقالة,مقال طرد,طرد,طرد,مطرود عزل,عزل,عزل,معزول
direction ; borrow ; اقترض,قترض,اقتراض,مقترض ; lend loan lender ; أقرض,قرض,إقراض,مقرض
direction ; give grant offer hand provide ; منح,منح,منح,مانح أعطى,عطي,إعطاء, ; take seize confiscate strip ; أخذ,أخذ,أخذ, صادر,صادر,مصادرة, سلب,سلب,سلب,
direction ; earn profit income revenue gain surplus ; ربح,ربح,ربح,رابح كسب,كسب,كسب, =أرباح =إيرادات =فائض ; lose loss deficit spend ; خسر,خسر,خسارة,خاسر أنفق,نفق,إنفاق, =خسائر =نفقات =عجز
direction ; add include addition ; أضاف,ضيف,إضافة,مضاف ; remove delete exclude omit drop ; حذف,حذف,حذف,محذوف أزال,زيل,إزالة,
direction ; build construct erect rebuild ; بنى,بني,بناء, شيد,شيد,تشييد, ; destroy demolish raze tear ; دمر,دمر,تدمير,مدمر هدم,هدم,هدم,مهدوم
direction ; send dispatch deploy ; أرسل,رسل,إرسال,مرسل ; receive get ; تلقى,تلقى,تلق,متلق استلم,ستلم,استلام, تسلم,تسلم,تسلم,
direction ; early earlier ; =مبكر =مبكرا =باكر =أوائل =مطلع ; late later ; =متأخر =متأخرا =أواخر
direction ; more further additional extra greater most ; =أكثر =أكبر =مزيد =المزيد ; less fewer least smaller ; =أقل =أدنى =أصغر
direction ; majority most ; =أغلبية =غالبية =الأغلبية ; minority few ; =أقلية =قلة
direction ; maximum most limit ceiling cap ; =أقصى =الأقصى =سقف ; minimum least floor ; =أدنى =الأدنى
contrary ; accept agree approve adopt endorse pass approval acceptance consent welcome ; قبل,قبل,قبول,قابل وافق,وافق,موافقة,موافق أقر,قر,إقرار, رحب,رحب,ترحيب, ; reject refuse decline rejection refusal disapprove veto ; رفض,رفض,رفض,رافض عارض,عارض,معارضة,معارض
contrary ; support back favor favour endorse backing supporter champion advocate proponent ; أيد,ؤيد,تأييد,مؤيد دعم,دعم,دعم,داعم ساند,ساند,مساندة,مساند ناصر,ناصر,مناصرة,مناصر ; oppose opposition opponent resist against object critic ; عارض,عارض,معارضة,معارض ناهض,ناهض,مناهضة,مناهض قاوم,قاوم,مقاومة,مقاوم
contrary ; allow permit authorise authorize let enable permission clear ; سمح,سمح,سماح, أتاح,تيح,إتاحة,متاح أجاز,جيز,إجازة,مجاز ; ban prohibit forbid bar prevent block outlaw stop prohibition restrict ; منع,منع,منع,ممنوع حظر,حظر,حظر,محظور حرم,حرم,تحريم,محرم
contrary ; praise commend laud hail applaud ; أشاد,شيد,إشادة, امتدح,متدح,امتداح, أثنى,ثني,ثناء, ; criticise criticize condemn denounce slam blast criticism condemnation attack ; انتقد,نتقد,انتقاد,منتقد أدان,دين,إدانة, ندد,ندد,تنديد, هاجم,هاجم,مهاجمة,
contrary ; succeed success manage successful successfully ; نجح,نجح,نجاح,ناجح ; fail failure failed unsuccessful ; فشل,فشل,فشل,فاشل أخفق,خفق,إخفاق,مخفق
contrary ; acquit clear exonerate innocent acquittal ; برأ,برئ,تبرئة,بريء ; convict guilty conviction condemn ; أدان,دين,إدانة,مدان
contrary ; attack assault raid offensive invade ; هاجم,هاجم,هجوم,مهاجم ; defend defence defense protect defender ; دافع,دافع,دفاع,مدافع
contrary ; kill die death dead slay murder ; قتل,قتل,قتل,قتيل مات,موت,موت,ميت توفي,توفى,وفاة,متوفى =مقتل =مصرع ; save rescue survive alive survivor survival live ; أنقذ,نقذ,إنقاذ, نجا,نجو,نجاة,ناج عاش,عيش,عيش,
contrary ; agree agreement deal consensus ; اتفق,تفق,اتفاق,متفق ; disagree disagreement dispute differ ; اختلف,ختلف,اختلاف,مختلف
contrary ; continue remain keep persist carry ; واصل,واصل,مواصلة,متواصل استمر,ستمر,استمرار,مستمر ; stop halt cease suspend discontinue end ; أوقف,وقف,وقف,موقوف توقف,توقف,توقف,متوقف علق,علق,تعليق,معلق
contrary ; remember recall ; تذكر,تذكر,تذكر, ; forget forgotten ; نسي,نسى,نسيان,
contrary ; love like ; أحب,حب,حب,محبوب ; hate dislike hatred ; كره,كره,كراهية,مكروه
contrary ; encourage urge spur ; شجع,شجع,تشجيع,مشجع حث,حث,حث, ; discourage deter dissuade ; ثبط,ثبط,تثبيط, ردع,ردع,ردع,رادع
contrary ; old elderly aged veteran ancient older ; =قديم =قديمة =عجوز =مسن =مسنة =كبار ; new young modern newly younger recent ; =جديد =جديدة =شاب =شابة =شبان =حديث =حديثة
contrary ; big large huge great major massive vast larger biggest largest giant ; =كبير =كبيرة =ضخم =ضخمة =هائل =هائلة =أكبر ; small little tiny minor slight smaller smallest modest ; =صغير =صغيرة =ضئيل =ضئيلة =طفيف =طفيفة =أصغر
contrary ; strong powerful stronger robust tough ; =قوي =قوية =أقوى ; weak frail feeble weaker ; =ضعيف =ضعيفة =أضعف
contrary ; long longer lengthy ; =طويل =طويلة =أطول ; short brief shorter ; =قصير =قصيرة =وجيز =وجيزة =أقصر
contrary ; rich wealthy affluent ; =غني =غنية =أغنياء =ثري =ثرية =أثرياء ; poor impoverished ; =فقير =فقيرة =فقراء
contrary ; former ex previous ; =سابق =سابقة =أسبق ; current present incumbent ; =حالي =حالية =راهن
contrary ; friend ally partner friendly ; =صديق =حليف =حلفاء =أصدقاء ; enemy foe rival adversary ; =عدو =أعداء =خصم =خصوم
contrary ; safe safety secure ; =آمن =آمنة =سلامة ; dangerous risky unsafe hazardous danger ; =خطير =خطيرة =خطر
contrary ; hot warm heat ; =حار =حارة =ساخن =دافئ ; cold cool ; =بارد =باردة
contrary ; easy simple easily ; =سهل =سهلة =بسيط ; difficult hard tough ; =صعب =صعبة =عسير
contrary ; positive ; =إيجابي =إيجابية ; negative ; =سلبي =سلبية
contrary ; public state government ; =عام =عامة =حكومي =حكومية ; private ; =خاص =خاصة
contrary ; domestic local internal home ; =محلي =محلية =داخلي =داخلية ; foreign international external overseas ; =أجنبي =أجنبية =خارجي =خارجية
contrary ; war fighting conflict ; =حرب =حروب =قتال ; peace truce ceasefire ; =سلام =هدنة
contrary ; day daytime ; =نهار ; night nighttime overnight evening ; =ليل =ليلا
contrary ; morning dawn ; =صباح =صباحا =فجر ; evening night afternoon ; =مساء =مساءا =ليلا
contrary ; first opening initial ; =أول =أولى ; last final latest ; =آخر =أخيرة =أخير
contrary ; fast quick rapid swift quickly rapidly ; =سريع =سريعة =بسرعة ; slow slowly sluggish ; =بطيء =بطيئة =ببطء
contrary ; better best ; =أفضل =أحسن ; worse worst ; =أسوأ
contrary ; good positive great ; =جيد =جيدة =حسن ; bad poor evil ; =سيئ =سيئة =رديء
contrary ; near close nearby ; =قريب =قريبة =بقرب ; far distant remote ; =بعيد =بعيدة
contrary ; legal lawful legitimate ; =قانوني =قانونية =مشروع =مشروعة ; illegal unlawful illegitimate ; 
stance ; confirm affirm acknowledge admit concede assert confirmation ; أكد,ؤكد,تأكيد,مؤكد أقر,قر,إقرار, اعترف,عترف,اعتراف,معترف أثبت,ثبت,إثبات,مثبت ; deny denial refute dismiss reject rebut dispute ; نفى,نفي,نفي,ناف أنكر,نكر,إنكار,منكر كذب,كذب,تكذيب, دحض,دحض,دحض,
stance ; say tell state announce add report note declare explain ; قال,قول,قول,قائل أعلن,علن,إعلان, صرح,صرح,تصريح, ذكر,ذكر,, أضاف,ضيف,, أوضح,وضح,, ; deny refute ; نفى,نفي,نفي,ناف أنكر,نكر,إنكار,
"""

_IRREGULAR = {
    "rise": "rose risen", "grow": "grew grown", "fall": "fell fallen", "sink": "sank sunk", "shrink": "shrank shrunk",
    "slide": "slid", "win": "won", "beat": "beaten", "lose": "lost", "buy": "bought", "sell": "sold", "begin": "began begun",
    "leave": "left", "withdraw": "withdrew withdrawn", "give": "gave given", "take": "took taken", "send": "sent",
    "forget": "forgot forgotten", "get": "got gotten", "lend": "lent", "spend": "spent", "build": "built",
    "rebuild": "rebuilt", "tear": "tore torn", "keep": "kept", "say": "said", "tell": "told", "forbid": "forbade forbidden",
    "overcome": "overcame", "shut": "shut", "freeze": "froze", "die": "died dying", "slay": "slain", "let": "let",
    "swell": "swollen", "prevail": "", "steal": "stole", "hit": "hit", "strip": "stripped",
}  # fmt: skip
_NO_INFLECTION = frozenset(
    "up down before after over above below under on in into out less more most least few high low left right".split()
)


def _inflect(base: str) -> set[str]:
    forms = {base}
    if base in _NO_INFLECTION or not base.isalpha():
        return forms
    forms.add(
        base + "es"
        if base.endswith(("s", "sh", "ch", "x", "z"))
        else base[:-1] + "ies"
        if re.search("[^aeiou]y$", base)
        else base + "s"
    )
    stem = base[:-1] if base.endswith("e") else base
    double = (
        bool(re.fullmatch("(?:[^aeiou]*[aeiou][^aeiouwxy]|.*(?:admit|omit|commit|permit|rebut|deter|hed))", base))
        and len(base) > 2
    )
    for ending in ("ed", "ing", "er", "ers"):
        forms.add(stem + ending)
        if double:
            forms.add(base + base[-1] + ending)
    if re.search("[^aeiou]y$", base):
        forms.update((base[:-1] + "ied", base + "ing"))
    forms.update(_IRREGULAR.get(base, "").split())
    return forms


class _Tables(NamedTuple):
    families: list[Family]
    lemmas: dict[Pole, list[Lemma]]
    english: dict[str, frozenset[Pole]]
    arabic: dict[str, dict[Slot, list[tuple[Pole, int]]]]


def _read() -> _Tables:
    families: list[Family] = []
    lemmas: dict[Pole, list[Lemma]] = {}
    english: dict[str, set[Pole]] = {}
    arabic: dict[str, dict[Slot, list[tuple[Pole, int]]]] = {}
    for pair, row in enumerate(_ROWS.strip().splitlines()):
        family, *cells = (cell.strip() for cell in row.split(";"))
        families.append(cast(Family, family))
        for side in (0, 1):
            pole = Pole(pair, side)
            for base in cells[2 * side].split():
                for form in _inflect(base):
                    english.setdefault(form, set()).add(pole)
            lemmas[pole] = [_lemma(spec) for spec in re.split(r" (?=[^,]+(?:,|$)|=)", cells[2 * side + 1]) if spec]
            for number, lemma in enumerate(lemmas[pole]):
                for slot in SLOTS:
                    if form := lemma.form(slot):
                        arabic.setdefault(fold(form), {}).setdefault(slot, []).append((pole, number))
    return _Tables(families, lemmas, {form: frozenset(poles) for form, poles in english.items()}, arabic)


def _lemma(spec: str) -> Lemma:
    if spec.startswith("="):
        return Lemma(word=spec[1:].replace("_", " "))
    past, present, noun, adjective = (*spec.split(","), "", "", "")[:4]
    return Lemma(past, present, noun, adjective)


_TABLES = _read()
_PAST_ENDINGS = ("", "ت", "وا", "ا", "تا", "ن", "نا", "ه", "ها", "هم", "ته", "تها", "تهم")
_PRESENT_ENDINGS = ("", "ون", "ين", "ان", "وا", "ن", "ه", "ها", "هم", "ونه", "ونها")
_NOUN_ENDINGS = ("", "ا", "ات", "ان", "ين", "ه", "ها", "هم", "هما", "نا", "ته", "تها", "تهم", "ي", "تي", "ة")
_ADJECTIVE_ENDINGS = ("", "ا", "ه", "ين", "ون", "ات", "ان", "ها", "هم", "ي", "و", "تان", "تين")
_NOUN_HEADS = ("", "ال", "و", "ب", "ل", "وال", "بال", "لل", "ف", "ك", "وب", "ول", "فال", "كال", "ولل", "وبال", "فب")
_VERB_HEADS = ("", "و", "ف", "ل", "ول")
_PERSONS = "يتنا"


@lru_cache(maxsize=131072)
def arabic_forms(key: str) -> tuple[Form, ...]:
    """Every reading of a folded Arabic word as an inflected member of a pair of contraries.

    >>> {form.slot for form in arabic_forms("وسيرتفع")}
    {'present'}
    """
    found: list[Form] = []
    for head in _NOUN_HEADS:
        if key.startswith(head) and len(key) > len(head) + 1:
            rest = key[len(head) :]
            for end in _ends(rest, _NOUN_ENDINGS):
                for slot in ("noun", "word"):
                    _collect(found, rest, end, slot, head)
                    if end[:1] == "ت":  # a ta marbuta before a pronoun
                        _collect(found, rest[: len(rest) - len(end)] + "ه", "", slot, head, end)
            for end in _ends(rest, _ADJECTIVE_ENDINGS):
                _collect(found, rest, end, "adjective", head)
    for head in _VERB_HEADS:
        if not key.startswith(head):
            continue
        rest = key[len(head) :]
        if head in ("", "و", "ف"):
            for end in _ends(rest, _PAST_ENDINGS):
                _collect(found, rest, end, "past", head)
                if end in ("ت", "وا", "تا"):  # نفت, نفوا: the weak last letter of نفى is gone
                    _collect(found, rest[: len(rest) - len(end)] + "ي", "", "past", head, end)
        future = rest.startswith("س") and len(rest) > 3 and rest[1] in _PERSONS
        for lead in ("", "س") if future else ("",):
            body = rest[len(lead) :]
            if body[:1] and body[0] in _PERSONS:
                for end in _ends(body[1:], _PRESENT_ENDINGS):
                    _collect(found, body[1:], end, "present", head + lead + body[0])
    order = ("past", "present", "noun", "adjective", "word")
    return tuple(sorted(dict.fromkeys(found), key=lambda form: order.index(form.slot)))


def _ends(rest: str, endings: tuple[str, ...]) -> list[str]:
    return [fold(end) for end in endings if rest.endswith(fold(end)) and len(rest) > len(end)]


def _collect(found: list[Form], rest: str, end: str, slot: Slot, before: str, after: str | None = None) -> None:
    base = rest[: len(rest) - len(end)] if end else rest
    for pole, number in _TABLES.arabic.get(base, {}).get(slot, ()):
        found.append(Form(pole, number, slot, before, end if after is None else after))


def family_of(pole: Pole) -> Family:
    """The family of a pole's pair."""
    return _TABLES.families[pole.pair]


@lru_cache(maxsize=65536)
def english_poles(key: str) -> frozenset[Pole]:
    """Poles that a folded English word may express."""
    return _TABLES.english.get(key, frozenset())


def turned(form: Form, raw: str) -> str | None:
    """The Arabic word ``raw``, read as ``form``, turned into its contrary in the same inflection; None when there is none.

    >>> turned(arabic_forms("ارتفعت")[0], "ارتفعت")
    'انخفضت'
    """
    others = _TABLES.lemmas[form.pole.contrary]
    order = [form.lemma, *range(len(others))] if form.lemma < len(others) else list(range(len(others)))
    for number in order:
        other = others[number].form(form.slot)
        if not other:
            continue
        after = form.after
        if other.endswith("ة"):
            if after and after[0] != "ت":
                other = other[:-1] + "ت" if after[0] in "هن" else other[:-1]
            elif after:
                other = other[:-1]
        elif after[:1] == "ت" and form.slot == "noun" and len(after) > 1:
            after = after[1:]
        if form.slot == "past" and after and other.endswith("ى"):
            other = other[:-1] + ("" if after.startswith("ت") or after == "وا" else "ي")
        if form.slot in ("adjective", "word") and after == "ه":
            after = "ة"
        return _head(form, raw) + other + after
    return None


def _head(form: Form, raw: str) -> str:
    return raw[: len(form.before)] if fold(raw[: len(form.before)]) == form.before else form.before


@lru_cache(maxsize=8192)
def contrary_keys(form: Form) -> tuple[str, ...]:
    """Folded forms of all contraries of a word read as ``form``, in the same slot."""
    return tuple(fold(lemma.form(form.slot)) for lemma in _TABLES.lemmas[form.pole.contrary] if lemma.form(form.slot))
