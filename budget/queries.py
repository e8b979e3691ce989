"""What can be asked, as typed values with resolved ids; no text is understood and nothing is computed here.

In every query `document` is the id of a loaded document (None: the default one), `credit` is None when none
was named (answers then take VAK and show VEK where there is room) and `round` is None when none was named.
"""

from __future__ import annotations

from msgspec import Struct

from budget.asked import Bound, Measure, PolicyAspect, Presumed, ReadNumber, ReasonCode, SourceTopic, StructureTopic
from budget.dead_ends import ChoiceQuery, HelpQuery, RefusalQuery
from budget.model import Credit, Level, Nature, Round
from budget.picked import CausesQuery, Pick

__all__ = [
    "ActionQuery",
    "ArithmeticQuery",
    "AuditQuery",
    "Bound",
    "CausesQuery",
    "ChoiceQuery",
    "CompareQuery",
    "CreditCompareQuery",
    "FigureQuery",
    "GlossaryQuery",
    "HelpQuery",
    "LookupQuery",
    "Measure",
    "NatureQuery",
    "Pick",
    "PolicyAspect",
    "PolicyQuery",
    "Presumed",
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


class FigureQuery(Struct, frozen=True):
    """Level, change or percentage of one line (several: each is answered, labelled)."""

    subjects: tuple[str, ...]
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None
    bare: bool = False  # only the subject was typed: show level, change and reasons together
    direction: int = 0  # what the question presumes: 1 rises, -1 falls, 0 nothing
    presumed: Presumed | None = None  # the number it presumes
    doubted: bool = False  # whether that is so is what was asked ("klopt het dat ...")


class ReasonQuery(Struct, frozen=True):
    """Why a line moves: its stated reasons as a list that adds up to the change of VAK."""

    subject: str
    credit: Credit | None = None
    direction: int = 0  # what the question presumes: 1 rises, -1 falls, 0 nothing
    document: str | None = None
    presumed: Presumed | None = None  # the number the question presumes
    summed: bool = False  # "de som van de redenen": the principal figure is what the reasons add up to


class PolicyQuery(Struct, frozen=True):
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
    share: bool = False  # asked as a percentage of the change of its line
    direction: int = 0  # what the question presumes: 1 rises, -1 falls, 0 nothing
    presumed: Presumed | None = None  # the number it presumes
    doubted: bool = False  # whether that is so is what was asked ("krijgt jobbonus+ 15 miljoen?")


class ActionQuery(Struct, frozen=True):
    """The announced actions under some lines (empty: all), or the ones with quantities only."""

    lines: tuple[str, ...] = ()
    with_quantity: bool = False
    document: str | None = None


class NatureQuery(Struct, frozen=True):
    """The sum of all stated amounts of one nature over some lines (a total: the whole document)."""

    nature: Nature
    subject: str
    credit: Credit | None = None
    document: str | None = None
    share: bool = False  # asked as a percentage of the change of the line


class RestQuery(Struct, frozen=True):
    """What of a change is not explained: delta of VAK minus the stated reasons."""

    subject: str
    document: str | None = None


class RankQuery(Struct, frozen=True):
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
    place: int = 1  # where to begin: 2 for "de tweede grootste"
    without: tuple[str, ...] = ()  # lines left out, with all that stands below them
    after: str | None = None  # only lines that come behind this one
    bound: Bound | None = None  # only lines beyond an amount or percentage
    counted: bool = False  # "hoeveel ISE's stijgen": how many there are is what is asked
    of: str | None = None  # the line whose place is asked: only that one is given


class CompareQuery(Struct, frozen=True):
    """Two or more lines side by side; with two the difference is first minus second."""

    subjects: tuple[str, ...]
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None
    rounds: tuple[Round, ...] = ()  # one for each subject, when they are asked in different rounds


class CreditCompareQuery(Struct, frozen=True):
    """VAK against VEK of one line: VAK minus VEK; `sides` are the credits as named when each has its own round."""

    subject: str
    measure: Measure = Measure.LEVEL
    round: Round | None = None
    document: str | None = None
    sides: tuple[tuple[Credit, Round], ...] = ()


class ShareQuery(Struct, frozen=True):
    """Part divided by whole: of the level (BO unless a round is named) or, with Measure.DELTA, of the change."""

    part: str
    whole: str
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None
    added: tuple[str, ...] = ()  # lines that are taken together with the part


class SumQuery(Struct, frozen=True):
    """Several lines added up (of the level, or of the change with Measure.DELTA); overlapping lines are refused."""

    subjects: tuple[str, ...]
    measure: Measure = Measure.LEVEL
    credit: Credit | None = None
    round: Round | None = None
    document: str | None = None


class StructureQuery(Struct, frozen=True):
    """Which ISE stands under which programme and objective."""

    topic: StructureTopic
    subject: str | None = None
    document: str | None = None
    counted: bool = False  # "hoeveel ISE's zijn er"


class GlossaryQuery(Struct, frozen=True):
    """What words mean, or what programme letters stand for: ids of glossary terms."""

    terms: tuple[str, ...]


class SourceQuery(Struct, frozen=True):
    """The document, its slides, and where a line or policy stands in it."""

    topic: SourceTopic
    subject: str | None = None  # line id
    policy: str | None = None
    slide: int | None = None  # "wat staat er op slide 11"
    document: str | None = None
    numbers: tuple[ReadNumber, ...] = ()  # for GAP: the contradicting numbers; they find the line when none is named


class LookupQuery(Struct, frozen=True):
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
    doubtful: bool = False  # written in a way that reads two ways ("57.7"): the reply says how it was read


class ArithmeticQuery(Struct, frozen=True):
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


class AuditQuery(Struct, frozen=True):
    """Every reconciliation check with expected, found and difference."""

    document: str | None = None


class SearchQuery(Struct, frozen=True):
    """Words to look for in every item of the document ("zoek ...")."""

    text: str
    document: str | None = None


Query = (
    FigureQuery
    | ReasonQuery
    | PolicyQuery
    | ActionQuery
    | NatureQuery
    | CausesQuery
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
