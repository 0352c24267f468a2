"""The translator adapter against a real server on loopback that speaks the LibreTranslate protocol."""

from __future__ import annotations

import time

import pytest
from werkzeug import Request, Response

from mt_audit.engine.translator import ServiceTranslator, TranslateError, TranslatorSettings
from mt_audit.errors import UsageError

KEY = "s3cret-key"


def translator(url: str, **more) -> ServiceTranslator:
    return ServiceTranslator(TranslatorSettings("libre", url=url, **more), {"LIBRE_API_KEY": KEY})


@pytest.fixture
def served(httpserver):
    """A server that answers with the upper-cased text and counts what it was asked."""
    asked: list[str] = []

    def answer(request: Request) -> Response:
        text = request.args["q"]
        asked.append(text)
        assert request.args["source"], request.args["target"]
        return Response('{"translatedText": "EN:' + str(len(text)) + '"}', content_type="application/json")

    httpserver.expect_request("/translate", method="POST").respond_with_handler(answer)
    return httpserver.url_for("/"), asked


def test_sentences_are_translated_and_kept(served, tmp_path):
    url, asked = served
    first = translator(url, cache=tmp_path / "cache")
    assert first.translate(["جملة أولى.", "جملة ثانية هنا."]) == ["EN:10", "EN:15"]
    assert translator(url, cache=tmp_path / "cache").translate(["جملة أولى."]) == ["EN:10"]
    assert len(asked) == 2
    assert KEY not in first.signature


def test_long_texts_go_in_pieces(served):
    url, asked = served
    translator(url).translate(["ب" * 2500])
    assert [len(text) for text in asked] == [1000, 1000, 500]


@pytest.mark.parametrize(
    ("status", "body", "reason", "calls"),
    [
        (429, "slow down", "busy", 2),
        (500, "oops", "busy", 2),
        (403, "no", "key", 1),
        (200, "<html>maintenance</html>", "nonsense", 1),
        (200, '{"other": 1}', "nonsense", 1),
        (200, '{"translatedText": ""}', "nonsense", 1),
    ],
)
def test_failures_are_sorted_and_never_tell_the_key(httpserver, status, body, reason, calls):
    asked = []

    def answer(request: Request) -> Response:
        asked.append(request)
        return Response(body, status=status, content_type="application/json")

    httpserver.expect_request("/translate", method="POST").respond_with_handler(answer)
    with pytest.raises(TranslateError) as caught:
        translator(httpserver.url_for("/"), tries=2, seconds=10).translate(["نص سري"])
    assert caught.value.reason == reason
    assert len(asked) == calls
    told = repr(caught.value) + str(caught.value) + caught.value.hint
    assert KEY not in told
    assert "نص" not in told
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_hanging_service_costs_no_more_than_the_deadline(httpserver):
    def hang(request: Request) -> Response:
        time.sleep(3)
        return Response("{}")

    httpserver.expect_request("/translate", method="POST").respond_with_handler(hang)
    began = time.monotonic()
    with pytest.raises(TranslateError) as caught:
        translator(httpserver.url_for("/"), seconds=0.5).translate(["نص"])
    assert caught.value.reason == "slow"
    assert time.monotonic() - began < 2


def test_a_dead_address_is_told(unused_port):
    with pytest.raises(TranslateError) as caught:
        translator(f"http://127.0.0.1:{unused_port}", tries=1, seconds=5).translate(["نص"])
    assert caught.value.reason == "refused"
    assert KEY not in str(caught.value)


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_unknown_services_and_missing_keys_are_wrong_use():
    with pytest.raises(UsageError, match="No translator"):
        ServiceTranslator(TranslatorSettings("babelfish"), {})
    with pytest.raises(UsageError, match="needs an API key"):
        ServiceTranslator(TranslatorSettings("deepl"), {})
