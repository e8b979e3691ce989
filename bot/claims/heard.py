"""A clause as the grammar reads it, with what it leaves to the clause before; doubts are named, nothing is judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.grammar.asked import Asked
from bot.grammar.parse import gather
from bot.grammar.reading import read
from bot.grammar.subjects import Subject
from budget.model import Credit, Line, Nature, Round
from budget.numbers_nl import NumberSpan, find_numbers
from budget.queries import Measure, ReasonCode
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import words

__all__ = ["Heard", "doubt", "hear"]

_HEDGE = re.compile(
    r"\b(?:(?:iets |net )?(?:meer|minder) (?:dan|als)|(?:hoger|lager|groter|kleiner) dan|onder|boven|nog geen|net geen|"
    r"net niet|een (?:kleine|dikke|krappe|goede|ruime|slordige)|om en (?:bij|nabij)|minstens|ten minste|minimaal|ruim|"
    r"dik|krap|bijna|zo'n)\s+(?:de |het |een )?$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:niet|geen|nooit|niets|noch|zonder|behalve|tenzij|als|indien|moet|moeten|moest|zou|zouden|wil|willen|wou|"
    r"mag|mogen|gemiddelde?|jaarlijkse?|maandelijkse?|per|elke?|ieder|iedere|helft van de|sommige|enkele|andere|"
    r"sterk|fors|forse|enorm|enorme|flink|flinke|stevig|stevige|spectaculair|scherp|scherpe|fel|hard|licht|lichte|nauwelijks|amper|"
    r"tweede|derde|vierde|vijfde|op een na|een van de|deel|gedeelte|cumulatief|nominaal|reeel|reële|netto|bruto)\b",
    re.IGNORECASE,
)
_HARMLESS = frozenset({"welgeteld", "liefst", "collega", "collegas"})
_RELATIVE = (
    (re.compile(r"\bdit (?:begrotings)?jaar\b", re.IGNORECASE), 0),
    (re.compile(r"\bvorig jaar\b", re.IGNORECASE), -1),
    (re.compile(r"\bvolgend jaar\b", re.IGNORECASE), 1),
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A clause read: its words, its one figure if it has one, and the subject and direction it is about."""

    text: str
    asked: Asked
    spans: tuple[NumberSpan, ...]
    subjects: tuple[Subject, ...]
    policies: tuple[str, ...]
    direction: int
    change: bool

    @property
    def candidates(self) -> tuple[Line, ...]:
        """The lines its one subject may be; none without a subject or with several."""
        if len(self.subjects) != 1:
            return ()
        return tuple([self.asked.explanation.lines[one] for one in self.subjects[0].candidates])

    @property
    def natures(self) -> tuple[Nature, ...]:
        """The natures of reasons it names."""
        return tuple([Nature(one) for one in self.asked.frame.marks.get("nature", ())])

    @property
    def credit(self) -> Credit:
        """The credit it is about, VAK when none is named."""
        return self.asked.credit or Credit.VAK

    @property
    def at(self) -> Round:
        """The round a level is of: the draft unless the base is named."""
        document = self.asked.explanation.document
        return self.asked.rounds.single or document.draft_round

    @property
    def measure(self) -> Measure:
        """Whether it tells of a level or of a change."""
        return Measure.DELTA if self.change else Measure.LEVEL


def hear(text: str, lexicon: Lexicon, before: Heard | None, said_on: date | None) -> Heard:
    """Read a clause; what it does not name itself it takes from `before`."""
    plain = _bare(_dated(text, said_on))
    asked = gather(read(plain, lexicon), lexicon)
    spans = tuple([one for one in find_numbers(text) if not one.looks_like])
    change = asked.firm_change or bool({"more", "less", "difference"} & asked.frame.marks.get("measure", {}).keys())
    direction = asked.direction
    subjects, policies = asked.subjects, asked.policies
    named = bool(subjects or policies or asked.frame.marks.get("nature"))
    if before is not None:
        if not named or (not subjects and not policies and before.subjects):
            subjects, policies = before.subjects, (before.policies if not named else policies)
        if not named and not change and spans:
            change, direction = before.change, before.direction
    return Heard(text, asked, spans, subjects, policies, direction, change)


def _dated(text: str, said_on: date | None) -> str:
    """The text with "dit jaar" as the year it was said in, when that is known."""
    if said_on is not None:
        for pattern, later in _RELATIVE:
            text = pattern.sub(f"in {said_on.year + later}", text)
    return text


def _bare(text: str) -> str:
    """The text without the hedges of its numbers: "meer dan 10 miljoen" says nothing of a rise."""
    for span in reversed(find_numbers(text)):
        found = _HEDGE.search(text, 0, span.start) if span.hedge is not None else None
        if found is not None:
            text = f"{text[: found.start()]} {text[span.start :]}"
    return text


def doubt(heard: Heard) -> tuple[ReasonCode, str] | None:
    """Why a clause cannot be judged whatever it claims, and the words to blame; None when nothing stands in the way."""
    asked, marks = heard.asked, heard.asked.frame.marks
    if "elsewhere" in marks:
        return ReasonCode.OTHER_SUBJECT, ""
    if asked.rounds.foreign is not None or "month" in marks:
        return (ReasonCode.OTHER_ROUND if asked.rounds.foreign_kind else ReasonCode.OTHER_YEAR), ""
    if "other_round" in marks:
        return ReasonCode.OTHER_ROUND, ""
    if "other_credit" in marks or asked.both_credits:
        return ReasonCode.OTHER_CREDIT, ""
    if any(one.clash or one.without for one in heard.subjects):
        return ReasonCode.OTHER_SCOPE, ""
    unknown = [asked.frame.typed(place) for place in asked.frame.unknown if not _harmless(heard, place)]
    unknown += asked.frame.corrected
    if unknown:
        return ReasonCode.NOT_UNDERSTOOD, " ".join(unknown)
    vague = _UNSURE.search(_bare(heard.text))
    if vague is not None:
        return ReasonCode.NOT_UNDERSTOOD, vague.group()
    if any(span.doubtful for span in heard.spans):
        return ReasonCode.NOT_UNDERSTOOD, heard.spans[0].number.text
    return None


def _harmless(heard: Heard, place: int) -> bool:
    """Whether a word nobody knows changes nothing: a stopgap, or a word of the very reason that is named."""
    word = heard.asked.frame.word(place)
    reasons = heard.asked.explanation.policy_reasons
    if word in _HARMLESS:
        return True
    return not heard.spans and any(
        word in words(reason.cause) for one in heard.policies for reason in reasons.get(one, ())
    )
