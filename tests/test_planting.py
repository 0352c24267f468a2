"""The planter: what it says it changed is what changed, and it is the same each time."""

from __future__ import annotations

from random import Random

import pytest

from mt_audit.checks.base import View
from mt_audit.evaluate.planting import OPERATIONS, plant, stock_of
from mt_audit.text.antonyms import arabic_forms, turned
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage

PAIRS = [
    (
        "Oil prices rose 12 percent on Thursday after Russia accused Ukraine of attacking a port, the ministry said.",
        "قالت الوزارة إن أسعار النفط ارتفعت 12 في المئة يوم الخميس بعد أن اتهمت روسيا أوكرانيا بمهاجمة أحد الموانئ.",
    ),
    (
        "Most of the 40 schools may close before June, and the repairs would cost $5 million.",
        "قد يغلق معظم المدارس الأربعين أبوابه قبل يونيو، وستبلغ تكلفة الإصلاحات 5 ملايين دولار في العاصمة وضواحيها.",
    ),
]


@pytest.fixture(scope="module")
def views(kit):
    return [View(Passage(ar, "ar"), kit, Passage(en, "en")) for en, ar in PAIRS]


def test_each_kind_changes_what_it_says(views):
    stock = stock_of(views)
    seen = set()
    for kind, operation in OPERATIONS.items():
        for view in views:
            planted = operation(view, stock, Random(1))
            if planted is None:
                continue
            seen.add(kind)
            assert planted.kind == kind
            assert planted.text != view.ar.text
            assert 0 <= planted.span.start <= planted.span.end <= len(planted.text)
            if planted.now:
                assert (
                    planted.now.strip() in planted.span.of(planted.text) or planted.span.of(planted.text) in planted.now
                )
            if planted.was:
                assert planted.was in view.ar.text
    assert {"number", "date", "unit", "quantifier", "direction", "modality", "addition"} <= seen


def test_the_same_seed_plants_the_same(views):
    stock = stock_of(views)
    first = [plant(view, stock, Random(7), {}) for view in views]
    assert first == [plant(view, stock, Random(7), {}) for view in views]


@pytest.mark.parametrize(
    ("word", "contrary"),
    [("ارتفعت", "انخفضت"), ("وسيرتفع", "وسينخفض"), ("بارتفاع", "بانخفاض"), ("نهايته", "بدايته"), ("يؤيدون", "يعارضون")],
)
def test_contraries_keep_their_inflection(word, contrary):
    assert turned(arabic_forms(fold(word))[0], word) == contrary
