"""The sense road: which sense the original has, and the wording that is proposed."""

from __future__ import annotations

from mt_audit.checks.sense.wording import replacement
from mt_audit.engine.sense import Senses, telling
from mt_audit.engine.sense_model import model_of
from mt_audit.engine.senses import Sense
from mt_audit.text.passage import Passage

DRONE = "Five soldiers were killed in a drone strike near the border."


def sense_of(kit, text: str, lemma: str) -> str:
    units = Senses(kit.lexicon, kit.encoder).units(Passage(text, "en"))
    return next(unit.best.gloss for unit in units if unit.lemma == lemma)


def test_context_decides_the_sense(kit):
    attack = sense_of(kit, "Missiles hit the base at night and the strike killed five soldiers.", "strike")
    walkout = sense_of(kit, "Railway workers and their union ended the strike after a deal over pay.", "strike")
    assert attack != walkout


def test_the_wrong_word_scores_above_the_right_one(kit):
    model = model_of(kit)
    original = Passage(DRONE, "en")
    scores = []
    for word in ("إضراب", "ضربة"):
        ar = Passage(f"قتل خمسة جنود في {word} بطائرة مسيرة قرب الحدود.", "ar")
        judged = model.pair(ar, original, kit.link(ar, original))
        scores.append((float(judged.probability[4]), float(model.alone(ar)[4])))
    (bad, bad_alone), (good, good_alone) = scores
    assert bad > 0.5 > good
    assert bad_alone > good_alone


def test_texts_without_words_do_no_harm(kit):
    model = model_of(kit)
    for ar, en in (("", ""), ("ـ", "."), ("12", "12"), ("\u202b", "x")):
        left, right = Passage(ar, "ar"), Passage(en, "en")
        assert len(model.pair(left, right, kit.link(left, right)).probability) == len(left.words)
        assert len(model.alone(left)) == len(left.words)


def test_a_form_of_several_words_is_known_by_its_telling_ones():
    assert len(telling("قام بزيارة")) == 1
    assert len(telling("مشروع قانون")) == 2


def test_the_suggestion_is_inflected_like_the_wrong_word():
    strike = Sense("strike", "n", "military attack", (), ("ضربة", "ضربات"), ("إضراب", "إضرابات"), 0.5)
    assert replacement("الإضراب", strike, strike.wrong_ar) == "الضربة"
    assert replacement("والإضرابات", strike, strike.wrong_ar) == "والضربات"
    bill = Sense("bill", "n", "draft law", (), ("مشروع قانون",), ("فاتورة",), 0.5)
    assert replacement("الفاتورة", bill, bill.wrong_ar) == "مشروع القانون"
    convict = Sense("convict", "v", "find guilty", (), ("أدان", "يدين"), ("أقنع", "يقنع"), 0.5)
    assert replacement("أقنعت", convict, convict.wrong_ar) == "أدانت"
    assert replacement("تقنع", convict, convict.wrong_ar) == "تدين"
    assert replacement("شجرة", convict, convict.wrong_ar) is None
