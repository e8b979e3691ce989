"""What is refused before any work: forged, old, replayed, repeated, of another team, malformed."""

import json
import urllib.parse
from random import Random

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.slack.guard import REPLAY_WINDOW, Heard
from bot.slack.limits import validate
from bot.storage.port import Person

FORM = "application/x-www-form-urlencoded"


def command(bench, **options):
    return bench.signed(urllib.parse.urlencode(bench.command_fields("loopbanen")), kind=FORM, **options)


async def test_a_forged_signature_is_refused(bench, slack):
    answered = await bench.dispatch(command(bench, secret="another"))  # noqa: S106 - no secret of anything
    assert (answered.status, slack.sent) == (401, [])


@pytest.mark.parametrize(("age", "status"), [(299, 200), (301, 401), (-301, 401)])
async def test_a_signature_lives_five_minutes(bench, age, status):
    request = command(bench, stamp=str(int(bench.now.timestamp())))
    bench.now = bench.now.__class__.fromtimestamp(
        int(request.headers["x-slack-request-timestamp"][0]) + age, tz=bench.now.tzinfo
    )
    assert (await bench.dispatch(request)).status == status


@pytest.mark.parametrize("stamp", ["", "soon", "1e9", "\u0661\u0662"])
async def test_a_time_that_is_no_number_is_refused(bench, stamp):
    request = command(bench)
    request.headers["x-slack-request-timestamp"] = [stamp]
    assert (await bench.dispatch(request)).status == 401


@pytest.mark.parametrize("signature", ["", "v0=", "v0=\u00e9", "x"])
async def test_a_signature_of_another_form_is_refused(bench, signature):
    request = command(bench)
    request.headers["x-slack-signature"] = [signature]
    assert (await bench.dispatch(request)).status == 401


async def test_a_request_that_is_played_again_does_nothing(bench, slack):
    fields = urllib.parse.urlencode(bench.command_fields("loopbanen"))
    first = await bench.dispatch(bench.signed(fields, kind=FORM))
    sent = len(slack.sent)
    again = await bench.dispatch(bench.signed(fields, kind=FORM))
    assert "57,7" in first.body
    assert (again.status, again.body, len(slack.sent)) == (200, "", sent)


async def test_an_event_that_is_delivered_again_is_answered_once(bench, slack):
    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "5.5", "text": "jd"}
    for _ in range(3):  # each delivery has a time and a signature of its own
        await bench.event(event, event_id="Ev-same")
    assert len(slack.sent) == 1


async def test_an_event_of_another_delivery_by_another_process_is_known_too(bench, slack):
    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "5.5", "text": "jd"}
    await bench.event(event, event_id="Ev-same")
    bench.make()
    await bench.event(event, event_id="Ev-same")
    assert len(slack.sent) == 1


async def test_socket_mode_needs_no_signature(bench):
    bench.make(signing_secret="")
    request = AsyncBoltRequest(mode="socket_mode", body=bench.command_fields("loopbanen"))
    answered = await bench.dispatch(request)
    assert "57,7" in answered.body


async def test_without_a_secret_nothing_comes_in_over_http(bench):
    bench.make(signing_secret="")
    assert (await bench.dispatch(command(bench))).status == 401


async def test_another_team_gets_a_polite_no_and_no_figure(bench, slack):
    bench.make(teams=frozenset({"T2"}))
    ack = await bench.command("loopbanen")
    assert "werkruimte" in ack["text"]
    assert "57,7" not in json.dumps(ack)
    assert slack.sent == []


async def test_another_team_gets_nothing_by_any_other_way(bench, slack):
    bench.make(teams=frozenset({"T2"}))
    form = {"id": "V1", "type": "modal", "callback_id": "bbt.search", "state": {"values": {}}}
    for payload in (
        {"type": "block_actions", "actions": [{"type": "button", "action_id": "bbt.ask.0", "value": "jd"}]},
        {"type": "block_suggestion", "action_id": "bbt.find", "value": "l"},
        {"type": "view_submission", "view": form},
        {"type": "shortcut", "callback_id": "bbt.search"},
    ):
        answered = await bench.interact(payload)
        assert answered.status == 200
        assert "57,7" not in answered.body
    await bench.mention("loopbanen")
    assert slack.sent == []


async def test_the_refused_form_says_why(bench):
    bench.make(teams=frozenset({"T2"}))
    form = {"id": "V1", "type": "modal", "callback_id": "bbt.search", "state": {"values": {}}}
    answered = await bench.interact({"type": "view_submission", "view": form})
    assert validate(json.loads(answered.body)["view"], "modal") == ()


