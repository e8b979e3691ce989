"""Questions what a change is ("is de daling een besparing", "is de stijging blijvend"): only the stated causes tell."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.doubt import loose_words
from budget.causes import sum_below
from budget.queries import Query, ReasonCode, ReasonQuery, RefusalQuery

__all__ = ["judged"]

_IS = frozenset({"is", "zijn", "was", "waren", "blijft", "lijkt"})
_ARTICLES = frozenset({"de", "die", "het", "deze", "dat"})
_OTHER_MATTERS = frozenset({"why", "nature", "rank", "compare", "rest", "share", "sum", "source", "total"})
_BY = frozenset({"door", "dankzij", "wegens", "vanwege", "uit"})
_STEM = 6  # letters by which a word and its inflected form are one


def judged(asked: Asked) -> Query | None:
    """What is said of a change that is itself the subject: a stated cause that uses the word, or nothing."""
    frame = asked.frame
    if frame.word(0) not in _IS or frame.word(1) not in _ARTICLES or frame.numbers or asked.policies:
        return None
    moves = frame.marks.get("measure", {})
    change = min((moves[one] for one in ("rise", "fall", "delta") if one in moves), default=-1)
    if change not in {2, 3} or len(asked.subjects) != 1 or not _OTHER_MATTERS.isdisjoint(frame.marks):
        return None
    subject = asked.subjects[0]
    if subject.ambiguous or subject.first < change:
        return None
    loose = [place for place in loose_words(asked) if place > subject.first]
    if not loose:
        return None
    words = [frame.words[place] for place in loose]
    if not _BY.isdisjoint(words):
        # What it comes from is asked: the stated causes tell, those of the whole also where a part is named.
        line = asked.explanation.lines[subject.line]
        return ReasonQuery(line.whole or line.id, asked.credit, 0, asked.document)
    line = asked.explanation.lines[subject.line]
    total = sum_below(asked.explanation, line)
    causes = "" if total is None else " ".join(one.cause.lower() for one in total.reasons)
    if total is not None and all(word[:_STEM] in causes or _names_change(word, asked) for word in words):
        return ReasonQuery(line.id, asked.credit, 0, asked.document)
    heard = " ".join(frame.typed(place) for place in loose)
    return RefusalQuery(ReasonCode.NOT_IN_DOCUMENT, "no_data", (line.id,), heard=heard, document=asked.document)


def _names_change(word: str, asked: Asked) -> bool:
    """Whether a word names a change itself ("besparing")."""
    return any(kind == "measure" for kind, _ in asked.lexicon.phrases.get(word, ()))
