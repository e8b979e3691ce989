"""Help."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.queries import HelpQuery


@pytest.mark.parametrize("explicit", [True, False])
def test_help_is_about_nothing(ask, explicit):
    got = ask(HelpQuery(explicit))
    assert (got.status, got.kind, got.subjects, got.body.explicit) == (Status.HELP, "help", (), explicit)
