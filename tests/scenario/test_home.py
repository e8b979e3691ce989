"""The App Home and the agent view."""

import json

from bot.slack.views.home import HOME_ASK
from bot.storage.port import Person

HOME = {"view": {"id": "V1", "type": "home", "hash": "h"}, "container": {"type": "view"}, "channel": None}


async def opened(bench, tab="home"):
    return await bench.event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": tab})


async def test_it_shows_what_can_be_asked_and_what_is_loaded(bench, slack):
    await opened(bench)
    sent = slack.only("views.publish").payload
    said = json.dumps(sent, ensure_ascii=False)
    assert sent["user_id"] == "U1"
    for word in ("Favorieten", "Laatst gevraagd", "Wat erin zit", "Hilde Crevits", "help"):
        assert word in said
    assert not {"table", "data_table", "data_visualization"} & {block["type"] for block in sent["view"]["blocks"]}


async def test_it_shows_favourites_and_recent_questions(bench, slack):
    await bench.direct("volg competenties")
    await bench.direct("waarom stijgt loopbanen")
    slack.sent.clear()
    await opened(bench)
    said = slack.only("views.publish").words
    assert "competenties" in said
    assert "waarom stijgt loopbanen" in said


async def test_a_typed_question_is_answered_in_a_modal_and_becomes_recent(bench, slack):
    action = {"type": "plain_text_input", "action_id": HOME_ASK, "value": "loopbanen"}
    await bench.press(action, **HOME)
    assert "57,7 miljoen" in slack.only("views.open").words
    assert '"loopbanen"' in slack.only("views.publish").words


async def test_forgetting_from_the_home_clears_it(bench, slack):
    await bench.direct("volg competenties")
    slack.sent.clear()
    await bench.press({"type": "button", "action_id": "bbt.order", "value": "vergeet mij"}, **HOME)
    assert await bench.store.favourites(Person("T1", "U1")) == ()
    assert "competenties" not in slack.only("views.publish").words


async def test_the_agent_view_gets_first_questions_without_a_thread(bench, slack):
    await opened(bench, tab="messages")
    sent = slack.only("assistant.threads.setSuggestedPrompts").payload
    assert sent["channel_id"] == "D1"
    assert "thread_ts" not in sent
    assert 0 < len(sent["prompts"]) <= 4


async def test_a_full_home_keeps_within_the_limits(bench, slack):
    for at in range(25):
        await bench.store.follow(Person("T1", "U1"), "waarom " + "stijgt " * 30 + str(at), bench.now)
        await bench.store.asked(Person("T1", "U1"), "delta " + "loopbanen " * 28 + str(at), bench.now)
    await opened(bench)
    assert slack.only("views.publish")
