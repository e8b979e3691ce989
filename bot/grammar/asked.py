"""What a question asks, gathered from its Frame before any rule looks at it; it makes no query."""

from __future__ import annotations

from dataclasses import dataclass

from bot.grammar.frame import Frame
from bot.grammar.rounds import Rounds
from bot.grammar.subjects import Subject
from budget.model import Credit, Explanation
from budget.queries import Measure
from budget.resolve.lexicon import Lexicon

__all__ = ["Asked"]

_CHANGE_MEANINGS = ("delta", "rise", "fall", "more", "less", "difference")
_SPLIT_VERBS = frozenset({"bij", "af"})
_SPLIT_HEADS = ("er", "komt", "krijgt", "kwam", "kreeg", "gaat", "ging", "doet")
_FIRM_CHANGE_MEANINGS = ("delta", "rise", "fall")


@dataclass(frozen=True, slots=True)
class Asked:
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
    measure = frame.marks.get("measure", {})
    up = "rise" in measure or "more" in measure
    down = "fall" in measure or "less" in measure
    split = frame.final in _SPLIT_VERBS and any(word in frame.words for word in _SPLIT_HEADS)
    if split:
        # "Hoeveel komt er voor loopbanen bij?": the verb's second half closes the sentence.
        up, down = up or frame.final == "bij", down or frame.final == "af"
    return (
        split or any(meaning in measure for meaning in _CHANGE_MEANINGS),
        split or any(meaning in measure for meaning in _FIRM_CHANGE_MEANINGS),
        int(up) - int(down),
    )
