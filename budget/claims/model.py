"""What a checked claim is: its place, its verdict and the facts the verdict rests on; nothing is judged here."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from budget.answers import Figure, LookupHit, Source
from budget.model import Action, Credit, Reason, Round
from budget.queries import ReadNumber, ReasonCode

__all__ = ["Claim", "Claimed", "Ground", "Judged", "Kind", "Place", "Verdict", "Why"]


class Verdict(StrEnum):
    """The five verdicts on a claim (DOMAIN, verdicts on claims)."""

    TRUE = "true"
    APPROX = "approx"
    HALF = "half"
    FALSE = "false"
    UNCHECKABLE = "uncheckable"


class Kind(StrEnum):
    """What a claim says: which measure of a line, or which relation."""

    LEVEL = "level"
    DELTA = "delta"
    PCT = "pct"
    DIRECTION = "direction"
    SHARE = "share"
    SUM = "sum"
    RATIO = "ratio"
    COMPARE = "compare"
    RANK = "rank"
    DRIVER = "driver"
    QUANTITY = "quantity"
    REASON = "reason"
    STRUCTURE = "structure"
    DOCUMENT = "document"
    STATEMENT = "statement"
    ARITHMETIC = "arithmetic"
    OTHER = "other"


class Why(StrEnum):
    """What decided: the fact an explanation starts with."""

    AGREES = "agrees"
    HEDGE = "hedge"
    HEDGE_FAILS = "hedge_fails"
    CLOSE = "close"
    SIGN = "sign"
    OTHER_CREDIT = "other_credit"
    TWIN = "twin"
    OTHER_ROUND = "other_round"
    OTHER_MEASURE = "other_measure"
    PERCENT_POINT = "percent_point"
    PART = "part"
    DIFFERS = "differs"
    CONTRADICTS = "contradicts"
    ONLY_REASON = "only_reason"
    DENIED = "denied"
    SUPPOSED = "supposed"
    NOTHING = "nothing"


class Place(Struct, frozen=True):
    """Where a claim stands: its line (1-based), first and last-plus-one code point of that line, and its words."""

    line: int
    start: int
    end: int
    quote: str


class Claimed(Struct, frozen=True):
    """What was said: the signed number, its hedge, and the other end when it is a range."""

    number: ReadNumber
    hedge: str | None = None
    high: ReadNumber | None = None


class Ground(Struct, frozen=True):
    """What a verdict rests on.

    `figure` is the truth; `parts` what it is computed from; `beside` the figures the number was perhaps taken from;
    `owners` the facts a number really belongs to, when the claim is about something else; `nearest` what is known.
    """

    why: Why
    figure: Figure | None = None
    parts: tuple[Figure, ...] = ()
    beside: tuple[Figure, ...] = ()
    owners: tuple[LookupHit, ...] = ()
    reasons: tuple[Reason, ...] = ()
    action: Action | None = None
    ranked: tuple[str, ...] = ()
    heard: str = ""


class Judged(Struct, frozen=True):
    """A verdict and what it is about; `code` says why something uncheckable cannot be checked."""

    verdict: Verdict
    kind: Kind
    ground: Ground
    subjects: tuple[str, ...] = ()
    credit: Credit | None = None
    round: Round | None = None
    claimed: Claimed | None = None
    code: ReasonCode | None = None
    credit_named: bool = False


class Claim(Judged, frozen=True, kw_only=True):
    """One claim of a text with its verdict, its place and the slides it rests on."""

    place: Place
    sources: tuple[Source, ...] = ()
    younger: bool = False  # the statement is younger than the document
