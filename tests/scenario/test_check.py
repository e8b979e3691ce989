"""A check in Slack: private first, shared second, and nothing kept of what stayed private."""

from __future__ import annotations

import json

from bot.slack import dress
from bot.slack.limits import validate
from bot.storage.port import Person


async def test_a_check_is_answered_on_the_ack_for_who_typed_it_alone(bench):
    payload = await bench.command("check loopbanen daalt met 5 miljoen")
    assert validate(payload, "response") == ()
    assert payload["response_type"] == "ephemeral"
    assert "Klopt niet: “loopbanen daalt met 5 miljoen”" in payload["text"]
    assert "slide 3" in json.dumps(payload, ensure_ascii=False)


async def test_several_claims_are_counted_and_each_is_told(bench):
    text = "check Loopbanen stijgt met 57,7 miljoen. JF daalt. Het onderwijs krijgt 14 miljard."
    payload = await bench.command(text)
    assert "3 beweringen: 1 klopt, 1 klopt niet, 1 niet te controleren." in payload["text"]


async def test_nothing_is_kept_of_a_private_check(bench):
    await bench.command("check loopbanen daalt met 5 miljoen")
    await bench.app.drain()
    assert await bench.store.recents(Person("T1", "U1")) == ()


async def test_a_shared_check_names_who_shared_it_and_escapes_what_was_said(bench, slack):
    said = "check loopbanen stijgt met 57,7 miljoen <!channel> *vet*"
    await bench.press({"action_id": dress.SHARE, "value": said})
    shared = slack.sent[0].payload
    assert shared["response_type"] == "in_channel"
    assert "<@U1>" in shared["text"]
    assert "<!channel>" not in json.dumps(shared)


async def test_check_alone_says_what_to_type(bench):
    assert "Typ een zin achter “check”" in (await bench.command("check"))["text"]
