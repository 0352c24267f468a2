"""Units of measure, of time and of money in Arabic, English and German: what they are called, what they convert to."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mt_audit.text.folding import fold


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``value * factor + shift`` is the value in the base unit of ``dimension``; money does not convert."""

    key: str
    dimension: str
    factor: float
    ar: str
    """The usual Arabic singular, for suggestions."""
    shift: float = 0.0

    def base(self, value: float) -> float:
        """``value`` of this unit in the base unit of its dimension."""
        return value * self.factor + self.shift


# key, dimension, factor, shift, Arabic forms (first: usual singular), other languages' forms
_ROWS = """
second time 1 0|ثانية ثوان ثواني ثانيتين ثانيتان|second seconds sec secs sekunde sekunden
minute time 60 0|دقيقة دقائق دقيقتين دقيقتان|minute minutes min mins minuten
hour time 3600 0|ساعة ساعات ساعتين ساعتان|hour hours hr hrs stunde stunden
day time 86400 0|يوم أيام يومين يومان يوما|day days tag tage tagen
week time 604800 0|أسبوع أسابيع أسبوعين أسبوعان أسبوعا|week weeks woche wochen
month time 2629800 0|شهر أشهر شهور شهرين شهران شهرا|month months monat monate monaten
quarter time 7889400 0|فصل|quarter quarters quartal
year time 31557600 0|عام أعوام سنة سنوات سنين عامين عامان عاما سنتين سنتان|year years yr yrs jahr jahre jahren
decade time 315576000 0|عقد عقود عقدين عقدان عقدا|decade decades jahrzehnt jahrzehnte jahrzehnten
century time 3155760000 0|قرن قرون قرنين قرنان قرنا|century centuries jahrhundert jahrhunderte
kilometre length 1000 0|كيلومتر كيلومترات كيلومترا كيلومترين كلم كم كيلو|kilometre kilometres kilometer kilometers km kms kilometern
mile length 1609.344 0|ميل أميال ميلا ميلين|mile miles mi meile meilen
nautical length 1852 0|ميل_بحري ميلا_بحريا أميال_بحرية|nautical_mile nautical_miles seemeile seemeilen
metre length 1 0|متر أمتار مترا مترين م|metre metres meter meters m metern
centimetre length 0.01 0|سنتيمتر سنتيمترات سنتيمترا سنتيمترين سنتمتر سم|centimetre centimetres centimeter centimeters cm
millimetre length 0.001 0|مليمتر مليمترات مليمترا ملم|millimetre millimetres millimeter millimeters mm
foot length 0.3048 0|قدم أقدام قدما قدمين|foot feet ft fuss
inch length 0.0254 0|بوصة بوصات بوصتين إنش|inch inches zoll
yard length 0.9144 0|ياردة ياردات ياردتين|yard yards yd yds
square_kilometre area 1000000 0|كيلومتر_مربع كيلومترا_مربعا كيلومترات_مربعة كلم_مربع|square_kilometre square_kilometres square_kilometer square_kilometers sq_km quadratkilometer
square_mile area 2589988 0|ميل_مربع ميلا_مربعا أميال_مربعة|square_mile square_miles
square_metre area 1 0|متر_مربع مترا_مربعا أمتار_مربعة|square_metre square_metres square_meter square_meters quadratmeter
square_foot area 0.092903 0|قدم_مربعة قدم_مربع قدما_مربعة قدما_مربعا أقدام_مربعة|square_foot square_feet sq_ft
acre area 4046.86 0|فدان فدانا أفدنة فدادين فدانين أكر|acre acres
hectare area 10000 0|هكتار هكتارا هكتارات هكتارين|hectare hectares hektar
tonne mass 1000 0|طن أطنان طنا طنين|tonne tonnes ton tons tonnen
kilogram mass 1 0|كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كغم كغ كجم كيلو|kilogram kilograms kilo kilos kg kilogramm
gram mass 0.001 0|غرام غراما غرامات جرام جراما جرامات غم جم|gram grams g gramm
pound_mass mass 0.453592 0|رطل رطلا أرطال رطلين|pound pounds lb lbs pfund
ounce mass 0.0283495 0|أونصة أونصات أوقية أوقيات|ounce ounces oz
stone mass 6.35029 0|ستون|stone stones
litre volume 1 0|لتر لترا لترات لترين ليتر ليترات|litre litres liter liters
gallon volume 3.78541 0|غالون غالونا غالونات جالون جالونا جالونات|gallon gallons
barrel volume 158.987 0|برميل برميلا براميل برميلين|barrel barrels bbl
pint volume 0.568 0|باينت|pint pints
cubic_metre volume 1000 0|متر_مكعب مترا_مكعبا أمتار_مكعبة|cubic_metre cubic_metres cubic_meter cubic_meters kubikmeter
celsius temperature 1 0|درجة_مئوية درجات_مئوية|degrees_celsius degree_celsius celsius °c c degrees_centigrade centigrade grad_celsius
fahrenheit temperature 0.5555556 -17.777778|درجة_فهرنهايت درجات_فهرنهايت فهرنهايت درجة_فهرنهايتية|degrees_fahrenheit degree_fahrenheit fahrenheit °f f
megawatt power 1 0|ميغاواط ميغاوات ميجاواط ميجاوات|megawatt megawatts mw
gigawatt power 1000 0|غيغاواط غيغاوات جيجاواط جيجاوات|gigawatt gigawatts gw
kilowatt power 0.001 0|كيلوواط كيلووات|kilowatt kilowatts kw
kmh speed 1 0|كيلومتر_في_الساعة كيلومترا_في_الساعة كم/س|km/h kph kmh kilometers_per_hour kilometres_per_hour kilometres_an_hour kilometers_an_hour stundenkilometer
mph speed 1.609344 0|ميل_في_الساعة ميلا_في_الساعة أميال_في_الساعة|mph miles_per_hour miles_an_hour
basis_point rate 0.01 0|نقطة_أساس نقاط_أساس|basis_point basis_points basispunkt basispunkte
dollar money 1 0|دولار دولارا دولارات دولارين|dollar dollars $ usd us$
euro money 1 0|يورو|euro euros € eur
sterling money 1 0|جنيه_إسترليني جنيها_إسترلينيا جنيهات_إسترلينية إسترليني استرليني|£ gbp pound_sterling pounds_sterling quid
pound money 1 0|جنيه جنيها جنيهات جنيهين ليرة ليرات|pound pounds lira liras pfund
yen money 1 0|ين ينا|yen ¥
yuan money 1 0|يوان يوانا|yuan renminbi rmb
rouble money 1 0|روبل روبلا روبلات|ruble rubles rouble roubles rubel
rupee money 1 0|روبية روبيات|rupee rupees
riyal money 1 0|ريال ريالا ريالات|riyal riyals rial rials
dinar money 1 0|دينار دينارا دنانير|dinar dinars
dirham money 1 0|درهم درهما دراهم|dirham dirhams
franc money 1 0|فرنك فرنكا فرنكات|franc francs franken
krona money 1 0|كرونة كرونات كرونا|krona kronor krone kroner
peso money 1 0|بيزو|peso pesos
won money 1 0|وون|won
rand money 1 0|راند|rand
cent money 0.01 0|سنت سنتا سنتات|cent cents ¢
pence money 0.01 0|بنس بنسا بنسات|pence penny p
shekel money 1 0|شيكل شيقل شواكل|shekel shekels
"""


