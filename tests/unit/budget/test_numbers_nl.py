"""Dutch numbers are read strictly: with their unit, sign, hedge and place, and never ten times too large."""

from __future__ import annotations

import pytest

from budget.numbers_nl import HEDGES, NumberSpan, find_numbers

MILLION = 10**6
NBSP, NARROW, THIN, MINUS = "\u00a0", "\u202f", "\u2009", "\u2212"


def only(text: str) -> NumberSpan:
    spans = find_numbers(text)
    assert len(spans) == 1, spans
    return spans[0]


def values(text: str) -> list[tuple[str, int]]:
    return [(span.number.kind, span.number.value) for span in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "eur", "step"),
    [
        ("57,7 miljoen", 57_700_000, 100_000),
        ("57.697.000 euro", 57_697_000, 1),
        ("€ 57,7 mln", 57_700_000, 100_000),
        ("€57,7m", 57_700_000, 100_000),
        ("57,7 mln. euro", 57_700_000, 100_000),
        ("57,7 mio", 57_700_000, 100_000),
        ("57,7 MEUR", 57_700_000, 100_000),
        ("M€ 57,7", 57_700_000, 100_000),
        ("1,7 mld", 1_700_000_000, 100_000_000),
        ("1,70 miljard", 1_700_000_000, 10_000_000),
        ("500 miljoen", 500_000_000, 1_000_000),
        ("1.700 miljoen euro", 1_700_000_000, 1_000_000),
        ("1.700.355 duizend euro", 1_700_355_000, 1_000),
        ("57.697 kEUR", 57_697_000, 1_000),
        ("57.697 k euro", 57_697_000, 1_000),
        ("k€ 57.697", 57_697_000, 1_000),
        ("57.697k", 57_697_000, 1_000),
        ("k€ 57.697 euro", 57_697_000, 1_000),
        ("57 697 000 euro", 57_697_000, 1),
        (f"57{NBSP}697{NARROW}000{THIN}euro", 57_697_000, 1),
        ("79.000 euro", 79_000, 1),
        ("euro 79.000", 79_000, 1),
        ("57.697,- euro", 57_697, 1),
        ("€ 57.697,-", 57_697, 1),
        ("57,7\nmiljoen", 57_700_000, 100_000),
        ("57,7 miljoen\neuro", 57_700_000, 100_000),
        ("0,08 miljoen", 80_000, 10_000),
        ("9,50 euro", 10, 1),
    ],
)
def test_money_is_read_in_whole_euro_with_the_unit_of_its_last_written_digit(text, eur, step):
    span = only(f"Er komt {text} bij.")
    assert (span.number.kind, span.number.value, span.number.step, span.number.scale) == ("eur", eur, step, 0)
    assert span.number.text == text
    assert not span.doubtful
    assert span.looks_like == ""


@pytest.mark.parametrize(
    ("text", "kind", "value", "step"),
    [
        ("3,5 procent", "pct", 35_000, 1_000),
        ("3,5%", "pct", 35_000, 1_000),
        ("3,50 pct", "pct", 35_000, 100),
        ("80 %", "pct", 800_000, 10_000),
        ("3,5 %-punt", "pp", 35_000, 1_000),
        ("3,5 procentpunt", "pp", 35_000, 1_000),
        ("2 pp", "pp", 20_000, 10_000),
        ("2 procentpunten", "pp", 20_000, 10_000),
        ("5 ‰", "pct", 5_000, 1_000),
    ],
)
def test_percent_and_percentage_point_are_two_kinds(text, kind, value, step):
    number = only(text).number
    assert (number.kind, number.value, number.step) == (kind, value, step)


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [("57.697", 57_697, 0), ("57,7", 577, 1), ("57,70", 5_770, 2), ("7.500", 7_500, 0), ("57 697", 57_697, 0)],
)
def test_a_bare_number_stays_exact_so_that_a_lookup_can_try_thousands_and_millions(text, value, scale):
    number = only(f"Waar staat {text} in?").number
    assert (number.kind, number.value, number.step, number.scale) == ("qty", value, 1, scale)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("57.7 miljoen", "eur", 57_700_000),
        ("1.5 miljoen", "eur", 1_500_000),
        ("1,234,567 euro", "eur", 1_234_567),
        ("1,234.56 miljoen", "eur", 1_234_560_000),
        ("0.500 miljard", "eur", 500_000_000),
        ("1'000'000 euro", "eur", 1_000_000),
        ("3.5 %", "pct", 35_000),
        ("57.697 miljoen", "eur", 57_697_000_000),
        ("57,7m", "eur", 57_700_000),
        ("€ 5 %", "pct", 50_000),
        (" ,5 miljoen", "eur", 5_000_000),
    ],
)
def test_what_may_mean_something_else_is_read_the_careful_way_and_marked(text, kind, value):
    span = only(text)
    assert (span.number.kind, span.number.value, span.doubtful) == (kind, value, True)


