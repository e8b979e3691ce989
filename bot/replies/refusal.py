"""Replies that say honestly that something is not in the document, why, and what is known nearby."""

from __future__ import annotations

from collections.abc import Collection

from bot.replies.amounts import as_stated
from bot.replies.announced import counted, told
from bot.replies.echo import echo_without_figures
from bot.replies.figure import line_notes
from bot.replies.model import Button, Items, Paragraph, Part, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined, opening
from bot.replies.nextsteps import HELP, ask, help_steps
from bot.replies.provenance import context, credit_in_words, day, document_line, source_lines
from bot.replies.tables import six_figures
from budget.answers import Answer, RefusalBody, Status
from budget.model import Credit, Document, Level, Line, Nature
from budget.queries import ReasonCode

__all__ = ["not_found_reply", "refusal_reply"]

_MOST_IN_TABLE = 4
_TURNED = "turned"  # the kind of a refusal of a word that turns the question into another one
_CLASH = 2  # lines from which a refusal is about how they go together
_ECHOED = frozenset({ReasonCode.NOT_UNDERSTOOD, ReasonCode.NOT_IN_DOCUMENT, ReasonCode.OTHER_SCOPE})


def _why(code: ReasonCode, document: Document) -> str:
    """Why there is no answer, in words that hold no figure of the budget."""
    rounds = f"{document.base_round.label} en {document.draft_round.label}"
    match code:
        case ReasonCode.OTHER_YEAR:
            return f"Dat jaar staat niet in het document: het gaat alleen over {rounds}."
        case ReasonCode.OTHER_ROUND:
            return f"Die begrotingsronde of uitvoering staat niet in het document: het geeft alleen {rounds}."
        case ReasonCode.OTHER_CREDIT:
            return "Dat soort krediet staat niet in het document: het geeft alleen VAK en VEK."
        case ReasonCode.OTHER_SCOPE | ReasonCode.OTHER_SUBJECT:
            return f"Dat staat niet in het document: het gaat alleen over het beleidsdomein {document.domain}."
        case ReasonCode.NO_REASON_GIVEN:
            return "Een reden daarvoor staat niet in het document."
        case ReasonCode.DOCUMENT_OLDER:
            return f"Dat kan het document niet weten: het dateert van {day(document.date)}."
        case ReasonCode.OPINION:
            return "Daar geef ik geen mening over: ik zeg alleen wat er in het document staat."
        case ReasonCode.NO_FIGURE:
            return "Dat cijfer staat niet in het document."
        case ReasonCode.NOT_UNDERSTOOD:
            return "Die vraag begrijp ik niet."
        case _:
            return "Dat staat niet in het document."


# Said in place of "that I do not understand"; what can be asked stands below it.
_COURTESIES = {
    "thanks": "Graag gedaan.",
    "greeting": "Dag! Stel gerust een vraag.",
    "unread_amount": "Dat bedrag kan ik niet lezen: schrijf het met gewone cijfers, een komma en de eenheid.",
    "self": "Ik ben bbt, een bot: ik zoek cijfers en redenen op in het document, en zeg waar ze staan.",
}


def not_found_reply(answer: Answer, code: ReasonCode, heard: str, nearest: tuple[str, ...]) -> Reply:
    """A refusal with names only: no amount, no percentage, no digit that could pass for one."""
    document = answer.document
    said = echo_without_figures(heard)
    notes = [f"Niet gevonden in het document: “{said}”."] if said else []
    names = [name for name in nearest if not any(mark.isdigit() or mark == "%" for mark in name)]
    if names:
        notes.append(f"Bedoelde je {joined([inner(name) for name in names], 'of')}?")
    else:
        notes.append("Typ bijvoorbeeld “loopbanen”, “waarom stijgt competenties” of “help”.")
    return Reply(
        answer.status.value,
        _COURTESIES.get(answer.kind) or _why(code, document),
        (),
        tuple(notes),
        f"Ik ken alleen de {document.title}." if code is not ReasonCode.OTHER_SUBJECT else "",
        (document_line(document),),
        "",
        tuple(ask(opening(name), name) for name in names),
        help_steps(),
    )