def _read() -> tuple[dict[str, Unit], dict[str, tuple[Unit, ...]], dict[str, tuple[Unit, ...]]]:
    units: dict[str, Unit] = {}
    arabic: dict[str, tuple[Unit, ...]] = {}
    latin: dict[str, tuple[Unit, ...]] = {}
    for row in _ROWS.strip().splitlines():
        head, ar, other = row.split("|")
        key, dimension, factor, shift = head.split()
        forms = ar.split()
        unit = Unit(key, dimension, float(factor), forms[0].replace("_", " "), float(shift))
        units[key] = unit
        for form in forms:
            arabic[fold(form)] = (*arabic.get(fold(form), ()), unit)
        for form in other.split():
            latin[form] = (*latin.get(form, ()), unit)
    return units, arabic, latin


UNITS, _ARABIC, _LATIN = _read()
DUALS = frozenset(
    fold(form)
    for form in "ثانيتين ثانيتان دقيقتين دقيقتان ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران عامين عامان "
    "سنتين سنتان عقدين عقدان قرنين قرنان كيلومترين ميلين مترين قدمين طنين دولارين لترين".split()
)
_PREFIX = re.compile("^(?:و|ف)?(?:ال|لل|بال|ب|ل|ك)?")


@lru_cache(maxsize=65536)
def units_of(word: str, arabic: bool) -> tuple[Unit, ...]:
    """Units that a folded word, or words joined by ``_``, may name; the likeliest first; empty when none.

    >>> [unit.key for unit in units_of("pounds", False)]
    ['pound_mass', 'pound']
    """
    if not arabic:
        return _LATIN.get(word, ())
    if word in _ARABIC:
        return _ARABIC[word]
    for prefix in ("ال", "و", "ب", "ل", "لل", "بال", "وال", "ول"):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= 3 and rest in _ARABIC:
            return _ARABIC[rest]
    return ()
