"""Names side by side make subjects: narrowed by what stands beside them, shared where speech shares, never guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.grammar.parse import gather
from bot.grammar.reading import read
from bot.grammar.subjects import Subject
from bot.wiring import House

Read = Callable[[str], tuple[Subject, ...]]


@pytest.fixture
def subjects(house: House) -> Read:
    return lambda text: gather(read(text, house.lexicon), house.lexicon).subjects


@pytest.fixture
def lines(subjects: Read) -> Callable[[str], list[tuple[str, ...]]]:
    return lambda text: [one.candidates for one in subjects(text)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("loopbanen", "jd-loopbanen"),
        ("sterke loopbanen", "sd-sterke-loopbanen"),
        ("SE", "je"),
        ("sociale economie", "je"),
        ("werk en sociale economie", "wse"),
        ("VDAB", "vdab"),
        ("JD", "jd"),
        ("activering werk", "jd-activering"),
        ("activering van de sociale economie", "je-activering"),
        ("JE activering", "je-activering"),
        ("activering binnen programma JD", "jd-activering"),
        ("duurzame arbeidsmarkt onder JE", "je-duurzame-arbeidsmarkt"),
        ("activering VDAB", "vdab-jd-activering"),
        ("VDAB activering", "vdab-jd-activering"),
        ("JF van de VDAB", "vdab-jf"),
        ("activering werk bij de VDAB", "vdab-jd-activering"),
        ("competenties inclusief VDAB", "jf-competenties"),
        ("loopbanen WSE", "jd-loopbanen"),
    ],
)
def test_a_name_is_narrowed_by_what_stands_beside_it(text, line, lines):
    assert lines(text) == [(line,)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("activering", ("jd-activering", "je-activering")),
        ("duurzame arbeidsmarkt", ("jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt")),
        ("activering binnen meer mensen aan het werk", ("jd-activering", "je-activering")),
    ],
)
def test_what_nothing_narrows_stays_ambiguous(text, found, subjects):
    (one,) = subjects(text)
    assert (one.candidates, one.ambiguous) == (found, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("activering werk en SE", ["jd-activering", "je-activering"]),
        ("activering SE en werk", ["je-activering", "jd-activering"]),
        ("activering JD en JE", ["jd-activering", "je-activering"]),
        (
            "duurzame arbeidsmarkt werk versus sociale economie",
            ["jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"],
        ),
        ("activering en competenties VDAB", ["vdab-jd-activering", "vdab-jf-competenties"]),
        ("VDAB activering en competenties", ["vdab-jd-activering", "vdab-jf-competenties"]),
        ("activering werk en JA", ["jd-activering", "ja"]),
        ("activering werk en JE", ["jd-activering", "je"]),
        ("activering SE versus JD", ["je-activering", "jd"]),
        ("activering werk en meer mensen aan het werk", ["jd-activering", "sd-meer-mensen-aan-het-werk"]),
        ("competenties versus competenties VDAB", ["jf-competenties", "vdab-jf-competenties"]),
        ("JA, JB en JF", ["ja", "jb", "jf"]),
        ("loopbanen tegenover competenties", ["jd-loopbanen", "jf-competenties"]),
    ],
)
def test_names_side_by_side_share_only_what_speech_shares(text, found, lines):
    assert lines(text) == [(one,) for one in found]


def test_a_line_named_twice_is_one_subject(lines):
    assert lines("loopbanen en nog eens loopbanen") == [("jd-loopbanen",)]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("loopbanen van de VDAB", "vdab"),
        ("loopbanen JE", "je"),
        ("thema-overschrijdend VDAB", "vdab"),
        ("JA VDAB", "vdab"),
    ],
)
def test_names_that_contradict_each_other_clash(text, against, subjects):
    (one,) = subjects(text)
    assert one.clash == (against,)


def test_a_line_left_out_is_marked(subjects):
    assert [one.without for one in subjects("activering werk zonder VDAB")] == [False, True]


def test_a_branch_word_alone_names_nothing(subjects):
    assert subjects("werk") == ()


@pytest.mark.parametrize(
    "text",
    [
        "kan je me het budget geven",
        "wat weet je",
        "ja, graag",
        "heb je dat cijfer",
        "kan je eens kijken",
    ],
)
def test_je_and_ja_as_ordinary_words_name_no_programme(text, subjects):
    assert subjects(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("delta vek je", "je"),
        ("je", "je"),
        ("ja", "ja"),
        ("budget ja", "ja"),
        ("waarom stijgt je", "je"),
        ("programma je", "je"),
        ("begrotingsprogramma ja", "ja"),
        ("Hoeveel krijgt JE?", "je"),
        ("Geef me JA", "ja"),
        ("DELTA JE VEK", "je"),
        ("kan je me JE geven", "je"),
        ("ja, hoeveel is loopbanen", "jd-loopbanen"),
        ("weet je hoeveel competenties krijgt", "jf-competenties"),
    ],
)
def test_je_and_ja_as_programmes_are_told_from_the_words(text, line, lines):
    assert lines(text) == [(line,)]


@pytest.mark.parametrize(("text", "found"), [("ja en je", ["ja", "je"]), ("vergelijk jd met je", ["jd", "je"])])
def test_letters_beside_letters_are_programmes(text, found, lines):
    assert lines(text) == [(one,) for one in found]
