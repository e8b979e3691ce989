"""With several documents side by side a question is about the one that knows its names."""

from __future__ import annotations

import pytest

from bot.handle import handle
from bot.wiring import open_house
from tests.benchmarks.dataset import write_dataset


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A house with the document of 2022 and a newer one, and the name of a line only the newer one has."""
    folder = tmp_path_factory.mktemp("two")
    names = write_dataset(folder, 30)
    return open_house(folder), names[0]


def ask(house, text):
    return handle(text, house).answer


@pytest.mark.parametrize(
    "question", ["loopbanen", "waarom stijgt loopbanen", "budget loopbanen 2021", "index dienstencheques"]
)
def test_a_name_of_the_older_document_is_answered_out_of_it(two, question):
    answer = ask(two[0], question)
    assert answer.document.id == "2022-wse"
    assert answer.status == "ok"


@pytest.mark.parametrize("question", ["{}", "budget {} 2023", "{} BO 2023", "hoeveel kreeg {} in 2022"])
def test_a_name_of_the_newer_document_is_answered_out_of_it(two, question):
    answer = ask(two[0], question.format(two[1]))
    assert answer.document.id == "2023-proef"
    assert answer.status == "ok"


def test_a_name_with_a_year_its_document_does_not_have_is_refused(two):
    assert ask(two[0], f"budget {two[1]} 2021").status == "no_data"


def test_names_of_two_documents_in_one_question_are_not_mixed(two):
    answer = ask(two[0], f"vergelijk loopbanen met {two[1]}")
    assert answer.status in ("no_data", "not_found")


def test_a_question_without_a_name_is_about_the_newest_document(two):
    assert ask(two[0], "wie stelde het document voor").document.id == "2023-proef"
