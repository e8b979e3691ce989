"""The one door of the domain."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from budget.answers import Answer, Status
from budget.engine import answer
from budget.model import Catalog, Level, Nature, Round
from budget.queries import (
    ActionQuery,
    ArithmeticQuery,
    AuditQuery,
    CausesQuery,
    ChoiceQuery,
    CompareQuery,
    CreditCompareQuery,
    FigureQuery,
    GlossaryQuery,
    HelpQuery,
    LookupQuery,
    Measure,
    NatureQuery,
    Pick,
    PolicyQuery,
    Query,
    RankQuery,
    ReadNumber,
    ReasonCode,
    ReasonQuery,
    RefusalQuery,
    RestQuery,
    SearchQuery,
    ShareQuery,
    SourceQuery,
    SourceTopic,
    StructureQuery,
    StructureTopic,
    SumQuery,
)
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog

ONE_OF_EACH: tuple[Query, ...] = (
    FigureQuery(("jd",)),
    ReasonQuery("jd-loopbanen"),
    PolicyQuery(("dienstencheques",)),
    ActionQuery(),
    NatureQuery(Nature.INDEX, "wse"),
    CausesQuery("off", (Pick(nature=Nature.INDEX),), "jd-loopbanen"),
    RestQuery("jd-loopbanen"),
    RankQuery(),
    CompareQuery(("ja", "jb")),
    CreditCompareQuery("jd"),
    ShareQuery("je", "wse"),
    SumQuery(("ja", "jb")),
    ArithmeticQuery("-", ("ja", "jb")),
    StructureQuery(StructureTopic.ISES),
    GlossaryQuery(("vak",)),
    SourceQuery(SourceTopic.DATE),
    LookupQuery(ReadNumber("eur", 57_700_000, 100_000, signed=False, text="57,7 miljoen")),
    AuditQuery(),
    SearchQuery("telewerk"),
    ChoiceQuery((("jd-activering", "a"), ("je-activering", "b")), "activering"),
    RefusalQuery(ReasonCode.OPINION, "not_found"),
    HelpQuery(),
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(builtin_folder())


def test_every_type_of_query_has_its_example_here():
    assert {type(query) for query in ONE_OF_EACH} == set(get_args(Query))


@pytest.mark.parametrize("query", ONE_OF_EACH, ids=lambda query: type(query).__name__)
def test_every_query_gets_an_answer_about_itself(catalog, query):
    got = answer(query, catalog)
    assert isinstance(got, Answer)
    assert got.query is query
    assert got.document is catalog.default.document
    values = [got.value_eur, got.value_pct, got.value_qty]
    assert sum(value is not None for value in values) <= 1


@pytest.mark.parametrize("query", ONE_OF_EACH, ids=lambda query: type(query).__name__)
def test_no_figure_stands_without_a_source(catalog, query):
    got = answer(query, catalog)
    assert got.sources or not got.figures
    assert (got.reason_code is None) == (got.status not in (Status.NO_DATA, Status.NOT_FOUND))


@pytest.mark.parametrize("query", ONE_OF_EACH, ids=lambda query: type(query).__name__)
def test_the_same_question_gets_the_same_answer(catalog, query):
    assert answer(query, catalog) == answer(query, catalog)


def test_an_id_the_catalog_does_not_have_is_an_error_and_no_guess(catalog):
    with pytest.raises(KeyError):
        answer(FigureQuery(("onderwijs",)), catalog)


@pytest.fixture(scope="module")
def two(catalog: Catalog) -> Catalog:
    """A younger document of the same domain beside the built-in one, without programme JB."""
    newer = catalog.default
    document = replace(
        newer.document, id="2024-wse", base_round=Round("BA", 2023), draft_round=Round("BO", 2024), address="x#{slide}"
    )
    lines = {key: line for key, line in newer.lines.items() if key != "jb"}
    return Catalog(
        {"2024-wse": replace(newer, document=document, lines=lines), **catalog.explanations}, catalog.glossary, ()
    )


def test_the_newest_document_answers_unless_another_is_named(two):
    assert answer(FigureQuery(("jd",)), two).document.id == "2024-wse"
    assert answer(FigureQuery(("jd",), document="2022-wse"), two).document.id == "2022-wse"


def test_a_year_or_line_the_newest_lacks_is_found_in_the_document_that_has_it(two):
    old = answer(FigureQuery(("jd",), round=Round("", 2021)), two)
    assert (old.status, old.document.id) == (Status.OK, "2022-wse")
    assert answer(FigureQuery(("jb",), Measure.LEVEL), two).document.id == "2022-wse"


def test_a_year_no_document_has_is_refused_by_the_newest(two):
    got = answer(FigureQuery(("jd",), round=Round("", 2015)), two)
    assert (got.status, got.reason_code, got.document.id) == (Status.NO_DATA, ReasonCode.OTHER_YEAR, "2024-wse")


def test_a_source_links_to_its_slide_when_the_document_has_an_address(two):
    assert [one.link for one in answer(FigureQuery(("jd",)), two).sources] == ["x#3"]
    assert [one.link for one in answer(FigureQuery(("jd",), document="2022-wse"), two).sources] == [None]


def test_objectives_rank_in_every_document(two):
    assert len(answer(RankQuery(Level.OBJECTIVE), two).subjects) == 3
