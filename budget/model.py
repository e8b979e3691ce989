"""The records of a budget explanation as frozen facts; nothing here reads files, computes or speaks Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from msgspec import Struct

__all__ = [
    "Action",
    "Amounts",
    "Catalog",
    "Credit",
    "Document",
    "Explanation",
    "GlossaryTerm",
    "KnownGap",
    "Level",
    "Line",
    "Name",
    "Nature",
    "Policy",
    "Printed",
    "Quantity",
    "Reason",
    "Round",
    "Slide",
    "Statement",
]


class Credit(StrEnum):
    """The two credits of a Flemish budget line."""

    VAK = "VAK"
    VEK = "VEK"


class Level(StrEnum):
    """How high a line stands: the head of a table, a programme, an ISE, or a computed objective."""

    TOTAL = "total"
    PROGRAMME = "programme"
    ISE = "ise"
    OBJECTIVE = "objective"


class Nature(StrEnum):
    """Why money moves, as the source labels it; UNSTATED is never guessed (DOMAIN: reasons)."""

    INDEX = "index"
    NEW_POLICY = "nieuw beleid"
    VOLUME = "volume"
    ESTIMATE = "raming"
    COMMITMENT_TIMING = "betaalritme"
    TRANSFER = "compensatie/overdracht"
    OTHER = "andere"
    UNSTATED = "niet vermeld"


@dataclass(frozen=True, slots=True, order=True)
class Round:
    """A budget round: the kind ("BA", "BO", or "" when only a year was named) and its year."""

    kind: str
    year: int
    label: str = field(init=False, repr=False, compare=False)
    """The round as it is printed, such as "BO 2022" (or "2020" without a kind)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", f"{self.kind} {self.year}" if self.kind else str(self.year))


class Printed(Struct, frozen=True):
    """An amount as printed: whole euro, signed, and the euro value of its last printed digit."""

    eur: int
    step: int


class Amounts(Struct, frozen=True):
    """The six figures of one line, whole euro: both credits in the base round, the change and the draft round."""

    vak_base: int
    vek_base: int
    vak_delta: int
    vek_delta: int
    vak_draft: int
    vek_draft: int

    def base(self, credit: Credit) -> int:
        """The level in the base round (BA), whole euro."""
        return self.vak_base if credit is Credit.VAK else self.vek_base

    def delta(self, credit: Credit) -> int:
        """Draft minus base as printed, whole euro, signed."""
        return self.vak_delta if credit is Credit.VAK else self.vek_delta

    def draft(self, credit: Credit) -> int:
        """The level in the draft round (BO), whole euro."""
        return self.vak_draft if credit is Credit.VAK else self.vek_draft


class Slide(Struct, frozen=True):
    """A slide of the document: its number (1-based) and its title."""

    number: int
    title: str


class Document(Struct, frozen=True):
    """Who showed what, when and where, and in which two rounds and unit its tables stand."""

    id: str
    title: str
    short: str  # what people call it, e.g. "BBT 2022 WSE"
    domain: str  # e.g. "Werk en Sociale Economie"
    date: date
    venue: str
    presenter: str
    presenter_roles: tuple[str, ...]
    base_round: Round
    draft_round: Round
    table_step: int  # euro value of one unit of the tables (1000)
    slides: tuple[Slide, ...]
    address: str | None  # link template with "{slide}", or None when the document has no address


class Line(Struct, frozen=True):
    """A budget line (or a computed objective) with its six figures and its place in the structure."""

    id: str
    name: str  # "Duurzame arbeidsmarkt (werk)": unambiguous, as users read it
    label: str  # "ISE duurzame arbeidsmarkt": as the table prints it
    short: str  # at most 20 characters, for charts
    level: Level
    programme: str | None  # letters, e.g. "JD"; None for totals and objectives
    parent: str | None  # line id one level up in the same table; None for totals and objectives
    scope: str  # id of the total that heads its table: "wse" or "vdab"
    whole: str | None  # for a line of a part table: the line of the main table it is a part of
    parts: tuple[str, ...]  # child line ids in table order; the ISEs of an objective
    objective: str | None  # objective id an ISE of the main table serves; None outside them
    amounts: Amounts
    slide: int


