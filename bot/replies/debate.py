"""What people read of a debate: the live score, its summary, and what was said before; it posts nothing."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from bot.replies.echo import echo
from bot.replies.model import Button, Items, Reply
from bot.replies.naming import opening
from bot.replies.verdicts import claims_counted, verdict_name, verdicts_counted
from bot.storage.spoken import Statement
from budget.claims.model import Verdict

__all__ = [
    "already_open",
    "board",
    "cleared",
    "closing",
    "export",
    "gone_already",
    "nothing_open",
    "only_in_conversation",
    "removed",
    "said_before",
    "wipe_question",
    "wiped",
]

_LAST = 3
_SHOWN = 20


def _score(statements: Sequence[Statement]) -> str:
    told = verdicts_counted(Counter(Verdict(one.verdict) for one in statements))
    return f"{claims_counted(len(statements))}: {told}" if told else "nog geen beweringen"


def _row(one: Statement) -> tuple[str, str, int]:
    return (opening(verdict_name(Verdict(one.verdict))), f"“{echo(one.quote)}”", 0)


def board(statements: Sequence[Statement], clock: str) -> Reply:
    """The live message of a debate: how many claims of each verdict, and the last three."""
    last = tuple(_row(one) for one in reversed(statements[-_LAST:]))
    return Reply(
        "ok",
        f"Debat bezig, {_score(statements)}.",
        (Items("Laatste beweringen", last),) if last else (),
        (f"Begonnen om {clock}. Meld een bewering aan mij, of kies “Factcheck dit” bij een bericht.",),
    )


def closing(statements: Sequence[Statement], *, silent: bool = False) -> Reply:
    """The summary of a debate that ended, with the claims the document contradicts."""
    why = "Het bleef twaalf uur stil, dus het debat is afgesloten" if silent else "Het debat is afgesloten"
    wrong = [one for one in statements if one.verdict in {Verdict.FALSE.value, Verdict.HALF.value}]
    rows = tuple(_row(one) for one in wrong[:_SHOWN])
    counted = f"met {_score(statements)}" if statements else "zonder beweringen"
    return Reply("ok", f"{why} {counted}.", (Items("Wat niet of maar half klopte", rows),) if rows else ())


def already_open() -> Reply:
    """What is said when a debate is open there already."""
    return Reply("ok", "Hier loopt al een debat. Met “debat stop” sluit je het af.")


def nothing_open() -> Reply:
    """What is said when no debate is open there."""
    return Reply("ok", "Hier loopt geen debat. Met “debat start” begin je er een.")


def only_in_conversation() -> Reply:
    """What is said where no debate can be held: in a slash command, or alone with the bot."""
    return Reply("ok", "Een debat start je in een kanaal of een thread, door mij te vermelden: @bbt debat start.")


def removed() -> str:
    """What is said when a misread claim was removed."""
    return "Weggehaald: die bewering telt niet meer mee."


def gone_already() -> str:
    """What is said when a claim that is to be removed is not there any more."""
    return "Die bewering was al weg."


def wipe_question(number: int) -> Reply:
    """The question before a log is cleared."""
    if not number:
        return Reply("ok", "Het log van dit gesprek is al leeg.")
    held = f"Er {'staat' if number == 1 else 'staan'} {claims_counted(number)} in"
    asked = f"Wil je het log van dit gesprek wissen? {held}, en wat weg is, komt niet terug."
    return Reply("ok", asked, buttons=(Button("Ja, wis het log", "log wis ja"),))


def wiped(number: int) -> Reply:
    """What who cleared a log is told."""
    are = "is" if number == 1 else "zijn"
    return Reply("ok", f"Het log van dit gesprek is leeg: {claims_counted(number)} {are} gewist.")


def cleared(number: int) -> str:
    """What is said in the conversation when its log was cleared."""
    return f"heeft het log van dit gesprek gewist ({claims_counted(number)})."


def said_before(statements: Sequence[Statement], about: str = "") -> Reply:
    """What was judged before in a conversation, newest first."""
    heard = echo(about)
    over = f" over “{heard}”" if heard else ""
    if not statements:
        return Reply("no_data", f"In dit gesprek is nog niets{over} nagekeken en bewaard.")
    rows = tuple(
        (opening(verdict_name(Verdict(one.verdict))), f"{one.at:%d/%m/%Y}: “{echo(one.quote)}”. {one.told}", 0)
        for one in reversed(statements[-_SHOWN:])
    )
    more = (f"Alleen de laatste {_SHOWN} staan hier.",) if len(statements) > _SHOWN else ()
    return Reply("ok", f"Eerder in dit gesprek{over}: {_score(statements)}.", (Items("Nagekeken", rows),), more)


def export(statements: Sequence[Statement]) -> str:
    """All claims of a debate as a table for a spreadsheet, separated by semicolons as Excel in Belgium reads it."""
    out = io.StringIO()
    sheet = csv.writer(out, delimiter=";", lineterminator="\r\n")
    sheet.writerow(("tijd", "oordeel", "bewering", "uitleg", "document"))
    for one in statements:
        cells = (one.quote, one.told)
        # A cell that begins like a formula would be run by a spreadsheet.
        safe = [f"'{cell}" if cell[:1] in "=+-@\t\r" else cell for cell in (" ".join(cell.split()) for cell in cells)]
        sheet.writerow((f"{one.at:%Y-%m-%d %H:%M:%S}", verdict_name(Verdict(one.verdict)), *safe, one.document))
    return "\ufeff" + out.getvalue()
