"""What comes in over HTTP is read as Bolt reads it, or refused with a 4xx before anything is done."""

from __future__ import annotations

import contextlib
import json
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.internals import parse_body

from bot.serve.reading import Refused, read_headers, read_request

SIGNATURE = b"v0=" + b"0" * 64
FORM = "application/x-www-form-urlencoded"
GOOD = [
    (b"content-type", FORM.encode()),
    (b"x-slack-request-timestamp", b"1700000000"),
    (b"x-slack-signature", SIGNATURE),
]


def changed(name, value):
    kept = [pair for pair in GOOD if pair[0] != name]
    return kept if value is None else [*kept, (name, value)]


def refusal(work, *arguments):
    with pytest.raises(Refused) as caught:
        work(*arguments)
    return caught.value.status, caught.value.reason


def test_only_what_bolt_needs_is_let_through():
    lazy = [(b"x-slack-bolt-lazy-only", b"1"), (b"x-slack-bolt-lazy-function-name", b"x"), (b"cookie", b"\xff")]
    assert set(read_headers([*GOOD, *lazy])) == {"content-type", "x-slack-request-timestamp", "x-slack-signature"}


def test_a_retry_is_let_through_as_one():
    assert read_headers([*GOOD, (b"x-slack-retry-num", b"1")])["x-slack-retry-num"] == "1"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (b"x-slack-signature", None, (401, "unsigned")),
        (b"x-slack-signature", b"", (401, "unsigned")),
        (b"x-slack-request-timestamp", None, (401, "unsigned")),
        (b"x-slack-request-timestamp", b"abc", (400, "header")),
        (b"x-slack-request-timestamp", b"1e9", (400, "header")),
        (b"x-slack-request-timestamp", b"-1", (400, "header")),
        (b"x-slack-request-timestamp", b"9" * 5000, (400, "header")),
        (b"x-slack-request-timestamp", "１７".encode(), (400, "header")),
        (b"x-slack-signature", b"v0=\xff" + b"0" * 63, (400, "header")),
        (b"x-slack-signature", b"v1=" + b"0" * 64, (400, "header")),
        (b"content-type", None, (415, "content-type")),
        (b"content-type", b"text/plain", (415, "content-type")),
        (b"content-type", b"\xff\xfe", (415, "content-type")),
    ],
)
def test_a_header_slack_would_not_send_is_refused(name, value, expected):
    assert refusal(read_headers, changed(name, value)) == expected


@pytest.mark.parametrize("name", [b"x-slack-signature", b"x-slack-request-timestamp", b"content-type"])
def test_a_header_that_decides_may_stand_there_once(name):
    assert refusal(read_headers, [*GOOD, (name, b"1")]) == (400, "header")


def test_another_header_may_stand_there_twice():
    assert read_headers([*GOOD, (b"x-forwarded-for", b"a"), (b"x-forwarded-for", b"b")])


def test_the_parameters_of_a_content_type_do_not_matter():
    headers = read_headers(changed(b"content-type", b"Application/JSON; charset=UTF-8"))
    assert headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"&&&",
        b"\xff\xfe",
        b"{",
        b"{}",
        b'{"a": NaN',
        b"payload=",
        b"payload=%7B",
        b"payload=null",
        b"payload=3",
        b"payload=%5B1%5D",
        b'{"command": "/bbt", "user_id": "\\ud800"}',
        b'{"challenge": {"\\uDFFF": 1}}',
        b"payload=%7B%22type%22%3A+%22%5Cud83d%22%7D",
        b'payload={"team": 5, "authorizations": 3}',
        b'{"authorizations": 7}',
        b'{"a":' * 100_000,
        b"&".join(b"a=1" for _ in range(100)),
    ],
)
def test_a_body_slack_would_not_send_is_a_400(body):
    status, reason = refusal(read_request, body, {"content-type": FORM})
    assert status == 400
    assert reason in {"body", "fields"}


def test_a_sign_in_two_halves_is_one():
    body = b'{"type": "x", "text": "\\ud83d\\ude00"}'
    assert read_request(body, {"content-type": "application/json"}).body["text"] == "\U0001f600"


def test_json_is_json_by_its_type_too():
    assert refusal(read_request, b"[1]", {"content-type": "application/json"}) == (400, "body")


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.dictionaries(texts.filter(lambda name: bool(name) and name != "payload"), texts, min_size=1, max_size=20))
def test_a_form_is_read_as_bolt_reads_it(fields):
    body = urlencode(fields)
    request = read_request(body.encode(), {"content-type": FORM})
    # Bolt takes any form in which the word "payload" stands for one that has a payload, and then finds nothing in it.
    assert request.body == (
        dict(parse_qsl(body, keep_blank_values=True)) if "payload" in body else parse_body(body, FORM)
    )
    assert (request.mode, request.raw_body) == ("http", body)


def test_the_word_payload_in_a_question_is_a_word():
    body = urlencode({"command": "/bbt", "text": "payload"})
    assert read_request(body.encode(), {"content-type": FORM}).body == {"command": "/bbt", "text": "payload"}


@given(texts)
def test_a_payload_is_read_as_bolt_reads_it(text):
    body = urlencode({"payload": json.dumps({"type": "block_actions", "value": text}), "a": "b"})
    assert read_request(body.encode(), {"content-type": FORM}).body == parse_body(body, FORM)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_bring_the_reading_down(body):
    with contextlib.suppress(Refused):
        assert read_request(body, {"content-type": FORM}).body


def test_who_asks_is_known_to_bolt_from_the_body():
    body = urlencode({"team_id": "T1", "user_id": "U1", "command": "/bbt", "response_url": "https://x"})
    context = read_request(body.encode(), {"content-type": FORM}).context
    assert (context.team_id, context.user_id, context.response_url) == ("T1", "U1", "https://x")


def test_a_request_that_was_read_lacks_nothing_that_bolts_own_has():
    fields = {"team_id": "T1", "user_id": "U1", "command": "/bbt", "text": "jd"}
    headers = {"content-type": FORM, "x-slack-retry-num": "1"}
    ours = read_request(urlencode(fields).encode(), headers)
    bolts = AsyncBoltRequest(body=urlencode(fields), headers=headers)
    assert {name: getattr(ours, name) for name in vars(bolts)} == vars(bolts)
    assert ours.to_copyable().context == bolts.to_copyable().context