def test_a_point_before_one_or_two_digits_never_makes_a_number_larger():
    number = only("57.7").number
    assert (number.value, number.scale) == (577, 1)
    assert (only("2.50").number.value, only("2.50").number.scale) == (250, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resp. 650,1 en 96,1 miljoen", [650_100_000, 96_100_000]),
        ("650,1 resp. 96,1 miljoen", [650_100_000, 96_100_000]),
        ("650,1, 96,1 en 12 miljoen", [650_100_000, 96_100_000, 12_000_000]),
        ("18 à 19 miljard", [18_000_000_000, 19_000_000_000]),
        ("18-19 miljard", [18_000_000_000, 19_000_000_000]),
        ("18 – 19 miljard", [18_000_000_000, 19_000_000_000]),
        ("18 tot 19 miljoen", [18_000_000, 19_000_000]),
        ("tussen 65 en 75 miljoen", [65_000_000, 75_000_000]),
        ("van 28 naar 13 miljoen", [28_000_000, 13_000_000]),
        ("van 28 naar ruim 13 miljoen", [28_000_000, 13_000_000]),
        ("van € 28 naar € 13 miljoen", [28_000_000, 13_000_000]),
        ("van 500.000 naar 1,2 miljoen", [500_000, 1_200_000]),
        ("van 1.642,7 naar 1.700,4 miljoen", [1_642_700_000, 1_700_400_000]),
        ("€ 18 à 19", [18, 19]),
        ("twee à drie miljoen", [2_000_000, 3_000_000]),
    ],
)
def test_members_of_a_list_or_range_share_the_unit_that_is_written_once(text, expected):
    assert values(text) == [("eur", value) for value in expected]


def test_a_unit_is_shared_with_nothing_that_is_no_amount():
    assert values("in 2021 en 57 miljoen") == [("qty", 2021), ("eur", 57 * MILLION)]
    assert values("7.500 trajecten en 57 miljoen") == [("qty", 7_500), ("eur", 57 * MILLION)]
    assert values("57 miljoen en 3,5 %") == [("eur", 57 * MILLION), ("pct", 35_000)]
    assert values("tussen 3 en 4 %") == [("pct", 30_000), ("pct", 40_000)]
    assert values("€ 5 en 4 %") == [("eur", 5), ("pct", 40_000)]
    assert values("tussen 65 en 75") == [("qty", 65), ("qty", 75)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+57,7 miljoen", 57_700_000),
        ("+ 57,7 miljoen", 57_700_000),
        ("-3,8 miljoen", -3_800_000),
        (f"{MINUS}3,8 miljoen", -3_800_000),
        (f"thema {MINUS} 3,8 miljoen", -3_800_000),
        ("–3,8 miljoen", -3_800_000),
        ("VAK: - 3,8 miljoen", -3_800_000),
        ("(-3,8 miljoen)", -3_800_000),
        ("€ -3,8 miljoen", -3_800_000),
        ("-€3,8 miljoen", -3_800_000),
        ("min 3,8 miljoen", -3_800_000),
        ("plus 3,8 miljoen", 3_800_000),
        ("JA 2021 -3,8 miljoen", -3_800_000),
    ],
)
def test_a_sign_in_any_form_is_read(text, value):
    number = find_numbers(text)[-1].number
    assert (number.value, number.signed) == (value, True)


@pytest.mark.parametrize(
    "text",
    ["- 3,8 miljoen", "thema - 3,8 miljoen", "jobbonus+ 3,8 miljoen", "thema-3,8 miljoen", "18,3 min 3,8 miljoen"],
)
def test_a_bullet_a_dash_and_the_plus_of_a_name_are_no_sign(text):
    number = find_numbers(text)[-1].number
    assert (number.value, number.signed) == (3_800_000, False)


