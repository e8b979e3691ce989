"""The answers of the built-in document, drawn: every kind of question passes whole and within the limits."""

import importlib.util
from pathlib import Path

import pytest

from bot.grammar.examples import EXAMPLES
from bot.handle import handle
from bot.replies.presentation import PROMPTS
from bot.slack.blocks import PROFILES, message
from bot.slack.limits import validate
from bot.wiring import open_house

ASKED = [
    *EXAMPLES.values(),
    *[question for _, question in PROMPTS],
    "duurzame arbeidsmarkt",
    "activering",
    "waarom stijgt JB",
    "onderwijs",
    "loopbanne",
    "",
    "!!!",
    "<!channel> *loopbanen* `VEK` <@U123>",
    "\u202eloopbanen\u200b",
    "x" * 5_000,
]


@pytest.fixture(scope="module")
def house():
    return open_house()


@pytest.fixture(scope="module")
def reading():
    # Tests are no package (importmode importlib): a module beside them is loaded by its file.
    spec = importlib.util.spec_from_file_location("faces_slack_reading", Path(__file__).with_name("reading.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("asked", ASKED, ids=lambda text: text[:40] or "empty")
def test_an_answer_is_drawn_whole_and_within_all_limits(asked, profile, house, reading):
    reply = handle(asked, house).reply
    made = message(reply, profile=profile)
    assert validate(made, "message") == ()
    assert reading.lost(reply, made["blocks"]) == []
    assert reading.plainly(reply.headline) in reading.plainly(made["text"])


@pytest.mark.parametrize("question", [question for _, question in PROMPTS])
def test_a_suggested_question_is_understood(question, house):
    assert handle(question, house).reply.status in ("ok", "help")
