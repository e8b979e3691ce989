"""What can be asked, as typed values with resolved ids; no text is understood and nothing is computed here.

In every query `document` is the id of a loaded document (None: the default one), `credit` is None when none
was named (answers then take VAK and show VEK where there is room) and `round` is None when none was named.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from budget.model import Credit, Level, Nature, Round

__all__ = [
    "ActionQuery",
    "ArithmeticQuery",
    "AuditQuery",
    "ChoiceQuery",
    "CompareQuery",
    "CreditCompareQuery",
    "FigureQuery",
    "GlossaryQuery",
    "HelpQuery",
    "LookupQuery",
    "Measure",
    "NatureQuery",
    "PolicyAspect",
    "PolicyQuery",
    "Query",
    "RankQuery",
    "ReadNumber",
    "ReasonCode",
    "ReasonQuery",
    "RefusalQuery",
    "RestQuery",
    "SearchQuery",
    "ShareQuery",
    "SourceQuery",
    "SourceTopic",
    "StructureQuery",
    "StructureTopic",
    "SumQuery",
]


class Measure(StrEnum):
    """What of a line is asked: its level, the change in euro, or the change in percent."""

    LEVEL = "level"
    DELTA = "delta"
    PCT = "pct"


class ReasonCode(StrEnum):
    """Why something is not answered (DOMAIN, rules for answers 5)."""

    OTHER_YEAR = "other_year"
    OTHER_ROUND = "other_round"
    OTHER_CREDIT = "other_credit"
    OTHER_SCOPE = "other_scope"
    OTHER_SUBJECT = "other_subject"
    NOT_IN_DOCUMENT = "not_in_document"
    NO_REASON_GIVEN = "no_reason_given"
    DOCUMENT_OLDER = "document_older_than_statement"
    OPINION = "opinion"
    NO_FIGURE = "no_figure"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number as somebody wrote it: value in whole euro, 1/10000 of a percent or pieces, and its last digit's unit.

    kind is "eur", "pct", "pp" (percentage points, never equal to pct) or "qty"; value and step are in euro ("eur"), in
    1/10000 of a percent ("pct", so 3,5 % is 35000) or of a percentage point, or pieces ("qty"). A bare number without
    unit has kind "qty" and stays exact: it means value / 10**scale pieces, its last digit step / 10**scale ("57,7" is
    value 577, scale 1), so that a look-up can still try it in thousands or millions. scale is 0 for all other kinds.
    signed is True when a sign was written.
    """

    kind: str
    value: int
    step: int
    signed: bool
    text: str
    scale: int = 0


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """Level, change or percentage of one line (several: each is answered, labelled)."""

    subjects: tuple[str, ...]
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None
    bare: bool = False  # only the subject was typed: show level, change and reasons together


@dataclass(frozen=True, slots=True)
class ReasonQuery:
    """Why a line moves: its stated reasons as a list that adds up to the change of VAK."""

    subject: str
    credit: Credit | None = None
    direction: int = 0  # what the question presumes: 1 rises, -1 falls, 0 nothing
    document: str | None = None
    summed: bool = False  # "de som van de redenen": the principal figure is what the reasons add up to


class PolicyAspect(StrEnum):
    """What of a policy or of a single reason is asked."""

    CHANGE = "change"  # its stated amount(s); also when it is named bare
    REASON = "reason"  # why it changes
    TOTAL = "total"  # what it costs altogether: a level, never in the source
    QUANTITY = "quantity"  # the counted things of its actions (trajecten, jobs, euro a year, %)
    PERIOD = "period"  # in which years it runs
    WHERE = "where"  # under which ISE / programme / slide it stands
    WHAT = "what"  # what it is


@dataclass(frozen=True, slots=True)
class PolicyQuery:
    """A policy of the document, narrowed to some of its reasons and actions when the question named them.

    `reasons` and `actions` are ids in source order; both empty means: all that the policy has.
    """

    policies: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    aspect: PolicyAspect = PolicyAspect.CHANGE
    round: Round | None = None
    credit: Credit | None = None
    document: str | None = None
    asked: bool = False  # a change was asked in words ("hoeveel erbij"), not only the name typed


@dataclass(frozen=True, slots=True)
class ActionQuery:
    """The announced actions under some lines (empty: all), or the ones with quantities only."""

    lines: tuple[str, ...] = ()
    with_quantity: bool = False
    document: str | None = None


@dataclass(frozen=True, slots=True)
class NatureQuery:
    """The sum of all stated amounts of one nature over some lines (a total: the whole document)."""

    nature: Nature
    subject: str
    credit: Credit | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class RestQuery:
    """What of a change is not explained: delta of VAK minus the stated reasons."""

    subject: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class RankQuery:
    """Lines of one level in order of a measure (DOMAIN, rules for answers 6)."""

    level: Level = Level.ISE
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    descending: bool = True  # largest first; for fallers the deepest fall comes first when descending is False
    direction: int = 0  # 1: only lines that rise, -1: only lines that fall, 0: all
    count: int | None = None  # how many were asked; None: all
    parent: str | None = None  # only lines below this one (a programme, an objective or a table head such as "vdab")
    document: str | None = None


