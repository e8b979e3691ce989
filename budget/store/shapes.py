"""The shape of every data file, strict, as outside data enters: cells are text that must match, nothing is computed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

__all__ = [
    "ActionRow",
    "CsvShape",
    "DocumentFile",
    "GapRow",
    "GlossaryFile",
    "NamesFile",
    "PolicyRow",
    "QuantityRow",
    "ReasonRow",
    "RowRow",
    "StatementRow",
]

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"

Id = Annotated[str, StringConstraints(pattern=rf"^{_ID}$"), Field(examples=["jd-loopbanen"])]
OptionalId = Annotated[str, StringConstraints(pattern=rf"^(?:{_ID})?$"), Field(examples=["jd-loopbanen"])]
Ids = Annotated[str, StringConstraints(pattern=rf"^{_ID}(?:,{_ID})*$"), Field(examples=["jd-activering,je-activering"])]
Text = Annotated[
    str, StringConstraints(pattern=r"^[^\s\x00-\x1f](?:[^\x00-\x1f]*[^\s\x00-\x1f])?$"), Field(examples=["tekst"])
]
OptionalText = Annotated[
    str, StringConstraints(pattern=r"^(?:[^\s\x00-\x1f](?:[^\x00-\x1f]*[^\s\x00-\x1f])?)?$"), Field(examples=["tekst"])
]
Short = Annotated[Text, StringConstraints(max_length=20), Field(examples=["Loopbanen"])]
Letters = Annotated[str, StringConstraints(pattern=r"^(?:[A-Z]{1,4})?$"), Field(examples=["JD"])]
Whole = Annotated[str, StringConstraints(pattern=r"^-?(?:0|[1-9][0-9]{0,14})$"), Field(examples=["-15158"])]
Count = Annotated[str, StringConstraints(pattern=r"^(?:0|[1-9][0-9]{0,14})$"), Field(examples=["7500"])]
Decimal = Annotated[
    str, StringConstraints(pattern=r"^-?(?:0|[1-9][0-9]{0,8})(?:,[0-9]{1,3})?$"), Field(examples=["57,7"])
]
OptionalDecimal = Annotated[
    str, StringConstraints(pattern=r"^(?:-?(?:0|[1-9][0-9]{0,8})(?:,[0-9]{1,3})?)?$"), Field(examples=["57,7"])
]
SlideNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$"), Field(examples=["11"])]
Period = Annotated[str, StringConstraints(pattern=r"^(?:[0-9]{4}-[0-9]{4})?$"), Field(examples=["2021-2027"])]
Unit = Literal["miljard", "miljoen"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CsvShape(_Strict):
    """A row of a CSV file; its fields are the columns, in order."""

    file: ClassVar[str]


class RowRow(CsvShape):
    """rows.csv: the lines of the budget tables, amounts in table units as printed, without separators."""

    file: ClassVar[str] = "rows.csv"
    id: Id
    name: Text
    label: Text
    short: Short
    level: Literal["total", "programme", "ise"]
    programme: Letters
    parent: OptionalId
    scope: Id
    whole: OptionalId
    objective: OptionalId
    vak_ba: Whole
    vek_ba: Whole
    vak_delta: Whole
    vek_delta: Whole
    vak_bo: Whole
    vek_bo: Whole
    slide: SlideNumber


class PolicyRow(CsvShape):
    """policies.csv: the policies that reasons and actions speak of."""

    file: ClassVar[str] = "policies.csv"
    id: Id
    name: Text
    lines: Ids
    slide: SlideNumber


class ReasonRow(CsvShape):
    """reasons.csv: the stated causes of a change of VAK, amounts in million euro with the decimals as printed."""

    file: ClassVar[str] = "reasons.csv"
    id: Id
    line: Id
    part_line: OptionalId
    policy: Id
    name: Text
    short: Short
    cause: OptionalText
    nature: Literal[
        "index", "nieuw beleid", "volume", "raming", "betaalritme", "compensatie/overdracht", "andere", "niet vermeld"
    ]
    source_label: OptionalText
    million: OptionalDecimal
    part_of: OptionalId
    slide: SlideNumber


class ActionRow(CsvShape):
    """actions.csv: the announced policy actions."""

    file: ClassVar[str] = "actions.csv"
    id: Id
    name: Text
    text: Text
    policy: Id
    lines: Ids
    period: Period
    is_example: Literal["ja", "nee"]
    slide: SlideNumber


class QuantityRow(CsvShape):
    """quantities.csv: the counted things of the actions."""

    file: ClassVar[str] = "quantities.csv"
    action: Id
    value: Count
    unit: Text
    qualifier: OptionalText
    slide: SlideNumber


class StatementRow(CsvShape):
    """statements.csv: total and change of a line as its slide words them."""

    file: ClassVar[str] = "statements.csv"
    id: Id
    line: Id
    total: Decimal
    total_unit: Unit
    change: Decimal
    change_unit: Unit
    slide: SlideNumber


class GapRow(CsvShape):
    """gaps.csv: differences in the source itself, by check, in whole euro (found minus expected)."""

    file: ClassVar[str] = "gaps.csv"
    check: Annotated[
        str, StringConstraints(pattern=rf"^[a-z-]+(?::{_ID})+(?:_[a-z]+)?$"), Field(examples=["reasons:jd-loopbanen"])
    ]
    gap_eur: Whole
    kind: Literal["rounding", "unexplained", "discrepancy"]
    slide: SlideNumber
    explanation: Text


Year = Annotated[int, Field(ge=1900, le=2200, examples=[2022])]
Number = Annotated[int, Field(ge=1, le=9999, examples=[11])]


class RoundShape(_Strict):
    """A budget round."""

    kind: Literal["BA", "BO"]
    year: Year


class SlideShape(_Strict):
    """A slide: its number and title."""

    number: Number
    title: Text


class ObjectiveShape(_Strict):
    """A strategic objective; the column "objective" of rows.csv says which ISEs serve it."""

    id: Id
    name: Text
    short: Short
    slide: Number


class DocumentFile(_Strict):
    """document.yaml: who showed what, when, where, and in which rounds and unit."""

    id: Id
    title: Text
    short: Text
    domain: Text
    date: Annotated[date, Field(examples=["2021-10-18"])]
    venue: Text
    presenter: Text
    presenter_roles: list[Text]
    base_round: RoundShape
    draft_round: RoundShape
    table_step: Literal[1, 1000, 1000000]
    address: (
        Annotated[
            str,
            StringConstraints(pattern=r"^https?://\S+$"),
            Field(examples=["https://example.org/deck.pdf#page={slide}"]),
        ]
        | None
    )
    slides: Annotated[list[SlideShape], Field(min_length=1)]
    objectives: list[ObjectiveShape]


class GlossaryEntry(_Strict):
    """An explained word; from_source false means general knowledge, and an answer then says so."""

    name: Text
    expansion: Text | None = None
    text: Text
    from_source: bool
    document: Id | None = None
    slide: Number | None = None


class GlossaryFile(RootModel[dict[Id, GlossaryEntry]]):
    """glossary.yaml: entries by id."""


Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$"), Field(examples=["line"])]
Phrase = Annotated[
    str, StringConstraints(pattern=r"^\S(?:[^\x00-\x1f]*\S)?$", max_length=120), Field(examples=["dienstencheques"])
]
Target = Annotated[str, StringConstraints(pattern=r"^(?:\S(?:[^\x00-\x1f]*\S)?)?$"), Field(examples=["jd-loopbanen"])]


class NamesFile(RootModel[dict[Kind, dict[Target, list[Phrase]]]]):
    """names.yaml and vocabulary.yaml: per kind, per target, the words and phrases people use for it."""
