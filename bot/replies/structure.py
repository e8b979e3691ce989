"""Replies on the structure: which ISE stands under which programme and objective."""

from __future__ import annotations

from bot.replies.model import Items, Reply
from bot.replies.naming import asked_as, in_sentence, joined, kind_of_line, opening, subject
from bot.replies.nextsteps import ask
from bot.replies.provenance import cited, context, document_line, source_lines
from budget.answers import Answer, StructureBody
from budget.model import Level, Line
from budget.queries import StructureTopic

__all__ = ["structure_reply"]


def _parts_sentence(line: Line, below: tuple[Line, ...]) -> str:
    where = in_sentence(line)
    if not below:
        return f"Onder {where} staat in het document niets lager."
    kind = kind_of_line(below[0], plural=len(below) > 1)
    stands = "staan" if len(below) > 1 else "staat"
    count = str(len(below)) if len(below) > 1 else "één"
    return f"Onder {where} {stands} {count} {kind}: {joined([in_sentence(each) for each in below])}."


def _parent_sentence(line: Line, above: tuple[Line, ...]) -> str:
    if not above:
        return f"{subject(line)} staat bovenaan: er staat niets boven."
    named = [in_sentence(each) for each in above if each.level is not Level.TOTAL]
    alone = line.level is Level.ISE and not any(each.level is Level.OBJECTIVE for each in above)
    tail = ", onder geen van de strategische doelstellingen" if alone and line.whole is None else ""
    heads = joined([in_sentence(each) for each in above if each.level is Level.TOTAL])
    if not named:
        return f"{subject(line)} staat onder {heads}{tail}."
    within = f", binnen {heads}" if heads else ""
    return f"{subject(line)} staat onder {joined(named)}{within}{tail}."


def _headline(body: StructureBody) -> str:
    heads = [line for line, _ in body.groups]
    match body.topic:
        case StructureTopic.PARENT if body.groups:
            return _parent_sentence(*body.groups[0])
        case StructureTopic.PROGRAMMES:
            return _counted([each for _, group in body.groups for each in group] or heads, "programma's")
        case StructureTopic.ISES:
            below = [each for _, group in body.groups for each in group]
            return _counted(below or heads, "ISE's")
        case StructureTopic.OBJECTIVES:
            return _counted(heads, "strategische doelstellingen")
        case _ if len(body.groups) == 1:
            return _parts_sentence(*body.groups[0])
        case _:
            return f"De structuur bestaat uit {joined([in_sentence(line) for line in heads])}."


def _counted(lines: list[Line], kind: str) -> str:
    if len(lines) == 1:
        return f"Er is één {kind_of_line(lines[0])}: {in_sentence(lines[0])}."
    names = [line.name if line.level is Level.OBJECTIVE else in_sentence(line) for line in lines]
    return f"Er zijn {len(lines)} {kind}: {joined(names)}."


def _below(line: Line) -> str:
    return f"ISE {in_sentence(line)}" if line.level is Level.ISE else in_sentence(line)


def _groups(body: StructureBody) -> tuple[Items, ...]:
    rows = []
    for line, others in body.groups:
        rows.append(("", opening(line.name), 0))
        rows += [("", _below(each), 1) for each in others]
    title = "Staat onder" if body.topic is StructureTopic.PARENT else "Structuur"
    return (Items(title, tuple(rows)),) if rows else ()


def structure_reply(answer: Answer, body: StructureBody) -> Reply:
    """The asked part of the structure, as a sentence and as an indented list."""
    headline = _headline(body)
    shown = [line for line, _ in body.groups][:3]
    notes = []
    if any(line.level is Level.PROGRAMME for line, others in body.groups for line in (line, *others)):
        notes.append("Het document geeft voor de programma's alleen de letters, geen namen.")
    return Reply(
        answer.status.value,
        headline,
        _groups(body),
        tuple(notes),
        context(answer.document, shown[0].scope if shown else ""),
        source_lines(answer.sources) or (document_line(answer.document),),
        f"{headline.rstrip('.')} {cited(answer)}.",
        (),
        tuple(ask(line.name, asked_as(line)) for line in shown),
    )
