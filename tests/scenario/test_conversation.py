"""Mentions and direct messages: answered where they were said, and a follow-up goes on about the last subject."""

import pytest

from bot.storage.port import FAVOURITES, Person


async def test_a_mention_is_answered_in_a_thread_for_all(bench, slack):
    answered = await bench.mention("loopbanen")
    post = slack.only("chat.postMessage").payload
    assert answered.status == 200
    assert (post["channel"], post["thread_ts"]) == ("C1", "5.5")
    assert "57,7 miljoen" in post["text"]


async def test_a_mention_in_a_thread_stays_in_it(bench, slack):
    await bench.mention("jd", thread_ts="4.4")
    assert slack.only("chat.postMessage").payload["thread_ts"] == "4.4"


async def test_a_public_answer_cannot_be_shared_again(bench, slack, pressed):
    await bench.mention("loopbanen")
    assert "Deel in kanaal" not in pressed(slack.only("chat.postMessage").payload["blocks"])


async def test_a_bare_mention_gets_the_menu(bench, slack):
    await bench.mention("")
    assert "Typ een vraag" in slack.only("chat.postMessage").text


async def test_a_direct_message_is_answered_there(bench, slack):
    await bench.direct("loopbanen")
    post = slack.only("chat.postMessage").payload
    assert post["channel"] == "D1"
    assert "thread_ts" not in post


@pytest.mark.parametrize("way", ["direct", "mention"])
async def test_a_follow_up_goes_on_about_the_last_subject_and_says_so(bench, slack, way):
    say = getattr(bench, way)
    await say("loopbanen", thread_ts="4.4")
    await say("en in VEK?", thread_ts="4.4")
    followed = slack.sent[-1].words
    assert "VEK" in slack.sent[-1].text
    assert "het onderwerp van je vorige vraag" in followed


async def test_after_half_an_hour_a_follow_up_goes_on_about_nothing(bench, slack):
    await bench.direct("loopbanen")
    bench.wait(minutes=31)
    await bench.direct("en in VEK?")
    assert "het onderwerp van je vorige vraag" not in slack.sent[-1].words


async def test_another_thread_is_another_conversation(bench, slack):
    await bench.mention("loopbanen", thread_ts="4.4")
    await bench.mention("en in VEK?", thread_ts="6.6")
    assert "het onderwerp van je vorige vraag" not in slack.sent[-1].words


async def test_a_follow_up_offers_nothing_that_would_ask_something_else(bench, slack, pressed):
    await bench.direct("loopbanen")
    await bench.direct("en in VEK?")
    assert "Volg" not in pressed(slack.sent[-1].payload["blocks"])


@pytest.mark.parametrize(
    "event",
    [
        {"bot_id": "B1"},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "bot_message"},
        {"channel_type": "channel", "channel": "C1"},
    ],
)
async def test_what_no_person_said_to_the_bot_is_left_alone(bench, slack, event):
    answered = await bench.direct("loopbanen", **event)
    assert (answered.status, slack.sent) == (200, [])


async def test_a_refused_rich_message_is_sent_plain_and_rich_is_not_tried_again(bench, slack, logged):
    slack.refuses_rich = True
    await bench.mention("loopbanen")
    await bench.mention("jd")
    kinds = [{block["type"] for block in one.payload["blocks"]} for one in slack.sent]
    assert ["container" in kind for kind in kinds] == [True, False, False]
    assert [line["event"] for line in logged] == ["slack.form_refused"]


async def test_a_channel_that_is_told_to_wait_is_asked_again_later(bench, slack, monkeypatch):
    monkeypatch.setattr("slack_sdk.http_retry.builtin_async_handlers.random.random", lambda: 0)
    slack.refuse("ratelimited", status=429, headers={"Retry-After": "0"})
    await bench.mention("loopbanen")
    assert [one.method for one in slack.sent] == ["chat.postMessage", "chat.postMessage"]


@pytest.mark.parametrize("status", [500, 503])
async def test_a_message_that_may_have_arrived_is_not_sent_again(bench, slack, logged, status):
    slack.refuse("internal_error", status=status)
    await bench.mention("loopbanen")
    asked = [one for one in slack.sent if "57,7" in one.text]
    assert len(asked) == 1
    assert [line["event"] for line in logged] == ["slack.fault"]


async def test_vergeet_mij_removes_what_was_kept(bench, slack):
    ann = Person("T1", "U1")
    await bench.direct("volg loopbanen")
    await bench.direct("loopbanen")
    await bench.direct("vergeet mij")
    assert "gewist" in slack.sent[-1].text
    assert (await bench.store.favourites(ann), await bench.store.recents(ann)) == ((), ())
    await bench.direct("en in VEK?")
    assert "het onderwerp van je vorige vraag" not in slack.sent[-1].words


async def test_favourites_are_kept_shown_and_dropped_by_words(bench, slack, pressed):
    await bench.direct("volg waarom stijgt loopbanen")
    await bench.direct("favorieten")
    assert "waarom stijgt loopbanen" in pressed(slack.sent[-1].payload["blocks"])
    await bench.direct("ontvolg waarom stijgt loopbanen")
    await bench.direct("favorieten")
    assert "nog geen favorieten" in slack.sent[-1].text


@pytest.mark.parametrize(("text", "said"), [("volg blabla", "niet volgen"), ("volg activering", "Kies eerst")])
async def test_only_a_question_with_one_answer_can_be_followed(bench, slack, text, said):
    await bench.direct(text)
    assert said in slack.sent[-1].text
    assert await bench.store.favourites(Person("T1", "U1")) == ()


@pytest.mark.parametrize("question", ["blabla 12", "volg jd", "x" * 301])
async def test_a_follower_of_what_cannot_be_kept_is_told(bench, slack, question):
    await bench.direct(f"volg {question}")
    assert "niet volgen" in slack.sent[-1].text
    assert "12" not in slack.sent[-1].text


async def test_a_full_list_of_favourites_says_so(bench, slack):
    for at in range(FAVOURITES):
        await bench.store.follow(Person("T1", "U1"), f"vraag {at}", bench.now)
    await bench.direct("volg loopbanen")
    assert "vol" in slack.sent[-1].text
