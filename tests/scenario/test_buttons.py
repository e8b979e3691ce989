"""Buttons: each types a command through the same door, and answers where it was pressed."""

import json

import pytest

from bot.slack import dress
from bot.storage.port import Person

PUBLIC = {"container": {"type": "message", "channel_id": "C1", "message_ts": "1.1", "thread_ts": "4.4"}}
DIRECT = {
    "channel": {"id": "D1"},
    "container": {"type": "message", "channel_id": "D1", "message_ts": "1.1"},
}


def button(action, value):
    return {"type": "button", "action_id": action, "value": value}


async def test_every_button_of_an_answer_does_something(bench, slack, pressed):
    bench.make(operator="COPS")
    ack = await bench.command("loopbanen")
    offered = pressed(ack["blocks"])
    assert {"VEK", "Waarom", "Bron", "Deel in kanaal", "Vergelijk met…", "Citeer", "Volg", "Klopt niet?"} <= set(
        offered
    )
    for one in offered.values():
        slack.sent.clear()
        answered = await bench.press(one)
        assert answered.status == 200
        assert slack.sent


async def test_a_question_that_was_not_understood_offers_each_word_once_and_nothing_to_share(bench, pressed):
    bench.make(operator="COPS")
    ack = await bench.command("loopbannnen xx")
    labels = [one["text"]["text"] for row in ack["blocks"] if row["type"] == "actions" for one in row["elements"]]
    assert labels == ["Loopbanen", "Hulp"]
    assert set(pressed(ack["blocks"])) == set(labels)


async def test_what_is_not_in_the_document_can_be_shared_but_not_followed_or_compared(bench, pressed):
    ack = await bench.command("loopbanen 2019")
    offered = set(pressed(ack["blocks"]))
    assert "Deel in kanaal" in offered
    assert not {"Volg", "Vergelijk met…"} & offered


async def test_a_button_changes_the_private_answer_in_place(bench, slack):
    await bench.press(button("bbt.ask.0", "waarom loopbanen"))
    sent = slack.only("response_url").payload
    assert (sent["response_type"], sent["replace_original"]) == ("ephemeral", True)
    assert "Dienstencheques" in json.dumps(sent) or "dienstencheques" in json.dumps(sent)


async def test_under_a_public_answer_a_button_answers_privately_and_leaves_it(bench, slack):
    await bench.press(button("bbt.ask.0", "waarom loopbanen"), **PUBLIC)
    sent = slack.only("response_url").payload
    assert (sent["response_type"], sent["replace_original"]) == ("ephemeral", False)
    assert sent["thread_ts"] == "4.4"


async def test_a_private_click_in_a_thread_leaves_its_subject(bench, slack):
    await bench.mention("loopbanen", thread_ts="4.4")
    await bench.press(button("bbt.ask.0", "jd"), **PUBLIC)
    await bench.mention("en in VEK?", thread_ts="4.4")
    assert "Loopbanen" in slack.sent[-1].text


async def test_in_a_direct_message_a_button_changes_it_and_becomes_the_subject(bench, slack):
    await bench.press(button("bbt.ask.0", "loopbanen"), **DIRECT)
    assert slack.only("response_url").payload["replace_original"] is True
    await bench.direct("en in VEK?")
    assert "het onderwerp van je vorige vraag" in slack.sent[-1].words


async def test_sharing_names_who_shared_and_removes_the_private_answer(bench, slack):
    await bench.press(button(dress.SHARE, "loopbanen"))
    shared, removed = [one.payload for one in slack.sent]
    assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
    assert shared["text"].startswith("<@U1> deelde")
    assert "57,7 miljoen" in shared["text"]
    assert removed == {"delete_original": True}


async def test_what_is_shared_calls_nobody_but_names_the_sharer(bench, slack):
    await bench.press(button(dress.SHARE, "loopbanen <!channel> <@U9>"))
    said = slack.sent[0].words
    assert "<!" not in said
    assert said.count("<@") == said.count("<@U1>")


async def test_sharing_that_fails_says_so_and_keeps_the_private_answer(bench, slack):
    slack.refuse("channel_is_archived", status=403)
    await bench.press(button(dress.SHARE, "loopbanen"))
    told = slack.sent[-1].payload
    assert told["response_type"] == "ephemeral"
    assert "Delen lukte niet" in told["text"]
    assert not any(one.payload.get("delete_original") for one in slack.sent)


