"""/bbt: the answer is on the ack, private, in basic blocks; the rich form replaces it."""

import json

import pytest


async def test_the_answer_is_on_the_ack_and_private(bench):
    ack = await bench.command("loopbanen")
    assert ack["response_type"] == "ephemeral"
    assert ack["replace_original"] is False
    assert "57,7 miljoen" in ack["text"]
    assert {block["type"] for block in ack["blocks"]} <= {"section", "context", "actions"}


async def test_the_rich_form_replaces_it(bench, slack):
    await bench.command("loopbanen")
    rich = slack.only("response_url").payload
    assert (rich["response_type"], rich["replace_original"]) == ("ephemeral", True)
    assert {"table", "container"} & {block["type"] for block in rich["blocks"]}


async def test_a_refused_rich_form_leaves_the_basic_one_and_is_not_tried_again_for_a_week(bench, slack, logged):
    slack.refuses_rich = True
    await bench.command("loopbanen")
    await bench.command("jd")
    assert len(slack.sent) == 1
    assert [line["event"] for line in logged] == ["slack.form_refused"]
    bench.wait(days=8)
    await bench.command("jd")
    assert len(slack.sent) == 2


async def test_an_expired_response_url_costs_nothing(bench, slack, logged):
    slack.refuse("expired_url", status=404)
    ack = await bench.command("loopbanen")
    assert "57,7" in ack["text"]
    assert [line["event"] for line in logged] == ["slack.not_enriched"]


@pytest.mark.parametrize("profile", ["plain", "text"])
async def test_other_profiles_send_nothing_after_the_ack(bench, slack, profile):
    bench.make(profile=profile)
    ack = await bench.command("loopbanen")
    assert slack.sent == []
    assert any(block["type"] == "actions" for block in ack["blocks"]) == (profile == "plain")


async def test_bare_it_is_a_menu_with_a_way_to_search_and_all_orders(bench, pressed):
    ack = await bench.command("")
    said = json.dumps(ack, ensure_ascii=False)
    assert "vergeet mij" in said
    assert "volg loopbanen" in said
    assert "Zoek in de BBT" in pressed(ack["blocks"])


async def test_an_unknown_word_gets_names_and_no_figure(bench):
    ack = await bench.command("blabla")
    assert "miljoen" not in ack["text"]
    assert "loopbanen" in ack["text"]


async def test_an_ambiguous_word_offers_its_readings_as_buttons(bench, pressed, slack):
    ack = await bench.command("activering")
    choice = pressed(ack["blocks"])["Activering (werk)"]
    slack.sent.clear()
    await bench.press({"action_id": choice["action_id"], "value": choice["value"], "type": "button"})
    again = slack.only("response_url").payload
    assert again["replace_original"] is True
    assert "18,3 miljoen" in again["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "<!channel> loopbanen",
        "<@U99> loopbanen",
        "&lt;!channel&gt; loopbanen",
        "&lt;@U99&gt; loopbanen &amp; meer",
        "*loopbanen*",
        "`loopbanen`",
        "loop\u202ebanen",
        "<https://x.be|loopbanen>",
    ],
)
async def test_what_is_typed_calls_and_formats_nothing(bench, slack, typed):
    ack = await bench.command(typed)
    for payload in (ack, *[one.payload for one in slack.sent]):
        said = json.dumps(payload, ensure_ascii=False)
        assert "<!" not in said
        assert "<@" not in said
        assert "\u202e" not in said


async def test_a_megabyte_is_refused_in_words(bench):
    ack = await bench.command("loopbanen " * 100_000)
    assert len(json.dumps(ack)) < 10_000


async def test_no_follow_up_goes_on_about_a_slash_command(bench):
    await bench.command("loopbanen")
    assert "1.700" not in (await bench.command("en in VEK?"))["text"]


async def test_asked_questions_are_kept_and_refused_ones_are_not(bench):
    from bot.storage.port import Person

    for text in ("loopbanen", "blabla", ""):
        await bench.command(text)
    assert await bench.store.recents(Person("T1", "U1")) == ("loopbanen",)