def _headline(answer: Answer, body: RefusalBody) -> str:
    document = answer.document
    about = joined([inner(policy.name) for policy in body.policies] or [in_sentence(line) for line in body.lines])
    for_that = f" voor {about}" if about else ""
    rounds = f"{document.base_round.label} en {document.draft_round.label}"
    if answer.kind == _TURNED:
        return _turned(body, about)
    match body.code:
        case ReasonCode.OTHER_YEAR if body.round == document.base_round:
            what = f"Wat er voor {about} veranderde tot {document.base_round.label}, staat niet in het document"
            return f"{what}: het geeft alleen de verandering van {' naar '.join(_labels(document))}."
        case ReasonCode.OTHER_YEAR:
            year = body.round.label if body.round is not None else "dat jaar"
            subject = f"Voor {about} geeft het document" if about else "Het document geeft"
            return f"{subject} geen cijfer over {year}: het gaat alleen over {rounds}."
        case ReasonCode.NO_REASON_GIVEN:
            credit = f" van het {body.credit.value}" if body.credit is not None else ""
            return f"Voor de verandering{credit} van {about or 'dat cijfer'} geeft het document geen reden."
        case ReasonCode.NOT_UNDERSTOOD if about:
            below = " Hieronder staat wat het document erover zegt." if body.policies or body.reasons else ""
            return f"Ik begrijp die vraag over {about} niet helemaal, dus ik gok niet.{below}"
        case ReasonCode.NO_FIGURE:
            return f"Dat cijfer geeft het document niet{for_that}."
        case ReasonCode.OTHER_SCOPE if about:
            return _scope(answer, body, about)
        case ReasonCode.NOT_IN_DOCUMENT:
            return _absent(answer, body, for_that)
        case _:
            return _why(body.code, document)


def _turned(body: RefusalBody, about: str) -> str:
    """A word that makes another question of it than the document can answer."""
    if not body.heard:
        return f"Twee jaren in één vraag over {about} kan ik zo niet naast elkaar zetten. Vraag ze één voor één."
    said = f"“{echo_without_figures(body.heard)}”"
    if not _per(body):
        return f"Met {said} in die vraag over {about} kan ik niet overweg."
    if body.policies:
        return f"Een cijfer {said} geeft het document niet voor {about}."
    return f"Een cijfer {said} geeft het document niet: voor {about} geeft het alleen kredieten per begrotingsjaar."


def _per(body: RefusalBody) -> bool:
    """Whether what turned a question is a cut the document does not make: "per inwoner", "per maand"."""
    return body.heard.lower().startswith("per ")


def _labels(document: Document) -> tuple[str, str]:
    return document.base_round.label, document.draft_round.label


def _scope(answer: Answer, body: RefusalBody, about: str) -> str:
    """Why a cut of the budget is not there: it would count twice, its lines do not go together, or nobody made it."""
    if answer.kind == "sum":
        return f"{opening(about)} overlappen: wat in beide zit, zou dubbel tellen. Die som geef ik niet."
    if len(body.lines) > 1 and answer.kind != "refusal":
        return _clash(body.lines)
    said = echo_without_figures(body.heard)
    if said:
        return f"Over “{said}” zegt het document niets bij {about}."
    return f"Een aparte opdeling van {about} staat niet in het document."


def _absent(answer: Answer, body: RefusalBody, for_that: str) -> str:
    """What is not in the document: a slide, what letters stand for, or simply that."""
    if answer.kind == "source":
        return f"Die slide bestaat niet: het document heeft {len(answer.document.slides)} slides."
    if body.policies and answer.kind == "measure":
        return f"Hoeveel er dat zijn, staat{for_that} niet in het document."
    nature = getattr(answer.query, "nature", None)
    if answer.kind == "driver_sum" and isinstance(nature, Nature) and nature is not Nature.OTHER:
        named = "Een reden zonder vermelde aard" if nature is Nature.UNSTATED else opening(nature.value)
        return f"{named} noemt het document niet{for_that.replace(' voor ', ' bij ', 1)}."
    said = echo_without_figures(body.heard)
    if body.policies and answer.kind == "driver" and said:
        return f"“{opening(said)}” noemt het document niet{for_that.replace(' voor ', ' bij ', 1)}."
    if answer.kind == "rank":
        return "Zoveel lijnen telt die rangschikking niet."
    if answer.kind == "structure" and all(line.level is Level.PROGRAMME for line in body.lines):
        return f"Onder {joined([in_sentence(line) for line in body.lines])} noemt het document geen ISE's."
    if _letters(answer, body):
        letters = joined([line.programme or "" for line in body.lines])
        return f"Waar {letters} voor staat, zegt het document niet: het geeft alleen de letters."
    return f"Dat staat{for_that} niet in het document."