@pytest.mark.parametrize("hedge", sorted(HEDGES))
def test_every_hedge_is_found_before_a_number(hedge):
    assert only(f"Er komt {hedge} 58 miljoen bij").hedge == hedge
    assert only(f"{hedge.capitalize()} € 58 miljoen").hedge == hedge


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("om en bij de 57 miljoen", "om en bij"),
        ("rond de 57 miljoen", "rond"),
        ("ruim een miljoen", "ruim"),
        ("een dikke miljoen", "een dikke"),
        ("een kleine 60 miljoen", "een kleine"),
        ("meer dan de helft", "meer dan"),
        ("iets minder dan 57", "bijna"),
        ("zo'n 57 miljoen", "ongeveer"),
        ("ca. 57 miljoen", "circa"),
        ("+/- 57 miljoen", "plusminus"),
        ("±57 miljoen", "plusminus"),
        ("~57 miljoen", "ongeveer"),
        ("> 57 miljoen", "meer dan"),
        ("<57 miljoen", "minder dan"),
        ("bijna -3,8 miljoen", "bijna"),
        ("exact 57 miljoen", None),
        ("in de begroting voor dit jaar staat er bijna 57 miljoen", "bijna"),
        ("in de begroting van dit jaar staat stevigeruim 57 miljoen", None),
        ("nog 57 miljoen", None),
        ("veel geen 57 miljoen", None),
        ("niet meer dan 57 miljoen", "hoogstens"),
        ("niet minder dan 57 miljoen", "minstens"),
        ("de bijna vergeten 57 miljoen", None),
        ("de", None),
    ],
)
def test_hedges_are_told_by_what_they_claim(text, hedge):
    spans = find_numbers(text)
    assert [span.hedge for span in spans] == ([hedge] if spans else [])


@pytest.mark.parametrize(
    ("text", "kind", "value", "step"),
    [
        ("een miljoen", "eur", 1_000_000, 1_000_000),
        ("één miljard", "eur", 1_000_000_000, 1_000_000_000),
        ("anderhalf miljoen", "eur", 1_500_000, 100_000),
        ("anderhalve miljard euro", "eur", 1_500_000_000, 100_000_000),
        ("half miljoen", "eur", 500_000, 100_000),
        ("een half miljoen", "eur", 500_000, 100_000),
        ("een kwart miljard", "eur", 250_000_000, 10_000_000),
        ("driekwart miljoen", "eur", 750_000, 10_000),
        ("twee en een half miljoen", "eur", 2_500_000, 100_000),
        ("tweeënhalf miljoen", "eur", 2_500_000, 100_000),
        ("2 en een half miljoen", "eur", 2_500_000, 100_000),
        ("twintig miljoen", "eur", 20_000_000, 1_000_000),
        ("honderd vijftig miljoen", "eur", 150_000_000, 1_000_000),
        ("tweeduizend driehonderd euro", "eur", 2_300, 1),
        ("zevenenvijftig komma zeven miljoen", "eur", 57_700_000, 100_000),
        ("drie komma nul vijf procent", "pct", 30_500, 100),
        ("vijf procent", "pct", 50_000, 10_000),
        ("twee procentpunt", "pp", 20_000, 10_000),
        ("een kwart", "pct", 250_000, 10_000),
        ("drie kwart", "pct", 750_000, 10_000),
        ("helft", "pct", 500_000, 10_000),
        ("een derde", "pct", 333_333, 10_000),
        ("twee derde", "pct", 666_667, 10_000),
        ("een vijfde", "pct", 200_000, 10_000),
        ("2/3", "pct", 666_667, 10_000),
    ],
)
def test_numbers_in_words_are_read_where_they_are_a_quantity(text, kind, value, step):
    span = only(f"Dat is {text} van het geheel")
    assert (span.number.kind, span.number.value, span.number.step) == (kind, value, step)
    assert span.number.text == text


@pytest.mark.parametrize(
    "text",
    [
        "een derde partij",
        "een stijging",
        "een half uur",
        "kwart voor tien loopt",
        "een kwart eeuw",
        "een kwart over",
        "de tweede",
        "achter de wacht zelf",
        "in duizend euro",
        "geen miljoenen",
        "een paar miljoen",
        "half juist",
        "loopbanen",
        "",
        "drieste tiendaagse",
    ],
)
def test_words_that_only_resemble_a_number_are_left_alone(text):
    assert [span for span in find_numbers(text) if span.number.text != "tien"] == []


def test_a_bare_number_in_words_is_told_from_one_in_digits():
    span = only("de drie doelstellingen")
    assert (span.number.value, span.looks_like) == (3, "word")
    assert [s.looks_like for s in find_numbers("anderhalf, honderd komma")] == ["word", "word"]
    assert values("een dikke miljoenste") == []
    assert values("drie kwart eeuw") == []


