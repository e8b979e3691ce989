"""The dialogs in the YAML files beside this one, turn by turn, through the road every face takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.grammar.followup import remember
from bot.handle import Handled, handle
from bot.replies.model import Items, Paragraph, Reply, Table
from bot.wiring import House
from budget.answers import Status

FOLDER = Path(__file__).parent
FIELDS = {"ask", "status", "kind", "subjects", "credit", "round", "reason_code", "contains", "lacks"}
VALUES = {"value_eur", "value_pct", "value_qty"}
AMOUNT = re.compile(r"\d[\d.,]*\s*(?:%|procent|euro|duizend|miljoen|miljard|mln|mld)")

Turn = dict[str, Any]


def dialogs() -> Iterator[tuple[str, list[Turn]]]:
    """Every dialog of every file with its name: the file and its first question."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, turns in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
            yield f"{path.stem}-{number}-{turns[0]['ask'][:40]}", turns


DIALOGS = dict(dialogs())


def text_of(reply: Reply) -> str:
    """All that a person reads in a reply, with plain spaces."""
    found = [reply.headline, *reply.notes, reply.context, reply.paste, *(one.text for one in reply.sources)]
    found += [button.label for button in (*reply.choices, *reply.buttons)]
    for part in reply.parts:
        if isinstance(part, Paragraph):
            found.append(part.text)
        elif isinstance(part, Table):
            found += [part.caption, *part.header, *(cell for row in part.rows for cell in row)]
        elif isinstance(part, Items):
            found += [part.title, *(f"{amount} {text}" for amount, text, _ in part.items)]
    return "\n".join(found).replace("\u00a0", " ")


def check(turn: Turn, got: Handled) -> None:
    """Hold one turn against what was answered."""
    assert set(turn) <= FIELDS | VALUES, f"unknown field in {turn}"
    answer, reply = got.answer, text_of(got.reply)
    found: Turn = {
        "status": answer.status.value,
        "kind": answer.kind,
        "subjects": list(answer.subjects),
        "credit": answer.credit and answer.credit.value,
        "round": answer.round and answer.round.label,
        "reason_code": answer.reason_code and answer.reason_code.value,
    }
    expected = {name: value for name, value in turn.items() if name in found}
    assert {name: found[name] for name in expected} == expected, got.reply.headline
    assert (answer.value_eur, answer.value_qty) == (turn.get("value_eur"), turn.get("value_qty"))
    if "value_pct" in turn:
        assert answer.value_pct is not None
        assert abs(answer.value_pct - Fraction(str(turn["value_pct"]))) < Fraction(1, 1000)
    else:
        assert answer.value_pct is None
    for piece in turn.get("contains", []):
        assert piece in reply
    for piece in turn.get("lacks", []):
        assert piece not in reply


def check_manners(got: Handled) -> None:
    """What every reply owes its reader, whatever was asked."""
    answer, reply = got.answer, text_of(got.reply)
    assert got.reply.headline.strip()
    assert got.reply.status == answer.status.value
    if answer.status in {Status.NOT_FOUND, Status.HELP}:
        assert answer.figures == ()
    if answer.status is Status.NOT_FOUND:
        assert not AMOUNT.search(reply), reply
    if answer.value_eur is not None:
        assert got.reply.sources
        assert "slide" in reply
        assert "VAK" in reply or "VEK" in reply
    if answer.status is Status.AMBIGUOUS:
        assert len(got.reply.choices) > 1


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_goes_as_it_is_written(name: str, house: House) -> None:
    last = None
    for turn in DIALOGS[name]:
        got = handle(turn["ask"], house, last)
        check(turn, got)
        check_manners(got)
        last = remember(got.answer) or last


def test_there_are_some_two_hundred_turns() -> None:
    assert sum(len(turns) for turns in DIALOGS.values()) >= 200


@pytest.mark.parametrize(
    "turn",
    [
        {"ask": "loopbanen", "status": "ok", "value_eur": 1},
        {"ask": "loopbanen", "status": "ok"},
        {"ask": "loopbanen", "status": "no_data", "value_eur": 1700355000},
        {"ask": "loopbanen", "status": "ok", "value_eur": 1700355000, "contains": ["onderwijs"]},
        {"ask": "loopbanen", "status": "ok", "value_eur": 1700355000, "lacks": ["VAK"]},
        {"ask": "loopbanen", "status": "ok", "value_eur": 1700355000, "valeu_pct": 3},
    ],
)
def test_a_turn_that_is_not_so_is_told(turn: Turn, house: House) -> None:
    with pytest.raises(AssertionError):
        check(turn, handle(turn["ask"], house))
