"""Words looked for in every item of a document; found by word, best first, nothing is interpreted."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from budget.answers import Answer, SearchBody, SearchHit, Status
from budget.kept import kept_by_identity
from budget.model import Action, Catalog, Explanation, Reason
from budget.provenance import slide_of, sources
from budget.queries import ReasonCode, SearchQuery
from budget.scope import explanation_for

__all__ = ["answer"]

_WORD = re.compile(r"[^\W_]+\+?")
_MOST = 25
_LAST = 1 << 60  # a place behind every item of a document
_WORDS_AT_MOST = 12  # of the question; the rest of a long text adds nothing


class _Item(Struct, frozen=True):
    hit: SearchHit
    lines: tuple[str, ...]
    name_words: frozenset[str]
    place: int  # order in the document


class _Words(Struct, frozen=True):
    items: tuple[_Item, ...]
    sorted_words: tuple[str, ...]
    holders: dict[str, tuple[int, ...]]


def answer(query: SearchQuery, catalog: Catalog) -> Answer:
    """Items that hold all words, as whole words or as beginnings; none gives not_found."""
    explanation = explanation_for(catalog, query.document)
    words = _words(query.text)[:_WORDS_AT_MOST]
    index = _index(explanation)
    found = [index.items[number] for number in _holding_all(index, words)]
    found += [item for item in _glossary(catalog) if _holds(item, words)]
    found.sort(key=lambda item: (-len(item.name_words.intersection(words)), item.place))
    found = found[:_MOST]
    hits = tuple([item.hit for item in found])
    subjects = tuple(dict.fromkeys([line for item in found for line in item.lines]))
    return Answer(
        query,
        Status.OK if hits else Status.NOT_FOUND,
        "search",
        explanation.document,
        subjects or ((explanation.total.id,) if hits else ()),
        None,
        None,
        (),
        sources(explanation, [hit.slide.number for hit in hits if hit.slide is not None]),
        SearchBody(query.text, hits),
        reason_code=None if hits else ReasonCode.OTHER_SUBJECT,
    )


def _words(text: str) -> tuple[str, ...]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return tuple(dict.fromkeys(_WORD.findall(plain)))


@kept_by_identity
def _index(explanation: Explanation) -> _Words:
    """Every word of every item with the items that hold it."""
    items: list[_Item] = []
    holders: dict[str, list[int]] = {}
    for hit, lines, text in _items(explanation):
        for word in _words(f"{hit.name} {text}"):
            holders.setdefault(word, []).append(len(items))
        items.append(_Item(hit, lines, frozenset(_words(hit.name)), len(items)))
    return _Words(tuple(items), tuple(sorted(holders)), {word: tuple(numbers) for word, numbers in holders.items()})


def _items(explanation: Explanation) -> Iterator[tuple[SearchHit, tuple[str, ...], str]]:
    """Items in the order a reader looks for them: lines, policies, reasons, actions, slides.

    A reason or action that bears the name of its policy is that policy's item: nobody looks for it twice.
    """
    names = {policy.id: policy.name for policy in explanation.policies.values()}
    for line in explanation.lines.values():
        yield SearchHit("line", line.name, line.name, slide_of(explanation, line.slide)), (line.id,), line.label
    for policy in explanation.policies.values():
        own = [one for one in explanation.policy_reasons.get(policy.id, ()) if one.name == policy.name]
        twins = [one for one in explanation.policy_actions.get(policy.id, ()) if one.name == policy.name]
        slides = [one.slide for one in own] + [one.slide for one in twins]
        hit = SearchHit("policy", policy.name, policy.name, slide_of(explanation, slides[0]) if slides else None)
        yield hit, policy.lines, " ".join([_told(one) for one in own] + [_announced(one) for one in twins])
    for reason in explanation.reasons.values():
        if reason.name != names[reason.policy]:
            hit = SearchHit("reason", reason.name, names[reason.policy], slide_of(explanation, reason.slide))
            yield hit, (reason.line,), _told(reason)
    for action in explanation.actions.values():
        if action.name != names[action.policy]:
            hit = SearchHit("action", action.name, names[action.policy], slide_of(explanation, action.slide))
            yield hit, action.lines, _announced(action)
    for slide in explanation.document.slides:
        yield SearchHit("slide", slide.title, f"slide {slide.number}", slide), (), ""


def _told(reason: Reason) -> str:
    return f"{reason.cause} {reason.source_label} {reason.nature.value}"


def _announced(action: Action) -> str:
    counted = " ".join([f"{one.value} {one.unit} {one.qualifier}" for one in action.quantities])
    return f"{action.text} {counted}"


@kept_by_identity
def _glossary(catalog: Catalog) -> tuple[_Item, ...]:
    """The explained words, which come after all items of the document."""
    items: list[_Item] = []
    for term in catalog.glossary.values():
        slide = slide_of(catalog.default, term.slide) if term.from_source and term.slide is not None else None
        hit = SearchHit("glossary", term.name, f"wat is {term.name}", slide)
        items.append(_Item(hit, (), frozenset(_words(f"{term.name} {term.expansion}")), _LAST + len(items)))
    return tuple(items)


def _holds(item: _Item, words: tuple[str, ...]) -> bool:
    return bool(words) and all(any(own.startswith(word) for own in item.name_words) for word in words)


def _holding_all(index: _Words, words: tuple[str, ...]) -> list[int]:
    """Items that hold each word or a word that begins with it, in document order."""
    found: set[int] | None = None
    for word in words:
        holding: set[int] = set()
        place = bisect_left(index.sorted_words, word)
        while place < len(index.sorted_words) and index.sorted_words[place].startswith(word):
            holding.update(index.holders[index.sorted_words[place]])
            place += 1
        found = holding if found is None else found & holding
    return sorted(found or ())
