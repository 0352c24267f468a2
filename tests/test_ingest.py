"""Reading articles, and refusing what is none, in one clear sentence."""

from __future__ import annotations

import json

import pytest

from mt_audit.errors import FetchError, IngestError
from mt_audit.fetch import Limits
from mt_audit.ingest import document, language_of, read, read_all

ARTICLE = "الوزير يعلن خطة جديدة\n\nأعلن الوزير يوم الخميس خطة جديدة لدعم الزراعة. وقال إنها تبدأ في مايو.\n"


def test_a_text_file_keeps_its_raw_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(("\ufeff" + ARTICLE.replace("\n", "\r\n")).encode())
    article = read(path)
    assert article.text == ARTICLE.replace("\n", "\r\n")
    assert (article.language, article.title) == ("ar", "الوزير يعلن خطة جديدة")
    cut = document(article)
    assert [s.headline for s in cut.sentences] == [True, False, False]


def test_html_is_read_through_its_article(tmp_path):
    body = "".join(f"<p>{ARTICLE.splitlines()[2]} فقرة رقم {n} عن الموضوع نفسه.</p>" for n in range(6))
    path = tmp_path / "a.html"
    path.write_text(
        "<html lang='ar'><head><title>خطة</title></head><body><nav>الرئيسية | رياضة</nav>"
        f"<article><h1>خطة جديدة</h1>{body}</article><form>اترك تعليقاً</form></body></html>",
        "utf-8",
    )
    article = read(path)
    assert "فقرة رقم 3" in article.text
    assert "اترك" not in article.text
    assert "الرئيسية" not in article.text


def test_docx_is_read(tmp_path):
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for line in ARTICLE.split("\n"):
        made.add_paragraph(line)
    made.save(str(tmp_path / "a.docx"))
    assert "أعلن الوزير" in read(tmp_path / "a.docx").text


def test_jsonl_holds_many(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [{"id": f"n{i}", "text": ARTICLE, "date": "2025-03-13", "url": "https://example.org"} for i in range(3)]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    found = list(read_all(path))
    assert [a.id for a in found] == ["n0", "n1", "n2"]
    assert found[0].published == "2025-03-13"
    with pytest.raises(IngestError, match="holds 3 articles"):
        read(path)


def test_languages_are_told_apart():
    assert language_of(ARTICLE) == "ar"
    assert language_of("The minister said on Thursday that the plan was ready.") == "en"
    assert language_of("Der Minister sagte, die Lage sei ernst und nicht zu ändern.") == "de"
    assert language_of("123 — 456") == "und"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n ", "is empty"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0" + bytes(range(256)), "binary"),
        ("utf16.txt", ARTICLE.encode("utf-16"), "UTF-16"),
        ("windows.txt", ARTICLE.encode("cp1256"), "not valid UTF-8"),
        ("long.txt", ("ا" * 3_000_000).encode(), "characters"),
        ("digits.txt", b"12 34", "no words"),
        ("bad.jsonl", b'{"text": ', "not JSON"),
        ("bad.docx", b"PK nonsense", "DOCX"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(tmp_path, name, data, says):
    if name.endswith("docx"):
        pytest.importorskip("docx")
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(IngestError, match=says) as caught:
        read(path)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(IngestError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(IngestError, match="is a directory"):
        read(tmp_path)


def test_chrome_is_told_apart_and_listed():
    text = (
        "خطة جديدة\n\nفريق التحرير\nإعلان\n"
        + ARTICLE.split("\n\n")[1] * 4
        + "اقرأ أيضا:\nخبر آخر تماما\nوصل الوزير الآخر أمس.\nمقالات مشابهة\n• عنوان أول\n• عنوان ثان\nSource link\n"
    )
    path_document = document(_article(text))
    reasons = {piece.span.of(text): piece.why for piece in path_document.chrome}
    assert reasons["إعلان"] == "advertisement label"
    assert reasons["فريق التحرير"] == "byline"
    assert reasons["وصل الوزير الآخر أمس."] == "another story pasted under the article"
    assert reasons["• عنوان ثان"] == "list of other stories"
    body = [path_document.text_of(s.index) for s in path_document.sentences]
    assert body[0] == "خطة جديدة"
    assert not any("عنوان" in sentence or "الآخر" in sentence for sentence in body)


def test_the_word_advertisement_inside_a_sentence_is_article():
    text = "عنوان الخبر\n\nجاء ذلك بعد إعلان الوزير استقالته. وقال المصدر إن الأمر انتهى.\n"
    assert document(_article(text)).chrome == ()


def _article(text):
    from mt_audit.core import Article

    return Article("t", "ar", "", text)


def test_an_address_is_fetched_and_private_ones_refused(httpserver):
    httpserver.expect_request("/a.txt").respond_with_data(ARTICLE.encode(), content_type="text/plain; charset=utf-8")
    httpserver.expect_request("/moved").respond_with_data("", status=302, headers={"Location": "/a.txt"})
    httpserver.expect_request("/loop").respond_with_data("", status=302, headers={"Location": "/loop"})
    httpserver.expect_request("/gone").respond_with_data("no", status=404)
    httpserver.expect_request("/big").respond_with_data(b"x" * 200_000, content_type="text/plain")
    allowed = Limits(allow_private=True)
    assert read(httpserver.url_for("/moved"), allowed).text == ARTICLE
    with pytest.raises(FetchError, match="private or local"):
        read(httpserver.url_for("/a.txt"))
    with pytest.raises(FetchError, match="redirects more than"):
        read(httpserver.url_for("/loop"), allowed)
    with pytest.raises(FetchError, match="answered 404"):
        read(httpserver.url_for("/gone"), allowed)
    with pytest.raises(FetchError, match="larger than"):
        read(httpserver.url_for("/big"), Limits(size=1000, allow_private=True))


def test_an_unreachable_address_fails_fast():
    with pytest.raises(FetchError, match="could not be"):
        read("http://127.0.0.1:9/article", Limits(allow_private=True, seconds=3))
    with pytest.raises(FetchError):
        read("http://no-such-host.invalid/article")
