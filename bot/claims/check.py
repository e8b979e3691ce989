"""Finds the claims of a text and judges each; linear in its length, it never fails and reads no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.claims.figures import figure
from bot.claims.heard import Heard, doubt, hear
from bot.claims.model import Claim, Found
from bot.claims.plain import plain
from bot.claims.split import CAUSE, Clause, clauses, sentences
from budget.claims.judge import Verdict
from budget.queries import ReasonCode
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import LIMIT

__all__ = ["check"]

_POINTS_BACK = re.compile(r"(?:en |maar )?(?:dat|die|dit|het|daar|ze|zij)\b", re.IGNORECASE)


def check(text: str, lexicon: Lexicon, said_on: date | None = None) -> tuple[Claim, ...]:
    """Judge every claim of a text in its order; () only when nothing is said in it.

    One sentence always gets a verdict. In a longer text a sentence without figure, direction, comparison, reason or
    known subject gets none.
    """
    pieces = sentences(text)
    alone = len(pieces) == 1
    lines = _Lines(text)
    claims: list[Claim] = []
    last: Heard | None = None
    for sentence in pieces:
        before = last if _POINTS_BACK.match(sentence.text) else None
        for clause in clauses(sentence):
            if len(clause.text) > LIMIT:
                claims.append(_claim(lines, clause, Found(Verdict.UNCHECKABLE, ReasonCode.NOT_UNDERSTOOD), lexicon))
                continue
            heard = hear(clause.text, lexicon, before, said_on)
            claims += [_claim(lines, clause, found, lexicon, said_on) for found in _judged(heard, alone=alone)]
            before = heard if heard.subjects or heard.policies else before
        last = before
    return tuple(claims)


def _judged(heard: Heard, *, alone: bool) -> Iterator[Found]:
    if not alone and not _says_something(heard):
        return
    reason = doubt(heard)
    subjects = tuple(one for subject in heard.subjects for one in subject.candidates)
    if reason is not None:
        yield Found(Verdict.UNCHECKABLE, reason[0], subjects=subjects, heard=reason[1])
    elif len(heard.spans) == 1:
        yield figure(heard)
    elif heard.spans:
        yield Found(Verdict.UNCHECKABLE, ReasonCode.NOT_UNDERSTOOD, subjects=subjects)
    else:
        yield plain(heard)


def _says_something(heard: Heard) -> bool:
    """Whether a clause of a longer text is worth a verdict."""
    asked = heard.asked
    about = bool(heard.subjects or heard.policies or heard.natures)
    figures = [span for span in heard.spans if span.number.kind != "qty"]
    if heard.spans:
        return about or bool(figures and "elsewhere" in asked.frame.marks and asked.firm_change)
    return about and (
        asked.firm_change
        or "rank" in asked.frame.marks
        or CAUSE.search(heard.text) is not None
        or len(heard.subjects) > 1
        or "structure" in asked.frame.marks
    )


class _Lines:
    """Where the lines of a text start, to tell a place in the text as a line and a column."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._start = 1, 0

    def place(self, clause: Clause) -> tuple[int, int, int]:
        """The line (from 1), start and end of a clause; clauses come in order, so the text is walked once."""
        while (end := self._text.find("\n", self._start, clause.start)) >= 0:
            self._line, self._start = self._line + 1, end + 1
        stop = self._text.find("\n", clause.start, clause.start + len(clause.text))
        end = clause.start + len(clause.text) if stop < 0 else stop
        return self._line, clause.start - self._start, end - self._start


def _claim(lines: _Lines, clause: Clause, found: Found, lexicon: Lexicon, said_on: date | None = None) -> Claim:
    line, start, end = lines.place(clause)
    explanation = lexicon.catalog.default
    younger = said_on is not None and said_on > explanation.document.date
    return Claim(line, start, end, clause.text, found, explanation, younger)
