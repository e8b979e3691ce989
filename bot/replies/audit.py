"""Replies on the reconciliation: every check with what was expected and found, and the known gaps."""

from __future__ import annotations

from bot.replies.model import Reply, Table
from bot.replies.nextsteps import help_steps
from bot.replies.provenance import document_line, source_lines
from bot.replies.tables import IN_THOUSANDS
from budget.answers import Answer, AuditBody, Check
from budget.model import Document
from budget.money import thousands

__all__ = ["audit_reply"]

_GROUPS = {
    "rounds": "ronde plus delta",
    "programme": "som van de ISE's",
    "total": "som van de programma's",
    "objective": "som van de doelstelling",
    "part": "deel tegenover geheel",
    "statement": "slide tegenover tabel",
    "reasons": "redenen tegenover delta",
    "net": "nettobedrag van delen",
}
_HEADER = ("Controle", "Rij", "Kolom", "Verwacht", "Gevonden", "Verschil", "Uitkomst")
_NUMERIC = (False, False, False, True, True, True, False)


def _outcome(check: Check) -> str:
    if not check.holds:
        return "FOUT"
    if check.gap is not None:
        return "bekend verschil"
    # A part may be anything up to its whole: what it leaves over is no rounding.
    return "afronding" if check.difference_eur and not check.at_most else "klopt"


def _column(check: Check, document: Document) -> str:
    """The credit of a check, and the round where it looks at one column of the table."""
    credit = check.credit.value if check.credit is not None else ""
    base, draft = document.base_round.label, document.draft_round.label
    columns = {"base": base, "delta": "delta", "draft": draft, "total": draft, "change": "delta"}
    word = check.id.rpartition(":")[2].rpartition("_")[2]
    return f"{credit} {columns.get(word, '')}".strip()


def _row(check: Check, document: Document) -> tuple[str, ...]:
    difference = thousands(check.difference_eur, sign=True) if check.difference_eur else "0"
    return (
        _GROUPS.get(check.group, check.group),
        check.row,
        _column(check, document),
        thousands(check.expected_eur),
        thousands(check.found_eur),
        difference,
        _outcome(check),
    )


def audit_reply(answer: Answer, body: AuditBody) -> Reply:
    """All checks of one document in one table, the known gaps explained below it."""
    wrong = [check for check in body.checks if not check.holds]
    known = [check for check in body.checks if check.holds and check.gap is not None]
    counted = f"{len(body.checks)} controles op {body.document.short}"
    if wrong:
        headline = f"{counted}: {len(wrong)} kloppen niet."
    elif known:
        headline = f"{counted}: alles klopt, met {len(known)} bekende verschillen in de bron zelf."
    else:
        headline = f"{counted}: alles klopt."
    notes = tuple(dict.fromkeys(f"{check.row}: {check.gap.explanation}" for check in known if check.gap is not None))
    return Reply(
        answer.status.value,
        headline,
        (Table(IN_THOUSANDS, _HEADER, tuple(_row(check, body.document) for check in body.checks), _NUMERIC),)
        if body.checks
        else (),
        notes,
        "",
        source_lines(answer.sources) or (document_line(body.document),),
        "",
        (),
        help_steps(),
    )
