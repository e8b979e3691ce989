"""The digest in Slack: ordered by command, in the Home and in a modal; private, quiet, and nothing half saved."""

import json
from datetime import time

import pytest

from bot.digest.parts import Outside, counter_of, open_parts
from bot.digest.send import Pace
from bot.slack.limits import validate
from bot.slack.views import digest as form
from bot.storage.port import Person
from tests.unit.bot.digest.conftest import FakeSlack, dress

HOME = {"view": {"id": "V1", "type": "home", "hash": "h"}, "container": {"type": "view"}, "channel": None}
ANN = Person("T1", "U1")


@pytest.fixture
async def digests(bench, house, tmp_path):
    """A bench whose bot takes orders about digests; a channel's history of nothing is sent."""
    outside = Outside(house, dress, FakeSlack(), lambda: bench.now, "scenario", Pace())
    parts = open_parts(f"sqlite:///{tmp_path}/bbt.db", outside)
    bench.app.take_digests(lambda: counter_of(parts, house, lambda: bench.now))
    yield bench.app.digests
    parts.close()


async def test_a_command_turns_it_on_privately(bench, slack, digests):
    said = await bench.command("digest aan werkdagen 8u15")
    assert "Je digest komt op werkdagen om 08:15" in said["text"]
    assert said["response_type"] == "ephemeral"
    assert (await digests.known(ANN)).at == time(8, 15)
    assert "chat.postMessage" not in {one.method for one in slack.sent}


async def test_a_wrong_hour_is_told_and_saves_nothing(bench, digests):
    assert "is geen uur" in (await bench.command("digest aan 25:70"))["text"]
    assert await digests.known(ANN) is None


async def test_here_whispers_in_the_channel_and_goes_there(bench, slack, digests):
    assert "het kanaal" in (await bench.command("digest hier"))["text"]
    assert slack.only("chat.postEphemeral").payload["channel"] == "C1"
    assert (await digests.known(ANN)).channel == "C1"


async def test_here_asks_for_an_invitation_where_the_bot_is_no_member(bench, slack, digests):
    slack.refuse("ratelimited")  # the zone of the profile stays unknown: Brussels then
    slack.refuse("not_in_channel")
    assert "Nodig me uit" in (await bench.command("digest hier"))["text"]
    assert await digests.known(ANN) is None


async def test_here_in_a_direct_message_is_to_me(bench, digests):
    await bench.direct("digest hier")
    assert (await digests.known(ANN)).channel == ""


async def test_without_a_delivery_the_word_says_so(bench):
    assert "hier niet ingeschakeld" in (await bench.command("digest aan"))["text"]


@pytest.mark.usefixtures("digests")
async def test_the_home_shows_it_and_opens_its_settings(bench, slack):
    await bench.command("digest aan 08:30")
    slack.sent.clear()
    await bench.event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"})
    assert "Je digest komt op werkdagen om 08:30" in slack.only("views.publish").words
    await bench.press({"type": "button", "action_id": form.SETTINGS, "value": "open"}, **HOME)
    view = slack.only("views.open").payload["view"]
    assert view["callback_id"] == form.CALLBACK
    assert '"08:30"' in json.dumps(view)


def filled(at="07:45", days=("0", "2"), options=("news", "work"), follows=(), to=None):
    def boxes(name, values):
        return {name: {"type": "checkboxes", "selected_options": [{"value": one} for one in values]}}

    return {
        "id": "V2",
        "type": "modal",
        "callback_id": form.CALLBACK,
        "hash": "h",
        "private_metadata": "",
        "state": {
            "values": {
                "bbt.digest.at": {"bbt.digest.at": {"selected_time": at}},
                "bbt.digest.days": boxes("bbt.digest.days", days),
                "bbt.digest.options": boxes("bbt.digest.options", options),
                "bbt.digest.follows": boxes("bbt.digest.follows", follows),
                **({"bbt.digest.to": {"bbt.digest.to": {"selected_option": {"value": to}}}} if to else {}),
            }
        },
    }


async def test_the_form_keeps_all_at_once(bench, digests):
    answered = await bench.interact({"type": "view_submission", "view": filled()})
    assert "Je digest komt op maandag en woensdag om 07:45" in answered.body
    one = await digests.known(ANN)
    assert (one.at, one.weekdays, one.only_news, one.skip_holidays) == (time(7, 45), (0, 2), True, True)
    await bench.interact({"type": "view_submission", "view": filled(at="09:00", options=())})
    one = await digests.known(ANN)
    assert (one.at, one.only_news, one.skip_holidays) == (time(9), False, False)
    view = form.digest_modal(one, tuple(bench.house.catalog.default.lines.values()))
    assert view["submit"]["text"] == "Bewaar"


async def test_the_form_keeps_what_is_followed_and_brings_a_digest_back_from_a_channel(bench, digests, slack):
    await bench.command("digest hier")
    assert (await digests.known(ANN)).channel == "C1"
    await bench.press({"type": "button", "action_id": form.SETTINGS, "value": "open"}, **HOME)
    view = slack.only("views.open").payload["view"]
    assert "In het kanaal waar hij nu komt" in json.dumps(view)
    await bench.interact({"type": "view_submission", "view": filled(follows=("jf", "nergens"), to="channel")})
    one = await digests.known(ANN)
    assert (one.follows, one.channel) == (("jf",), "C1")
    await bench.interact({"type": "view_submission", "view": filled(follows=("jf",), to="private")})
    one = await digests.known(ANN)
    assert (one.follows, one.channel) == (("jf",), "")
    shown = form.digest_modal(one, tuple(bench.house.catalog.default.lines.values()))
    assert validate(shown, "modal") == ()
    assert "In het kanaal" not in json.dumps(shown)


async def test_a_form_without_a_day_or_of_another_make_saves_nothing(bench, digests):
    answered = await bench.interact({"type": "view_submission", "view": filled(days=())})
    assert "Kies minstens" in json.loads(answered.body)["errors"]["bbt.digest.days"]
    for broken in ({}, {"values": {}}, {"values": []}, {"values": {"bbt.digest.at": {"bbt.digest.at": {}}}}):
        await bench.interact({"type": "view_submission", "view": {**filled(), "state": broken}})
    assert await digests.known(ANN) is None


async def test_who_is_forgotten_has_no_digest_either(bench, digests):
    await bench.command("digest aan 08:30")
    await bench.command("vergeet mij")
    assert await digests.known(ANN) is None


async def test_a_workspace_that_leaves_takes_its_digests_along(bench, digests):
    await bench.command("digest aan 08:30")
    await bench.event({"type": "app_uninstalled", "user": "U1"})
    assert await digests.known(ANN) is None
