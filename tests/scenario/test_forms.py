"""Shortcuts, the search menu, and the forms that come back filled in."""

import json

from bot.slack import dress
from bot.slack.access import CHECK_SHORTCUT, SEARCH_SHORTCUT
from bot.slack.limits import validate
from bot.slack.views import remark, search


def submission(callback, values, about=""):
    view = {
        "id": "V1",
        "type": "modal",
        "callback_id": callback,
        "private_metadata": about,
        "state": {"values": values},
    }
    return {"type": "view_submission", "view": view}


def searched(typed=None, option=None):
    picked = {"type": "external_select", "selected_option": option and {"value": option}}
    question = {"type": "plain_text_input", "value": typed}
    return submission(
        search.CALLBACK, {search.FIND: {search.FIND: picked}, search.QUESTION: {search.QUESTION: question}}
    )


def view_in(answered):
    body = json.loads(answered.body)
    assert body["response_action"] == "update"
    assert validate(body["view"], "modal") == ()
    return body["view"]


async def options(bench, typed):
    answered = await bench.interact({"type": "block_suggestion", "action_id": search.FIND, "value": typed})
    body = json.loads(answered.body)
    assert validate(body, "options") == ()
    return {group["label"]["text"]: [one["value"] for one in group["options"]] for group in body["option_groups"]}


async def test_the_shortcut_opens_the_search(bench, slack):
    await bench.interact({"type": "shortcut", "callback_id": SEARCH_SHORTCUT})
    sent = slack.only("views.open").payload
    assert (sent["trigger_id"], sent["view"]["callback_id"]) == ("1.2", search.CALLBACK)


async def test_the_menu_is_grouped_by_programme(bench):
    groups = await options(bench, "")
    assert "loopbanen" in groups["Programma JD"]
    assert "Programma JF" in groups


async def test_typed_letters_narrow_the_menu(bench):
    groups = await options(bench, "loopb")
    found = [value for values in groups.values() for value in values]
    assert "loopbanen" in found
    assert "Dienstencheques" not in found
    assert found[-1] == "zoek loopb"


async def test_every_entry_of_the_menu_has_an_answer(bench):
    for values in (await options(bench, "")).values():
        for value in values:
            said = bench.app.desk.door.plain(value)
            assert said.reply.status in {"ok", "ok_both", "no_data"}, value


async def test_hostile_letters_are_only_looked_for(bench):
    await options(bench, "<!channel> & `x` \u202e" + "x" * 5_000)


async def test_the_chosen_line_is_answered_in_the_modal(bench):
    view = view_in(await bench.interact(searched(option="loopbanen")))
    assert "57,7 miljoen" in json.dumps(view, ensure_ascii=False)


async def test_what_was_typed_goes_before_what_was_chosen(bench):
    view = view_in(await bench.interact(searched(typed="waarom daalt thema-overschrijdend", option="loopbanen")))
    assert "ESF" in json.dumps(view, ensure_ascii=False)


async def test_an_empty_form_says_what_is_needed(bench):
    body = json.loads((await bench.interact(searched(typed="  "))).body)
    assert body["response_action"] == "errors"
    assert set(body["errors"]) == {search.QUESTION}


def message_action(slack, text, **fields):
    message = {"text": text, "ts": "1634515200.000100", **fields}
    return {
        "type": "message_action",
        "callback_id": CHECK_SHORTCUT,
        "channel": {"id": "C1"},
        "message": message,
        "response_url": f"{slack.address}/response/1",
    }


async def test_a_message_is_judged_for_who_asked_alone_and_gives_no_orders(bench, slack):
    for text in ("Loopbanen daalt met 5 miljoen.", "vergeet mij"):
        await bench.interact(message_action(slack, text))
    first, second = [one.payload for one in slack.sent]
    assert first["response_type"] == second["response_type"] == "ephemeral"
    assert "Klopt niet: “Loopbanen daalt met 5 miljoen”" in first["text"]
    assert "57,7 miljoen" in json.dumps(first, ensure_ascii=False)
    assert "Niet te controleren" in second["text"]


async def test_a_message_in_a_thread_is_judged_in_that_thread_and_can_be_shared(bench, slack):
    await bench.interact(message_action(slack, "Loopbanen stijgt met 57,7 miljoen.", thread_ts="17.1"))
    payload = slack.only("response_url").payload
    assert payload["thread_ts"] == "17.1"
    (share,) = [
        button
        for block in payload["blocks"]
        for button in block.get("elements", [])
        if isinstance(button, dict) and button.get("action_id") == dress.SHARE
    ]
    assert share["value"] == "check 2021-10-18 Loopbanen stijgt met 57,7 miljoen."


async def test_where_slack_gives_no_address_the_verdict_is_shown_in_a_modal(bench, slack):
    body = message_action(slack, "JF daalt.")
    body["response_url"] = ""
    await bench.interact(body)
    assert "Klopt niet" in slack.only("views.open").words


async def test_a_remark_reaches_the_operator_with_question_and_answer(bench, slack):
    bench.make(operator="COPS")
    values = {remark.REMARK: {remark.REMARK: {"value": "dat is *fout* <!channel>"}}}
    view_in(await bench.interact(submission(remark.CALLBACK, values, "loopbanen")))
    sent = slack.only("chat.postMessage").payload
    assert sent["channel"] == "COPS"
    assert "<@U1>" in sent["text"]
    assert "Vraag: loopbanen" in sent["text"]
    assert "57,7 miljoen" in sent["text"]
    assert "<!" not in sent["text"]
    assert "*fout*" not in sent["text"]
