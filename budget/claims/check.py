"""Finds and judges every claim of a text, sentence by sentence, in time linear in its length; it never fails."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from budget.answers import Source
from budget.claims.bind.caused import Cause, cause_in
from budget.claims.bind.context import amount_of, moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.lasting import lasting
from budget.claims.bind.scene import Draft, Last, Scene, another, bound
from budget.claims.bind.speaker import label_end
from budget.claims.bind.statements import statement
from budget.claims.bind.supposed import asks_openly
from budget.claims.judge.against import against, compared_at
from budget.claims.judge.along import directions_along, labels_along, multiples_along, ranks_along
from budget.claims.judge.beside import beside
from budget.claims.judge.causes import reason
from budget.claims.judge.compared import comparison, credits_compared, ratio
from budget.claims.judge.counted import counted_units
from budget.claims.judge.credit_pairs import credits_equal
from budget.claims.judge.directions import direction, multiple
from budget.claims.judge.everyone import everyone
from budget.claims.judge.figures import figure, is_public, uses_ratio
from budget.claims.judge.framed import unframed
from budget.claims.judge.frames import Frames, Here
from budget.claims.judge.growth import grown
from budget.claims.judge.labels import firmness
from budget.claims.judge.naming import namings
from budget.claims.judge.nothing import nothing_claimed
from budget.claims.judge.placed import Found, Placed, answered, apart
from budget.claims.judge.portions import portioned
from budget.claims.judge.ranked import place_in_order
from budget.claims.judge.standing import standing
from budget.claims.judge.structure import count_of_lines, who_and_when
from budget.claims.judge.trailing import trailing
from budget.claims.judge.truth import owners
from budget.claims.judge.turned import only_supposed, turned
from budget.claims.judge.unmatched import none_beyond
from budget.claims.model import Claim, Kind, Verdict
from budget.claims.read.clauses import is_joined, starts
from budget.claims.read.heads import shared
from budget.claims.read.layout import Layout, Sentence, parted
from budget.claims.read.segments import Spot, cut, spots_of
from budget.claims.read.subjects import About, about, is_about
from budget.claims.read.words import read
from budget.model import Explanation, Level
from budget.provenance import sources
from budget.resolve.lexicon import Lexicon

__all__ = ["Checker", "check", "checking"]

_LONG = 3  # sentences: a longer text may hold sentences that claim nothing
_MEMORY = 2  # sentences a subject is kept for


@dataclass(slots=True)
class Checker:
    """Judges the sentences of one text in order; it remembers what the last one was about."""

    lexicon: Lexicon
    said: date | None = None
    is_long: bool = False
    _last: Last | None = field(default=None, init=False)
    _age: int = field(default=0, init=False)
    _frames: Frames = field(default_factory=Frames, init=False)

    def claims(self, layout: Layout, sentence: Sentence, after: str = "", label: str = "") -> list[Claim]:
        """The claims of the next sentence, in the order of the text; `after` is what follows it on its line."""
        explanation = self.lexicon.catalog.default
        spoken = _unlabelled(sentence, self.lexicon)
        label = sentence.text[: spoken.start - sentence.start] or label
        here = Here(sentence.line, sentence.line + sentence.text.count("\n"), label, sentence.text[-1:])
        sentence = spoken
        framed = unframed(sentence.text, after)
        seen = read(framed.text, self.lexicon)
        further = starts(seen, explanation.document.draft_round.year) if framed.text == sentence.text else []
        if further:
            return [one for part in parted(sentence, further) for one in self.claims(layout, part, after, label)]
        segments = tuple(cut(seen, spots_of(seen, counted_units(explanation))))
        if not segments:
            return []
        abouts = shared(seen, segments, tuple(about(seen, one, explanation) for one in segments), explanation)
        last = self._last if self._age < _MEMORY else None
        scene = Scene(seen, segments, abouts, explanation, self.lexicon, last, self.said)
        drafts = _drafts(scene, is_long=self.is_long)
        drafts = self._frames.held(scene, here, answered(framed, drafts + namings(scene, drafts)))
        self._remember(scene, sentence.line, drafts)
        return [self._placed(layout, sentence, scene, one) for one in apart(scene, drafts, framed)]

    def _remember(self, scene: Scene, line: int, drafts: list[Found]) -> None:
        """Keep what a sentence was about for the next one; one that names nothing leaves the older subject a while."""
        named = [index for index, one in enumerate(scene.abouts) if is_about(one)]
        if named:
            found = bound(scene, named[0])
            credit, _ = credit_of(scene, named[0])
            if any(draft.kind is Kind.STRUCTURE for draft, _, _ in drafts):
                found = replace(found, about=replace(found.about, groups=found.about.groups[:1]))
            moved = bool(moves(scene.read, scene.whole))
            self._last, self._age = Last(found.about, found.strange, line, credit, _change(scene), moved), 0
            return
        if (is_public(scene) and any(one.spots for one in scene.segments)) or another(scene):
            self._last = Last(About(), "?", line)
            return
        self._age += 1

    def _placed(self, layout: Layout, sentence: Sentence, scene: Scene, found: Placed) -> Claim:
        draft, start, end, anchor = found
        at = sentence.start
        place = layout.anchored(at + start, at + end, at + anchor)
        ground = draft.ground
        if draft.verdict in {Verdict.UNCHECKABLE, Verdict.FALSE} and draft.claimed is not None and not ground.beside:
            hits = owners(self.lexicon.catalog, scene.explanation, draft.claimed)
            printed = tuple(hit for hit in hits if hit.line is None or hit.line.level is not Level.OBJECTIVE)
            ground = replace(ground, owners=tuple(hit for hit in printed if hit.figure != ground.figure))
        return Claim(
            draft.verdict,
            draft.kind,
            ground,
            draft.subjects,
            draft.credit,
            draft.round,
            draft.claimed,
            draft.code,
            draft.credit_named,
            place=place,
            sources=_sources(scene.explanation, draft),
            younger=self.said is not None and self.said > scene.explanation.document.date,
        )


def _change(scene: Scene) -> int:
    """The direction of the last figure of a sentence when it is a change, else 0."""
    for index in range(len(scene.segments) - 1, -1, -1):
        for spot in reversed(scene.segments[index].spots):
            amount = amount_of(scene, index, spot)
            return amount.direction if amount.kind is Kind.DELTA else 0
    return 0


def check(text: str, lexicon: Lexicon, said: date | None = None) -> tuple[Claim, ...]:
    """Every claim of a text with its verdict, in order; a text of one sentence always has at least one.

    `said` is the date of the statement, None when unknown. An empty text has no claims.
    """
    return tuple([claim for _, claims in checking(text, lexicon, said) for claim in claims])


def checking(text: str, lexicon: Lexicon, said: date | None = None) -> Iterator[tuple[int, list[Claim]]]:
    """The claims of `check` sentence by sentence, each with how far in the text it ends: for progress, and to stop."""
    layout = Layout(text)
    ahead = layout.sentences()
    first: list[Sentence] = []
    for one in ahead:
        first.append(one)
        if len(first) > _LONG:
            break
    checker = Checker(lexicon, said, is_long=len(first) > _LONG)
    found = False
    for one, after in _with_next(itertools.chain(first, ahead)):
        claims = checker.claims(layout, one, after)
        found = found or bool(claims)
        yield one.start + len(one.text), claims
    if first and not found and not checker.is_long:
        yield len(text), [nothing_claimed(layout, first, lexicon)]


def _with_next(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Every sentence with the next one, where that stands on the same line: another line is another speaker."""
    for one, after in itertools.pairwise(itertools.chain(sentences, (None,))):
        if one is not None:
            yield one, after.text if after is not None and after.line == one.line + one.text.count("\n") else ""


