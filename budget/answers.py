"""What the domain answers: figures with their sources, per kind of question; no sentence and no layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from budget.model import (
    Action,
    Credit,
    Document,
    GlossaryTerm,
    KnownGap,
    Line,
    Nature,
    Policy,
    Reason,
    Round,
    Slide,
    Statement,
)
from budget.queries import Measure, PolicyAspect, Query, ReadNumber, ReasonCode, SourceTopic, StructureTopic

__all__ = [
    "ActionBody",
    "Answer",
    "ArithmeticBody",
    "AuditBody",
    "Body",
    "Check",
    "ChoiceBody",
    "CompareBody",
    "Figure",
    "FigureBody",
    "GlossaryBody",
    "HelpBody",
    "LookupBody",
    "LookupHit",
    "NatureBody",
    "PolicyBody",
    "RankBody",
    "ReasonBody",
    "ReasonSum",
    "RefusalBody",
    "RestBody",
    "SearchBody",
    "SearchHit",
    "ShareBody",
    "Source",
    "SourceBody",
    "Status",
    "StructureBody",
    "SumBody",
]


class Status(StrEnum):
    """How a question ended (DOMAIN, rules for answers 5)."""

    OK = "ok"
    OK_BOTH = "ok_both"
    AMBIGUOUS = "ambiguous"
    NO_DATA = "no_data"
    NOT_FOUND = "not_found"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the document or computed from it; `round` is None for changes, percentages and shares.

    value_pct is exact (3,5 % is Fraction(35, 10)); exactly one of the three values is set.
    """

    subject: str
    measure: str  # level | delta | pct | share | sum | difference | driver | quantity | rest
    credit: Credit | None
    round: Round | None
    value_eur: int | None = None
    value_pct: Fraction | None = None
    value_qty: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands: the document, a slide of it, and the link to that slide when it has an address."""

    document: Document
    slide: Slide
    link: str | None


@dataclass(frozen=True, slots=True)
class ReasonSum:
    """Stated reasons of one line held against its change of VAK: parts + rest = delta.

    Reasons without amount are in `reasons` too; `rest` is then None and nothing is added up. rest_is_rounding is
    True when the rest fits the rounding of the printed parts (half a step each, and half a step for the statement).
    """

    line: Line
    reasons: tuple[Reason, ...]  # top reasons, source order
    parts: tuple[tuple[Reason, tuple[Reason, ...]], ...]  # net reasons with what they are made of
    stated_eur: int | None  # sum of the stated amounts
    delta_eur: int
    rest_eur: int | None
    rest_is_rounding: bool
    gap: KnownGap | None


@dataclass(frozen=True, slots=True)
class FigureBody:
    """One or more lines, each with all six figures and, when asked bare, the reasons of the first.

    With several lines (status ok_both) each has its own reasons entry; a line without reasons has None.
    """

    lines: tuple[Line, ...]
    measure: Measure
    credit: Credit
    round: Round | None
    bare: bool
    reasons: tuple[ReasonSum | None, ...]
    statement: Statement | None  # the printed statement of a single line
    gaps: tuple[KnownGap, ...]  # oddities of the source that touch these lines


@dataclass(frozen=True, slots=True)
class ReasonBody:
    """Why a line moves; for an aggregate `sums` holds one entry per ISE below it that has reasons.

    With credit VEK the status is no_data and `sums` still explain VAK: the source gives no reason for VEK.
    """

    line: Line
    credit: Credit
    sums: tuple[ReasonSum, ...]
    without: tuple[Line, ...]  # lines below an aggregate for which the source gives no reason
    direction: int  # what was presumed
    gaps: tuple[KnownGap, ...]


@dataclass(frozen=True, slots=True)
class PolicyBody:
    """A policy (or some of its reasons and actions): amounts, causes, counted things; `total_eur` sums the top reasons.

    `total_eur` is None when nothing has an amount; `lines` are the ISEs it stands under.
    """

    policies: tuple[Policy, ...]
    aspect: PolicyAspect
    reasons: tuple[Reason, ...]
    parts: tuple[tuple[Reason, tuple[Reason, ...]], ...]
    actions: tuple[Action, ...]
    total_eur: int | None
    lines: tuple[Line, ...]
    sums: tuple[ReasonSum, ...]  # the changes these reasons belong to


@dataclass(frozen=True, slots=True)
class ActionBody:
    """Announced actions, grouped by nothing, in source order."""

    lines: tuple[Line, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class NatureBody:
    """Stated amounts of one nature: what was counted, and what bears the nature but has no amount.

    `near` are reasons that look like it but are labelled otherwise by the source (the index mechanism as new policy).
    """

    nature: Nature
    line: Line
    counted: tuple[Reason, ...]
    total_eur: int
    uncounted: tuple[Reason, ...]  # this nature, no amount
    near: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class RestBody:
    """The part of a change that the stated reasons leave open."""

    sum: ReasonSum
    delta_parts: tuple[tuple[Line, int], ...]  # the part line's change and what falls outside it, when there is one


@dataclass(frozen=True, slots=True)
class RankBody:
    """Lines in the order asked with the figure they were ordered by; ties in table order."""

    entries: tuple[tuple[Line, Figure], ...]
    total: int  # how many lines were ranked before cutting to `count`
    measure: Measure
    credit: Credit
    round: Round | None
    descending: bool
    direction: int


@dataclass(frozen=True, slots=True)
class CompareBody:
    """Lines side by side with the asked figure; difference is first minus second (None beyond two lines).

    For VAK against VEK of one line `lines` holds that line alone and `figures` the VAK and the VEK figure.
    """

    lines: tuple[Line, ...]
    figures: tuple[Figure, ...]
    measure: Measure
    credit: Credit | None
    round: Round | None
    difference: Figure | None


@dataclass(frozen=True, slots=True)
class ShareBody:
    """Part over whole with the two figures it was computed from; when the whole is zero there is no answer."""

    part: Line
    whole: Line
    part_figure: Figure
    whole_figure: Figure
    share: Figure
    measure: Measure
    inside: bool  # False when the part does not stand inside the whole: a ratio, not a share


@dataclass(frozen=True, slots=True)
class SumBody:
    """Lines added up, both credits and all rounds of the sum, and the objective they form when they form one."""

    lines: tuple[Line, ...]
    objective: Line | None
    measure: Measure
    credit: Credit
    round: Round | None
    sum: Line  # a computed line: the sum in all six figures


@dataclass(frozen=True, slots=True)
class ArithmeticBody:
    """A requested sum or difference, and how a claimed outcome compares: "exact", "rounded", "differs" or None."""

    lines: tuple[Line, ...]
    operator: str
    figures: tuple[Figure, ...]
    outcome: Figure
    claimed: ReadNumber | None
    verdict: str | None


@dataclass(frozen=True, slots=True)
class StructureBody:
    """The asked part of the structure: pairs of a line and the lines below it (or above it, for PARENT)."""

    topic: StructureTopic
    line: Line | None
    groups: tuple[tuple[Line, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class GlossaryBody:
    """Explained words."""

    terms: tuple[GlossaryTerm, ...]


@dataclass(frozen=True, slots=True)
class SourceBody:
    """About the document, or the slides where the subject stands."""

    topic: SourceTopic
    document: Document
    line: Line | None
    policy: Policy | None
    slides: tuple[Slide, ...]
    gaps: tuple[KnownGap, ...]
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class LookupHit:
    """A fact that rounds to the number: what it is, and its exact value."""

    figure: Figure
    line: Line | None
    reason: Reason | None
    action: Action | None
    statement: Statement | None  # only when the slide alone prints the number: the table row then says another one
    slide: Slide


@dataclass(frozen=True, slots=True)
class LookupBody:
    """Facts that round to a number, best first; when the best is a change, its reasons follow."""

    number: ReadNumber
    hits: tuple[LookupHit, ...]
    reasons: ReasonSum | None
    nearest: tuple[LookupHit, ...]  # without a hit: the closest facts of the same kind, with their own exact figures
    gaps: tuple[KnownGap, ...] = ()  # where a slide prints the number and its own table another one


@dataclass(frozen=True, slots=True)
class Check:
    """One reconciliation check: expected and found in whole euro, and the known gap that covers a difference."""

    id: str
    group: str  # rounds | programme | total | objective | part | statement | reasons | net
    row: str
    file: str
    credit: Credit | None
    expected_eur: int
    found_eur: int
    tolerance_eur: int  # difference that printing at a step allows; 0 for table sums
    gap: KnownGap | None
    at_most: bool = False  # a part against its whole: found may be anything up to expected

    @property
    def difference_eur(self) -> int:
        """Found minus expected, whole euro."""
        return self.found_eur - self.expected_eur

    @property
    def holds(self) -> bool:
        """Whether the difference is nothing, within printing, or exactly the known gap."""
        if self.gap is not None:
            return self.difference_eur == self.gap.gap_eur
        if self.at_most:
            return self.difference_eur <= 0
        return abs(self.difference_eur) <= self.tolerance_eur


@dataclass(frozen=True, slots=True)
class AuditBody:
    """All checks of one document."""

    document: Document
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An item that holds the words: its kind, name and the command that opens it."""

    kind: str  # line | reason | action | policy | glossary | slide
    name: str
    command: str
    slide: Slide | None


