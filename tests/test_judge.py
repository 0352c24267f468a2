"""The judge against a real server on loopback that speaks the chat protocol."""

from __future__ import annotations

import json
import time

import pytest
from werkzeug import Request, Response

from mt_audit.opinions.judge import Judge, JudgeSettings
from mt_audit.text.passage import Passage

PAIRS = [(Passage("أعلن الإضراب الجوي صباحا.", "ar", 40), Passage("The air strike was announced.", "en", 7))]
GOOD = {
    "pair": 0, "quote": "الإضراب الجوي", "original": "air strike", "category": "mistranslation.sense",
    "severity": "critical", "message": "A labour strike is announced.", "suggestion": "الغارة الجوية",
}  # fmt: skip


def serve(httpserver, *contents: str, status: int = 200) -> list[dict]:
    asked: list[dict] = []

    def answer(request: Request) -> Response:
        asked.append({"body": request.json, "key": request.headers.get("Authorization")})
        content = contents[min(len(asked), len(contents)) - 1]
        body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})
        return Response(body, status=status, content_type="application/json")

    httpserver.expect_request("/v1/chat/completions", method="POST").respond_with_handler(answer)
    return asked


def judge(httpserver, **more) -> Judge:
    settings = JudgeSettings(httpserver.url_for("/v1"), "reader-1", **more)
    return Judge(settings, {"MT_AUDIT_JUDGE_KEY": "s3cret"})


def test_what_it_says_is_placed_and_marked_with_its_name(httpserver, tmp_path):
    asked = serve(httpserver, json.dumps({"errors": [GOOD]}))
    said = judge(httpserver, cache=tmp_path).read(PAIRS)
    (finding,) = said.findings
    assert (finding.span.start, finding.quote, finding.source) == (45, "الإضراب الجوي", "judge:reader-1")
    assert (finding.original_quote, finding.original_span.start) == ("air strike", 11)
    assert asked[0]["body"]["temperature"] == 0
    assert asked[0]["key"] == "Bearer s3cret"
    assert judge(httpserver, cache=tmp_path).read(PAIRS) == said
    assert len(asked) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "كلام لم يقله أحد"},
        {"quote": ""},
        {"original": "words that are not there"},
        {"category": "bad.category"},
        {"severity": "terrible"},
        {"pair": 7},
        {"message": " "},
    ],
)
def test_what_does_not_stand_in_the_text_is_not_believed(httpserver, change):
    serve(httpserver, json.dumps({"errors": [{**GOOD, **change}, "nonsense", GOOD]}))
    assert [f.quote for f in judge(httpserver).read(PAIRS).findings] == ["الإضراب الجوي"]


def test_nonsense_is_asked_for_once_more(httpserver):
    asked = serve(httpserver, "I think it is fine!", "```json\n" + json.dumps({"errors": [GOOD]}) + "\n```")
    assert len(judge(httpserver).read(PAIRS).findings) == 1
    assert len(asked) == 2


def test_nonsense_twice_is_no_opinion(httpserver):
    serve(httpserver, "no JSON here")
    said = judge(httpserver).read(PAIRS)
    assert (said.findings, "JSON" in said.reason) == ((), True)


def test_errors_and_calls_are_bounded(httpserver):
    serve(httpserver, "{}", status=503)
    assert "503" in judge(httpserver).read(PAIRS).reason
    asked = serve(httpserver, json.dumps({"errors": []}))
    httpserver.clear()
    asked = serve(httpserver, json.dumps({"errors": []}))
    said = judge(httpserver, calls=2, pairs_a_call=1).read(PAIRS * 5)
    assert (len(asked), "2 calls" in said.reason) == (2, True)


def test_a_slow_and_a_dead_judge_cost_no_more_than_allowed(httpserver):
    def hang(request: Request) -> Response:
        time.sleep(2)
        return Response("{}")

    httpserver.expect_request("/v1/chat/completions", method="POST").respond_with_handler(hang)
    began = time.monotonic()
    assert "in time" in judge(httpserver, seconds=0.4).read(PAIRS).reason
    assert time.monotonic() - began < 1.5
    gone = Judge(JudgeSettings("http://127.0.0.1:9/v1", "reader-1", seconds=3), {})
    assert "could not be reached" in gone.read(PAIRS).reason
