"""Questions about a policy or one reason: what of it is asked, and what the document cannot say of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.grammar.parse import parse
from bot.wiring import House
from budget.queries import (
    ActionQuery,
    ChoiceQuery,
    PolicyAspect,
    PolicyQuery,
    Query,
    ReasonCode,
    ReasonQuery,
    RefusalQuery,
)


@pytest.fixture
def ask(house: House) -> Callable[[str], Query]:
    return lambda text: parse(text, house.lexicon)


@pytest.mark.parametrize(
    ("text", "policy", "aspect"),
    [
        ("dienstencheques", "dienstencheques", PolicyAspect.CHANGE),
        ("hoeveel stijgt dienstencheques", "dienstencheques", PolicyAspect.CHANGE),
        ("hoeveel krijgt VOP erbij", "vop", PolicyAspect.CHANGE),
        ("waarom daalt SINE", "sine", PolicyAspect.REASON),
        ("hoeveel kost de jobbonus", "jobbonus", PolicyAspect.TOTAL),
        ("wat is het totale budget van VOP", "vop", PolicyAspect.TOTAL),
        ("budget telewerk", "telewerk", PolicyAspect.TOTAL),
        ("VOP VEK", "vop", PolicyAspect.TOTAL),
        ("hoeveel trajecten re-integratie", "re-integratie", PolicyAspect.QUANTITY),
        ("hoeveel bedraagt de jobbonus", "jobbonus", PolicyAspect.QUANTITY),
        ("hoe hoog is de jobbonus", "jobbonus", PolicyAspect.QUANTITY),
        ("doelstelling activeringsconferentie", "activeringsconferentie", PolicyAspect.QUANTITY),
        ("hoeveel procent activeringsconferentie", "activeringsconferentie", PolicyAspect.QUANTITY),
        ("looptijd ESF", "esf", PolicyAspect.PERIOD),
        ("op welke slide staat telewerk", "telewerk", PolicyAspect.WHERE),
        ("onder welke ISE valt careerflow", "careerflow", PolicyAspect.WHERE),
        ("waar zit de jobbonus in", "jobbonus", PolicyAspect.WHERE),
        ("voor wie is de jobbonus", "jobbonus", PolicyAspect.WHAT),
        ("wat is telewerk", "telewerk", PolicyAspect.WHAT),
    ],
)
def test_what_of_a_policy_is_asked_is_heard_in_the_words(text, policy, aspect, ask):
    query = ask(text)
    assert isinstance(query, PolicyQuery), query
    assert (query.policies, query.aspect) == ((policy,), aspect)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("index dienstencheques", ("dc-index",)),
        ("groei aantal dienstencheques", ("dc-volume",)),
        ("indexatiemechanisme", ("dc-indexmechanisme",)),
        ("LBO zorgkrediet", ("zorgkrediet-lbo",)),
        ("nieuw beleid dienstencheques", ("dc-indexmechanisme",)),
        ("raming dienstencheques", ("dc-prognose",)),
    ],
)
def test_one_reason_of_a_policy_is_named_by_name_or_by_nature(text, reasons, ask):
    query = ask(text)
    assert isinstance(query, PolicyQuery)
    assert query.reasons == reasons


def test_a_nature_the_policy_has_not_is_not_in_the_document(ask):
    query = ask("index sine")
    assert isinstance(query, RefusalQuery)
    assert (query.code, query.policies) == (ReasonCode.NOT_IN_DOCUMENT, ("sine",))


@pytest.mark.parametrize("text", ["dienstencheques in competenties", "VOP bij loopbanen"])
def test_a_policy_under_a_line_where_it_does_not_stand_is_refused(text, ask):
    query = ask(text)
    assert isinstance(query, RefusalQuery)
    assert (query.code, query.status) == (ReasonCode.NOT_IN_DOCUMENT, "no_data")


@pytest.mark.parametrize(
    "text", ["dienstencheques loopbanen", "dienstencheques JD", "jobbonus JE", "VOP VDAB", "SINE activering SE"]
)
def test_a_policy_under_its_own_line_is_the_policy(text, ask):
    query = ask(text)
    assert isinstance(query, PolicyQuery) or query.code is ReasonCode.NOT_IN_DOCUMENT


@pytest.mark.parametrize(
    "text", ["hoeveel langdurig zieken zijn er", "aantal leefloners", "hoeveel dienstencheques worden er gekocht"]
)
def test_nobody_is_counted(text, ask):
    query = ask(text)
    assert isinstance(query, RefusalQuery)
    assert (query.code, query.status) == (ReasonCode.NOT_IN_DOCUMENT, "no_data")


def test_what_an_action_counts_is_counted(ask):
    assert ask("hoeveel trajecten voor langdurig zieken").aspect is PolicyAspect.QUANTITY


@pytest.mark.parametrize("text", ["sectorconvenants", "waarom daalt sectorconvenants"])
def test_a_policy_that_is_the_one_cause_of_a_line_is_asked_as_its_reason(text, ask):
    query = ask(text)
    assert isinstance(query, ReasonQuery)
    assert query.subject == "jd-duurzame-arbeidsmarkt"


def test_the_total_of_such_a_policy_stays_a_question_about_the_policy(ask):
    assert isinstance(ask("wat kosten de sectorconvenants in totaal"), PolicyQuery)


@pytest.mark.parametrize(
    ("text", "some"), [("premie", "transitiepremie"), ("hoeveel bedraagt de cheque", "loopbaancheques")]
)
def test_a_word_several_policies_share_is_a_choice(text, some, ask):
    query = ask(text)
    assert isinstance(query, ChoiceQuery)
    assert query.policies
    assert some in [one for one, _ in query.options]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("maatregelen", ()),
        ("maatregelen competenties", ("jf-competenties",)),
        ("acties activering", ("jd-activering", "je-activering")),
        ("wat doet VDAB", ("vdab",)),
    ],
)
def test_actions_are_asked_of_lines_or_of_all(text, lines, ask):
    query = ask(text)
    assert isinstance(query, ActionQuery)
    assert query.lines == lines


@pytest.mark.parametrize("text", ["waarom stijgt het beleid", "hoeveel kost het beleid", "stijgt het beleid"])
def test_a_question_about_money_or_reasons_asks_no_actions(text, ask):
    assert not isinstance(ask(text), ActionQuery)
