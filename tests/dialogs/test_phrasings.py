"""Every line, measure, credit and round, in every turn of phrase, gives the cell of the table that pandas reads."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pandas as pd
import pytest

from bot.handle import Handled, handle
from bot.wiring import House
from budget.answers import Status
from budget.model import Credit
from budget.money import percent
from budget.store.builtin import builtin_folder

TABLE = pd.read_csv(builtin_folder() / "2022-wse" / "rows.csv", sep=";", comment="#").set_index("id")
OBJECTIVES = {
    "sd-meer-mensen-aan-het-werk": ["jd-activering", "je-activering"],
    "sd-sterke-loopbanen": ["jd-loopbanen", "jf-competenties"],
    "sd-veerkrachtige-ondernemingen": ["jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"],
}

# As people say them, without article so that any template can hold them.
SPOKEN = {
    "wse": ["WSE", "werk en sociale economie", "beleidsdomein WSE"],
    "ja": ["JA", "programma JA", "begrotingsprogramma ja"],
    "jb": ["JB", "programma JB"],
    "jd": ["JD", "programma jd"],
    "je": ["JE", "programma JE", "sociale economie", "SE"],
    "jf": ["JF", "programma jf"],
    "jd-activering": ["activering werk", "activering JD", "ISE activering (werk)", "JD activering"],
    "jd-loopbanen": ["loopbanen", "ISE loopbanen", "loopbaanbeleid", "Loopbanen JD"],
    "jd-duurzame-arbeidsmarkt": [
        "duurzame arbeidsmarkt werk",
        "duurzame arbeidsmarkt JD",
        "duurzame arbeidsmarkt (werk)",
    ],
    "jd-thema-overschrijdend": ["thema-overschrijdend", "thema overschrijdend", "ISE thema-overschrijdend"],
    "jf-competenties": ["competenties", "ISE competenties", "competentiebeleid", "competenties JF"],
    "je-activering": ["activering SE", "activering sociale economie", "activering JE", "SE activering"],
    "je-duurzame-arbeidsmarkt": ["duurzame arbeidsmarkt SE", "duurzame arbeidsmarkt (sociale economie)"],
    "vdab": ["VDAB", "VDAB totaal"],
    "vdab-jd": ["JD van VDAB", "VDAB JD", "programma JD bij VDAB"],
    "vdab-jf": ["JF van VDAB", "VDAB programma JF"],
    "vdab-jd-activering": ["activering VDAB", "VDAB activering", "activering van de VDAB", "activering werk bij VDAB"],
    "vdab-jf-competenties": ["competenties VDAB", "VDAB competenties", "competenties bij de VDAB"],
    "sd-meer-mensen-aan-het-werk": ["meer mensen aan het werk", "doelstelling meer mensen aan het werk"],
    "sd-sterke-loopbanen": ["sterke loopbanen", "strategische doelstelling sterke loopbanen"],
    "sd-veerkrachtige-ondernemingen": ["veerkrachtige ondernemingen", "doelstelling veerkrachtige ondernemingen"],
}
CREDITS = {
    None: [""],
    Credit.VAK: ["VAK", "vastleggingskrediet", "beleidskrediet"],
    Credit.VEK: ["VEK", "vereffeningskrediet", "betaalkrediet"],
}
ROUNDS = {"ba": ["2021", "BA 2021", "begrotingsaanpassing 2021"], "bo": ["2022", "BO 2022", "begrotingsopmaak 2022"]}

LEVEL = [
    "{name} {credit} {round}",
    "{credit} {name} {round}",
    "{round} {name} {credit}",
    "hoeveel {credit} is er voor {name} in {round}?",
    "Wat is het budget {credit} van {name} in {round}?",
    "Kan je mij zeggen hoeveel {credit} er in {round} voor {name} begroot is?",
    "geef me het {credit} bedrag voor {name} ({round}) aub",
    "Beste, ik zou graag het cijfer {credit} van {name} voor {round} kennen. Alvast bedankt!",
    "hoe groot is de enveloppe {credit} van {name} in {round}",
    "welk budget {credit} staat er in {round} ingeschreven voor {name}",
]
DELTA = [
    "delta {name} {credit}",
    "delta {credit} {name}",
    "{name} delta {credit}",
    "verschil tussen 2021 en 2022 voor {name} {credit}",
    "hoeveel stijgt {name} {credit}?",
    "hoeveel {credit} komt er bij voor {name}",
    "Wat is de evolutie van {name} {credit}?",
    "met hoeveel verandert het {credit} budget van {name} tegenover 2021",
    "Hoeveel {credit} krijgt {name} er bij ten opzichte van BA 2021?",
    "hoeveel meer of minder {credit} is er voor {name}",
    "wat is de verandering van {name} {credit} tussen BA 2021 en BO 2022",
]
PERCENT = [
    "{name} {credit} in procent",
    "{credit} {name} procent",
    "hoeveel procent stijgt {name} {credit}?",
    "met hoeveel % verandert {name} {credit}",
    "wat is het groeipercentage {credit} van {name}",
    "procentuele evolutie {name} {credit}",
]


def thousands(line: str, credit: Credit, column: str) -> int:
    """The cell of the table; an objective is the sum of its two ISEs."""
    return sum(int(TABLE.loc[one, f"{credit.value.lower()}_{column}"]) for one in OBJECTIVES.get(line, [line]))


def questions(template: str, credit: Credit | None, which: str | None = None) -> Iterator[tuple[str, str]]:
    """The template for every line under every name, with a next word for credit and round each time."""
    turn = 0
    for line, names in SPOKEN.items():
        for name in names:
            words = CREDITS[credit]
            rounds = ROUNDS[which] if which else [""]
            text = template.format(name=name, credit=words[turn % len(words)], round=rounds[turn % len(rounds)])
            yield line, " ".join(text.replace(" ?", "?").split())
            turn += 1


def wrong(text: str, line: str, credit: Credit, got: Handled) -> str | None:
    """What is wrong with the frame of an answer, None when nothing is."""
    one = got.answer
    subjects = (line, *OBJECTIVES.get(line, ()))  # an objective is told with the ISEs it is the sum of
    if (one.status, one.subjects, one.credit) != (Status.OK, subjects, credit):
        return f"{text!r}: {one.status} {one.subjects} {one.credit}, not {line} {credit}"
    return None


def test_every_line_has_names() -> None:
    assert set(SPOKEN) == set(TABLE.index) | set(OBJECTIVES)


@pytest.mark.parametrize("which", list(ROUNDS))
@pytest.mark.parametrize("credit", list(CREDITS))
@pytest.mark.parametrize("template", LEVEL)
def test_a_level_is_the_cell_of_its_round_however_it_is_asked(
    template: str, credit: Credit | None, which: str, house: House
) -> None:
    faults = []
    for line, text in questions(template, credit, which):
        got = handle(text, house)
        fault = wrong(text, line, credit or Credit.VAK, got)
        cell = thousands(line, credit or Credit.VAK, which)
        if fault is None and got.answer.value_eur != cell * 1_000:
            fault = f"{text!r}: {got.answer.value_eur}, not {cell} thousand"
        if fault is None and not said(got, cell):
            fault = f"{text!r}: {cell} is not in {got.reply.headline!r} or its table"
        if fault:
            faults.append(fault)
    assert faults == []


@pytest.mark.parametrize("credit", list(CREDITS))
@pytest.mark.parametrize("template", DELTA)
def test_a_change_is_the_delta_of_the_table_however_it_is_asked(
    template: str, credit: Credit | None, house: House
) -> None:
    faults = []
    for line, text in questions(template, credit):
        got = handle(text, house)
        fault = wrong(text, line, credit or Credit.VAK, got)
        cell = thousands(line, credit or Credit.VAK, "delta")
        if fault is None and (got.answer.value_eur, got.answer.round) != (cell * 1_000, None):
            fault = f"{text!r}: {got.answer.value_eur}, not {cell} thousand"
        if fault is None and not said(got, abs(cell)):
            fault = f"{text!r}: {cell} is not in {got.reply.headline!r} or its table"
        if fault:
            faults.append(fault)
    assert faults == []


@pytest.mark.parametrize("credit", list(CREDITS))
@pytest.mark.parametrize("template", PERCENT)
def test_a_percentage_is_delta_over_base_however_it_is_asked(
    template: str, credit: Credit | None, house: House
) -> None:
    faults = []
    for line, text in questions(template, credit):
        got = handle(text, house)
        fault = wrong(text, line, credit or Credit.VAK, got)
        asked = credit or Credit.VAK
        exact = Fraction(100 * thousands(line, asked, "delta"), thousands(line, asked, "ba"))
        if fault is None and got.answer.value_pct != exact:
            fault = f"{text!r}: {got.answer.value_pct}, not {exact}"
        if fault is None and percent(abs(exact)) not in got.reply.headline:
            fault = f"{text!r}: {percent(abs(exact))} is not in {got.reply.headline!r}"
        if fault:
            faults.append(fault)
    assert faults == []


def said(got: Handled, cell: int) -> bool:
    """Whether a reply shows the cell in thousands, in a table or in words."""
    grouped = f"{cell:,}".replace(",", ".")
    return grouped in str(got.reply)


PAIRS = [(one, two) for one in SPOKEN for two in SPOKEN if one != two and not {one, two} & {"wse", "vdab"}]
COMPARE = [
    "vergelijk {one} met {two}",
    "{one} versus {two}",
    "wat is het verschil tussen {one} en {two}?",
    "{one} en {two}",
]


@pytest.mark.parametrize("template", COMPARE)
def test_two_lines_side_by_side_differ_by_their_cells(template: str, house: House) -> None:
    faults = []
    for one, two in PAIRS:
        if " en " in template and "VDAB" in SPOKEN[one][0] + SPOKEN[two][0]:
            continue  # "activering en competenties VDAB": VDAB may be said of both
        text = template.format(one=SPOKEN[one][0], two=SPOKEN[two][0])
        got = handle(text, house).answer
        expected = thousands(one, Credit.VAK, "bo") - thousands(two, Credit.VAK, "bo")
        if (got.kind, got.subjects, got.value_eur) != ("compare", (one, two), expected * 1_000):
            faults.append(f"{text!r}: {got.status} {got.kind} {got.subjects} {got.value_eur}, not {expected}")
    assert faults == []


@pytest.mark.parametrize("line", list(SPOKEN))
@pytest.mark.parametrize(
    "template", ["waarom stijgt {}?", "reden {}", "wat verklaart de evolutie van {}", "hoe komt dat bij {}"]
)
def test_a_reason_is_asked_of_the_line_that_is_named(template: str, line: str, house: House) -> None:
    for name in SPOKEN[line]:
        got = handle(template.format(name), house).answer
        assert (got.kind, got.subjects[0]) == ("reason", line), template.format(name)
        assert got.status in {Status.OK, Status.NO_DATA}


def test_a_share_of_the_total_is_its_cell_over_the_total(house: House) -> None:
    total = thousands("wse", Credit.VAK, "bo")
    for line in SPOKEN.keys() - {"wse"}:
        for name in [one for one in SPOKEN[line] if not {"van", "bij"} & set(one.split())]:
            for template in (
                "aandeel van {} in WSE",
                "hoeveel procent van WSE is {}",
                "welk deel van WSE gaat naar {}",
            ):
                text = template.format(name)
                got = handle(text, house).answer
                assert got.value_pct == Fraction(100 * thousands(line, Credit.VAK, "bo"), total), text


UNKNOWN_YEARS = ["2019", "2020", "2023", "2024", "2030"]


@pytest.mark.parametrize("year", UNKNOWN_YEARS)
def test_another_year_gives_no_figure_of_ours(year: str, house: House) -> None:
    for line, names in SPOKEN.items():
        for name in names:
            for template in ("{} {}", "hoeveel is {} in {}?", "delta {} {} VEK", "waarom stijgt {} in {}"):
                text = template.format(name, year)
                got = handle(text, house).answer
                assert got.status is Status.NO_DATA, text
                assert line in got.subjects, text
                assert (got.value_eur, got.value_pct, got.value_qty) == (None, None, None), text
