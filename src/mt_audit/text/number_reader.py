# ruff: noqa: E501  (tables of words and examples stay on one line)
"""Reads one number phrase: figures and number words of Arabic, English and German, and the unit behind them."""

from __future__ import annotations

from mt_audit.core import Language, Span
from mt_audit.text.folding import fold
from mt_audit.text.number_words import ENGLISH, GERMAN, NumberWord, arabic_number_word, plural_scale
from mt_audit.text.quantity import Kind, Quantity, Token, figure
from mt_audit.text.units import Unit, units_of

_SCALE_MARKS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "bn": 1e9, "b": 1e9, "mrd": 1e9, "tn": 1e12, "trn": 1e12}
_ORDINAL_MARKS = frozenset(("st", "nd", "rd", "th"))
_PERCENT = frozenset(("percent", "pc", "prozent", "per", "pct"))
_ROUGH = frozenset(
    fold(w)
    for w in "about around some roughly nearly almost over approximately estimated circa more least up "
    "نحو حوالي قرابة زهاء أكثر يقارب تقريبا حدود يناهز ناهز أزيد يزيد بنحو بحوالي لنحو لأكثر بأكثر etwa rund fast knapp "
    "يصل تصل تجاوز يتجاوز تتجاوز fewer less under below أقل دون".split()
)


