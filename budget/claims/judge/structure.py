"""Judges how the budget is built and who showed the document when; no amount is looked at."""

from __future__ import annotations

from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.strange import strange
from budget.model import Document, Explanation, Level, Line
from budget.numbers_nl.words import word_value
from budget.queries import ReasonCode
from budget.resolve.text import words as split
from budget.tree import lines_of_level

__all__ = ["count_of_lines", "who_and_when"]

_LEVELS = {"programme": Level.PROGRAMME, "ise": Level.ISE, "objective": Level.OBJECTIVE}
_COUNTS = frozenset("zijn telt tellen heeft hebben omvat omvatten bevat bevatten er bestaat bestaan kent".split())
_SHOWN = frozenset(
    "voorgesteld stelde voor gepresenteerd presenteerde toegelicht lichtte voorstelde getoond toonde".split()
)
_AROUND = frozenset({"parlement", "de", "het", "op", "in", "werk", "sociale", "economie"})
_DOCUMENT = frozenset("toelichting document bbt presentatie begrotingstoelichting slides beleidstoelichting".split())
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_TITLES = frozenset("minister viceminister president vlaams vlaamse mevrouw meneer".split())


def count_of_lines(scene: Scene) -> Draft | None:
    """Judge "er zijn drie strategische doelstellingen", "JD telt vier ISE's"; None when no lines are counted."""
    read = scene.read
    for hit in read.hits:
        level = next((_LEVELS[one] for one in hit.kinds.get("unit_level", ()) if one in _LEVELS), None)
        if level is None or _COUNTS.isdisjoint(read.every):
            continue
        number = _number_before(scene, hit.first)
        if number is None:
            continue
        groups = scene.groups
        head = scene.explanation.lines[groups[0].lines[0]] if groups else scene.explanation.total
        if head.level is level:
            continue
        if any(strange(read, one) for one in scene.segments):
            return no_check(ReasonCode.OTHER_SUBJECT, (head.id,), None)
        lines = _counted(scene.explanation, level, head)
        verdict = Verdict.TRUE if len(lines) == number else Verdict.FALSE
        why = Why.AGREES if verdict is Verdict.TRUE else Why.DIFFERS
        ground = Ground(why, ranked=tuple(line.id for line in lines))
        return Draft(verdict, Kind.STRUCTURE, ground, (head.id,), slides=(lines[0].slide if lines else head.slide,))
    return None


def _counted(explanation: Explanation, level: Level, head: Line) -> tuple[Line, ...]:
    if head.level is Level.OBJECTIVE:
        return tuple(explanation.lines[one] for one in head.parts)
    return lines_of_level(explanation, level, head)


def _number_before(scene: Scene, place: int) -> int | None:
    """The number right before a word, an adjective between them allowed."""
    read = scene.read
    start = read.words[place].start
    for word in reversed(read.words[max(0, place - 2) : place]):
        value = word_value(word.key) if word.key not in {"een", "het"} else None
        if value is not None:
            return value
    for span in read.numbers:
        between = read.low[span.end : start].split() if span.end <= start else ["", "", ""]
        if (
            len(between) <= 1
            and span.number.kind == "qty"
            and not span.number.scale
            and span.looks_like in {"", "word"}
        ):
            return span.number.value
    return None


def who_and_when(scene: Scene) -> Draft | None:
    """Judge who showed the document, when and where; None when the sentence does not say that."""
    read = scene.read
    words = read.every
    document = scene.explanation.document
    shown = not _SHOWN.isdisjoint(words) or "dateert" in words
    if (
        not shown
        or not (_DOCUMENT & set(words) or _own_budget(scene, words))
        or any(one.spots for one in scene.segments)
    ):
        return None
    said: list[bool] = []
    said += _dates(scene, document)
    said += _persons(scene, document)
    if "parlement" in words:
        said.append(all(word in words for word in split(document.venue.lower())))
    if not said:
        return None
    verdict = Verdict.TRUE if all(said) else Verdict.FALSE
    why = Why.AGREES if all(said) else Why.DIFFERS
    return Draft(verdict, Kind.DOCUMENT, Ground(why), (scene.explanation.total.id,), slides=(1,))


def _own_budget(scene: Scene, words: list[str]) -> bool:
    """Whether "de begroting" without more stands for the document: not "de begroting van Wallonie"."""
    if "begroting" not in words:
        return False
    return words[words.index("begroting") + 1 :][:1] not in (["van"], ["voor"]) or bool(scene.groups)


def _dates(scene: Scene, document: Document) -> list[bool]:
    found: list[bool] = []
    for span in scene.read.numbers:
        text = scene.read.low[span.start : span.end]
        if span.looks_like == "year":
            found.append(span.number.value == document.date.year)
        elif span.looks_like == "date":
            parts = text.replace("/", " ").replace("-", " ").replace(".", " ").split()
            day, month = int(parts[0]), parts[1] if len(parts) > 1 else ""
            at = (
                int(month)
                if month.isdigit()
                else next((place for place, name in enumerate(_MONTHS, 1) if month and name.startswith(month[:3])), 0)
            )
            year = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else document.date.year  # noqa: PLR2004
            found.append((day, at, year) == (document.date.day, document.date.month, document.date.year))
    return found


def _persons(scene: Scene, document: Document) -> list[bool]:
    """Whether the person that is named is who showed it; [] when nobody is."""
    names = set(split(document.presenter.lower()))
    capital = [
        word.key
        for place, word in enumerate(scene.read.words)
        if word.capital and word.key not in _TITLES and not scene.read.at.get(place, _NOBODY).has("line")
        and word.key not in _DOCUMENT and word.key not in _AROUND
    ]  # fmt: skip
    if not capital:
        return []
    return [all(word in names for word in capital)]


class _Nobody:
    @staticmethod
    def has(kind: str) -> bool:
        """No word is of any kind."""
        return not kind


_NOBODY = _Nobody()
