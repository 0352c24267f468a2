"""A name that is also a word, translated as the word.

What: *Robin Fox* as «روبن الثعلب», *Mr Brown* as «السيد بني», *Jordan Hayes* as «الأردن هايز».
Why: nobody of that name exists; the reader meets a fox, a colour or a country.
When wrong: titles before a name are rightly translated (Judge, King) and so are the words of institutions; only
names of
persons are judged, and only where another part of the same name is written in Arabic letters beside the translated
word,
or a title stands before it.
Source: the field's traps; our own contrast pairs.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import RENDERED, Token, headline_case, linked_to, tokens_of
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.words import bases

_LOW = 0.2
_TRANSLATES = 0.04
_AR_TITLES = frozenset("السيد السيده الانسه الدكتور الدكتوره".split())
_INSTITUTION = frozenset(
    """research highway street road avenue bank group party university college school house river lake county city park
    hotel company church center centre institute foundation fund office agency council committee union league club team
    hospital airport station bridge tower square island islands mountain mountains valley bay beach coast north south
    east west northern southern eastern western upper lower central new old great national international federal royal
    museum gallery theatre theater festival award awards prize cup world day week times post news press magazine journal
    book books records studios films pictures media network television radio force army navy guard corps police court
    department ministry authority board commission association society federation alliance movement front forum summit
    conference agreement treaty act bill law plan project program programme operation initiative shop store stores
    market
    exchange industries systems technologies motors airlines energy oil gas steel
    capital partners holdings with""".split()
)
_OFFICES = frozenset("minister ministry secretary department director commissioner commission chief president".split())
"""Words that make an office of the capitalised word before them: Emergencies Minister."""
_EN_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr"])


def find(view: View) -> Iterator[Hit]:
    """Tokens of person names without a rendering, beside whose neighbours stands a translation."""
    by_mention: dict[int, list[Token]] = {}
    if headline_case(view):
        return
    for token in tokens_of(view):
        if token.mention.kind in {"person", "name"} and token.mention.entry is None and token.text not in _INSTITUTION:
            by_mention.setdefault(token.mention.first, []).append(token)
    for group in by_mention.values():
        anchors = [token for token in group if token.score >= RENDERED]
        for token in group:
            if token.score >= _LOW or _appellation(view, token, group):
                continue
            place = _translation(view, token, anchors)
            if place is None:
                continue
            span = view.ar.words[place].span
            original = view.original.words[token.word].span
            yield Hit(
                span,
                f"«{span.of(view.ar.text)}» translates «{original.of(view.original.text)}», "
                "which is part of a name here.",
                original=original,
                confidence=0.88,
            )


def _appellation(view: View, token: Token, group: list[Token]) -> bool:
    """Whether the token stands before the name proper: Swimmer Katarina Novak."""
    names = view.kit.names
    following = view.original.keys[token.word + 1 : token.word + 2]
    if following and following[0] in _OFFICES:
        return True
    if names.given_gender(token.text) is not None:
        return False
    given = [other.word for other in group if names.given_gender(other.text) is not None]
    if given:
        return token.word < given[0]
    return token.word == token.mention.first


def _translation(view: View, token: Token, anchors: list[Token]) -> int | None:
    """The Arabic word that translates the token and stands beside the rest of the name."""
    near: set[int] = set()
    for anchor in anchors:
        step = token.word - anchor.word
        if abs(step) <= 2:
            near.update({anchor.ar + step, anchor.ar + (1 if step > 0 else -1)})
    title = view.original.keys[token.word - 1] if token.word else ""
    if not anchors and title in _EN_TITLES:
        near.update(
            number + 1
            for number, key in enumerate(view.ar.keys)
            if key.lstrip("وفبلك") in _AR_TITLES or key in _AR_TITLES
        )
    for number in sorted(near):
        if 0 <= number < len(view.ar.words) and _means(view, number, token):
            return number
    return None


def _means(view: View, number: int, token: Token) -> bool:
    key = view.ar.keys[number]
    names = view.kit.names
    if not view.ar.words[number].arabic or any(
        names.persons_called(f) or names.given_gender(f) for f in (key, *bases(key)[1:3])
    ):
        return False
    lexicon = view.kit.lexicon
    country = any(
        entry.kind in {"country", "city", "capital"} and token.text in {spelling.lower() for spelling in entry.latin}
        for form in (key, *bases(key)[:3])
        for entry in view.kit.names.gazetteer.arabic.get((form,), ())
    )
    if country:
        return True
    lemmas = {token.text, *lexicon.lemmas_of(token.text)}
    if any(lexicon.p_ar_given_en(form, lemma) >= _TRANSLATES for lemma in lemmas for form in (key, *bases(key)[:3])):
        return True
    return number in linked_to(view, token.word, 0.5) and any(
        lexicon.p_en_given_ar(lemma, key) >= _TRANSLATES for lemma in lemmas
    )


check = Check(
    id="ENT107",
    name="name-read-as-word",
    category=Category.ENTITY_MISTRANSLATED,
    severity=Severity.MAJOR,
    scope="words",
    languages=("en", "de"),
    find=find,
    doc=__doc__,
    bad=(
        Example(
            "وقالت عالمة المناخ هيلين ⟦الشتاء⟧ إن الصيف سيطول.",
            "Climate scientist Helen Winter said summers would grow longer.",
        ),
        Example("وغادر المدافع ديفيد ⟦أرز⟧ الملعب مصابا.", "Defender David Rice left the pitch injured."),
    ),
    good=(
        Example(
            "وقالت عالمة المناخ هيلين وينتر إن الصيف سيطول.",
            "Climate scientist Helen Winter said summers would grow longer.",
        ),
        Example("وقالت القاضية هيلين وينتر إن الصيف سيطول.", "Judge Helen Winter said summers would grow longer."),
    ),
)
