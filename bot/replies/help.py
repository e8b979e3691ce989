"""The help reply: what can be asked, by example; every example is a command that works."""

from __future__ import annotations

from collections.abc import Mapping

from bot.grammar.examples import EXAMPLES
from bot.replies.model import Items, Reply
from bot.replies.nextsteps import ask
from bot.replies.provenance import document_line
from budget.answers import Answer, HelpBody
from budget.queries import (
    ActionQuery,
    ArithmeticQuery,
    AuditQuery,
    CausesQuery,
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
    RestQuery,
    SearchQuery,
    ShareQuery,
    SourceQuery,
    StructureQuery,
    SumQuery,
)

__all__ = ["help_reply"]

_WHAT: Mapping[type[Query], str] = {
    FigureQuery: "het budget van een lijn, met de verandering en de redenen; krediet en jaar mogen erbij",
    ReasonQuery: "de redenen, als een lijst die optelt",
    PolicyQuery: "één maatregel of één reden apart",
    NatureQuery: "de som van één soort redenen, ook “nieuw beleid”",
    CausesQuery: "een verandering zonder een van haar redenen",
    RestQuery: "wat de redenen niet verklaren",
    RankQuery: "lijnen op volgorde, ook “dalers” of “grootste programma”",
    CompareQuery: "twee of meer lijnen naast elkaar",
    CreditCompareQuery: "de twee kredieten naast elkaar",
    ShareQuery: "een deel van een geheel, of van een stijging",
    SumQuery: "lijnen samengeteld",
    ArithmeticQuery: "een verschil of een som narekenen",
    LookupQuery: "waar een getal vandaan komt",
    ActionQuery: "de aangekondigde maatregelen",
    StructureQuery: "wat onder welk programma en welke doelstelling staat",
    GlossaryQuery: "een woord uitgelegd",
    SourceQuery: "op welke slide iets staat, of wie het document voorstelde en wanneer",
    SearchQuery: "zoeken in alles",
    AuditQuery: "alle controles op de cijfers",
    HelpQuery: "deze uitleg",
}
# An answer without a figure stays without one: the number to look up is left to the reader.
_SHOWN: Mapping[type[Query], str] = {LookupQuery: "waar komt … vandaan (met het bedrag)"}
_BUTTONS = 5


def help_reply(answer: Answer, body: HelpBody) -> Reply:
    """What can be asked, with examples; after an empty question the same, introduced as such."""
    document = answer.document
    if body.explicit:
        headline = f"Vraag een cijfer, een reden of een maatregel uit de {document.title}."
    else:
        headline = (
            f"Typ een vraag over de {document.title}, bijvoorbeeld “loopbanen” of “waarom daalt thema-overschrijdend”."
        )
    rows = tuple(("", f"{_SHOWN.get(kind, command)}: {_WHAT[kind]}", 0) for kind, command in EXAMPLES.items())
    return Reply(
        answer.status.value,
        headline,
        (Items("Voorbeelden", rows),),
        ("Zonder krediet gaat een antwoord over het VAK, zonder jaar over de begrotingsopmaak.",),
        "",
        (document_line(document),),
        "",
        (),
        tuple(ask(command[:1].upper() + command[1:], command) for command in tuple(EXAMPLES.values())[:_BUTTONS]),
    )