async def test_a_refused_form_is_shared_in_a_simpler_one(bench, slack):
    slack.refuses_rich = True
    await bench.press(button(dress.SHARE, "loopbanen"))
    assert [bool(one.payload.get("delete_original")) for one in slack.sent] == [False, False, True]


async def test_comparing_offers_the_other_lines_and_choosing_one_compares(bench, slack):
    await bench.press(button(dress.COMPARE, "jd-loopbanen"))
    offer = slack.only("response_url").payload
    menu = offer["blocks"][0]["accessory"]
    option = next(one for one in menu["options"] if one["text"]["text"] == "Competenties")
    slack.sent.clear()
    await bench.press({"type": "static_select", "action_id": menu["action_id"], "selected_option": option})
    compared = slack.only("response_url")
    assert "Loopbanen" in compared.words
    assert "ompetenties" in compared.text


async def test_every_offered_comparison_is_read_as_those_two_lines(bench, slack):
    lines = bench.house.catalog.default.lines
    for line in lines:
        await bench.press(button(dress.COMPARE, line))
    for line, offer in zip(lines, slack.sent, strict=True):
        options = offer.payload["blocks"][0]["accessory"]["options"]
        assert len(options) > 5
        for option in options:
            assert bench.app.desk.door.plain(option["value"]).subjects[0] == line, option["value"]


async def test_a_line_with_nothing_to_compare_says_so(bench, slack, monkeypatch):
    monkeypatch.setattr("bot.slack.actions.asked_as", lambda _: "blabla")
    await bench.press(button(dress.COMPARE, "jd-loopbanen"))
    assert "geen lijn" in slack.only("response_url").text


async def test_a_sentence_to_cite_can_be_copied(bench, slack):
    await bench.press(button(dress.CITE, "loopbanen"))
    sent = slack.only("response_url").payload
    assert (sent["response_type"], sent["replace_original"]) == ("ephemeral", False)
    assert "```" in sent["text"]


async def test_below_a_public_answer_the_sentence_comes_in_its_thread(bench, slack):
    await bench.press(button(dress.CITE, "loopbanen"), **PUBLIC)
    assert slack.only("response_url").payload["thread_ts"] == "4.4"


async def test_an_answer_without_a_sentence_says_so(bench, slack):
    await bench.press(button(dress.CITE, "help"))
    assert "geen zin" in slack.only("response_url").text


async def test_in_a_modal_a_form_is_laid_upon_it(bench, slack):
    modal = {"view": {"id": "V1", "type": "modal", "hash": "h"}, "channel": None, "response_url": None, "container": {}}
    await bench.press(button(dress.WRONG, "loopbanen"), **modal)
    assert slack.only("views.push").payload["trigger_id"] == "1.2"


async def test_following_by_button_leaves_the_answer_where_it_is(bench, slack):
    await bench.press(button(dress.ORDER, "volg loopbanen"))
    assert slack.only("response_url").payload["replace_original"] is False
    assert await bench.store.favourites(Person("T1", "U1")) == ("loopbanen",)


async def test_telling_that_something_is_wrong_opens_a_form(bench, slack):
    bench.make(operator="COPS")
    await bench.press(button(dress.WRONG, "loopbanen"))
    view = slack.only("views.open").payload["view"]
    assert view["private_metadata"] == "loopbanen"


async def test_without_an_operator_no_remark_is_asked(bench, pressed):
    assert "Klopt niet?" not in pressed((await bench.command("loopbanen"))["blocks"])


async def test_the_menu_opens_the_search(bench, slack):
    await bench.press(button(dress.SEARCH, "zoek"))
    assert slack.only("views.open").payload["view"]["callback_id"] == "bbt.search"


async def test_a_button_in_a_modal_changes_the_modal(bench, slack):
    view = {"id": "V1", "type": "modal", "hash": "h1"}
    modal = {"view": view, "container": {"type": "view", "view_id": "V1"}, "channel": None, "response_url": None}
    await bench.press(button("bbt.ask.0", "waarom loopbanen"), **modal)
    sent = slack.only("views.update").payload
    assert (sent["view_id"], sent["hash"]) == ("V1", "h1")


@pytest.mark.parametrize("action", ["bbt.unknown", "bbt.home"])
async def test_a_button_of_another_version_has_no_effect(bench, slack, action):
    assert (await bench.press(button(action, "x"))).status == 200
    assert slack.sent == []
