"""Questions as JSON lines: streamed, each line on its own, whatever the others hold."""

from __future__ import annotations

import io
import json

import pytest

from bot.terminal.json_lines import answer_lines, written


def answers(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def lines(*records):
    return "\n".join(json.dumps(record) for record in records).encode() + b"\n"


def test_each_line_is_answered_with_its_id_reply_and_result(bbt):
    ran = bbt("ask", "--jsonl", typed=lines({"id": "a", "text": "loopbanen"}, {"id": 2, "text": "onderwijs"}))
    assert ran.code == 0
    first, second = answers(ran)
    assert list(first) == ["id", "reply", "result"]
    assert (first["id"], second["id"]) == ("a", 2)
    assert "1.700,4 miljoen" in first["reply"]
    assert first["result"]["subjects"] == ["jd-loopbanen"]
    assert second["result"]["status"] == "not_found"


def test_with_the_slack_face_the_payload_comes_along(bbt):
    (one,) = answers(bbt("ask", "--jsonl", "--face", "slack", typed=lines({"id": 1, "text": "loopbanen"})))
    assert list(one) == ["id", "reply", "result", "payload"]
    assert one["payload"]["blocks"]


@pytest.mark.parametrize(
    ("line", "code", "identity"),
    [
        (b"geen json", "json", None),
        (b'{"id": 1, "text": "x"', "json", None),
        (b'{"id": NaN, "text": "x"}', "json", None),
        (b"[" * 100_000, "json", None),
        (b"9" * 10_000, "json", None),
        (b'{"id": 1, "text": "\xff"}', "encoding", None),
        (b'["loopbanen"]', "object", None),
        (b'"loopbanen"', "object", None),
        (b'{"id": 7}', "text", 7),
        (b'{"id": [1, "x"], "text": null}', "text", [1, "x"]),
        (b'{"id": "q", "text": 57}', "text", "q"),
        (b'{"id": "q", "text": "en in VEK?", "over": 1}', "text", "q"),
    ],
)
def test_a_bad_line_costs_only_itself(bbt, line, code, identity):
    ran = bbt("ask", "--jsonl", typed=line + b"\n" + lines({"id": 9, "text": "loopbanen"}))
    assert ran.code == 0
    bad, good = answers(ran)
    assert bad["id"] == identity
    assert bad["error"]["code"] == code
    assert bad["error"]["message"]
    assert good["result"]["status"] == "ok"


def test_blank_lines_and_a_byte_order_mark_are_skipped(bbt):
    typed = b"\xef\xbb\xbf" + lines({"id": 1, "text": "loopbanen"}) + b"\n  \n\r\n" + b'{"text": "loopbanen"}'
    first, second = answers(bbt("ask", "--jsonl", typed=typed))
    assert (first["id"], second["id"]) == (1, None)
    assert first["result"] == second["result"]


def test_a_line_may_carry_the_question_before_it(bbt):
    (one,) = answers(bbt("ask", "--jsonl", typed=lines({"id": 1, "text": "en in VEK?", "over": "delta je"})))
    assert one["result"]["value_eur"] == 5_007_000


def test_an_id_that_is_no_utf8_comes_back_the_same():
    assert json.loads(written({"id": "\ud800"})) == {"id": "\ud800"}
    assert written({"id": "é"}) == '{"id": "é"}'


def test_every_answer_is_out_before_the_next_line_is_read(house):
    out = io.StringIO()
    seen = []

    def typed():
        for number in (1, 2):
            seen.append(out.getvalue().count("\n"))
            yield lines({"id": number, "text": "loopbanen"})

    assert answer_lines(typed(), out, house, face="text", over=None) == 0
    assert seen == [0, 1]


def test_a_bug_on_one_line_gives_that_line_a_reference_and_exit_code_1(house, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.terminal.json_lines.reply_text", fail)
    out = io.StringIO()
    assert answer_lines([lines({"id": 1, "text": "loopbanen"})], out, house, face="text", over=None) == 1
    told = json.loads(out.getvalue())
    assert told["id"] == 1
    assert told["error"]["code"] == "internal"
    assert "referentie" in told["error"]["message"]
