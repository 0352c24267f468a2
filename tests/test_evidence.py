from __future__ import annotations

from mt_audit.checks.base import View
from mt_audit.checks.evidence import with_original
from mt_audit.core import Category, Finding, Severity, Span
from mt_audit.text.passage import Passage

AR = "وقال الوزير إن الإضرابات الجوية قتلت تسعة مدنيين."
EN = "The minister said the air strikes had killed nine civilians."


def finding(quote: str, category: Category = Category.SENSE) -> Finding:
    start = 100 + AR.index(quote)
    return Finding("SEN101", "x", category, Severity.MAJOR, 0.9, Span(start, start + len(quote)), quote, "m")


def test_a_finding_gets_the_words_it_stands_for(kit):
    view = View(Passage(AR, "ar", 100), kit, Passage(EN, "en", 7))
    (found,) = with_original([finding("الإضرابات الجوية")], [view])
    assert found.original_quote == "air strikes"
    assert found.original_span == Span(7 + EN.index("air"), 7 + EN.index("air") + len("air strikes"))


def test_marks_and_unpaired_places_get_none(kit):
    view = View(Passage(AR, "ar", 100), kit, Passage(EN, "en", 7))
    assert with_original([finding("الوزير", Category.TYPOGRAPHY)], [view])[0].original_span is None
    far = View(Passage(AR, "ar", 900), kit, Passage(EN, "en", 7))
    assert with_original([finding("الوزير")], [far])[0].original_span is None
