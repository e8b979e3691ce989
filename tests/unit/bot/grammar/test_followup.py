"""A short question goes on about the last subject, and one that stands on its own is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.grammar.followup import Last, remember
from bot.grammar.parse import understand
from bot.handle import handle
from bot.wiring import House
from budget.answers import Answer
from budget.model import Credit, Round
from budget.queries import Measure

Talk = Callable[..., Answer]


@pytest.fixture
def talk(house: House) -> Talk:
    """Say some texts one after the other and give the answer to the last."""

    def say(*texts: str) -> Answer:
        last = None
        for text in texts:
            got = handle(text, house, last).answer
            last = remember(got) or last
        return got

    return say


@pytest.mark.parametrize(
    ("texts", "subject", "kind", "credit", "round_"),
    [
        (("loopbanen", "en in VEK?"), "jd-loopbanen", "level", "VEK", "BO 2022"),
        (("loopbanen", "en in 2021?"), "jd-loopbanen", "level", "VAK", "BA 2021"),
        (("loopbanen VEK", "en in 2021?"), "jd-loopbanen", "level", "VEK", "BA 2021"),
        (("loopbanen 2021", "en in VEK?"), "jd-loopbanen", "level", "VEK", "BA 2021"),
        (("hoeveel VEK voor JB in 2021", "en voor JA?"), "ja", "level", "VEK", "BA 2021"),
        (("loopbanen in 2021", "en competenties?"), "jf-competenties", "level", "VAK", "BA 2021"),
        (("delta activering SE", "en activering werk?"), "jd-activering", "delta", "VAK", None),
        (("delta activering SE", "en in VEK?"), "je-activering", "delta", "VEK", None),
        (("competenties in procent", "en VDAB?"), "vdab", "pct", "VAK", None),
        (("loopbanen VEK", "en waarom?"), "jd-loopbanen", "reason", "VAK", None),
        (("waarom stijgt competenties", "en loopbanen?"), "jd-loopbanen", "reason", "VAK", None),
        (("loopbanen", "wat blijft onverklaard?"), "jd-loopbanen", "rest", "VAK", None),
        (("loopbanen", "in procent"), "jd-loopbanen", "pct", "VAK", None),
        (("loopbanen 2021", "en de stijging?"), "jd-loopbanen", "delta", "VAK", None),
        (("loopbanen", "op welke slide?"), "jd-loopbanen", "source", None, None),
        (("delta competenties", "bron?"), "jf-competenties", "source", None, None),
    ],
)
def test_a_follow_up_changes_one_thing_and_keeps_the_rest(texts, subject, kind, credit, round_, talk):
    got = talk(*texts)
    assert (got.subjects[0], got.kind) == (subject, kind)
    assert (got.credit, got.round and got.round.label) == (credit and Credit(credit), round_)


def test_a_follow_up_about_a_policy_stays_with_the_policy(talk):
    assert talk("jobbonus", "op welke slide?").query.policies == ("jobbonus",)
    assert talk("jobbonus", "en waarom?").reason_code == "no_reason_given"


@pytest.mark.parametrize(
    "text",
    [
        "hoeveel slides telt het document",
        "stijgers",
        "help",
        "onderwijs",
        "15,2 miljoen",
        "wie stelde dit voor",
        "xqzvw",
    ],
)
def test_what_stands_on_its_own_is_no_follow_up(text, house):
    alone = understand(text, house.lexicon)
    after = understand(text, house.lexicon, Last(("jd-loopbanen",)))
    assert (after.query, after.followed) == (alone.query, "")


@pytest.mark.parametrize("text", ["delta competenties VEK", "waarom stijgt JB", "hoeveel is competenties in 2021"])
def test_a_question_that_names_all_is_no_follow_up(text, house):
    assert understand(text, house.lexicon, Last(("jd-loopbanen",), credit=Credit.VEK)) == understand(
        text, house.lexicon
    )


@pytest.mark.parametrize("text", ["onderwijs", "help", "xqzvw"])
def test_nothing_is_remembered_of_what_was_not_found(text, house):
    assert remember(handle(text, house).answer) is None


def test_what_is_remembered_is_subject_measure_credit_and_round(house):
    assert remember(handle("loopbanen VEK 2021", house).answer) == Last(
        ("jd-loopbanen",), (), Measure.LEVEL, why=False, credit=Credit.VEK, round=Round("BA", 2021)
    )


def test_a_refused_question_in_between_does_not_end_the_conversation(talk):
    assert talk("loopbanen", "onderwijs", "en in VEK?").subjects == ("jd-loopbanen",)


def test_a_choice_is_settled_by_one_more_word(talk):
    assert talk("duurzame arbeidsmarkt", "en in VEK?").subjects == (
        "jd-duurzame-arbeidsmarkt",
        "je-duurzame-arbeidsmarkt",
    )


def test_the_reply_says_what_it_went_on_about(house):
    reply = handle("en in VEK?", house, Last(("jd-loopbanen",))).reply
    assert "loopbanen" in str(reply).lower()


def test_a_subject_of_another_document_is_forgotten(house):
    assert (
        understand("en in VEK?", house.lexicon, Last(("gone",))).query == understand("en in VEK?", house.lexicon).query
    )