@dataclass(frozen=True, slots=True)
class CompareQuery:
    """Two or more lines side by side; with two the difference is first minus second."""

    subjects: tuple[str, ...]
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class CreditCompareQuery:
    """VAK against VEK of one line: VAK minus VEK."""

    subject: str
    measure: Measure = Measure.LEVEL
    round: Round | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class ShareQuery:
    """Part divided by whole: of the level (BO unless a round is named) or, with Measure.DELTA, of the change."""

    part: str
    whole: str
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class SumQuery:
    """Several lines added up (of the level, or of the change with Measure.DELTA); overlapping lines are refused."""

    subjects: tuple[str, ...]
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None


class StructureTopic(StrEnum):
    """What of the structure is asked."""

    PARTS = "parts"  # what stands under the subject
    PARENT = "parent"  # under which programme and objective the subject stands
    PROGRAMMES = "programmes"
    ISES = "ises"
    OBJECTIVES = "objectives"


@dataclass(frozen=True, slots=True)
class StructureQuery:
    """Which ISE stands under which programme and objective."""

    topic: StructureTopic
    subject: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class GlossaryQuery:
    """What words mean, or what programme letters stand for: ids of glossary terms."""

    terms: tuple[str, ...]


class SourceTopic(StrEnum):
    """What of the document itself is asked."""

    DOCUMENT = "document"  # title and all else about it
    DATE = "date"
    PRESENTER = "presenter"
    VENUE = "venue"
    UNIT = "unit"  # in which unit the tables stand
    SLIDES = "slides"  # how many slides, which ones
    SLIDE_OF = "slide_of"  # on which slide the subject stands
    GAP = "gap"  # a known oddity of the source around the subject


@dataclass(frozen=True, slots=True)
class SourceQuery:
    """The document, its slides, and where a line or policy stands in it."""

    topic: SourceTopic
    subject: str | None = None  # line id
    policy: str | None = None
    slide: int | None = None  # "wat staat er op slide 11"
    document: str | None = None
    numbers: tuple[ReadNumber, ...] = ()  # for GAP: the contradicting numbers; they find the line when none is named


@dataclass(frozen=True, slots=True)
class LookupQuery:
    """Where a number comes from: every fact that rounds to it, best first.

    subject, measure and credit narrow the search when the question named them; wants_reason is True when it asked why.
    """

    number: ReadNumber
    subject: str | None = None
    credit: Credit | None = None
    round: Round | None = None
    direction: int = 0
    wants_change: bool = False  # "die 57,7 miljoen extra": changes come before levels
    wants_reason: bool = False
    document: str | None = None


@dataclass(frozen=True, slots=True)
class ArithmeticQuery:
    """A sum or difference of lines held against a number ("is loopbanen min competenties 1,46 miljard?").

    operator is "-" or "+"; claimed is None when only the outcome is asked.
    """

    operator: str
    subjects: tuple[str, ...]
    claimed: ReadNumber | None = None
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Every reconciliation check with expected, found and difference."""

    document: str | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Words to look for in every item of the document ("zoek ...")."""

    text: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class ChoiceQuery:
    """A question with more than one reading: the candidates and the command text that asks each of them.

    `options` pairs a line id or policy id with the text that would ask it unambiguously, in table order.
    """

    options: tuple[tuple[str, str], ...]
    heard: str  # the ambiguous words
    kind: str = "level"  # kind of the question behind it (level, delta, pct, reason, measure ...)
    policies: bool = False  # the options are policy ids, not line ids
    document: str | None = None


@dataclass(frozen=True, slots=True)
class RefusalQuery:
    """A question the document cannot answer, understood well enough to say why.

    status is "no_data" (a known subject) or "not_found"; `subjects` are the line ids it is about, `policies`
    likewise; `heard` is what was not understood or not found, `nearest` names (as typed commands) that come close.
    """

    code: ReasonCode
    status: str
    subjects: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    credit: Credit | None = None
    round: Round | None = None
    kind: str = "refusal"
    heard: str = ""
    nearest: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True)
class HelpQuery:
    """Nothing, or a plea for help, was typed; `explicit` is True for "help"."""

    explicit: bool = False


Query = (
    FigureQuery
    | ReasonQuery
    | PolicyQuery
    | ActionQuery
    | NatureQuery
    | RestQuery
    | RankQuery
    | CompareQuery
    | CreditCompareQuery
    | ShareQuery
    | SumQuery
    | StructureQuery
    | GlossaryQuery
    | SourceQuery
    | LookupQuery
    | ArithmeticQuery
    | AuditQuery
    | SearchQuery
    | ChoiceQuery
    | RefusalQuery
    | HelpQuery
)
