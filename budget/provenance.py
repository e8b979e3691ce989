"""Where a figure stands: slides turned into sources with their link; no figure without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from budget.answers import Source
from budget.kept import kept_by_identity
from budget.model import Explanation, Level, Line, Slide

__all__ = ["line_sources", "slide_of", "sources"]


@kept_by_identity
def _by_slide(explanation: Explanation) -> Mapping[int, Source]:
    """All sources of a document by slide number."""
    document = explanation.document
    template = document.address
    return {
        slide.number: Source(
            document, slide, template.replace("{slide}", str(slide.number)) if template is not None else None
        )
        for slide in document.slides
    }


@kept_by_identity
def _alone(explanation: Explanation) -> Mapping[int, tuple[Source]]:
    """Each source as the only one: what nearly every answer stands on."""
    return {number: (source,) for number, source in _by_slide(explanation).items()}


def sources(explanation: Explanation, slides: Iterable[int]) -> tuple[Source, ...]:
    """The sources of slide numbers, each once, in the order given.

    Raises KeyError for a slide the document does not have.
    """
    known = _by_slide(explanation)
    return tuple([known[number] for number in dict.fromkeys(slides)])


def line_sources(explanation: Explanation, lines: Iterable[Line]) -> tuple[Source, ...]:
    """The sources of the table rows of lines; a computed objective stands on the rows of its ISEs too."""
    known = tuple(lines)
    if len(known) == 1 and known[0].level is not Level.OBJECTIVE:
        return _alone(explanation)[known[0].slide]
    numbers: dict[int, None] = {}
    for line in known:
        if line.level is Level.OBJECTIVE:
            for part in line.parts:
                numbers[explanation.lines[part].slide] = None
        numbers[line.slide] = None
    return sources(explanation, numbers)


def slide_of(explanation: Explanation, number: int) -> Slide:
    """The slide with a number; raises KeyError when the document does not have it."""
    return _by_slide(explanation)[number].slide
