"""The one verdict on a short text in which nothing can be checked: what it is instead, and what it names."""

from __future__ import annotations

from budget.claims.model import Claim, Ground, Kind, Verdict, Why
from budget.claims.read.layout import Layout, Sentence
from budget.claims.read.segments import Segment
from budget.claims.read.subjects import about, is_about
from budget.claims.read.words import read
from budget.queries import ReasonCode
from budget.resolve.lexicon import Lexicon

__all__ = ["nothing_claimed"]


def nothing_claimed(layout: Layout, sentences: list[Sentence], lexicon: Lexicon) -> Claim:
    """The one verdict on a short text that claims nothing that can be checked."""
    start, end = sentences[0].start, sentences[-1].start + len(sentences[-1].text)
    explanation = lexicon.catalog.default
    code = ReasonCode.OPINION
    subjects: tuple[str, ...] = ()
    for one in sentences:
        seen = read(one.text, lexicon)
        whole = Segment(0, len(one.text), 0, len(seen.words), ())
        named = about(seen, whole, explanation)
        if any("opinion" in hit.kinds for hit in seen.hits):
            break
        if is_about(named):
            code = ReasonCode.NO_FIGURE
            policies = [line for policy in named.policies for line in explanation.policies[policy].lines]
            subjects = tuple(dict.fromkeys([*(group.lines[0] for group in named.groups), *policies]))
            break
        if any("other_subject" in hit.kinds.get("elsewhere", ()) for hit in seen.hits):
            code = ReasonCode.OTHER_SUBJECT
    place = layout.place(start, end)
    return Claim(Verdict.UNCHECKABLE, Kind.OTHER, Ground(Why.NOTHING), subjects, code=code, place=place)
