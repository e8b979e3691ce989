"""A week of digests as readers get them, in words and as Slack messages that pass the limits."""

from __future__ import annotations

import json

import pytest

from bot.replies.digest import digest_reply
from bot.slack.blocks import PROFILES, message
from bot.slack.limits import validate
from bot.terminal.text import reply_text
from tests.faces.digests import week

pytestmark = pytest.mark.golden
NAMES = (
    "1-first",
    "2-nothing-new",
    "3-corrected",
    "4-muted-and-missed",
    "5-replaced",
    "6-channel-with-verdicts",
    "7-asked",
    "8-follows-nothing",
)


@pytest.fixture(scope="module")
def told(house):
    return week(house.catalog.default)


@pytest.mark.parametrize("name", NAMES)
def test_the_digest_reads_as_it_should(told, golden, name):
    golden(f"digests/{name}.txt", reply_text(digest_reply(told[name])) + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_the_digest_is_a_message_that_slack_takes(told, golden, name):
    made = {profile: message(digest_reply(told[name]), profile=profile) for profile in PROFILES}
    for payload in made.values():
        assert validate(payload, "message") == ()
    golden(f"digests/{name}.json", json.dumps(made["rich"], ensure_ascii=False, indent=1) + "\n")


def test_the_week_is_complete(told):
    assert tuple(told) == NAMES
