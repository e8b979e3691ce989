"""About the document."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.queries import ReadNumber, ReasonCode, SourceQuery, SourceTopic

T = SourceTopic


@pytest.mark.parametrize("topic", [T.DOCUMENT, T.DATE, T.PRESENTER, T.VENUE])
def test_who_when_and_where_stand_on_the_first_slide(ask, topic):
    got = ask(SourceQuery(topic))
    assert (got.status, got.kind, got.subjects) == (Status.OK, "source", ("wse",))
    assert [one.slide.number for one in got.sources] == [1]


@pytest.mark.parametrize(
    ("query", "slides"),
    [
        (SourceQuery(T.UNIT), [3, 4]),
        (SourceQuery(T.SLIDE_OF, "jd-loopbanen"), [3, 11]),
        (SourceQuery(T.SLIDE_OF, "vdab-jf-competenties"), [4, 12]),
        (SourceQuery(T.SLIDE_OF, policy="dienstencheques"), [11, 9]),
        (SourceQuery(T.SLIDE_OF, policy="careerflow"), [9]),
        (SourceQuery(T.SLIDES, slide=11), [11]),
        (SourceQuery(T.GAP, "je-duurzame-arbeidsmarkt"), [3, 14]),
    ],
)
def test_an_answer_names_the_slides_it_stands_on(ask, query, slides):
    got = ask(query)
    assert [one.slide.number for one in got.sources] == slides
    assert [one.number for one in got.body.slides] == slides


def test_all_slides_can_be_listed(ask):
    assert len(ask(SourceQuery(T.SLIDES)).body.slides) == 17


def test_a_slide_that_does_not_exist_is_no_data(ask):
    got = ask(SourceQuery(T.SLIDES, slide=18))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NOT_IN_DOCUMENT)


def test_a_known_oddity_comes_with_the_real_figures_of_the_line(ask):
    got = ask(SourceQuery(T.GAP, "je-duurzame-arbeidsmarkt"))
    assert [one.value_eur for one in got.figures] == [11_988_000, 11_909_000, 79_000]
    assert got.body.statement.total.eur == 11_900_000
    assert got.body.gaps


def test_all_oddities_can_be_asked(ask, catalog):
    assert ask(SourceQuery(T.GAP)).body.gaps == tuple(catalog.default.gaps.values())


def test_the_subject_of_a_policy_is_where_it_stands(ask):
    assert ask(SourceQuery(T.SLIDE_OF, policy="dienstencheques")).subjects == ("jd-loopbanen",)


@pytest.mark.parametrize(
    "numbers",
    [
        (
            ReadNumber("eur", 11_900_000, 100_000, signed=False, text=""),
            ReadNumber("qty", 11_988, 1, signed=False, text=""),
        ),
        (ReadNumber("qty", 119, 1, signed=False, text="11,9", scale=1),),
    ],
)
def test_a_contradiction_is_found_by_the_numbers_that_contradict_each_other(ask, numbers):
    got = ask(SourceQuery(T.GAP, numbers=numbers))
    assert got.subjects == ("je-duurzame-arbeidsmarkt",)
    assert got.body.gaps