class Reader:
    """Reads one number phrase from a token on."""

    def __init__(self, text: str, tokens: list[Token], language: Language) -> None:
        self.text = text
        self.tokens = tokens
        self.language = language
        self.total = 0.0
        self.current: float | None = None
        self.last = ""
        self.smallest = 1e15
        self.precision = 0.0
        self.others: tuple[float, ...] = ()
        self.kind: Kind = "count"
        self.figures = False
        self.article = False

    def _word(self, token: Token) -> NumberWord | None:
        if token.type == "ar":
            return arabic_number_word(token.key)
        if token.type == "la":
            return (GERMAN if self.language == "de" else ENGLISH).get(token.key)
        return None

    def _glued(self, position: int) -> str:
        """What stands between token ``position`` and the one before."""
        return self.text[self.tokens[position - 1].end : self.tokens[position].start] if position else " "

    def read(self, position: int) -> int:
        """The position after the number phrase that begins at ``position``; ``position`` itself when none does."""
        first = position
        joined = False
        while position < len(self.tokens):
            token = self.tokens[position]
            if position > first and self._glued(position).strip(" \u00a0-ـ") != "":
                break
            if position > first and token.key in ("و", "and", "und") and self.last:
                joined = True
                position += 1
                continue
            if token.key == "of" and self.kind == "vague" and self.last == "vague":
                following = ENGLISH.get(self.tokens[position + 1].key) if position + 1 < len(self.tokens) else None
                if following and following.cls == "vague" and following.value >= 1000:
                    self.current, self.last = (self.current or 1.0) * following.value, "done"
                    return position + 2
                break
            if not self._take(token, position, first, joined):
                break
            joined = joined and token.key in ("a", "an")
            position += 1
        while position > first and self.tokens[position - 1].key in ("و", "and", "und", "a"):
            position -= 1
        return position if self.last else first

    def _take(self, token: Token, position: int, first: int, joined: bool) -> bool:
        if token.type == "fig":
            return self._take_figure(token, position, first, joined)
        if token.type == "la" and position > first and self._glued(position) == "":
            return self._take_mark(token)
        word = self._word(token)
        if word is None:
            if token.key in ("a", "an") and self.language == "en" and position + 1 < len(self.tokens):
                following = ENGLISH.get(self.tokens[position + 1].key)
                if following and (
                    (
                        following.cls in ("hundred", "scale", "dozen", "half", "fraction")
                        and self._glued(position + 1) == " "
                        and (
                            position == first
                            or following.cls == "half"
                            or (self.last == "half" and following.cls == "scale")
                        )
                    )
                    or (position == first and self.tokens[position + 1].key in ("third", "fifth", "tenth"))
                ):
                    self.last = self.last or "a"
                    return True
            return False
        if self.last == "a" and word.cls not in ("ordinal", "fraction"):
            self.last, self.article = "", True
        if token.type == "la" and self.figures and word.cls in ("unit", "ten", "dozen", "ordinal", "fraction"):
            return False
        if word.cls == "half" and token.type == "la" and self._half_of_a_match(position):
            return False
        if word.cls == "scale" and token.type == "la" and len(token.key) <= 3 and not self.figures:
            return False
        return self._take_word(word, token, position, first, joined or word.joined)

    def _half_of_a_match(self, position: int) -> bool:
        """Whether this English half is a stretch of play: first half, half-time."""
        after = self.tokens[position + 1].key if position + 1 < len(self.tokens) else ""
        before = self.tokens[position - 1].key if position else ""
        return after in ("time", "brother", "sister") or before in ("first", "second", "other", "opening")

    def _take_figure(self, token: Token, position: int, first: int, joined: bool) -> bool:
        if position and self.tokens[position - 1].type in ("la", "ar") and position == first:
            before, gap = self.tokens[position - 1], self._glued(position)
            if gap in ("-", "‑", "–") and (
                before.type == "ar" or before.text[-1].isupper() or before.text[0].isupper()
            ):
                return before.type == "ar" and before.key in ("ال", "و", "ب", "ل") and self._start(token)
            if gap == "" and before.type == "la":
                return False
        if self.last == "" or self.last == "a":
            return self._start(token)
        if joined and self.last == "scale" and self.current is None:
            value, precision, _ = figure(token.text, self.language)
            if value < self.smallest:
                self.current, self.precision, self.last, self.figures = value, precision, "figure", True
                return True
        return False

    def _start(self, token: Token) -> bool:
        self.current, self.precision, self.others = figure(token.text, self.language)
        self.last, self.figures = "figure", True
        return True

    def _take_mark(self, token: Token) -> bool:
        if token.key in _ORDINAL_MARKS and self.last == "figure":
            self.kind, self.last = "ordinal", "done"
            return True
        if (
            token.key in _SCALE_MARKS
            and self.last == "figure"
            and token.key in ("bn", "mn", "m", "k", "tn", "mio", "mrd", "b")
        ):
            # "m" on a bare figure is a metre as often as a million: money decides
            before = self.text[max(0, self.tokens[0].start) : token.start].rstrip("0123456789.,")[-1:]
            if token.key in ("m", "k", "b") and before not in "$£€¥":
                if self.current is not None:
                    self.others = (*self.others, self.current * _SCALE_MARKS[token.key])
                return False
            return self._scale(_SCALE_MARKS[token.key])
        return False

    def _scale(self, scale: float) -> bool:
        if scale >= self.smallest and self.total:
            return False
        self.total += (1.0 if self.current is None else self.current) * scale
        self.precision = self.precision * scale if self.last == "figure" else 0.0
        self.others = tuple(value * scale for value in self.others)
        self.current, self.last, self.smallest = None, "scale", scale
        return True

    def _take_word(self, word: NumberWord, token: Token, position: int, first: int, joined: bool) -> bool:
        if word.cls == "ordinal":
            return self._take_ordinal(word, token, position, first, joined)
        if self.kind != "count":
            if self.kind == "ordinal" and word.cls == "ten" and self.current is not None and self.current < 12:
                if token.type == "ar" and (joined or word.value == 10):
                    base = 1.0 if self.current == 11 else self.current
                    self.current, self.last = base + word.value, "done"
                    return True
            if self.kind == "vague" and word.cls == "scale":
                return self._scale(word.value)
            return False
        take = getattr(self, f"_take_{word.cls}")
        return bool(take(word, token, position, joined))

    def _take_ordinal(self, word: NumberWord, token: Token, position: int, first: int, joined: bool) -> bool:
        arabic = token.type == "ar"
        if arabic and position and self.tokens[position - 1].key in ("تشرين", "كانون", "ربيع", "جمادي"):
            return False
        if self.last == "":
            self.current, self.last, self.kind = word.value, "ordinal", "ordinal"
            return True
        if not arabic and self.last == "ten" and self.current is not None and word.value < 10 and self.current >= 20:
            self.current, self.last, self.kind = self.current + word.value, "done", "ordinal"
            return True
        if not arabic and self.last == "unit" and token.key in ("third", "quarter", "fifth", "tenth"):
            return self._take_fraction(
                ENGLISH[token.key]._replace(cls="fraction", value=1 / word.value), token, position, False
            )
        if not arabic and self.last == "a" and token.key in ("third", "fifth", "tenth"):
            self.current, self.last, self.kind = 1 / word.value, "done", "fraction"
            self.others = (word.value,)
            return True
        return False

    def _take_unit(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.current is None and (self.last == "" or (self.last == "scale" and (joined or token.type == "la"))):
            self.current, self.last = word.value, "unit"
            return True
        if self.last == "hundred" and (joined or token.type == "la") and self.current is not None:
            self.current, self.last = self.current + word.value, "unit"
            return True
        if self.last == "ten" and token.type == "la" and self.current is not None and self.current % 100 >= 20:
            self.current, self.last = self.current + word.value, "unit"
            return True
        return False

    def _take_ten(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.current is None and (self.last == "" or (self.last == "scale" and (joined or token.type == "la"))):
            self.current, self.last = word.value, "ten"
            return True
        if self.current is None:
            return False
        if self.last == "hundred" and (joined or token.type == "la"):
            self.current, self.last = self.current + word.value, "ten"
            return True
        if token.type == "ar" and self.last == "unit" and (joined if word.value > 10 else not joined):
            self.current, self.last = self.current + word.value, "done" if word.value > 10 else "ten"
            return True
        return False

    def _take_hundred(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if token.type == "ar" and token.key.startswith("بال"):
            return False
        if self.current is None and (self.last == "" or (self.last == "scale" and (joined or token.type == "la"))):
            self.current, self.last = word.value, "hundred"
            return True
        if (
            self.last in ("unit", "figure", "half", "ten")
            and self.current is not None
            and word.value == 100
            and not joined
        ):
            if token.type == "ar" and not (3 <= self.current <= 9):
                return False
            self.current, self.last = self.current * 100, "hundred"
            return True
        return False

    def _take_scale(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.last == "scale" and not joined:
            return self.smallest == word.value and word.defined
        if self.last == "halved":
            self.last = "scale"
            return self.smallest == word.value
        if self.last == "" and token.type == "ar" and plural_scale(token.key):
            self.kind = "vague"
        if self.current is not None and joined:
            return False
        if self.last == "" and token.type == "la" and not self.article:
            return False
        return self._scale(word.value)

    def _take_dual(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.current is not None or (self.last == "scale" and not joined) or word.value >= self.smallest:
            return False
        self.total += word.value
        self.last, self.smallest = "scale", word.value / 2
        return True

    def _take_half(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.last == "":
            self.current, self.last = 0.5, "half"
            return True
        if joined or self.last == "a":
            if self.last == "scale" and self.current is None:
                self.total += self.smallest / 2
                self.last = "halved"
                return True
            if self.current is not None:
                self.current, self.last = self.current + 0.5, "half"
                return True
        return False

    def _take_fraction(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.last == "" and token.type == "la":
            return False
        if self.last in ("", "a"):
            self.current, self.last, self.kind = word.value, "done", "fraction"
            return True
        if token.type == "la" and self.last == "unit" and self.current is not None and self.current < 10:
            self.current, self.last, self.kind = self.current * word.value, "done", "fraction"
            return True
        if token.type == "ar" and self.last == "unit" and self.current == 3 and word.value == 0.75:
            self.current, self.last, self.kind = 0.75, "done", "fraction"
            return True
        if joined and self.last == "scale" and self.current is None:
            self.total += self.smallest * word.value
            self.last = "halved"
            return True
        return False

    def _take_dozen(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.total:
            return False
        self.current = (1.0 if self.current is None else self.current) * 12
        self.last = "done"
        return True

    def _take_vague(self, word: NumberWord, token: Token, position: int, joined: bool) -> bool:
        if self.last == "":
            self.current, self.last, self.kind = word.value, "vague", "vague"
            return True
        return False

    def quantity(self, first: int, after: int) -> Quantity | None:
        """The value of tokens ``first`` … ``after`` (exclusive), with kind and unit."""
        if self.last == "a" or (self.current is None and not self.total):
            return None
        value = self.total + (self.current or 0.0)
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        kind = self.kind
        if self.last == "half" and value == 0.5:
            kind = "fraction"
        kind, unit, unit_span, alternatives = self._unit(kind, first, after)
        if kind == "ordinal" and not self.figures and self.language == "en" and self.tokens[first].key == "second":
            if unit is not None:
                return None
        if kind == "count" and self.figures and value == int(value) and 1500 <= value <= 2100 and end - start == 4:
            kind = "year" if (unit is None and value >= 1900) or (value < 2100 and unit is None) else kind
        others = self.others
        if self.tokens[first].key in ("خمس", "عشر", "سبع", "تسع") and after == first + 1:
            others = (*others, 1 / value)
        rough = first > 0 and any(self.tokens[i].key in _ROUGH for i in range(max(0, first - 3), first))
        if rough and value >= 10 and value == int(value):
            digits = str(int(value))
            self.precision = max(self.precision, 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0"))))
        weak = value in (1.0, 2.0) and kind in ("count", "ordinal") and not self.figures
        return Quantity(
            Span(start, end),
            value,
            kind,
            unit,
            self.precision,
            others,
            weak,
            self.figures,
            rough,
            unit_span,
            alternatives,
        )

    def _unit(self, kind: Kind, first: int, after: int) -> tuple[Kind, Unit | None, Span | None, tuple[Unit, ...]]:
        tokens = self.tokens
        following = tokens[after : after + 4]
        if percent := self._percent(following):
            return percent[0], None, percent[1], ()
        if first and tokens[first - 1].type == "sym" and self._glued(first).strip() == "":
            units = units_of(tokens[first - 1].key, False)
            if units:
                return kind, units[0], Span(tokens[first - 1].start, tokens[first - 1].end), units
        if first and tokens[first - 1].type == "ar" and tokens[first - 1].key.startswith("ال") and kind == "count":
            units = units_of(tokens[first - 1].key, True)  # الدقيقة 89
            if units and units[0].dimension == "time" and self._glued(first) == " ":
                return kind, units[0], Span(tokens[first - 1].start, tokens[first - 1].end), units
        for skip in range(min(3, len(following))):
            if skip and self.text[following[skip - 1].end : following[skip].start].strip(" -\u00a0") != "":
                break
            if skip == 0 and self.text[tokens[after - 1].end : following[0].start].strip(" -\u00a0") != "":
                break
            if skip and following[skip - 1].key in ("من", "of", "in", "في", "the", "to", "for", "a", "و", "and", "or"):
                break
            for width in (3, 2, 1):
                window = following[skip : skip + width]
                if len(window) < width:
                    continue
                units = units_of("_".join(token.key for token in window), window[0].type == "ar")
                if units and not (skip and len(window[0].key) < 3):
                    return kind, units[0], Span(window[0].start, window[-1].end), units
        return kind, None, None, ()

    def _percent(self, following: list[Token]) -> tuple[Kind, Span] | None:
        """Percent or percentage points behind the number, with the span of the words that say so."""
        keys = [token.key for token in following]
        if not keys:
            return None
        width = 0
        if keys[0] in ("%", "٪") or (keys[0] in _PERCENT and keys[0] != "per"):
            width = 1
        elif keys[:2] == ["per", "cent"] or (keys[0] == "في" and keys[1:2] in (["المئه"], ["المائه"])):
            width = 2
        elif keys[0] in ("بالمئه", "بالمائه", "بالميه"):
            width = 1
        if width:
            return "percent", Span(following[0].start, following[width - 1].end)
        if "".join(keys[:2]) in ("percentagepoint", "percentagepoints", "نقطهمئويه", "نقاطمئويه", "نقطتينمئويتين"):
            return "points", Span(following[0].start, following[1].end)
        return None
