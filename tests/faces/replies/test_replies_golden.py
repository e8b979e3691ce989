"""What people read, per kind of question, held against golden files that make golden writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.handle import handle
from bot.terminal.text import reply_text
from bot.wiring import House, open_house

QUESTIONS = {
    "levels": (
        "loopbanen",
        "wse 2021",
        "programma ja vastlegging 2022",
        "budget sociale economie 2022",
        "duurzame arbeidsmarkt werk vek 2021",
        "vdab activering vek bo22",
        "duurzame arbeidsmarkt SE",
        "sterke loopbanen",
    ),
    "changes": (
        "delta vek je",
        "duurzame arbeidsmarkt (werk) verschil in VEK",
        "groeipercentage VDAB",
        "JD procentuele groei VEK",
    ),
    "reasons": (
        "waarom stijgt loopbanen",
        "waarom daalt loopbanen",
        "waarom competenties",
        "waarom daalt duurzame arbeidsmarkt werk",
        "waarom stijgt JD",
        "waarom VDAB",
        "reden JA",
        "waarom stijgt thema-overschrijdend in VEK",
    ),
    "policies": (
        "jobbonus+",
        "dienstencheques",
        "zorgkrediet",
        "LBO zorgkrediet",
        "landingsbanen",
        "waarom dalen de landingsbanen",
        "hoeveel kost de jobbonus in totaal?",
        "7.500 trajecten",
        "careerflow",
        "bron jobbonus",
        "acties competenties",
    ),
    "sums": (
        "hoeveel indexatie in totaal",
        "nieuw beleid activering werk",
        "hoeveel van competenties blijft onverklaard",
        "hoeveel van JD blijft onverklaard",
        "som van duurzame arbeidsmarkt werk en duurzame arbeidsmarkt SE",
        "is loopbanen min competenties 1,46 miljard?",
    ),
    "side-by-side": (
        "rangschik de programma's van groot naar klein",
        "wat is de kleinste ise",
        "stijgers",
        "dalers",
        "verschil tussen loopbanen en competenties in 2022",
        "vak en vek delta duurzame arbeidsmarkt werk",
        "aandeel sociale economie in wse",
        "hoeveel % van de totale stijging gaat naar loopbanen",
        "welk deel van competenties is VDAB",
    ),
    "document": (
        "van wanneer is deze toelichting?",
        "wie is de minister",
        "in welke eenheid staan de tabellen",
        "bron loopbanen",
        "structuur",
        "onder welk programma zit competenties",
        "wat is VAK",
        "15,2 miljoen",
        "57,7 miljoen",
        "zoek telewerk",
    ),
    "refusals": (
        "duurzame arbeidsmarkt",
        "premie",
        "JD 2020",
        "waar staat programma JB eigenlijk voor?",
        "budget landbouw 2022",
        "vind je dat een goed idee?",
        "asdfgh",
        "🤷‍♀️🔥💯",
        "",
        "help",
    ),
}


@pytest.fixture(scope="module")
def house() -> House:
    return open_house()


@pytest.mark.golden
@pytest.mark.parametrize("family", QUESTIONS)
def test_people_read_what_the_golden_file_says(family, house, golden: Callable[[str, str], None]) -> None:
    told = [f"> {text}\n\n{reply_text(handle(text, house).reply)}\n" for text in QUESTIONS[family]]
    golden(f"replies/{family}.txt", ("\n" + "=" * 80 + "\n").join(told))
