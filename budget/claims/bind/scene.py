"""A sentence laid out for judging: its segments, what each names, and what the sentences before were about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from budget.claims.model import Judged
from budget.claims.read.language import PRONOUNS
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.strange import excluded, other_subject, strange
from budget.claims.read.subjects import About, Group, is_about
from budget.claims.read.verbs import verb_at
from budget.claims.read.words import Read
from budget.model import Credit, Explanation
from budget.resolve.lexicon import Lexicon

__all__ = ["Bound", "Draft", "Last", "Scene", "another", "bound", "is_likened", "led_by", "once"]

Asked = ParamSpec("Asked")
Told = TypeVar("Told")
_SHORT = 6  # words: more of them say something of the line
_LIKE = (
    "net als",
    "net zoals",
    "evenals",
    "alsook",
    "zoals ook",
    "net zoals ook",
    "anders dan",
    "in tegenstelling tot",
)
_POINTERS = frozenset({"dat", "die", "dit", "deze", "zij", "ze", "hij", "het"})


class Last(Struct, frozen=True):
    """What the sentence before was about; `strange` tells that it was something the document does not have."""

    about: About
    strange: str = ""
    line: int = 0  # of the text
    credit: Credit | None = None
    change: int = 0  # the direction of its figure, when that was a change
    moved: bool = False  # whether it told of a change at all


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a judge may look at."""

    read: Read
    segments: tuple[Segment, ...]
    abouts: tuple[About, ...]
    explanation: Explanation
    lexicon: Lexicon
    last: Last | None
    said: date | None
    found: dict[tuple[object, ...], object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def but(
        self,
        *,
        read: Read | None = None,
        segments: tuple[Segment, ...] | None = None,
        abouts: tuple[About, ...] | None = None,
    ) -> Scene:
        """The scene with something else in it; nothing that was found in this one is taken along."""
        return Scene(
            self.read if read is None else read,
            self.segments if segments is None else segments,
            self.abouts if abouts is None else abouts,
            self.explanation,
            self.lexicon,
            self.last,
            self.said,
        )

    @property
    def groups(self) -> list[Group]:
        """All lines the sentence names, in order."""
        return [group for about in self.abouts for group in about.groups]

    @property
    def whole(self) -> Segment:
        """The sentence as one segment."""
        return Segment(0, len(self.read.text), 0, len(self.read.words), ())

    def index_at(self, place: int) -> int:
        """The place of the segment a word stands in; -1 outside them all, in a part that is looked at alone."""
        return next((at for at, one in enumerate(self.segments) if one.first <= place < one.last), -1)

    def segment_at(self, place: int) -> Segment | None:
        """The segment a word stands in; None outside them all."""
        index = self.index_at(place)
        return self.segments[index] if index >= 0 else None

    def around(self, place: int) -> Segment:
        """The segment a word stands in, else the whole sentence."""
        return self.segment_at(place) or self.whole


class Bound(Struct, frozen=True):
    """What a segment's figure is about: named there, before it, behind it, or in the sentence before."""

    about: About
    strange: str = ""
    excluded: bool = False
    index: int = -1  # of the segment that names it; -1 for the sentence before


class Draft(Judged, frozen=True, kw_only=True):
    """What was judged and has no place yet; its sources are the slides of its lines and `slides`."""

    slides: tuple[int, ...] = ()


def once(asked: Callable[Concatenate[Scene, Asked], Told]) -> Callable[Concatenate[Scene, Asked], Told]:
    """Let a question about a scene be worked out once: every figure of a sentence asks it again."""

    def kept(scene: Scene, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Told:
        key = (asked, *args, *kwargs.items())
        if key not in scene.found:
            scene.found[key] = asked(scene, *args, **kwargs)
        return cast("Told", scene.found[key])

    return kept


def bound(scene: Scene, index: int) -> Bound:
    """What a segment is about; `strange` is a word of it that was not understood."""
    own = scene.segments[index]
    odd = strange(scene.read, own)
    without = excluded(scene.read, own)
    if is_about(scene.abouts[index]):
        return Bound(scene.abouts[index], odd, without, index)
    if odd:
        return Bound(About(natures=scene.abouts[index].natures), odd, without, index)
    other = _elsewhere(scene, index)
    if not 0 <= other < index and any(_is_set_aside(scene, at) for at in range(index)):
        first = scene.read.words[0]  # "Defensie, en niet de VDAB, krijgt ...": of what stands in front
        return Bound(About(), scene.read.text[first.start : first.end], without, index)
    if other >= 0:
        there = scene.segments[other]
        found = _with_natures(scene.abouts[other], scene.abouts[index])
        if found.groups and found.natures and _is_parallel(scene, other, index):
            found = replace(found, policies=(), reasons=())
        return Bound(found, strange(scene.read, there), without or excluded(scene.read, there), other)
    other = next((at for at in range(index) if scene.abouts[at].natures), -1)
    if other >= 0 and not scene.abouts[index].natures:  # "index over het hele document: samen ..."
        return Bound(
            About(natures=scene.abouts[other].natures), strange(scene.read, scene.segments[other]), without, other
        )
    last = scene.last
    if last is not None and (is_about(last.about) or last.strange) and _refers(scene, index):
        return Bound(_with_natures(last.about, scene.abouts[index]), last.strange, without, -1)
    return Bound(scene.abouts[index], "", without, -1)


def _with_natures(found: About, own: About) -> About:
    return replace(found, natures=own.natures) if own.natures else found


def _is_parallel(scene: Scene, other: int, index: int) -> bool:
    """Whether two reasons of one line are told in turn: "verliest 4 miljoen aan SINE maar wint 9 miljoen aan index"."""
    both = (scene.segments[other], scene.segments[index])
    return all(one.spots and "aan" in scene.read.keys(one.first, one.last) for one in both)


def _elsewhere(scene: Scene, index: int) -> int:
    """The nearest segment before that names something, known or not, else the next one behind; -1 when none does."""
    own = scene.segments[index]
    if scene.read.keys(own.first, own.first + 1) == ["netto"]:  # what is left of all that was told before
        return next((at for at in range(index) if is_about(scene.abouts[at])), -1)
    for place in range(index - 1, -1, -1):
        there = scene.segments[place]
        if _is_set_aside(scene, place):
            continue
        if place == index - 1 and scene.read.low[there.end - 1 : there.end] == ":" and strange(scene.read, there):
            return place  # "die voor cultuur ook: ..."
        if is_about(scene.abouts[place]) or other_subject(scene.read, there):
            return place
        if strange(scene.read, there) and (there.spots or _points_back(scene, index)):
            return place
    for place in range(index + 1, len(scene.segments)):
        if is_about(scene.abouts[place]) and not is_likened(scene, place):
            # What comes later with a figure of its own is about that figure.
            return -1 if scene.segments[place].spots else place
    return -1


def _is_set_aside(scene: Scene, place: int) -> bool:
    """Whether a segment names a line only to leave it out: ", en niet de VDAB,"."""
    segment = scene.segments[place]
    if segment.spots or not scene.abouts[place].groups or segment.last - segment.first > _SHORT:
        return False
    if place and is_likened(scene, place):
        return True
    words = scene.read.keys(segment.first, segment.last)
    if "niet" not in words[:2]:
        return False
    behind = range(segment.first + words.index("niet") + 1, segment.last)
    return not any(verb_at(scene.read, at) for at in behind)


def led_by(scene: Scene, index: int) -> Bound:
    """What a segment would be about if it named nothing itself: what the clause that it hangs on is about."""
    abouts = tuple(About() if place == index else one for place, one in enumerate(scene.abouts))
    return bound(scene.but(abouts=abouts), index)


def is_likened(scene: Scene, place: int) -> bool:
    """Whether a segment only sets something beside what the sentence is about: ", net als X,"."""
    segment = scene.segments[place]
    words = " ".join(scene.read.keys(segment.first, segment.first + 3))
    return not segment.spots and f"{words} ".startswith(tuple(f"{one} " for one in _LIKE))


def another(scene: Scene) -> bool:
    """Whether a sentence brings up something the document has not, by a name or as what it says something of."""
    for one in scene.segments:
        named = strange(scene.read, one)
        if other_subject(scene.read, one) or (named[:1].isupper() and not scene.read.text.startswith(named)):
            return True
    return False


def _points_back(scene: Scene, index: int) -> bool:
    """Whether a segment goes on about the one before: "nu naar Actiris: dat krijgt ..."."""
    own = scene.segments[index]
    places = range(own.first, min(own.first + 2, own.last))
    return any(scene.read.words[one].key in _POINTERS and verb_at(scene.read, one + 1) for one in places)


def _refers(scene: Scene, index: int) -> bool:
    """Whether a sentence that names nothing goes on about the one before: it says so, or it has no other subject."""
    own = scene.segments[index]
    words = scene.read.keys(scene.segments[0].first, own.last)
    return not PRONOUNS.isdisjoint(words) or _has_no_noun(scene, own)


def _has_no_noun(scene: Scene, segment: Segment) -> bool:
    return not strange(scene.read, segment)


def spots(scene: Scene) -> list[tuple[int, Spot]]:
    """All figures with the index of their segment, in order."""
    return [(index, spot) for index, segment in enumerate(scene.segments) for spot in segment.spots]