@dataclass(frozen=True, slots=True)
class SearchBody:
    """Items that hold all words looked for, best first."""

    text: str
    hits: tuple[SearchHit, ...]


@dataclass(frozen=True, slots=True)
class ChoiceBody:
    """The readings of an ambiguous question: name and command text of each, in table order."""

    heard: str
    options: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RefusalBody:
    """Why there is no answer and what comes near; `lines` are shown with figures only when status is no_data."""

    code: ReasonCode
    heard: str
    lines: tuple[Line, ...]
    policies: tuple[Policy, ...]
    reasons: tuple[Reason, ...]
    actions: tuple[Action, ...]
    credit: Credit | None
    round: Round | None
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpBody:
    """Help was asked for (explicit) or nothing was typed."""

    explicit: bool


Body = (
    FigureBody
    | ReasonBody
    | PolicyBody
    | ActionBody
    | NatureBody
    | RestBody
    | RankBody
    | CompareBody
    | ShareBody
    | SumBody
    | ArithmeticBody
    | StructureBody
    | GlossaryBody
    | SourceBody
    | LookupBody
    | AuditBody
    | SearchBody
    | ChoiceBody
    | RefusalBody
    | HelpBody
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What every face gets: the common result (the terminal contract) and the body of its kind.

    At most one of the three values is set: the one principal figure. `round` is None for changes and percentages.
    """

    query: Query
    status: Status
    kind: str
    document: Document
    subjects: tuple[str, ...]
    credit: Credit | None
    round: Round | None
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    body: Body
    value_eur: int | None = None
    value_pct: Fraction | None = None
    value_qty: int | None = None
    reason_code: ReasonCode | None = None
