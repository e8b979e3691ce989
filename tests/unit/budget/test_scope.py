"""Which of the two rounds is meant."""

from __future__ import annotations

import pytest

from budget.model import Round
from budget.queries import ReasonCode
from budget.scope import settled_round
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog

DOCUMENT = load_catalog(builtin_folder()).default.document


@pytest.mark.parametrize(
    ("asked", "change", "expected"),
    [
        (None, False, DOCUMENT.draft_round),
        (Round("", 2022), True, DOCUMENT.draft_round),
        (Round("BO", 2022), True, DOCUMENT.draft_round),
        (Round("", 2021), False, DOCUMENT.base_round),
        (Round("BA", 2021), False, DOCUMENT.base_round),
        (Round("BA", 2021), True, ReasonCode.OTHER_YEAR),
        (Round("", 2021), True, ReasonCode.OTHER_YEAR),
        (Round("BO", 2021), False, ReasonCode.OTHER_ROUND),
        (Round("BA", 2022), False, ReasonCode.OTHER_ROUND),
        (Round("", 1999), False, ReasonCode.OTHER_YEAR),
    ],
)
def test_a_round_is_one_of_the_document_or_a_reason_why_not(asked, change, expected):
    assert settled_round(DOCUMENT, asked, change=change) == expected


def test_a_settled_round_is_the_documents_own_object():
    assert settled_round(DOCUMENT, Round("BA", 2021)) is DOCUMENT.base_round
