"""Keeps the place and the time that a sentence sets for those behind it, where the document has no figures of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from budget.claims.bind.foreign import (
    holds_places,
    is_own,
    is_place,
    is_vague,
    named_alone,
    only_compared,
    points_back,
    set_by,
)
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.placed import Found
from budget.claims.model import Verdict
from budget.claims.read.segments import Segment
from budget.claims.read.subjects import is_about
from budget.queries import ReasonCode

__all__ = ["Frames", "Here"]

# Words of who tells of himself, thanks somebody, or speaks of no time in particular.
_BESIDE = frozenset({"ik", "mijn", "mij", "dank", "bedankt", "toekomst", "jaren", "sinds", "sedert"})
_STOPS = ".!?…"
_MONEY = frozenset({"eur", "pct", "pp"})


class Here(Struct, frozen=True):
    """Where a sentence stands: its lines, the name in front that was taken for a speaker, and its end."""

    line: int
    last_line: int
    label: str  # in front of it, "" without one
    end: str


class _Frame(Struct, frozen=True):
    """What is set: why the document has no figures of it, and whether only a word that points back takes it up."""

    code: ReasonCode
    is_weak: bool
    line: int
    heads: bool  # whether it stands over the lines below it, as a heading
    gap: int = 2  # lines it may be away: a heading has a blank line under it


@dataclass(slots=True)
class Frames:
    """The frame that holds at a sentence of a text; it is told of every sentence in order."""

    _frame: _Frame | None = field(default=None, init=False)

    def held(self, scene: Scene, here: Here, found: list[Found]) -> list[Found]:
        """The claims of the next sentence, of which none can be checked when it stands in another place or time."""
        before = self._before(scene, here)
        here_set = ReasonCode.OTHER_SCOPE if is_place(here.label) else _set_before_colon(scene)
        code = here_set or before
        if code is None:
            self._set(scene, here, found)
            return found
        if here_set is not None:
            self._frame = _Frame(here_set, is_weak=False, line=here.last_line, heads=here.end not in _STOPS)
        elif self._frame is not None:
            self._frame = replace(self._frame, line=here.last_line, gap=1)
        return [(_uncheckable(draft, code), start, end) for draft, start, end in found]

    def _before(self, scene: Scene, here: Here) -> ReasonCode | None:
        """Why a frame set before makes a sentence one that cannot be checked; None when none holds."""
        frame = self._frame
        if frame is None:
            return None
        points = points_back(scene.read, frame.code)
        below = here.line > frame.line
        if here.label or (below and not (frame.heads or points)) or here.line > frame.line + frame.gap:
            self._frame = None
            return None
        if points:
            return frame.code
        if is_own(scene, frame.code):
            self._frame = None
            return None
        return None if frame.is_weak else frame.code

    def _set(self, scene: Scene, here: Here, found: list[Found]) -> None:
        code = set_by(scene, scene.whole)
        if code is None:
            if is_vague(scene):
                self._frame = _Frame(ReasonCode.OTHER_SCOPE, is_weak=True, line=here.last_line, heads=False)
            return
        figures = [spot for one in scene.segments for spot in one.spots]
        named = any(is_about(one) for one in scene.abouts)
        judged = any(draft.verdict is not Verdict.UNCHECKABLE for draft, _, _ in found)
        told = judged or (named and bool(figures)) or any(one.policies or one.reasons for one in scene.abouts)
        loose = any(spot.span.number.kind not in _MONEY for spot in figures)
        words = scene.read.every
        beside = not _BESIDE.isdisjoint(words) or (code is ReasonCode.OTHER_SCOPE and only_compared(scene, scene.whole))
        self._frame = _Frame(code, told or loose or beside, here.last_line, here.end not in _STOPS)


def _uncheckable(draft: Draft, code: ReasonCode) -> Draft:
    if draft.verdict is Verdict.UNCHECKABLE:
        return draft
    return replace(no_check(code, draft.subjects, draft.claimed), slides=draft.slides)


def _set_before_colon(scene: Scene) -> ReasonCode | None:
    """Why the document has no figures of what the words before a colon set, when the words behind do not undo it."""
    lead = _lead(scene)
    if lead is None:
        return None
    code = set_by(scene, lead) or named_alone(scene, lead)
    if code is None or points_back(scene.read, code):
        return code
    there = "er" in scene.read.keys(lead.last, len(scene.read.words))
    compared = code is ReasonCode.OTHER_SCOPE and only_compared(scene, lead) and not there
    return None if compared or is_own(scene, code, lead.last) else code


def _lead(scene: Scene) -> Segment | None:
    """What stands before a colon, when it gives no figure: "Nieuws uit Gent: ...", "Voor 2019: ..."."""
    at = next((place for place, one in enumerate(scene.segments) if _ends_in_colon(scene, one)), -1)
    first = scene.segments[0]
    if at < 0 and len(scene.segments) > 1 and holds_places(scene, first):
        at = 0  # "Nederland - ...", "(Nederland) ..."
    if at < 0 or any(one.spots for one in scene.segments[: at + 1]):
        return None
    last = scene.segments[at]
    return Segment(0, last.end, 0, last.last, ())


def _ends_in_colon(scene: Scene, segment: Segment) -> bool:
    return scene.read.low[: segment.end].rstrip().endswith(":")
