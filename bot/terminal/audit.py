"""`bbt audit`: every check of every document, also when one fails; it repairs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]

FAILURE = 1
EXAMPLES = """\
Elke rij: wat werd verwacht, wat gevonden, het verschil, en of dat verschil bekend is uit de bron.
Afsluitcode: 0 alles klopt (bekende verschillen tellen mee), 1 minstens één controle klopt niet, 2 verkeerd gebruikt."""


def run(arguments: Sequence[str]) -> int:
    """Print the checks and return 1 when one does not hold."""
    parser = Parser("bbt audit [opties]", "Controleert alle cijfers van elk document tegen elkaar.", EXAMPLES)
    parser.parse_args(list(arguments))
    # The data is read here without the check at the door, or a failing figure would hide all other checks.
    from bot.replies.build import build
    from bot.terminal.house import read_here
    from bot.terminal.text import reply_text
    from budget.engine import answer
    from budget.queries import AuditQuery
    from budget.reconcile import checks, reconcile

    catalog, folder = read_here()
    explanations = catalog.explanations
    print("\n\n".join(reply_text(build(answer(AuditQuery(id_), catalog))) for id_ in explanations))
    if not all(check.holds for explanation in explanations.values() for check in checks(explanation)):
        return FAILURE
    for explanation in explanations.values():
        reconcile(explanation, str(folder))  # a known gap without a check is the one thing a table cannot show
    return 0
