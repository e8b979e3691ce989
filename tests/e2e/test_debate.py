"""A check and a whole debate in a local Slack: private first, one live message, a summary, and a log."""

from __future__ import annotations

from tests.e2e.conftest import buttons

CHANNEL = "C0BEGROTING"


def mention(slack, text, **more):
    return slack.do("message", channel=CHANNEL, user="U0BILAL", text=f"<@U0BBT> {text}", **more)["message"]["ts"]


def test_a_check_is_answered_to_who_typed_it_and_shared_by_a_button(slack):
    said = slack.typed(CHANNEL, "U0ANKE", "check loopbanen daalt met 5 miljoen")
    assert said["ephemeral_to"] == "U0ANKE"
    assert said["text"].startswith("Klopt niet: “loopbanen daalt met 5 miljoen”.")
    shared = slack.answer(CHANNEL, lambda: slack.press(said, "U0ANKE", "Deel in kanaal"))
    assert "ephemeral_to" not in shared
    log = slack.typed(CHANNEL, "U0CHRIS", "wat zeiden we eerder over loopbanen?")
    assert "Eerder in dit gesprek over “loopbanen" in log["text"]


def test_a_debate_has_one_live_message_and_ends_with_a_summary(slack):
    board = slack.answer(CHANNEL, lambda: mention(slack, "debat start"))
    assert board["text"].startswith("Debat bezig, nog geen beweringen.")
    asked = []
    judged = slack.answer(CHANNEL, lambda: asked.append(mention(slack, "Loopbanen stijgt met 57,7 miljoen.")))
    assert judged["thread_ts"] == asked[0]
    assert judged["text"].startswith("Klopt: ")

    def counted():
        there = {one["ts"]: one for one in slack.messages(CHANNEL)}
        return "1 bewering: 1 klopt" in there[board["ts"]]["text"]

    slack.until(counted)
    assert "Verkeerd begrepen" in buttons(judged)
    slack.answer(CHANNEL, lambda: slack.press(judged, "U0BILAL", "Verkeerd begrepen"))
    slack.until(lambda: "nog geen beweringen" in {m["ts"]: m for m in slack.messages(CHANNEL)}[board["ts"]]["text"])
    slack.answer(CHANNEL, lambda: mention(slack, "JF daalt."))
    closing = slack.answer(CHANNEL, lambda: mention(slack, "debat stop"))
    assert closing["text"].startswith("Het debat is afgesloten met 1 bewering: 1 klopt niet.")
    # The live message gets its end in its turn, at the pace of all its states.
    slack.until(lambda: "Het debat is afgesloten" in {m["ts"]: m for m in slack.messages(CHANNEL)}[board["ts"]]["text"])
