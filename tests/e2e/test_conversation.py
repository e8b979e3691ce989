"""What a user does in Slack and then sees: the bot as a process, over Socket Mode and over signed HTTP."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import buttons

CHANNEL = "C0BEGROTING"
DELTA = "57,7 miljoen"


def test_a_command_is_answered_to_who_typed_it_only(slack):
    said = slack.typed(CHANNEL, "U0ANKE", "loopbanen")
    assert said["ephemeral_to"] == "U0ANKE"
    assert DELTA in said["text"]
    assert DELTA in str(said["blocks"])


@pytest.mark.parametrize(
    ("label", "shows"), [("VEK", "VEK in BO 2022"), ("Bron", "slide 3"), ("Waarom", "57,9 miljoen")]
)
def test_a_button_changes_the_answer_in_its_place(slack, label, shows):
    said = slack.typed(CHANNEL, "U0BILAL", "loopbanen")
    slack.press(said, "U0BILAL", label)

    def changed():
        there = {one["ts"]: one for one in slack.messages(CHANNEL)}
        return there[said["ts"]]["text"] != said["text"] and there

    there = slack.until(changed)
    assert shows in there[said["ts"]]["text"]
    assert there[said["ts"]]["ephemeral_to"] == "U0BILAL"


def test_a_shared_answer_is_for_all_names_who_shared_it_and_the_private_one_goes(slack):
    said = slack.typed(CHANNEL, "U0CHRIS", "loopbanen")
    shared = slack.answer(CHANNEL, lambda: slack.press(said, "U0CHRIS", "Deel in kanaal"))
    assert "ephemeral_to" not in shared
    assert "<@U0CHRIS>" in str(shared["blocks"])
    assert DELTA in shared["text"]
    assert "Deel in kanaal" not in buttons(shared)
    slack.until(lambda: said["ts"] not in {one["ts"] for one in slack.messages(CHANNEL)})


def test_a_mention_is_answered_in_its_thread_and_a_follow_up_there_knows_the_subject(slack):
    asked = slack.do("message", channel=CHANNEL, user="U0ANKE", text="Wat kost dit?")["message"]["ts"]

    def mention(text):
        return lambda: slack.do("message", channel=CHANNEL, user="U0ANKE", text=f"<@U0BBT> {text}", thread_ts=asked)

    said = slack.answer(CHANNEL, mention("loopbanen"))
    assert said["thread_ts"] == asked
    assert "ephemeral_to" not in said
    assert DELTA in said["text"]
    after = slack.answer(CHANNEL, mention("en VEK?"))
    assert after["thread_ts"] == asked
    assert "Loopbanen" in after["text"]
    assert "VEK in BO 2022" in after["text"]


def test_an_unknown_word_is_answered_with_what_comes_near_as_buttons(slack):
    unknown = slack.typed(CHANNEL, "U0ANKE", "loopbanen xyzzy")
    assert DELTA not in unknown["text"]
    assert "xyzzy" in str(unknown["blocks"])
    assert "Loopbanen" in buttons(unknown)


def test_the_home_is_drawn_when_it_is_opened(slack):
    def drawn():
        return [one for one in slack.see("log")["log"] if one["summary"] == "views.publish"]

    before = len(drawn())
    slack.do("open-home", user="U0ANKE")
    view = slack.until(lambda: drawn()[before:])[0]["detail"]["view"]
    assert view["type"] == "home"
    assert "Favorieten" in str(view)


def test_what_slack_refuses_is_seen_in_its_log_where_the_end_of_these_tests_looks(slack):
    before = slack.refused()
    assert slack.call("chat.postMessage", channel="C0NOWHERE", text="x")["error"] == "channel_not_found"
    assert slack.refused() == [*before, "chat.postMessage -> channel_not_found"]
    slack.provoked.append("chat.postMessage -> channel_not_found")


def test_a_direct_message_is_answered_there(slack):
    direct = slack.direct("U0CHRIS")
    said = slack.answer(direct, lambda: slack.do("message", channel=direct, user="U0CHRIS", text="loopbanen"))
    assert DELTA in said["text"]
    assert "ephemeral_to" not in said