def _clash(lines: tuple[Line, ...]) -> str:
    """Why lines do not go together: the last one is where the others were looked for."""
    *asked, where = lines
    names = joined([in_sentence(line) for line in asked])
    if where.level is Level.TOTAL:
        return f"{opening(in_sentence(where))} heeft in het document geen eigen cijfer voor {names}."
    verb = "staat" if len(asked) == 1 else "staan"
    return f"{opening(names)} {verb} in het document niet onder {in_sentence(where)}."


def _letters(answer: Answer, body: RefusalBody) -> bool:
    named = bool(body.lines) and all(line.level is Level.PROGRAMME for line in body.lines)
    return named and answer.kind == "glossary"


def _known(body: RefusalBody) -> list[Part]:
    """What the document does say about the very policies that were asked."""
    if body.code is ReasonCode.NO_REASON_GIVEN:
        rows = [(as_stated(reason.amount), reason.name, 0) for reason in body.reasons if reason.amount is not None]
    else:
        rows = [(as_stated(reason.amount) or "zonder bedrag", reason.name, 0) for reason in body.reasons]
        rows += [(counted(action), told(action), 0) for action in body.actions]
    return [Items("Wel in het document", tuple(rows))] if rows else []


def _steps(body: RefusalBody, offered: Collection[str]) -> tuple[Button, ...]:
    """What is known nearby, without what stands already among the readings to choose from."""
    lines: tuple[Line, ...] = body.lines[:3]
    steps = [ask(opening(in_sentence(line)), asked_as(line)) for line in lines]
    steps += [ask(policy.name, inner(policy.name)) for policy in body.policies[:2]]
    return (*[step for step in steps if step.label not in offered], HELP)


def refusal_reply(answer: Answer, body: RefusalBody) -> Reply:
    """Why there is no answer; beside a known subject its real figures, labelled as what the document does give."""
    if answer.status is Status.NOT_FOUND:
        return not_found_reply(answer, body.code, body.heard, body.nearest)
    document = answer.document
    parts = _known(body)
    rounds = f"{document.base_round.label} en {document.draft_round.label}"
    letters = body.code is ReasonCode.NOT_IN_DOCUMENT and _letters(answer, body)
    no_slide = body.code is ReasonCode.NOT_IN_DOCUMENT and answer.kind == "source"
    # Beside an unknown word the figures of a known one would look like its answer.
    off = bool(
        body.policies
        or letters
        or no_slide
        or answer.kind == _TURNED
        or (body.heard and len(body.lines) < _CLASH and body.code in _ECHOED)
    )
    shown = body.lines if len(body.lines) <= _MOST_IN_TABLE and not off else ()
    if shown:
        table = six_figures(shown, document)
        parts.append(Paragraph(f"Wel in het document: {joined([in_sentence(line) for line in shown])} in {rounds}."))
        parts.append(table)
    credits = (body.credit,) if body.credit is not None else tuple(Credit)
    turned = answer.kind == _TURNED
    # What is told of a policy stands in the headline; its own words are found in the document.
    told = (bool(body.policies) and answer.kind in {"measure", "driver"}) or body.code is ReasonCode.OTHER_SCOPE
    echoed = body.code in _ECHOED and len(body.lines) < _CLASH and not (turned or told)
    said = echo_without_figures(body.heard) if echoed else ""
    unread = "Dit woord ken ik niet" if " " not in said else "Deze woorden ken ik niet"
    start = unread if body.code is ReasonCode.NOT_UNDERSTOOD else "Niet gevonden in het document"
    notes = [f"{start}: “{said}”."] if said else []
    if turned:
        drop = f"vraag het zonder “{echo_without_figures(body.heard)}”, of " if _per(body) else "laat dat weg, of "
        notes.append(f"Liever geen cijfer dan een verkeerd cijfer: {drop if body.heard else ''}kies hieronder.")
    notes += line_notes(shown, ())
    if body.code is ReasonCode.OTHER_CREDIT:
        notes.append(f"Het document geeft het {' en het '.join(credit_in_words(credit) for credit in Credit)}.")
    choices = tuple(ask(opening(name), name) for name in body.nearest)
    return Reply(
        answer.status.value,
        _headline(answer, body),
        tuple(parts),
        tuple(notes),
        context(document, shown[0].scope, *credits) if shown else "",
        source_lines(answer.sources) or (document_line(document),),
        "",
        choices,
        _steps(body, {choice.label for choice in choices}),
    )
