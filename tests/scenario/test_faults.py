"""What was not foreseen is told in Dutch where it was asked, with the code that stands in the log."""

import json

import pytest

from bot.slack.limits import validate
from bot.slack.views import search

FORM = {"id": "V1", "type": "modal", "callback_id": "bbt.search"}
STATE = {"values": {search.FIND: {}, search.QUESTION: {search.QUESTION: {"value": "geheime vraag"}}}}


@pytest.fixture
def broken(bench, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError("geheime vraag")

    monkeypatch.setattr("bot.slack.door.handle", fails)
    return bench


def code_in(logged):
    (line,) = [line for line in logged if line["event"] == "slack.fault"]
    assert line["error"] == "ZeroDivisionError"
    assert "geheim" not in str(line)
    return line["reference"]


async def test_a_command_gets_the_apology_on_its_ack(broken, logged):
    ack = await broken.command("geheime vraag")
    assert ack["response_type"] == "ephemeral"
    assert code_in(logged) in ack["text"]


@pytest.mark.parametrize("way", ["mention", "direct"])
async def test_a_message_gets_it_where_it_was_said(broken, slack, logged, way):
    await getattr(broken, way)("geheime vraag")
    sent = slack.only("chat.postMessage")
    assert code_in(logged) in sent.text
    assert sent.payload.get("thread_ts") == ("5.5" if way == "mention" else None)


async def test_a_button_gets_it_privately_and_leaves_the_answer(broken, slack, logged):
    await broken.press({"type": "button", "action_id": "bbt.ask.0", "value": "geheime vraag"})
    sent = slack.only("response_url")
    assert code_in(logged) in sent.text
    assert (sent.payload["response_type"], sent.payload["replace_original"]) == ("ephemeral", False)


async def test_a_form_gets_it_in_the_modal(broken, logged):
    answered = await broken.interact({"type": "view_submission", "view": {**FORM, "state": STATE}})
    view = json.loads(answered.body)["view"]
    assert validate(view, "modal") == ()
    assert code_in(logged) in json.dumps(view)


async def test_a_button_in_a_modal_gets_it_in_a_direct_message(broken, slack, logged):
    where = {"view": {**FORM, "hash": "h"}, "container": {"type": "view"}, "channel": None, "response_url": None}
    await broken.press({"type": "button", "action_id": "bbt.ask.0", "value": "geheime vraag"}, **where)
    sent = slack.only("chat.postMessage")
    assert sent.payload["channel"] == "U1"
    assert code_in(logged) in sent.text


async def test_a_menu_shows_nothing_rather_than_an_error(bench, monkeypatch, logged):
    def fails(*_):
        raise ZeroDivisionError("geheime vraag")

    monkeypatch.setattr("bot.slack.finder.phrase_key", fails)
    answered = await bench.interact({"type": "block_suggestion", "action_id": search.FIND, "value": "x"})
    assert json.loads(answered.body) == {"options": []}
    assert code_in(logged)


async def test_when_even_the_apology_fails_the_log_tells_both(broken, slack, logged):
    slack.refuse("expired_url", status=404)
    await broken.press({"type": "button", "action_id": "bbt.ask.0", "value": "geheime vraag"})
    assert [line["kind"] for line in logged if line["event"] == "slack.fault"] == ["action", "apology"]


async def test_a_payload_outside_the_limits_is_logged_and_sent(bench, logged, monkeypatch):
    from bot.slack.limits.report import Fault

    monkeypatch.setattr("bot.slack.send.validate", lambda *_: (Fault("blocks", "too_many", "geheim", "50"),))
    ack = await bench.command("loopbanen")
    assert "57,7" in ack["text"]
    lines = [line for line in logged if line["event"] == "slack.outside_limits"]
    assert lines
    assert "geheim" not in str(lines)


async def test_no_log_line_of_a_day_holds_a_question_or_a_token(bench, slack, logged):
    slack.refuses_rich = True
    await bench.command("loopbanen")
    await bench.mention("blabla")
    await bench.direct("activering")
    slack.refuse("channel_not_found")
    await bench.mention("jd")
    said = str(logged)
    for secret in ("loopbanen", "blabla", "activering", "scenario-token", "scenario-secret"):
        assert secret not in said


class BrokenStore:
    """A database that is away."""

    def __getattr__(self, name):
        async def fails(*_):
            raise OSError(name)

        return fails


async def test_without_its_store_a_command_is_still_answered_and_the_log_tells(bench, slack, logged):
    bench.store = BrokenStore()
    bench.make()
    ack = await bench.command("loopbanen")
    assert "57,7" in ack["text"]
    assert slack.sent == []
    assert [line["kind"] for line in logged] == ["command.after"]


async def test_without_its_store_a_mention_gets_the_apology(bench, slack, logged):
    bench.store = BrokenStore()
    bench.make()
    await bench.mention("loopbanen")
    assert logged[0]["reference"] in slack.only("chat.postMessage").text


async def test_when_the_app_goes_and_the_store_is_away_nobody_is_told_but_the_log(bench, slack, logged):
    bench.store = BrokenStore()
    bench.make()
    answered = await bench.event({"type": "app_uninstalled"})
    assert (answered.status, slack.sent) == (200, [])
    assert [line["event"] for line in logged] == ["slack.fault"]


async def test_a_fault_before_anything_was_read_is_refused_and_logged(bench, logged, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.slack.guard.kind_of", fails)
    answered = await bench.form(**bench.command_fields("loopbanen"))
    assert answered.status == 400
    assert logged[0]["kind"] == "unread"
