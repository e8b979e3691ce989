"""What a text holds is read in one pass: numbers, years, courtesies, glued and broken words, and what nobody knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.grammar.asked import change_words
from bot.grammar.frame import Frame
from bot.grammar.reading import read
from bot.grammar.verbs import is_mere_verb
from bot.wiring import House

Read = Callable[[str], Frame]


@pytest.fixture
def frame(house: House) -> Read:
    return lambda text: read(text, house.lexicon)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("loopbanen 2021", [2021]),
        ("loopbanen BO 22", [2022]),
        ("in '21", [2021]),
        ("van 2021 naar 2022", [2021, 2022]),
        ("2021/22", [2021, 2022]),
        ("begrotingsaanpassing 21", [2021]),
        ("JE 21", [2021]),
        ("in 1950", [1950]),
        ("2022 miljoen", []),
        ("€ 2022", []),
        ("2022 euro", []),
        ("2022 %", []),
        ("22 trajecten", []),
        ("top 22", []),
        ("slide 21", []),
        ("9999", []),
        ("12345", []),
        ("18 oktober 2021", []),
    ],
)
def test_a_year_is_told_from_other_numbers(text, years, frame):
    assert [year for year, _ in frame(text).years] == years


def test_a_date_is_no_round(frame):
    assert frame("op 18 oktober 2021").dates
    assert not frame("in oktober").dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("57,7 miljoen", ["57,7 miljoen"]),
        ("tussen 5 en 7 miljoen", ["5", "7 miljoen"]),
        ("loopbanen 2022", []),
        ("anderhalf miljoen", ["anderhalf miljoen"]),
        ("3,5 %", ["3,5 %"]),
    ],
)
def test_amounts_are_read_and_years_are_not_amounts(text, found, frame):
    assert [span.number.text for span in frame(text).numbers] == found


def test_the_words_of_an_amount_are_no_words_of_the_question(frame):
    assert "measure" not in frame("tachtig procent").marks


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Dag Jan, loopbanen", ["loopbanen"]),
        ("Beste mevrouw de minister, loopbanen", ["loopbanen"]),
        ("hallo, loopbanen", ["loopbanen"]),
        ("loopbanen. Groeten, Sofie De Smet", ["loopbanen"]),
        ("loopbanen mvg jan", ["loopbanen"]),
        ("dag,", ["dag", ","]),
        ("loopbanen, competenties", ["loopbanen", ",", "competenties"]),
        ("dag een twee drie vier vijf, loopbanen", ["dag", "een", "twee", "drie", "vier", "vijf", ",", "loopbanen"]),
    ],
)
def test_who_is_greeted_and_who_signs_is_no_part_of_the_question(text, kept, frame):
    assert frame(text).words == kept


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("loopbaanbudget", ["loopbaan", "budget"]),
        ("competentiebudget 2021", ["competentie", "budget", "2021"]),
        ("duurzamearbeidsmarkt", ["duurzame", "arbeidsmarkt"]),
        ("loop banen", ["loopbanen"]),
        ("2021 loop banen 2022", ["2021", "loopbanen", "2022"]),
        ("lopbanen", ["loopbanen"]),
        ("jobonus+", ["job", "bonus+"]),
        ("vergel. JD met JE", ["vergelijk", "jd", "met", "je"]),
        ("xqzvw", ["xqzvw"]),
    ],
)
def test_glued_broken_mistyped_and_abbreviated_words_are_mended(text, words, frame):
    assert frame(text).words == words


def test_years_keep_their_place_when_words_before_them_are_mended(frame):
    for text in ("loopbaanbudget 2021", "loop banen 2021", "loopbaanbudget competentiebudget 2021"):
        read_as = frame(text)
        ((_, place),) = read_as.years
        assert read_as.words[place] == "2021"


def test_what_was_mended_is_remembered(frame):
    assert frame("lopbanen").corrected == {"lopbanen": "loopbanen"}


def test_a_plus_behind_a_name_adds(frame):
    assert frame("loopbanen+ competenties").has("sum", "plus")


@pytest.mark.parametrize("word", ["x" * 4_000, "loopbanen" * 400, "budget" * 600])
def test_a_word_of_any_length_is_no_compound_of_hundreds(word, frame):
    assert frame(word[:4_000]).unknown == [0]


def test_the_longest_name_wins(frame):
    assert [hit.targets for hit in frame("sterke loopbanen").names] == [("sd-sterke-loopbanen",)]


def test_a_word_nobody_knows_is_kept_as_it_was_typed(frame):
    read_as = frame("loopbanen Blorptax")
    assert [read_as.typed(place) for place in read_as.unknown] == ["Blorptax"]


def test_a_percent_sign_asks_a_percentage(frame):
    assert frame("% loopbanen").has("measure", "pct")


def test_places_beyond_the_text_hold_no_word(frame):
    assert (frame("loopbanen").word(-1), frame("loopbanen").word(1)) == ("", "")
    assert (frame("loopbanen?").final, frame("?").final) == ("loopbanen", "")


@pytest.mark.parametrize(
    ("text", "change", "firm", "direction"),
    [
        ("loopbanen", False, False, 0),
        ("delta loopbanen", True, True, 0),
        ("stijging", True, True, 1),
        ("daling", True, True, -1),
        ("meer", True, False, 1),
        ("minder", True, False, -1),
        ("meer of minder", True, False, 0),
        ("verschil", True, False, 0),
        ("neemt loopbanen toe", True, True, 1),
        ("nam het af", True, True, -1),
        ("komt er geld bij", True, True, 1),
        ("hoeveel JB er bij krijgt", True, True, 1),
        ("gaat er iets af", True, True, -1),
        ("valt terug", True, True, -1),
        ("gaat vooruit", True, True, 1),
        ("gaat achteruit", True, True, -1),
        ("levert VDAB in", True, True, -1),
        ("komt geld bij loopbanen", False, False, 0),
        ("staat in het document", False, False, 0),
    ],
)
def test_a_change_is_heard_in_its_words_and_its_parted_verbs(text, change, firm, direction, frame):
    assert change_words(frame(text)) == (change, firm, direction)


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("hoeveel werd er voor loopbanen opgesoupeerd", "opgesoupeerd", True),
        ("hoeveel zou loopbanen dan moeten hebben verkwanseld", "verkwanseld", True),
        ("wil men loopbanen volgend jaar te frobelen", "frobelen", True),
        ("hoeveel krijgt de frobelen van loopbanen", "frobelen", False),
        ("frobelen loopbanen", "frobelen", False),
        ("hoeveel heeft loopbanen in Frobelen gekregen", "frobelen", False),
        ("hoeveel is er voor loopbanen frob", "frob", False),
        ("hoeveel is er voor loopbanen frobnak", "frobnak", False),
    ],
)
def test_an_unknown_word_is_a_mere_verb_only_by_form_and_place(text, word, verb, frame):
    read_as = frame(text)
    assert is_mere_verb(read_as, read_as.words.index(word)) is verb
