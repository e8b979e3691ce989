"""What people see around the answers: the menu, the Home, the forms, a shared answer, a remark."""

import json

import pytest

from bot.replies.slack_texts import fault, other_team, status_lines
from bot.slack.door import Door
from bot.slack.dress import Dresser
from bot.slack.limits import validate
from bot.slack.share import shared_message
from bot.slack.views.home import home
from bot.slack.views.modal import answer_modal, notice
from bot.slack.views.remark import remark_message, remark_modal
from bot.slack.views.search import search_modal
from bot.storage.memory import MemoryStore

DRESSER = Dresser(remarks=True)


@pytest.fixture
def said(house):
    return Door(house, MemoryStore(), lambda: None).plain


def surfaces(house, said):
    catalog = house.catalog
    menu = DRESSER.message(said(""), "plain", "private")
    about = {"response_type": "ephemeral", "replace_original": False}
    yield "menu", "ack", {**about, **menu}
    yield "loopbanen", "ack", {**about, **DRESSER.message(said("loopbanen"), "plain", "private")}
    yield "shared", "message", shared_message(DRESSER, said("waarom stijgt loopbanen"), "U1", "plain")
    yield "home", "home", home(("loopbanen", "jd"), ("waarom stijgt loopbanen",), status_lines(catalog))
    yield "home-empty", "home", home((), (), status_lines(catalog))
    yield "answer-modal", "modal", answer_modal(DRESSER.message(said("loopbanen"), "plain", "view")["blocks"])
    yield "search-modal", "modal", search_modal()
    yield "remark-modal", "modal", remark_modal("loopbanen")
    yield "remark", "message", remark_message("U1", "Op de slide staat *iets anders*.", "loopbanen", "Loopbanen: …")
    yield "fault", "modal", notice(fault("a1b2c3"))
    yield "other-team", "modal", notice(other_team())


@pytest.mark.golden
def test_each_surface_is_the_one_people_looked_at_and_within_the_limits(house, said, golden):
    for name, surface, payload in surfaces(house, said):
        assert validate(payload, surface) == (), name
        golden(f"slack/surfaces/{name}.json", json.dumps(payload, ensure_ascii=False, indent=1) + "\n")
