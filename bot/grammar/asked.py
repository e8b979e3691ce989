"""What a question asks, gathered from its Frame before any rule looks at it; it makes no query."""

from __future__ import annotations

from msgspec import Struct

from bot.grammar.frame import Frame
from bot.grammar.rounds import Rounds
from bot.grammar.subjects import Subject
from bot.grammar.turns import Turns
from budget.model import Credit, Explanation, Round
from budget.queries import Measure
from budget.resolve.lexicon import Lexicon

__all__ = ["Asked"]

_CHANGE_MEANINGS = frozenset({"delta", "rise", "fall", "more", "less", "difference"})

# Verbs in two parts: the first word, the second, and the direction they give together. A second part that can also be a
# preposition ("bij") only counts where no name can follow it.
_PARTED = (
    (frozenset({"neemt", "nam", "nemen", "namen"}), "toe", 1),
    (frozenset({"neemt", "nam", "nemen", "namen"}), "af", -1),
    (frozenset({"er", "komt", "komen", "krijgt", "krijgen", "kwam", "kreeg", "doet", "legt"}), "bij", 1),
    (frozenset({"er", "gaat", "ging", "gaan", "doet", "knabbelt"}), "af", -1),
    (frozenset({"valt", "viel", "vallen", "loopt", "liep"}), "terug", -1),
    (frozenset({"valt", "viel", "vallen"}), "weg", -1),
    (frozenset({"levert", "leverde", "leveren", "boet", "boette"}), "in", -1),
    (frozenset({"gaat", "ging", "gaan"}), "vooruit", 1),
    (frozenset({"gaat", "ging", "gaan"}), "achteruit", -1),
)
_SECOND_PARTS = frozenset(second for _, second, _ in _PARTED)
_CLOSED_BY = frozenset(
    {
        "",
        "?",
        ",",
        ";",
        "voor",
        "in",
        "op",
        "van",
        "tegenover",
        "ten",
        "tov",
        "aan",
        "tussen",
        "qua",
        "en",
        "met",
        "of",
        "dan",
    }
)
_LONGEST_VERB = 14  # words between the two parts of a verb
_FIRM_CHANGE_MEANINGS = frozenset({"delta", "rise", "fall"})


class Asked(Struct, frozen=True):
    """One question as the rules see it: the frame, the document, the subjects and the plain choices in it."""

    frame: Frame
    lexicon: Lexicon
    explanation: Explanation
    document: str | None  # id to put into the query; None when there is only the default
    subjects: tuple[Subject, ...]
    policies: tuple[str, ...]  # ids, source order
    reasons: tuple[str, ...]  # ids of single reasons named
    rounds: Rounds
    credit: Credit | None
    both_credits: bool
    change: bool  # a change is asked, in whatever words
    firm_change: bool  # ... in words that can only mean the change between the rounds
    percent: bool
    direction: int
    turns: Turns

    @property
    def measure(self) -> Measure:
        """What of one line is asked."""
        if self.percent:
            return Measure.PCT
        return Measure.DELTA if self.change else Measure.LEVEL

    @property
    def compared(self) -> Measure:
        """What of several lines is asked: their levels, unless a rise or fall is said (DOMAIN, rules for answers 6)."""
        if self.percent:
            return Measure.PCT
        return Measure.DELTA if self.firm_change else Measure.LEVEL

    @property
    def lines(self) -> tuple[str, ...]:
        """The line of each subject that is in no doubt."""
        return tuple(one.line for one in self.subjects if not one.ambiguous)

    @property
    def why(self) -> bool:
        """Whether a reason is asked."""
        return "why" in self.frame.marks

    @property
    def has_names(self) -> bool:
        """Whether anything of the document is named."""
        return bool(self.subjects or self.policies or self.reasons)


def change_words(frame: Frame) -> tuple[bool, bool, int]:
    """Tell whether a change is asked, whether firmly, and in which direction (0 when both or neither)."""
    parted = 0 if _SECOND_PARTS.isdisjoint(frame.words) else _parted_verb(frame.words)
    measure = frame.marks.get("measure")
    if measure is None:
        return parted != 0, parted != 0, parted
    up = parted > 0 or "rise" in measure or "more" in measure
    down = parted < 0 or "fall" in measure or "less" in measure
    return (
        parted != 0 or not _CHANGE_MEANINGS.isdisjoint(measure),
        parted != 0 or not _FIRM_CHANGE_MEANINGS.isdisjoint(measure),
        int(up) - int(down),
    )


def _parted_verb(words: list[str]) -> int:
    """Give the direction of a verb in two parts ("neemt ... toe", "komt er ... bij"): 1, -1, or 0 without one."""
    for heads, second, direction in _PARTED:
        if second not in words:
            continue
        for place, word in enumerate(words):
            if word != second:
                continue
            if words[place + 1 : place + 2] and words[place + 1] in heads - {"er"}:
                # In a subordinate clause the verb's first half comes last: "hoeveel JB er bij krijgt".
                return direction
            if heads.isdisjoint(words[max(0, place - _LONGEST_VERB) : place]):
                continue
            after = words[place + 1] if place + 1 < len(words) else ""
            if second == "bij" and after == "dit" and words[place + 2 : place + 3] == ["jaar"]:
                return direction
            if second not in {"bij", "in"} or after in _CLOSED_BY - ({"en"} if second == "in" else frozenset()):
                return direction
    return 0


def rounds_apart(asked: Asked) -> tuple[Round, ...]:
    """Give the round of each of two lines when each stands beside its own year: "JD 2021 en JF 2022"; () else."""
    years = sorted(asked.frame.years, key=lambda found: found[1])
    if len(asked.subjects) != 2 or len(years) != 2:  # noqa: PLR2004 - each of two has its own
        return ()
    first, second = asked.subjects
    (_, one), (_, two) = years
    behind = first.end <= one < second.first and two >= second.end
    before = one < first.first and first.end <= two < second.first
    if not (behind or before):
        return ()
    document = asked.explanation.document
    return tuple(document.base_round if year == document.base_round.year else document.draft_round for year, _ in years)