async def test_a_team_on_the_list_is_served(bench):
    bench.make(teams=frozenset({"T1"}))
    assert "57,7" in (await bench.command("loopbanen"))["text"]


MALFORMED = [
    {},
    {"type": 5},
    {"type": "block_actions"},
    {"type": "block_actions", "team": {"id": "T1"}},
    {"type": "block_actions", "team": {"id": 5}, "user": {"id": "U1"}},
    {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": ["U1"]}},
    {"type": "event_callback", "team_id": "T1"},
    {"type": "event_callback", "team_id": "T1", "event": "mention"},
    {"type": "event_callback", "team_id": "T1", "event": {"type": ["app_mention"], "user": "U1", "text": "jd"}},
    {"type": "event_callback", "team_id": "T1", "event": {"type": "app_mention", "user": "U1", "subtype": {}}},
    {"type": "event_callback", "team_id": "T1", "event": {"type": "app_mention", "text": "jd"}},
    {"type": "event_callback", "event": {"type": "app_mention", "user": "U1", "text": "jd"}},
    {"type": "event_callback", "team_id": "T1", "event": {"type": "app_uninstalled"}, "x": 1} | {"team_id": None},
    {"command": "/bbt"},
    {"command": "/bbt", "team_id": "T1", "user_id": "U1"},
]


@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
async def test_a_malformed_body_gets_400_and_nothing_is_done(bench, slack, body):
    answered = await bench.dispatch(bench.signed(json.dumps(body), kind="application/json"))
    assert (answered.status, slack.sent) == (400, [])


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "block_actions", "actions": [{"type": "button", "action_id": "bbt.ask.0"}]},
        {"type": "block_actions", "actions": [{"type": "button", "action_id": "bbt.ask.0", "value": 5}]},
        {"type": "block_actions", "actions": [{"type": "static_select", "action_id": "bbt.pick"}]},
        {"type": "block_actions", "actions": [{"type": "button", "action_id": "bbt.compare", "value": "nothing"}]},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "bbt.search"}},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "bbt.remark", "state": {}}},
        {"type": "block_suggestion", "action_id": "bbt.find", "value": 5},
        {"type": "block_suggestion", "action_id": ["bbt.find"]},
        {"type": "block_actions", "actions": None},
        {"type": "block_actions", "actions": []},
        {"type": "block_actions", "actions": {"a": 1}},
        {"type": "block_actions", "actions": [{"type": "button", "action_id": ["bbt.ask.0"]}]},
        {"type": "view_submission", "view": None},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": 5}},
        {"type": "shortcut", "callback_id": ["bbt.search"]},
    ],
)
async def test_what_no_button_or_form_of_ours_sends_gets_no_5xx(bench, payload):
    assert (await bench.interact(payload)).status < 500


async def test_slack_may_check_the_address(bench):
    body = json.dumps({"type": "url_verification", "challenge": "abc"})
    answered = await bench.dispatch(bench.signed(body, kind="application/json"))
    assert (answered.status, json.loads(answered.body)) == (200, {"challenge": "abc"})


async def test_an_unknown_kind_of_payload_is_taken_and_left(bench, slack):
    assert (await bench.interact({"type": "view_closed"})).status == 200
    assert slack.sent == []


@pytest.mark.parametrize(
    ("event", "kept"),
    [
        ({"type": "app_uninstalled"}, ()),
        ({"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}}, ()),
        ({"type": "tokens_revoked", "tokens": {"oauth": ["U2"]}}, ("jd",)),
    ],
)
async def test_when_the_app_goes_all_that_was_kept_goes(bench, event, kept):
    await bench.store.follow(Person("T1", "U1"), "jd", bench.now)
    assert (await bench.event(event)).status == 200
    assert await bench.store.favourites(Person("T1", "U1")) == kept


def test_a_signature_is_known_for_a_whole_window_and_then_forgotten():
    heard = Heard()
    signature = "v0=" + "0f" * 32
    assert heard.first_time(signature, 1_000)
    assert not heard.first_time(signature, 1_000 + REPLAY_WINDOW)
    assert heard.first_time(signature, 1_000 + 4 * REPLAY_WINDOW)


def test_each_of_many_signatures_is_known_and_no_other_is_taken_for_it():
    heard, chance = Heard(), Random(7)  # noqa: S311 - signs nothing
    signatures = [f"v0={chance.getrandbits(256):064x}" for _ in range(20_000)]
    assert all(heard.first_time(one, 1_000) for one in signatures)
    assert not any(heard.first_time(one, 1_001) for one in signatures)