@pytest.mark.parametrize(
    ("text", "looks_like", "value"),
    [
        ("in 2021", "year", 2021),
        ("BO22", "year", 2022),
        ("BO 22", "year", 2022),
        ("ba2021", "year", 2021),
        ("'22", "year", 2022),
        ("’22", "year", 2022),
        ("loopbanen 2022 %", "year", 2022),
        ("loopbanen 2022 in miljoen", "year", 2022),
        ("18/10/2021", "date", 18),
        ("18-10-2021", "date", 18),
        ("18.10.2021", "date", 18),
        ("2021-10-18", "date", 18),
        ("18/10", "date", 18),
        ("18 oktober 2021", "date", 18),
        ("18 okt.", "date", 18),
        ("14:30", "time", 14),
        ("14.30 uur", "time", 14),
        ("20u30", "time", 20),
        ("20 uur", "time", 20),
        ("00:01:02.345", "time", 0),
        ("3de", "ordinal", 3),
        ("1e kwartaal", "ordinal", 1),
        ("slide 11", "ref", 11),
        ("pagina 79", "ref", 79),
        ("artikel 18.3", "ref", 183),
        ("02 553 12 34", "phone", 0),
        ("+32 2 553 12 34", "phone", 0),
        ("0475/12.34.56", "phone", 0),
        ("007", "code", 0),
        ("B2B", "code", 0),
        ("covid-19", "code", 0),
        ("x_9", "code", 0),
        ("wet-2021", "year", 2021),
        ("55-plussers", "code", 55),
        ("10km", "code", 10),
        ("2022x", "code", 2022),
        ("57 miljoen dollar", "foreign", 57 * MILLION),
        ("$57", "foreign", 57),
        ("57 pond", "foreign", 57),
        ("vijf dollar", "foreign", 5),
        ("1.23.456", "malformed", 0),
        ("1,2,3", "malformed", 0),
        ("9" * 19, "malformed", 0),
        ("9" * 4_000, "malformed", 0),
        ("1" + ".000" * 1_000, "malformed", 0),
        ("1" + ".000" * 7, "malformed", 0),
    ],
)
def test_digits_that_are_no_amount_say_what_they_look_like(text, looks_like, value):
    span = only(text)
    assert (span.looks_like, span.number.kind, span.number.value) == (looks_like, "qty", value)


def test_years_in_a_row_and_lists_of_slides_keep_their_look():
    assert [s.looks_like for s in find_numbers("2021-2022, 2021/22 en 2021-22")] == ["year"] * 6
    assert [s.looks_like for s in find_numbers("slides 6, 7 en 8")] == ["ref"] * 3
    assert values("slide 11 500 trajecten") == [("qty", 11), ("qty", 500)]
    assert values("BO22 57,7 miljoen") == [("qty", 2022), ("eur", 57_700_000)]


def test_a_reference_word_does_not_hide_a_figure():
    assert [s.looks_like for s in find_numbers("de slide 11,9 miljoen en de tabel 11.988")] == ["", ""]


def test_things_are_counted_and_policies_are_paid():
    assert values("1,2 miljoen mensen") == [("qty", 1_200_000)]
    assert values("800.000 Vlamingen") == [("qty", 800_000)]
    assert values("1,6 miljard dienstencheques") == [("eur", 1_600_000_000)]
    assert values("57,7 kilo") == [("qty", 577)]


def test_places_hold_in_the_text_as_it_was_typed():
    for text in ("İİ 57,7 miljoen", "een\u00a0+57,7\u202fmiljoen", "\u200f５７,７ miljoen €", "🙂 ruim € 57,7 mln"):
        for span in find_numbers(text):
            assert text[span.start : span.end] == span.number.text
            assert span.number.value == 57_700_000


def test_numbers_in_words_and_digits_come_in_order():
    text = "drie van de 7 lijnen: anderhalf miljoen, 2 miljoen en een kwart"
    starts = [span.start for span in find_numbers(text)]
    assert starts == sorted(starts)
    assert len(starts) == 5


def test_text_without_numbers_has_none():
    for text in ("", " ", "?!", "🙂", "waarom daalt duurzame arbeidsmarkt", "geen euro extra"):
        assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("één op de vijf euro", 200_000, None),
        ("zowat 1 euro op 4 gaat naar", 250_000, "zowat"),
        ("Drie op de tien extra euro's", 300_000, None),
    ],
)
def test_so_many_euro_out_of_so_many_are_a_share(text, value, hedge):
    (found,) = find_numbers(text)
    assert (found.number.kind, found.number.value, found.hedge) == ("pct", value, hedge)


@pytest.mark.parametrize("text", ["van 5 euro op 7 euro", "een op de vijf gezinnen", "1 euro op 5 januari"])
def test_a_change_a_count_and_a_date_are_no_share_of_euro(text):
    assert all(found.number.kind != "pct" for found in find_numbers(text))
