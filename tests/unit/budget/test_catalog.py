"""Records become a catalog: indexes in source order, objectives computed, the newest document first."""

from __future__ import annotations

import copy

import pytest

from budget.catalog import build_catalog, build_explanation
from budget.model import Amounts, Level, Nature, Printed, Quantity
from budget.records import ExplanationRecord, LineRecord, ReasonRecord


def line(
    id_: str, level: str, parent: str | None, amounts: tuple[int, ...], objective: str | None = None
) -> LineRecord:
    vak_ba, vek_ba, vak_delta, vek_delta, vak_bo, vek_bo = amounts
    return {
        "id": id_,
        "name": id_,
        "label": id_,
        "short": id_,
        "level": level,
        "programme": None,
        "parent": parent,
        "scope": "all",
        "whole": None,
        "objective": objective,
        "amounts": (vak_ba, vek_ba, vak_delta, vek_delta, vak_bo, vek_bo),
        "slide": 1,
    }


def reason(
    id_: str, amount: tuple[int, int] | None, part_of: str | None = None, part_line: str | None = None
) -> ReasonRecord:
    return {
        "id": id_,
        "line": "a",
        "part_line": part_line,
        "policy": "p",
        "name": id_,
        "short": id_,
        "cause": "",
        "nature": "niet vermeld",
        "source_label": "",
        "amount": amount,
        "part_of": part_of,
        "slide": 1,
    }


@pytest.fixture
def record() -> ExplanationRecord:
    return {
        "document": {
            "id": "x",
            "title": "X",
            "short": "X",
            "domain": "X",
            "date": "2021-10-18",
            "venue": "V",
            "presenter": "P",
            "presenter_roles": ["r"],
            "base_round": ("BA", 2021),
            "draft_round": ("BO", 2022),
            "table_step": 1000,
            "address": None,
            "slides": [(1, "One")],
            "objectives": [{"id": "sd-one", "name": "One", "short": "1", "slide": 1}],
        },
        "lines": [
            line("all", "total", None, (30, 3, 6, 0, 36, 3)),
            line("a", "ise", "all", (10, 1, 2, 0, 12, 1), "sd-one"),
            line("b", "ise", "all", (20, 2, 4, 0, 24, 2), "sd-one"),
        ],
        "policies": [{"id": "p", "name": "P", "lines": ("a",)}],
        "reasons": [
            reason("net", (3, 1)),
            reason("up", (5, 1), "net"),
            reason("down", (-2, 1), "net"),
            reason("c", None),
        ],
        "actions": [
            {
                "id": "act",
                "name": "Act",
                "text": "T.",
                "policy": "p",
                "lines": ("a", "b"),
                "period": None,
                "is_example": False,
                "slide": 1,
            }
        ],
        "quantities": [
            {"action": "act", "value": 7, "unit": "jobs", "qualifier": ""},
            {"action": "act", "value": 2, "unit": "%", "qualifier": "doel"},
        ],
        "statements": [{"id": "s", "line": "a", "total": (12, 1), "change": (2, 1), "slide": 1}],
        "gaps": [],
        "names": [("x", "document", ("x",))],
    }


def test_parts_follow_the_order_of_the_table(record: ExplanationRecord) -> None:
    lines = build_explanation(record).lines
    assert lines["all"].parts == ("a", "b")
    assert lines["a"].parts == ()


def test_an_objective_stands_last_with_the_sum_of_its_lines(record: ExplanationRecord) -> None:
    objective = list(build_explanation(record).lines.values())[-1]
    assert (objective.id, objective.level, objective.parts, objective.scope) == (
        "sd-one",
        Level.OBJECTIVE,
        ("a", "b"),
        "all",
    )
    assert objective.amounts == Amounts(30, 3, 6, 0, 36, 3)


def test_top_reasons_leave_the_parts_of_a_net_amount_out(record: ExplanationRecord) -> None:
    explanation = build_explanation(record)
    assert [one.id for one in explanation.line_reasons["a"]] == ["net", "c"]
    assert [one.id for one in explanation.policy_reasons["p"]] == ["net", "c"]
    assert [one.id for one in explanation.reason_parts["net"]] == ["up", "down"]
    assert explanation.reasons["net"].amount == Printed(3, 1)
    assert explanation.reasons["c"].amount is None
    assert explanation.reasons["c"].nature is Nature.UNSTATED


def test_a_line_without_reasons_is_not_in_the_index(record: ExplanationRecord) -> None:
    assert "b" not in build_explanation(record).line_reasons


def test_a_reason_about_a_part_is_found_under_both_lines(record: ExplanationRecord) -> None:
    record["reasons"].append(reason("part", (1, 1), part_line="b"))
    explanation = build_explanation(record)
    assert [one.id for one in explanation.line_reasons["b"]] == ["part"]
    assert [one.id for one in explanation.line_reasons["a"]] == ["net", "c", "part"]


def test_quantities_stand_with_their_action_and_statements_by_line(record: ExplanationRecord) -> None:
    explanation = build_explanation(record)
    assert explanation.actions["act"].quantities == (Quantity(7, "jobs", ""), Quantity(2, "%", "doel"))
    assert [one.id for one in explanation.policy_actions["p"]] == ["act"]
    assert explanation.statements["a"].total == Printed(12, 1)


def test_the_newest_draft_round_is_the_default_then_the_younger_document_then_id_order(
    record: ExplanationRecord,
) -> None:
    def other(id_: str, year: int, date: str) -> ExplanationRecord:
        one = copy.deepcopy(record)
        one["document"] |= {"id": id_, "draft_round": ("BO", year), "date": date}
        return one

    documents = [
        other("c", 2022, "2021-10-18"),
        other("b", 2022, "2021-10-18"),
        other("a", 2022, "2021-11-18"),
        other("z", 2023, "2020-01-01"),
    ]
    catalog = build_catalog({"explanations": documents, "glossary": [], "names": []})
    assert list(catalog.explanations) == ["z", "a", "b", "c"]
    assert catalog.default.document.id == "z"


def test_an_unknown_level_or_nature_is_no_catalog(record: ExplanationRecord) -> None:
    record["reasons"][0]["nature"] = "gok"
    with pytest.raises(KeyError):
        build_explanation(record)
