"""The fixed words a query is made of: what of a line or policy is asked, and why something has no answer."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

__all__ = [
    "Bound",
    "Measure",
    "PolicyAspect",
    "Presumed",
    "ReadNumber",
    "ReasonCode",
    "SourceTopic",
    "StructureTopic",
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


class ReadNumber(Struct, frozen=True):
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


class Presumed(Struct, frozen=True):
    """A number that a question takes for granted, with the word that makes it less exact ("ruim"), None without one."""

    number: ReadNumber
    hedge: str | None = None


class Bound(Struct, frozen=True):
    """A number that others are held against: above or below it, the number itself included or not."""

    number: ReadNumber
    above: bool
    included: bool = False


class PolicyAspect(StrEnum):
    """What of a policy or of a single reason is asked."""

    CHANGE = "change"  # its stated amount(s); also when it is named bare
    REASON = "reason"  # why it changes
    TOTAL = "total"  # what it costs altogether: a level, never in the source
    QUANTITY = "quantity"  # the counted things of its actions (trajecten, jobs, euro a year, %)
    PERIOD = "period"  # in which years it runs
    WHERE = "where"  # under which ISE / programme / slide it stands
    WHAT = "what"  # what it is


class StructureTopic(StrEnum):
    """What of the structure is asked."""

    PARTS = "parts"  # what stands under the subject
    PARENT = "parent"  # under which programme and objective the subject stands
    PROGRAMMES = "programmes"
    ISES = "ises"
    OBJECTIVES = "objectives"


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
