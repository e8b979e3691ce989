"""The words of a verdict and of a refusal: no whole left out, no digit or unit added, and what to type next."""

from __future__ import annotations

import pytest

from bot.handle import handle
from bot.replies.check import explained
from bot.replies.presentation import PROMPTS
from bot.replies.verdicts import verdicts_counted
from bot.wiring import open_house
from budget.claims.check import check
from budget.claims.model import Verdict

HOUSE = open_house()


def _told(text):
    return " ".join(explained(claim, HOUSE.catalog.default) for claim in check(text, HOUSE.lexicon))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "Het aandeel van loopbanen is 45,4 %.",
            "het aandeel van loopbanen in het VAK van het hele beleidsdomein WSE is",
        ),
        ("Loopbanen is goed voor 58 % van JD.", "het aandeel van loopbanen in het VAK van programma JD is"),
        (
            "De helft van de stijging gaat naar loopbanen.",
            "in de stijging van het VAK van het hele beleidsdomein WSE is",
        ),
        ("Het aandeel van loopbanen in het totaal is 45,2 %.", "in het VEK van het hele beleidsdomein WSE is 45,2"),
        ("Loopbanen is goed voor 45,4 % van de Vlaamse begroting.", "in het VAK van het hele beleidsdomein WSE is"),
        (
            "65 % van de stijging van loopbanen is index.",
            "37,5 miljoen euro, ofwel 65,0\u00a0% van de stijging van het VAK",
        ),
    ],
)
def test_a_share_names_its_whole(said, words):
    assert words in _told(said)


def test_a_share_against_the_change_keeps_its_sign():
    assert "is -4,8\u00a0%" in _told("Het aandeel van thema-overschrijdend in de stijging is 5 %.")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Van 28 naar 13, een daling van 10.", "van 28 naar 13, het verschil is 15, en niet 10."),
        ("Van 28,5 naar 13, een daling van 10.", "van 28,5 naar 13, het verschil is 15,5, en niet 10."),
        ("Van 28 naar 13 miljoen, een daling van 10 miljoen.", "van 28 miljoen euro naar 13 miljoen euro"),
        (
            "Van 1,6 miljard naar 1,7 miljard, een stijging van 300 miljoen.",
            "van 1,6 miljard euro naar 1,7 miljard euro",
        ),
        ("Van 28.532.000 naar 13.374.000 euro, een daling van 10 miljoen.", "het verschil is 15.158.000 euro"),
        ("JF stijgt van 240 naar 243 miljoen, dat is 20 procent.", "naar 243 miljoen euro is geen 20 procent."),
    ],
)
def test_a_sentence_against_itself_is_told_in_its_own_numbers(said, words):
    assert words in _told(said)


def test_five_reasons_are_told_and_none_is_merely_counted():
    assert "en index activering (sociale economie) (+9,4 miljoen euro)" in _told("De index is 51,4 miljoen.")


def test_a_claim_without_a_figure_is_not_called_a_figure():
    told = _told("Loopbanen stijgt omdat er minder dienstencheques zijn.")
    assert "Dat cijfer" not in told
    assert "Dat staat zo niet in het document." in told


def test_slides_are_named_in_their_order():
    assert "slides 3 en 4." in _told("VDAB krijgt een vijfde van het budget.")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("hoeveel geeft men per inwoner en per jaar uit aan loopbanen", "“per inwoner” geeft het document niet"),
        ("loopbanen per maand", "voor loopbanen geeft het alleen kredieten per begrotingsjaar"),
        ("dienstencheques per gezin", "Een cijfer “per gezin” geeft het document niet voor dienstencheques"),
    ],
)
def test_a_cut_the_document_does_not_make_is_refused_with_what_it_does_give(asked, words):
    reply = handle(asked, HOUSE).reply
    assert words in reply.headline
    assert any("vraag het zonder “per " in note for note in reply.notes)


def test_a_wrong_direction_is_denied_where_no_reason_is_given():
    reply = handle("waarom daalt JB", HOUSE).reply
    assert reply.headline == "Programma JB daalt niet, maar stijgt. Een reden daarvoor geeft het document niet."


def test_verdicts_are_counted_in_the_singular_and_the_plural():
    counts = {Verdict.TRUE: 2, Verdict.FALSE: 1, Verdict.HALF: 3}
    assert verdicts_counted(counts) == "2 kloppen, 3 half juist, 1 klopt niet"
    assert verdicts_counted({Verdict.TRUE: 1, Verdict.FALSE: 2}) == "1 klopt, 2 kloppen niet"


def test_a_name_the_sentence_begins_with_is_said_once():
    assert handle("individueel maatwerk", HOUSE).reply.headline.startswith("Individueel maatwerk wordt uitgebouwd")
    assert handle("Vlaams opleidingsverlof", HOUSE).reply.headline.startswith("Het Vlaams opleidingsverlof krijgt")


def test_an_open_programme_is_told_as_one_of_two():
    assert "(programma JD of JE)" in handle("bron jobbonus", HOUSE).reply.headline


@pytest.mark.parametrize(
    ("asked", "headline"),
    [
        ("index JA", "Index noemt het document niet bij programma JA."),
        ("nieuw beleid bij competenties", "Nieuw beleid noemt het document niet bij competenties."),
    ],
)
def test_a_kind_of_reason_that_is_not_there_is_named(asked, headline):
    assert handle(asked, HOUSE).reply.headline == headline


@pytest.mark.parametrize("asked", ["zoek werk", "waar komt 11,9 miljoen vandaan"])
def test_a_slide_is_named_once_in_a_row(asked):
    rows = [row for part in handle(asked, HOUSE).reply.parts for row in getattr(part, "items", ())]
    assert rows
    assert not [row for row in rows if "slide, slide" in row[1] or "14 (slide 14)" in row[1]]


def test_the_suggested_prompt_on_rises_and_falls_ranks_them():
    command = dict(PROMPTS)["Wat stijgt en wat daalt?"]
    assert handle(command, HOUSE).reply.headline.startswith("Loopbanen stijgt het meest")
