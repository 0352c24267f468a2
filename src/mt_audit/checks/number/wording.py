"""A number of the original written as Arabic news writes it, in the manner of the number it replaces."""

from __future__ import annotations

import re

from mt_audit.text.numbers import Quantity

_EASTERN = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")
_SCALES = ((1e12, "تريليون"), (1e9, "مليار"), (1e6, "مليون"))
_SMALL = {0.5: "نصف", 0.25: "ربع", 0.75: "ثلاثة أرباع"}
_ORDINALS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()
_VAGUE = {
    10.0: "عشرات",
    100.0: "مئات",
    1e3: "آلاف",
    1e4: "عشرات الآلاف",
    1e5: "مئات الآلاف",
    1e6: "ملايين",
    1e9: "مليارات",
}


def in_arabic(quantity: Quantity, like: str) -> str | None:
    """Arabic wording of ``quantity``, in the digit set of ``like``; None when there is no safe wording.

    >>> from mt_audit.text.numbers import numbers
    >>> in_arabic(numbers("$2.8bn", "en")[0], "٣ ملايين")
    '٢٫٨ مليار'
    """
    if quantity.kind == "time":
        text = f"{int(quantity.value // 60) or 12}:{int(quantity.value % 60):02d}"
    elif quantity.kind == "vague":
        return _VAGUE.get(quantity.value)
    elif quantity.kind == "fraction":
        return _SMALL.get(quantity.value)
    elif quantity.kind == "ordinal":
        if not 1 <= quantity.value <= 10:
            return None
        word = _ORDINALS[int(quantity.value) - 1]
        return word + "ة" if like.endswith("ة") and quantity.value > 1 else word
    else:
        text = _figure(quantity.value)
    prefix = re.match("^(?:[وفبلك]|ال|بال|لل)ـ?(?=[0-9\u0660-\u0669])", like)
    if re.search("[\u0660-\u0669]", like):
        text = text.translate(_EASTERN)
    return (prefix[0] if prefix else "") + text


def _figure(value: float) -> str:
    for scale, word in _SCALES:
        if value >= scale:
            return f"{value / scale:.6g} {word}"
    if value >= 10_000 and value % 1000 == 0:
        return f"{value / 1000:.0f} ألف"
    return f"{value:.6g}" if value != int(value) else f"{value:.0f}"
