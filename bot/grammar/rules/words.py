"""Questions about words, the bot itself, searching and checking."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.reading import GREETINGS
from budget.queries import (
    AuditQuery,
    GlossaryQuery,
    HelpQuery,
    PolicyAspect,
    PolicyQuery,
    Query,
    ReasonCode,
    RefusalQuery,
    SearchQuery,
)

__all__ = ["commands", "courtesy", "glossary", "oneself"]

_CUE_AND_TERM = 2  # "wat is" and one term: nothing else is asked


def commands(asked: Asked) -> Query | None:
    """Help, search and audit, each by a word that opens or fills the text."""
    frame = asked.frame
    marks = frame.marks
    search = marks.get("search")
    if search is not None and search["search"] == 0 and len(frame.words) > 1:
        start = frame.places[2 if frame.word(1) in {"naar", "op"} and len(frame.words) > _CUE_AND_TERM else 1][1]
        return SearchQuery(frame.folded[start:].strip(), asked.document)
    if "help" in marks and not asked.has_names and not frame.numbers:
        begins = frame.words[marks["help"]["help"]] == "start" and len(frame.words) > 1
        return None if begins else HelpQuery(explicit=True)
    if "audit" in marks and not asked.has_names and not frame.numbers:
        return AuditQuery(asked.document)
    return None


_OTHER_MATTERS = frozenset({"nature", "rank", "share", "sum", "compare", "rest", "actions", "total", "structure"})
_AMOUNTS = frozenset({"level", "pct"})
_LISTED = frozenset({"ises", "programmas", "doelstellingen"})
_LIMITED = frozenset({"hoogte", "maximaal", "max", "maximum", "per"})
_EXPLAINING_ENDS = frozenset({"voor", "zeggen"})


def glossary(asked: Asked) -> Query | None:
    """What a word means; programme letters have no name in the source (DOMAIN)."""
    frame = asked.frame
    marks = frame.marks
    cues = marks.get("explain", {})
    found = [hit for hit in frame.names if hit.kind == "glossary"]
    end = "" if _EXPLAINING_ENDS.isdisjoint(frame.words) else frame.final
    if not cues and not found and end not in _EXPLAINING_ENDS:
        return None
    terms = tuple(dict.fromkeys([target for hit in found for target in hit.targets]))
    strong = (
        "strong" in cues
        or (end == "voor" and "slide_of" in marks.get("source", {}))
        or (end == "zeggen" and {"wat", "wil"} <= set(frame.words))
    )
    if strong:
        return _strong(asked, terms)
    if terms and (cues or "=" in frame.words) and _to_be_explained(asked):
        return GlossaryQuery(terms)
    if not terms or asked.subjects or asked.why or asked.change or asked.percent:
        return None
    if frame.numbers or frame.years or not _OTHER_MATTERS.isdisjoint(marks):
        return None
    if not _AMOUNTS.isdisjoint(marks.get("measure", ())):
        return None
    if asked.policies and frame.word(marks.get("aspect", {}).get("quantity", -1)) in _LIMITED:
        return None  # "wat is de maximale jobbonus per jaar" asks for the amount
    if "weak" in cues:
        return GlossaryQuery(terms)
    # A bare term is explained, unless it names a policy or asks for a list, which say more.
    listed = not _LISTED.isdisjoint(frame.words)
    if listed or asked.policies or asked.reasons or "source" in marks or "aspect" in marks:
        return None
    return GlossaryQuery(terms) if _content_places(asked) == 1 else None


def _to_be_explained(asked: Asked) -> bool:
    """Whether a word that asks for an explanation stands beside terms and nothing else is asked."""
    frame = asked.frame
    marks = frame.marks
    cues = marks.get("explain", {})
    if "weak" in cues and not frame.years:
        if asked.both_credits and not asked.subjects and "total" not in marks:
            return True
        if _content_places(asked) == _CUE_AND_TERM:
            return True
    equated = "=" in frame.words and _content_places(asked) == 1
    return ("soft" in cues or equated) and _only_terms(asked)


def _only_terms(asked: Asked) -> bool:
    """Whether nothing but terms is to be explained: no figure, no change, and no line or cause in a sentence."""
    marks = asked.frame.marks
    explained = {place for hit in asked.frame.names if hit.kind == "glossary" for place in range(hit.first, hit.end)}
    others = [one for one in asked.subjects if one.first not in explained]
    moved = asked.change or asked.percent or not _AMOUNTS.isdisjoint(marks.get("measure", ()))
    caused = any(asked.frame.word(place) != "uitleg" for place in marks.get("why", {}).values())
    return not (others or moved or caused or asked.frame.years or asked.frame.numbers)


def _content_places(asked: Asked) -> int:
    """Count the places where a name or a word of the question stands."""
    frame = asked.frame
    places = {hit.first for hit in frame.names}
    for found in frame.marks.values():
        places.update(found.values())
    return len(places)


def _strong(asked: Asked, terms: tuple[str, ...]) -> Query | None:
    explanation = asked.explanation
    letters = tuple(
        one
        for one in asked.lines
        if explanation.lines[one].programme is not None
        and explanation.lines[one].programme.lower() == one  # type: ignore[union-attr]
        and one in asked.frame.words
    )
    if letters:
        return RefusalQuery(ReasonCode.NOT_IN_DOCUMENT, "no_data", letters, kind="glossary", document=asked.document)
    if terms:
        return GlossaryQuery(terms)
    if asked.policies:
        return PolicyQuery(asked.policies, asked.reasons, aspect=PolicyAspect.WHAT, document=asked.document)
    return None


def oneself(asked: Asked) -> Query | None:
    """Who or what the bot is; beside a name of the document it is no such question."""
    if "self" not in asked.frame.marks or asked.has_names:
        return None
    return RefusalQuery(ReasonCode.OTHER_SUBJECT, "not_found", kind="self", document=asked.document)


_THANKS = frozenset({"dank", "bedankt", "dankjewel", "dankuwel", "merci", "mercikes", "thanks", "thx"})


def courtesy(asked: Asked) -> Query | None:
    """Thanks and greetings with nothing beside them."""
    frame = asked.frame
    if frame.marks or frame.numbers or frame.years or frame.unknown or asked.has_names:
        return None
    kind = "" if GREETINGS.isdisjoint(frame.words) else "greeting"
    if not _THANKS.isdisjoint(frame.words):
        kind = "thanks"
    return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", kind=kind, document=asked.document) if kind else None
