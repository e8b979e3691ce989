"""A debate from its start to its summary: what is addressed to the bot counts, and nothing else does."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

from bot.slack import dress
from bot.slack.access import CHECK_SHORTCUT
from bot.slack.boards import PACE
from bot.storage.port import Place
from bot.storage.spoken import KEPT_DAYS, SILENCE

HERE = Place("T1", "C1")


def posts(slack):
    return [one for one in slack.sent if one.method == "chat.postMessage"]


def updates(slack):
    return [one for one in slack.sent if one.method == "chat.update"]


async def test_a_debate_opens_one_live_message_that_counts_what_is_addressed_to_the_bot(bench, slack):
    await bench.mention("debat start")
    (opened,) = posts(slack)
    assert opened.text.startswith("Debat bezig, nog geen beweringen.")
    assert "thread_ts" not in opened.payload
    await bench.mention("Loopbanen stijgt met 57,7 miljoen.", ts="6.6")
    assert posts(slack)[-1].payload["thread_ts"] == "6.6"  # judged in its own thread
    assert "Klopt: " in posts(slack)[-1].text
    await bench.mention("JF daalt.", ts="7.7")
    last = updates(slack)[-1]
    assert last.payload["ts"] == "9.9"
    assert last.text.startswith("Debat bezig, 2 beweringen: 1 klopt, 1 klopt niet.")


async def test_the_summary_comes_with_a_file_of_all_claims(bench, slack):
    await bench.mention("debat start")
    await bench.mention("=Loopbanen daalt met 5 miljoen.", ts="6.6")
    slack.sent.clear()
    await bench.mention("debat stop")
    assert updates(slack)[-1].text.startswith("Het debat is afgesloten met 1 bewering: 1 klopt niet.")
    assert posts(slack)[-1].text.startswith("Het debat is afgesloten")
    sheet = next(one for one in slack.sent if one.method == "upload").text
    assert sheet.splitlines()[0] == "tijd;oordeel;bewering;uitleg;document"
    assert "klopt niet" in sheet
    assert await bench.store.debate(HERE) is None


async def test_a_second_start_and_a_stop_without_a_debate_say_so(bench, slack):
    await bench.mention("debat stop")
    assert "Hier loopt geen debat" in posts(slack)[-1].text
    await bench.mention("debat start")
    await bench.mention("debat start")
    assert "Hier loopt al een debat" in posts(slack)[-1].text


async def test_a_debate_is_not_held_in_a_slash_command_or_alone_with_the_bot(bench, slack):
    assert "door mij te vermelden" in (await bench.command("debat start"))["text"]
    await bench.event(
        {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "ts": "5.5", "text": "debat start"}
    )
    assert "door mij te vermelden" in posts(slack)[-1].text
    assert await bench.store.debates() == ()


async def test_a_question_in_a_debate_is_answered_and_counts_for_nothing(bench, slack):
    await bench.mention("debat start")
    await bench.mention("waarom stijgt loopbanen?", ts="6.6")
    assert "57,7 miljoen" in posts(slack)[-1].text
    assert await bench.store.statements("T1", "C1", bench.now - timedelta(days=1)) == ()


async def test_two_debates_do_not_mix(bench):
    await bench.mention("debat start")
    await bench.mention("debat start", channel="C2")
    await bench.mention("debat start", thread_ts="1.1")
    await bench.mention("Loopbanen stijgt met 57,7 miljoen.", ts="6.6")
    await bench.mention("JF daalt.", channel="C2", ts="6.7")
    await bench.mention("JE daalt.", thread_ts="1.1", ts="6.8")
    since = bench.now - timedelta(days=1)
    here = await bench.store.statements("T1", "C1", since)
    assert [(one.place.thread, one.quote) for one in here] == [
        ("", "Loopbanen stijgt met 57,7 miljoen"),
        ("1.1", "JE daalt"),
    ]
    assert [one.quote for one in await bench.store.statements("T1", "C2", since)] == ["JF daalt"]


async def test_a_message_sent_through_the_shortcut_is_judged_in_its_own_thread_and_counts(bench, slack):
    await bench.mention("debat start")
    message = {"text": "JF daalt.", "ts": "4.4"}
    where = {"channel": {"id": "C1"}, "response_url": f"{slack.address}/response/1"}
    await bench.interact({"type": "message_action", "callback_id": CHECK_SHORTCUT, "message": message, **where})
    assert posts(slack)[-1].payload["thread_ts"] == "4.4"
    assert len(await bench.store.statements("T1", "C1", bench.now - timedelta(days=1))) == 1


async def test_the_live_message_is_never_updated_faster_than_its_pace(bench):
    await bench.mention("debat start")
    await bench.mention("JF daalt.", ts="6.6")
    await bench.mention("JE daalt.", ts="6.7")
    assert bench.naps
    assert all(PACE - 1 < nap <= PACE for nap in bench.naps)


async def test_the_last_state_arrives_when_slack_failed_for_a_while(bench, slack):
    await bench.mention("debat start")
    boards = bench.app.desk.debates.boards
    for _ in range(3):
        slack.answers.append((200, {"ok": False, "error": "internal_error"}, {}))
    boards.touch(HERE)
    await bench.app.drain()
    assert len(updates(slack)) == 4


async def test_the_summary_arrives_though_slack_refuses_the_last_live_message_for_a_while(bench, slack):
    await bench.mention("debat start")
    await bench.mention("JF daalt.", ts="6.6")
    slack.sent.clear()
    slack.failing = {"chat.update": 3}
    await bench.mention("debat stop")
    assert posts(slack)[-1].text.startswith("Het debat is afgesloten")
    assert [one for one in slack.sent if one.method == "upload"]
    assert len(updates(slack)) == 4
    assert updates(slack)[-1].text.startswith("Het debat is afgesloten")


async def test_a_live_message_that_was_removed_is_not_tried_again(bench, slack):
    await bench.mention("debat start")
    slack.sent.clear()
    slack.failing, slack.fails_with = {"chat.update": 5}, "message_not_found"
    await bench.mention("debat stop")
    assert posts(slack)[-1].text.startswith("Het debat is afgesloten")
    assert len(updates(slack)) == 1


async def test_a_debate_begun_again_at_once_shows_the_end_of_the_first_in_the_first(bench, slack):
    await bench.mention("debat start")
    await bench.mention("JF daalt.", ts="6.6")
    slack.sent.clear()
    slack.failing = {"chat.update": 1}
    await asyncio.gather(bench.mention("debat stop"), bench.mention("debat start", ts="8.8"))
    await bench.app.drain()
    assert any(one.text.startswith("Het debat is afgesloten") for one in updates(slack))


async def test_after_a_restart_every_open_debate_shows_its_state(bench, slack):
    await bench.mention("debat start")
    await bench.mention("JF daalt.", ts="6.6")
    slack.sent.clear()
    app = bench.make()
    await app.desk.debates.resume()
    await app.drain()
    assert updates(slack)[-1].text.startswith("Debat bezig, 1 bewering: 1 klopt niet.")


async def test_a_misread_claim_can_be_removed_once(bench, slack):
    await bench.mention("debat start")
    await bench.mention("JF daalt.", ts="6.6")
    blocks = posts(slack)[-1].payload["blocks"]
    (button,) = [
        one
        for block in blocks
        if block["type"] == "actions"
        for one in block["elements"]
        if dress.DROP in one["action_id"]
    ]
    assert button["text"]["text"] == "Verkeerd begrepen"
    for told in ("Weggehaald", "was al weg"):
        await bench.press({"action_id": button["action_id"], "value": button["value"]})
        assert told in json.dumps(slack.sent[-1].payload, ensure_ascii=False) or told in slack.sent[-2].words
    assert updates(slack)[-1].text.startswith("Debat bezig, nog geen beweringen.")


async def test_a_debate_that_fell_silent_is_closed_once(bench, slack):
    await bench.mention("debat start")
    debates = bench.app.desk.debates
    bench.now += SILENCE - timedelta(minutes=1)
    await debates.look(timedelta(days=KEPT_DAYS))
    assert await bench.store.debate(HERE) is not None
    bench.now += timedelta(minutes=1)
    slack.sent.clear()
    await debates.look(timedelta(days=KEPT_DAYS))
    await debates.look(timedelta(days=KEPT_DAYS))
    (said,) = posts(slack)
    assert said.text.startswith("Het bleef twaalf uur stil")


async def test_a_debate_whose_live_message_cannot_be_posted_is_none(bench, slack):
    slack.refuse("not_in_channel")
    await bench.mention("debat start")
    assert await bench.store.debate(HERE) is None


async def test_what_was_shared_or_debated_is_found_again_in_that_conversation_only(bench):
    await bench.press(
        {"action_id": dress.SHARE, "value": "check duurzame arbeidsmarkt werk daalt door de sectorconvenants"}
    )
    await bench.command("check loopbanen daalt met 5 miljoen")  # private: not kept
    here = (await bench.command("wat zeiden we eerder over sectorconvenants?"))["text"]
    assert "Eerder in dit gesprek over “sectorconvenants" in here
    assert "nog niets" in (await bench.command("wat zeiden we eerder over JF?"))["text"]
    assert "1 bewering" in (await bench.command("log"))["text"]
    assert "nog niets" in (await bench.command("log", channel_id="C2"))["text"]
    kept = await bench.store.statements("T1", "C1", bench.now - timedelta(days=1))
    assert "U1" not in repr(kept)


async def test_the_log_is_cleared_after_a_question_and_the_conversation_is_told(bench, slack):
    await bench.press({"action_id": dress.SHARE, "value": "check JF daalt"})
    asked = await bench.command("log wis")
    assert "Wil je het log van dit gesprek wissen? Er staat 1 bewering in" in asked["text"]
    assert "log wis ja" in json.dumps(asked)
    slack.sent.clear()
    assert "is leeg: 1 bewering is gewist" in (await bench.command("log wis ja"))["text"]
    (told,) = [one for one in slack.sent if one.payload.get("response_type") == "in_channel"]
    assert told.text == "<@U1> heeft het log van dit gesprek gewist (1 bewering)."
    assert "al leeg" in (await bench.command("log wis"))["text"]


async def test_what_is_older_than_it_may_be_is_removed(bench):
    await bench.press({"action_id": dress.SHARE, "value": "check JF daalt"})
    bench.now += timedelta(days=KEPT_DAYS, hours=1)
    await bench.app.desk.debates.look(timedelta(days=KEPT_DAYS))
    assert await bench.store.statements("T1", "C1", bench.now - timedelta(days=999)) == ()


async def test_an_uninstall_removes_debates_and_log(bench):
    await bench.mention("debat start")
    await bench.mention("JF daalt.", ts="6.6")
    await bench.store.forget_team("T1")
    assert await bench.store.debates() == ()
    assert await bench.store.statements("T1", "C1", bench.now - timedelta(days=1)) == ()


async def test_in_a_debate_a_message_is_judged_by_the_day_it_was_said(bench, slack):
    await bench.mention("debat start")
    await bench.mention("check 2021-10-20 Dit jaar krijgt JA 38,5 miljoen.", ts="6.6")
    assert "Klopt: " in posts(slack)[-1].text
    message = {"text": "Dit jaar krijgt JA 38,5 miljoen.", "ts": "1634515200.000100"}  # 18 October 2021
    where = {"channel": {"id": "C1"}, "response_url": f"{slack.address}/response/1"}
    await bench.interact({"type": "message_action", "callback_id": CHECK_SHORTCUT, "message": message, **where})
    assert "Klopt: " in posts(slack)[-1].text
