"""One typed example of every kind of question the grammar knows; help is made from this, so it cannot miss one."""

from __future__ import annotations

from collections.abc import Mapping

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
    NatureQuery,
    PolicyQuery,
    Query,
    RankQuery,
    ReasonQuery,
    RefusalQuery,
    RestQuery,
    SearchQuery,
    ShareQuery,
    SourceQuery,
    StructureQuery,
    SumQuery,
)

__all__ = ["EXAMPLES", "NOT_ASKED"]

EXAMPLES: Mapping[type[Query], str] = {
    FigureQuery: "loopbanen VEK 2021",
    ReasonQuery: "waarom stijgt loopbanen",
    PolicyQuery: "index dienstencheques",
    NatureQuery: "hoeveel index in totaal",
    RestQuery: "wat blijft onverklaard bij competenties",
    RankQuery: "stijgers",
    CompareQuery: "vergelijk loopbanen met competenties",
    CreditCompareQuery: "VAK en VEK van thema-overschrijdend",
    ShareQuery: "aandeel VDAB in competenties",
    SumQuery: "som van JA en JB",
    ArithmeticQuery: "activering werk zonder VDAB",
    CausesQuery: "loopbanen zonder index",
    LookupQuery: "waar komt 15,2 miljoen vandaan",
    ActionQuery: "maatregelen activering werk",
    StructureQuery: "onder welk programma valt competenties",
    GlossaryQuery: "wat is VAK",
    SourceQuery: "bron loopbanen",
    SearchQuery: "zoek telewerk",
    AuditQuery: "audit",
    HelpQuery: "help",
}
"""Per kind of question a text that asks it, in the order help shows them."""

NOT_ASKED: frozenset[type[Query]] = frozenset({ChoiceQuery, RefusalQuery})
"""Queries nobody types: what an ambiguous or unanswerable question becomes."""
