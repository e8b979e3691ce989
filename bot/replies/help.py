"""The help reply: what can be asked, by example; every example is a command that works."""

from __future__ import annotations

from bot.replies.model import Items, Reply
from bot.replies.nextsteps import ask
from bot.replies.provenance import document_line
from budget.answers import Answer, HelpBody

__all__ = ["EXAMPLES", "help_reply"]

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("loopbanen", "het budget, de verandering en de redenen"),
    ("loopbanen VEK 2021", "een ander krediet of een ander jaar"),
    ("waarom stijgt loopbanen", "de redenen, als een lijst die optelt"),
    ("delta JE", "de verandering in euro en in procent"),
    ("index dienstencheques", "één reden apart"),
    ("hoeveel index in totaal", "de som van één soort redenen"),
    ("stijgers", "lijnen op volgorde, ook “dalers” of “grootste ISE”"),
    ("vergelijk loopbanen met competenties", "twee lijnen naast elkaar"),
    ("aandeel VDAB in competenties", "een deel van een geheel"),
    ("15,2 miljoen", "waar een getal vandaan komt"),
    ("re-integratie", "een maatregel en haar aantallen"),
    ("structuur", "welke ISE onder welk programma staat"),
    ("wat is VAK", "een woord uitgelegd"),
    ("bron loopbanen", "op welke slide iets staat"),
    ("zoek telewerk", "zoeken in alles"),
    ("audit", "alle controles op de cijfers"),
)


def help_reply(answer: Answer, body: HelpBody) -> Reply:
    """What can be asked, with examples; after an empty question the same, introduced as such."""
    document = answer.document
    if body.explicit:
        headline = f"Vraag een cijfer, een reden of een maatregel uit de {document.title}."
    else:
        headline = (
            f"Typ een vraag over de {document.title}, bijvoorbeeld “loopbanen” of “waarom daalt thema-overschrijdend”."
        )
    rows = tuple(("", f"{command}: {what}", 0) for command, what in EXAMPLES)
    return Reply(
        answer.status.value,
        headline,
        (Items("Voorbeelden", rows),),
        ("Zonder krediet gaat een antwoord over het VAK, zonder jaar over de begrotingsopmaak.",),
        "",
        (document_line(document),),
        "",
        (),
        tuple(ask(command[:1].upper() + command[1:], command) for command, _ in EXAMPLES[:5]),
    )