def _unlabelled(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """A sentence without the name of its speaker."""
    end = label_end(sentence.text, lexicon)
    return replace(sentence, text=sentence.text[end:], start=sentence.start + end) if end else sentence


def _as_said(scene: Scene, index: int, spot: Spot, draft: Draft) -> Draft:
    """A judged figure as the words around it and the lines beside it leave it."""
    meant = turned(scene, index, draft)
    shared = beside(scene, index, spot, draft)
    return meant if shared is draft or meant.verdict is Verdict.UNCHECKABLE else shared


def _drafts(scene: Scene, *, is_long: bool) -> list[Found]:
    """All claims of a sentence: one per figure, and the relations that need none."""
    found: list[Found] = []
    for index, segment in enumerate(scene.segments):
        for spot in segment.spots:
            if any(start < spot.end and spot.start < end for start, end in scene.read.unread):
                continue
            draft = figure(scene, index, spot, is_long=is_long)
            if draft is not None:
                found.append((_as_said(scene, index, spot, draft), spot.start, spot.end))
    if scene.read.unread:
        return found  # the rest of a sentence is not judged as if it gave no figure
    found = _one_count(found)
    if any(draft.kind is Kind.OTHER and draft.claimed is None for draft, _, _ in found):
        return found  # of a thing that is only counted here the document tells no cause either
    cause = cause_in(scene)
    if cause is not None:
        draft = reason(scene, cause)
        if draft is not None:
            found.append((only_supposed(scene, draft), *_words_of(scene, cause)))
    if found:
        told = {line for draft, _, _ in found for line in draft.subjects}
        found = (
            found
            + labels_along(scene, cause)
            + ranks_along(scene)
            + multiples_along(scene)
            + (directions_along(scene, told) if cause is None else [])
        )
        return found + trailing(scene, found)
    return _relations(scene) or labels_along(scene, None)


def _one_count(found: list[Found]) -> list[Found]:
    """Several counts of things the document has not are one claim; beside a real claim they are none."""
    counts = [one for one in found if one[0].kind is Kind.OTHER and one[0].claimed is None]
    others = [one for one in found if one not in counts]
    return found if len(counts) < 2 and not others else [*others, *(counts[:1] if not others else [])]  # noqa: PLR2004


def _words_of(scene: Scene, cause: Cause) -> tuple[int, int]:
    first = min(cause.at, cause.first)
    last = max(cause.at + 1, cause.end)
    return scene.read.words[first].start, scene.read.words[last - 1].end


def _relations(scene: Scene) -> list[Found]:
    """The one claim of a sentence without figures."""
    words = scene.read.words
    if not words or asks_openly(scene.read):
        return []
    times = uses_ratio(scene)
    judges: tuple[Callable[[], Draft | None], ...] = (
        lambda: ratio(scene, times) if times >= 0 else None,
        lambda: against(scene, compared_at(scene, scene.whole)),
        lambda: portioned(scene),
        lambda: lasting(scene),
        lambda: firmness(scene),
        lambda: none_beyond(scene),
        lambda: place_in_order(scene),
        lambda: everyone(scene),
        lambda: credits_compared(scene),
        lambda: credits_equal(scene),
        lambda: comparison(scene),
        lambda: count_of_lines(scene),
        lambda: standing(scene),
        lambda: who_and_when(scene),
        lambda: multiple(scene),
        lambda: grown(scene),
        lambda: direction(scene),
        lambda: statement(scene),
    )
    for judge in judges:
        draft = judge()
        if draft is not None:
            if draft.verdict in {Verdict.TRUE, Verdict.APPROX} and is_joined(
                scene.read, scene.explanation.document.draft_round.year
            ):
                return []  # the other statement was not judged
            end = max(words[-1].end, *(one.end for one in scene.read.numbers), 0)
            found: list[Found] = [(only_supposed(scene, draft), words[0].start, end)]
            return found + (directions_along(scene, set(draft.subjects)) if draft.kind is Kind.DIRECTION else [])
    return []


def _sources(explanation: Explanation, draft: Draft) -> tuple[Source, ...]:
    """The slides a claim rests on; an objective is printed nowhere, its parts are."""
    lines = [explanation.lines[one] for one in draft.subjects if one in explanation.lines]
    parts = [part for line in lines if line.level is Level.OBJECTIVE for part in line.parts]
    if draft.ground.figure is None and not draft.ground.parts:
        parts = []
    return sources(explanation, tuple(dict.fromkeys([*(explanation.lines[one].slide for one in parts), *draft.slides])))