class Policy(Struct, frozen=True):
    """A policy the document speaks of (dienstencheques, VOP, Careerflow ...), the key that ties reasons and actions."""

    id: str
    name: str
    lines: tuple[str, ...]  # the ISEs it stands under, main table


class Reason(Struct, frozen=True):
    """One stated cause of a change of VAK, with its printed amount where the source gives one."""

    id: str
    line: str  # the ISE whose change it explains
    part_line: str | None  # the line of a part table it stands for (VDAB netto, VDAB-toelage)
    policy: str
    name: str  # "Index dienstencheques"
    short: str  # at most 20 characters, for charts
    cause: str  # in our own words, a clause that can follow ":"; empty when the source gives none
    nature: Nature
    source_label: str  # the source's own word for it, "" when it has none
    amount: Printed | None
    part_of: str | None  # id of the reason whose net amount holds this one (never counted twice)
    slide: int


class Quantity(Struct, frozen=True):
    """A counted thing in an action: value, unit and what limits it, e.g. 600, "euro", "maximaal, per jaar"."""

    value: int
    unit: str
    qualifier: str


class Action(Struct, frozen=True):
    """A policy action as announced; two lines when its slide bears two ISE labels without saying which."""

    id: str
    name: str
    text: str  # one own sentence
    policy: str
    lines: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    period: tuple[int, int] | None
    is_example: bool  # the source gives it as an example ("Bv.")
    slide: int


class Statement(Struct, frozen=True):
    """A "Begrotingsinfo" statement: total and change of a line as printed on its slide."""

    id: str
    line: str
    total: Printed
    change: Printed
    slide: int


class KnownGap(Struct, frozen=True):
    """A difference in the source itself that reconciliation expects: check id, euro, and why it is known."""

    check: str
    gap_eur: int
    explanation: str
    kind: str  # "rounding" | "unexplained" | "discrepancy"
    slide: int


class GlossaryTerm(Struct, frozen=True):
    """An explained word; from_source is False for general knowledge, and the answer then says so."""

    id: str
    name: str  # "VAK"
    expansion: str  # "vastleggingskrediet", "" when there is none
    text: str  # one or two own sentences
    from_source: bool
    slide: int | None
    document: str | None = None  # id of the document whose slide it is


class Name(Struct, frozen=True):
    """A word or phrase people use and what it stands for.

    kind is the room its targets live in: "line", "policy", "glossary", "document", "nature" and so on
    (data/terms documents them all); several targets make it ambiguous.
    """

    text: str
    kind: str
    targets: tuple[str, ...]


class Explanation(Struct, frozen=True):
    """One loaded and reconciled document: every item of the source, by id."""

    document: Document
    lines: Mapping[str, Line]  # table order, objectives last
    reasons: Mapping[str, Reason]  # source order
    policies: Mapping[str, Policy]
    actions: Mapping[str, Action]
    statements: Mapping[str, Statement]  # keyed by line id
    gaps: Mapping[str, KnownGap]  # keyed by check id
    names: tuple[Name, ...]  # names that belong to this document only
    line_reasons: Mapping[str, tuple[Reason, ...]]  # ISE or part line id -> its top reasons, source order
    reason_parts: Mapping[str, tuple[Reason, ...]]  # reason id -> the parts of its net amount
    policy_reasons: Mapping[str, tuple[Reason, ...]]  # policy id -> its top reasons
    policy_actions: Mapping[str, tuple[Action, ...]]  # policy id -> its actions

    @property
    def total(self) -> Line:
        """The line that heads the main table (the first line)."""
        return next(iter(self.lines.values()))


@dataclass(frozen=True, slots=True)
class Catalog:
    """All loaded explanations side by side, newest first, with the names and glossary they share."""

    explanations: Mapping[str, Explanation]
    glossary: Mapping[str, GlossaryTerm]
    names: tuple[Name, ...]
    default: Explanation = field(init=False, repr=False, compare=False)
    """The explanation a question is about when it names none: the newest."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "default", next(iter(self.explanations.values())))
