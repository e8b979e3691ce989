"""Choices."""

from __future__ import annotations

from budget.answers import Status
from budget.queries import ChoiceQuery


def test_a_choice_answers_none_of_its_readings(ask):
    options = (("jd-duurzame-arbeidsmarkt", "een"), ("je-duurzame-arbeidsmarkt", "twee"))
    got = ask(ChoiceQuery(options, "duurzame arbeidsmarkt"))
    assert (got.status, got.kind, got.figures, got.value_eur) == (Status.AMBIGUOUS, "ambiguous", (), None)
    assert got.subjects == ("jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt")
    assert got.body.options[0] == ("Duurzame arbeidsmarkt (werk)", "een")


def test_a_choice_between_policies_is_about_the_lines_they_stand_under(ask):
    options = (("landingsbanen", "a"), ("transitiepremie", "b"))
    got = ask(ChoiceQuery(options, "premie", policies=True))
    assert {"jd-activering", "jd-loopbanen"} <= set(got.subjects)
    assert [name for name, _ in got.body.options] == ["Aanmoedigingspremies landingsbanen", "Transitiepremie"]


def test_a_choice_may_hold_single_reasons(ask):
    got = ask(ChoiceQuery((("dc-index", "a"), ("zorgkrediet-index", "b")), "index", policies=True))
    assert [name for name, _ in got.body.options] == ["Index dienstencheques", "Index zorgkrediet"]


def test_a_choice_may_hold_single_actions(ask):
    got = ask(ChoiceQuery((("collectief-maatwerk", "a"), ("serv", "b")), "x"))
    assert got.subjects == ("jd-activering", "je-activering", "jd-thema-overschrijdend")
