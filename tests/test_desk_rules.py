"""The desk's own glossaries, rules, suppressions and baselines."""

from __future__ import annotations

import pytest

from mt_audit.checks.base import View
from mt_audit.checks.desk import desk_checks
from mt_audit.checks.suppressing import baseline, digest, inline, read_baseline, read_suppressions, without
from mt_audit.core import Category, Finding, Severity, Span
from mt_audit.errors import UsageError
from mt_audit.text.passage import Passage

CSV = "en,ar,forbidden,kind,note\nSecurity Council,مجلس الأمن,مجلس الأمان,term,\nAcme,,,keep,a brand\n"
TOML = """
[[rule]]
id = "DSK501"
name = "occupied-west-bank"
pattern = "الضفة الغربية(?! المحتلة)"
original = "occupied West Bank"
message = "The original says occupied."
suggestion = "الضفة الغربية المحتلة"
severity = "major"
bad = ["زار الوفد ⟦الضفة الغربية⟧ أمس."]
good = ["زار الوفد الضفة الغربية المحتلة أمس."]
"""


def hits(checks, ar: str, original: str, kit):
    view = View(Passage(ar, "ar"), kit, Passage(original, "en"))
    return {check.id: [(hit.span.of(ar), hit.suggestion) for hit in check.find(view)] for check in checks}


def test_a_glossary_asks_forbids_and_keeps(tmp_path, kit):
    path = tmp_path / "terms.csv"
    path.write_text(CSV, "utf-8")
    checks = desk_checks([path])
    found = hits(checks, "قال لمجلس الأمان إن أكمي ربحت.", "It told the Security Council that Acme won.", kit)
    assert found["DSK102"] == [("لمجلس الأمان", "لمجلس الأمن")]
    assert len(found["DSK101"]) == 1
    assert len(found["DSK103"]) == 1
    silent = hits(checks, "قال لمجلس الأمن إن Acme ربحت.", "It told the Security Council that Acme won.", kit)
    assert silent == {"DSK101": [], "DSK102": [], "DSK103": []}


def test_tbx_is_read(tmp_path, kit):
    path = tmp_path / "terms.tbx"
    path.write_text(
        "<martif><text><body><termEntry><langSet xml:lang='en'><tig><term>truce</term></tig></langSet>"
        "<langSet xml:lang='ar'><tig><term>هدنة</term></tig></langSet></termEntry></body></text></martif>",
        "utf-8",
    )
    checks = desk_checks([path])
    assert hits(checks, "وافقا على وقف القتال.", "They agreed to a truce.", kit)["DSK101"]
    assert not hits(checks, "وافقا على الهدنة.", "They agreed to a truce.", kit)["DSK101"]


def test_a_rule_of_ones_own(tmp_path, kit):
    path = tmp_path / "rules.toml"
    path.write_text(TOML, "utf-8")
    checks = desk_checks([path])
    assert checks[0].severity is Severity.MAJOR
    ar = "وصل إلى الضفة الغربية."
    assert hits(checks, ar, "He reached the occupied West Bank.", kit)["DSK501"] == [
        ("الضفة الغربية", "الضفة الغربية المحتلة")
    ]
    assert hits(checks, ar, "He reached the West Bank.", kit)["DSK501"] == []


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.toml", TOML.replace("⟦الضفة الغربية⟧", "الضفة الغربية"), "the example"),
        ("a.toml", TOML.replace("message", "massage"), "no field is called"),
        ("a.toml", TOML.replace('"major"', '"awful"'), "awful"),
        ("a.toml", TOML.replace("DSK501", "desk"), "not a check id"),
        ("a.toml", "rule = 1", "no [[rule]]"),
        ("a.toml", "[[rule", "TOML"),
        ("a.csv", "a,b\n1,2\n", "header"),
        ("a.csv", "en,ar,kind\nx,y,verb\n", "no kind"),
        ("a.tbx", "<martif>", "not XML"),
        ("a.doc", "x", "no glossary"),
    ],
)
def test_wrong_files_are_refused_in_one_sentence(tmp_path, name, text, says):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        desk_checks([path])
    assert says in str(caught.value)
    assert caught.value.hint


def finding(quote: str, text: str, check: str = "ENT101") -> Finding:
    start = text.index(quote)
    return Finding(
        check,
        "entity-untranslated",
        Category.ENTITY_UNTRANSLATED,
        Severity.MAJOR,
        0.9,
        Span(start, start + len(quote)),
        quote,
        "m",
    )


def test_suppressions_need_a_reason_and_cover_what_they_name(tmp_path):
    text = "نشرت Acme بيانا وقال Witkoff ذلك."
    path = tmp_path / "accepted.tsv"
    path.write_text("# ours\nENT101\tAcme\tthe brand's own spelling\n", "utf-8")
    found = [finding("Acme", text), finding("Witkoff", text)]
    kept, left = without(found, text, read_suppressions(path), frozenset())
    assert [f.quote for f in kept] == ["Witkoff"]
    assert left == ((found[0], "the brand's own spelling"),)
    path.write_text("ENT101\tAcme\n", "utf-8")
    with pytest.raises(UsageError, match="reason"):
        read_suppressions(path)


def test_a_comment_in_the_article_holds_for_the_next_line():
    text = "خبر أول Acme.\n<!-- mt-audit: ignore ENT101 a brand -->\n\nخبر ثان Witkoff.\nثالث Putin."
    (line, suppression) = inline(text)[0]
    assert line.of(text) == "خبر ثان Witkoff."
    kept, left = without([finding(q, text) for q in ("Acme", "Witkoff", "Putin")], text, (), frozenset())
    assert [f.quote for f in kept] == ["Acme", "Putin"]
    assert [reason for _, reason in left] == ["a brand"]
    assert suppression.reason == "a brand"


def test_a_baseline_accepts_what_it_saw_and_nothing_else(tmp_path):
    text = "نشرت Acme بيانا." + " كلام" * 40 + " وعادت Acme غدا."
    first = finding("Acme", text)
    again = Finding(
        **{
            **{s: getattr(first, s) for s in first.__slots__},
            "span": Span(text.rindex("Acme"), text.rindex("Acme") + 4),
        }
    )
    path = tmp_path / "baseline.json"
    path.write_text(baseline([(first, text)]), "utf-8")
    kept, left = without([first, again], text, (), read_baseline(path))
    assert (kept, [reason for _, reason in left]) == ((again,), ["in the baseline"])
    longer = "تمهيد جديد.\n" * 5 + text
    moved = finding("Acme", longer)
    assert digest(moved, longer) != digest(again, text)
    path.write_text("[]", "utf-8")
    with pytest.raises(UsageError, match="no baseline"):
        read_baseline(path)
