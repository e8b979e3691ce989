"""What an answer holds, one body per kind of question: the facts a reply needs, no sentence and no layout."""

from __future__ import annotations

from msgspec import Struct

from budget.evidence import Check, Figure, LookupHit, ReasonSum, SearchHit
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
from budget.queries import Measure, PolicyAspect, ReadNumber, ReasonCode, SourceTopic, StructureTopic

__all__ = [
    "ActionBody",
    "ArithmeticBody",
    "AuditBody",
    "ChoiceBody",
    "CompareBody",
    "FigureBody",
    "GlossaryBody",
    "HelpBody",
    "LookupBody",
    "NatureBody",
    "PolicyBody",
    "RankBody",
    "ReasonBody",
    "RefusalBody",
    "RestBody",
    "SearchBody",
    "ShareBody",
    "SlideBody",
    "SourceBody",
    "StructureBody",
    "SumBody",
]


class FigureBody(Struct, frozen=True):
    """One or more lines, each with all six figures and its reasons, which are told when a line is asked bare.

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
    held: bool | None = None  # whether a presumed number is right; None when there is none to judge
    near: bool = False  # whether a presumed number that is not right comes within two percent


class ReasonBody(Struct, frozen=True):
    """Why a line moves; for an aggregate `sums` holds one entry per ISE below it that has reasons.

    With credit VEK the status is no_data and `sums` still explain VAK: the source gives no reason for VEK.
    """

    line: Line
    credit: Credit
    sums: tuple[ReasonSum, ...]
    without: tuple[Line, ...]  # lines below an aggregate for which the source gives no reason
    direction: int  # what was presumed
    gaps: tuple[KnownGap, ...]
    held: bool | None = None  # whether a presumed number is right


class PolicyBody(Struct, frozen=True):
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
    namesakes: tuple[Policy, ...] = ()  # policies whose name begins with the same words, easily taken for this one
    objectives: tuple[Line, ...] = ()  # those its lines serve
    held: bool | None = None  # whether what the question presumes is so; None when the document cannot tell
    near: bool = False  # the presumed number is about right


class ActionBody(Struct, frozen=True):
    """Announced actions, grouped by nothing, in source order."""

    lines: tuple[Line, ...]
    actions: tuple[Action, ...]


class NatureBody(Struct, frozen=True):
    """Stated amounts of one nature: what was counted, and what bears the nature but has no amount.

    `near` are reasons that look like it but are labelled otherwise by the source (the index mechanism as new policy).
    """

    nature: Nature
    line: Line
    counted: tuple[Reason, ...]
    total_eur: int
    uncounted: tuple[Reason, ...]  # this nature, no amount
    near: tuple[Reason, ...]


class RestBody(Struct, frozen=True):
    """The part of a change that the stated reasons leave open."""

    sum: ReasonSum
    delta_parts: tuple[tuple[Line, int], ...]  # the part line's change and what falls outside it, when there is one


class RankBody(Struct, frozen=True):
    """Lines in the order asked with the figure they were ordered by; ties in table order."""

    entries: tuple[tuple[Line, Figure], ...]
    total: int  # how many lines were ranked before cutting to `count`
    measure: Measure
    credit: Credit
    round: Round | None
    descending: bool
    direction: int
    place: int = 1  # of the first entry
    out: tuple[Line, ...] = ()  # the lines left out, or the one the order begins behind


class CompareBody(Struct, frozen=True):
    """Lines side by side with the asked figure; difference is first minus second (None beyond two lines).

    For VAK against VEK of one line `lines` holds that line alone and `figures` the VAK and the VEK figure.
    """

    lines: tuple[Line, ...]
    figures: tuple[Figure, ...]
    measure: Measure
    credit: Credit | None
    round: Round | None
    difference: Figure | None


class ShareBody(Struct, frozen=True):
    """Part over whole with the two figures it was computed from; when the whole is zero there is no answer."""

    part: Line
    whole: Line
    part_figure: Figure
    whole_figure: Figure
    share: Figure
    measure: Measure
    inside: bool  # False when the part does not stand inside the whole: a ratio, not a share
    added: tuple[Line, ...] = ()  # lines taken together with the part


class SumBody(Struct, frozen=True):
    """Lines added up, both credits and all rounds of the sum, and the objective they form when they form one."""

    lines: tuple[Line, ...]
    objective: Line | None
    measure: Measure
    credit: Credit
    round: Round | None
    sum: Line  # a computed line: the sum in all six figures


class ArithmeticBody(Struct, frozen=True):
    """A requested sum or difference, and how a claimed outcome compares: "exact", "rounded", "differs" or None."""

    lines: tuple[Line, ...]
    operator: str
    figures: tuple[Figure, ...]
    outcome: Figure
    claimed: ReadNumber | None
    verdict: str | None


class StructureBody(Struct, frozen=True):
    """The asked part of the structure: pairs of a line and the lines below it (or above it, for PARENT)."""

    topic: StructureTopic
    line: Line | None
    groups: tuple[tuple[Line, tuple[Line, ...]], ...]


class GlossaryBody(Struct, frozen=True):
    """Explained words."""

    terms: tuple[GlossaryTerm, ...]


class SourceBody(Struct, frozen=True):
    """About the document, or the slides where the subject stands."""

    topic: SourceTopic
    document: Document
    line: Line | None
    policy: Policy | None
    slides: tuple[Slide, ...]
    gaps: tuple[KnownGap, ...]
    statement: Statement | None
    shown: SlideBody | None = None  # what stands on the one slide that was asked
    gap_lines: tuple[Line | None, ...] = ()  # the line of each gap, where all of them are asked


class SlideBody(Struct, frozen=True):
    """What of the document's data stands on one slide, each in the order of the source."""

    lines: tuple[Line, ...]  # rows of its table
    statements: tuple[tuple[Line, Statement], ...]
    reasons: tuple[Reason, ...]  # top reasons
    actions: tuple[Action, ...]


class LookupBody(Struct, frozen=True):
    """Facts that round to a number, best first; when the best is a change, its reasons follow."""

    number: ReadNumber
    hits: tuple[LookupHit, ...]
    reasons: ReasonSum | None
    nearest: tuple[LookupHit, ...]  # without a hit: the closest facts of the same kind, with their own exact figures
    gaps: tuple[KnownGap, ...] = ()  # where a slide prints the number and its own table another one


class AuditBody(Struct, frozen=True):
    """All checks of one document."""

    document: Document
    checks: tuple[Check, ...]


class SearchBody(Struct, frozen=True):
    """Items that hold all words looked for, best first."""

    text: str
    hits: tuple[SearchHit, ...]


class ChoiceBody(Struct, frozen=True):
    """The readings of an ambiguous question: name and command text of each, in table order."""

    heard: str
    options: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


class RefusalBody(Struct, frozen=True):
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


class HelpBody(Struct, frozen=True):
    """Help was asked for (explicit) or nothing was typed."""

    explicit: bool
