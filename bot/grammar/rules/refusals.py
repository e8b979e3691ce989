"""Questions that the document cannot answer, as soon as their words show it."""

from __future__ import annotations

import re

from bot.grammar.asked import Asked
from bot.grammar.frame import Frame
from bot.grammar.letters import PROGRAMME_WORDS
from bot.grammar.reading import GREETINGS
from bot.grammar.rules.policies import is_paid_to_people
from bot.grammar.verbs import is_mere_verb
from budget.model import Level, Line
from budget.queries import HelpQuery, Query, ReasonCode, RefusalQuery
from budget.resolve.lines import plain

__all__ = [
    "explained_only",
    "foreign_credit",
    "foreign_subject",
    "not_a_question",
    "other_scope",
    "turned",
    "unknown_words",
]

_CODE = re.compile(r"[{}`\\]|\$\(|<%|\d\s*[*x]\s*\d")  # signs of a template or a program, of which no question is made
_NEAREST = 3
_STEM = 6  # letters by which a word and its plural are one
_VALUED = frozenset(
    {"belangrijk", "erg", "goed", "slecht", "beter", "goede", "slechte", "verantwoord", "normaal", "logisch"}
)
_VALUING = frozenset({"is", "zijn", "doet"})
_OUGHT = frozenset({"moet", "moeten"})
_ASKING = frozenset({"hoeveel", "wat", "welk", "welke", "ik"})
_LAST_PUNCTUATION = 0x2FFF  # signs above it are script or emoji
_OF_MONEY = frozenset(
    {"measure", "credit", "why", "nature", "total", "share", "rest", "sum", "round_kind", "relative_round"}
)
_OF_THE_TABLES = frozenset({"measure", "credit", "nature", "total", "rank", "unit_level"})
_SAYS = frozenset(
    "zegt zei zeggen beweert beweren vraagt vragen stelt claimt vindt vinden hoorde roept meent denkt wil weten".split()
)
_IN_PASSING = frozenset({"weer", "morgen", "gisteren", "weekend", "tijd", "warm", "mooi"})


def _refuse(
    asked: Asked, code: ReasonCode, *, status: str, heard: str = "", nearest: tuple[str, ...] = ()
) -> RefusalQuery:
    return RefusalQuery(
        code=code,
        status=status,
        subjects=about(asked),
        policies=asked.policies,
        credit=asked.credit,
        round=asked.rounds.single or asked.rounds.foreign,
        heard=heard,
        nearest=nearest,
        document=asked.document,
    )


def about(asked: Asked) -> tuple[str, ...]:
    """Give the lines a question is about: its subjects, else the ISEs of the policies it names."""
    found: dict[str, None] = {}
    for subject in asked.subjects:
        found.update(dict.fromkeys(plain(subject.candidates, asked.explanation)))
        found.update(dict.fromkeys(subject.clash))
    if not found:
        for policy in asked.policies:
            found.update(dict.fromkeys(asked.explanation.policies[policy].lines))
    return tuple(found)


def not_a_question(asked: Asked) -> Query | None:
    """Nothing typed gives help; an order to the bot or a plea for an opinion is declined."""
    frame = asked.frame
    if not frame.words or not (frame.words[0][0].isalnum() or any(word[0].isalnum() for word in frame.words)):
        # Signs, emoji or foreign script: something was typed, but nothing that can be read.
        return (
            HelpQuery() if not _typed_something(frame.folded) else RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found")
        )
    if not asked.has_names and _CODE.search(frame.folded) is not None:
        return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", document=asked.document)
    marks = frame.marks
    if "order_to_bot" in marks:
        return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", document=asked.document)
    if ("opinion" in marks and not _ends_up(frame)) or _asks_what_ought(asked):
        return RefusalQuery(ReasonCode.OPINION, "not_found", nearest=_names(asked), document=asked.document)
    return None


def _ends_up(frame: Frame) -> bool:
    """Whether the one word of opinion is the end of a verb: "komt bij de VDAB terecht"."""
    found = frame.marks["opinion"].values()
    return all(frame.word(at) == "terecht" for at in found) and not _COMES.isdisjoint(frame.words)


_COMES = frozenset({"komt", "komen", "kwam", "kwamen"})


def _asks_what_ought(asked: Asked) -> bool:
    """Whether a question asks what ought to be ("moet ...?") or whether something is good: an opinion."""
    frame = asked.frame
    first = frame.words[0]
    if first in _VALUING:
        if asked.policies and "tegen" in frame.words:
            return True  # "is X tegen de jobbonus": what somebody thinks of a policy
        return any(word in _VALUED and frame.word(at + 1) != "voor" for at, word in enumerate(frame.words))
    return first in _OUGHT and _ASKING.isdisjoint(frame.words)


def _typed_something(folded: str) -> bool:
    """Whether there is more than blanks and punctuation in a text without words."""
    return any(sign.isalnum() or (not sign.isspace() and ord(sign) > _LAST_PUNCTUATION) for sign in folded)


def _names(asked: Asked) -> tuple[str, ...]:
    explanation = asked.explanation
    if asked.policies and not asked.subjects:
        return tuple(explanation.policies[one].name for one in asked.policies)[:_NEAREST]
    return tuple(explanation.lines[one].name for one in about(asked))[:_NEAREST]


def _elsewhere(asked: Asked) -> dict[str, int]:
    """Give the words of other subjects that matter: not those of who says something, nor whom a policy is for."""
    frame = asked.frame
    found = dict(frame.marks["elsewhere"])
    for meaning, place in tuple(found.items()):
        reported = (
            frame.word(place + 1) in _SAYS or frame.word(place + 2) in _SAYS or frame.word(place - 1) == "volgens"
        )
        reported = reported or (frame.word(place - 1) in {"de", "het", "die"} and frame.word(place - 2) == "volgens")
        counted = {frame.word(place - 1), frame.word(place - 2)} & {"hoeveel", "aantal", "welke", "%", "procent"}
        served = meaning == "count" and bool(asked.policies) and not counted and _may_serve(asked, place)
        # "Waarom stijgt loopbanen weer?": beside a name these words say nothing about another subject.
        passing = meaning == "small_talk" and asked.has_names and frame.word(place) in _IN_PASSING
        if reported or served or passing:
            del found[meaning]
    return found


def _is_filler(asked: Asked, place: int) -> bool:
    return any(kind == "filler" for kind, _ in asked.lexicon.phrases.get(asked.frame.word(place), ()))


def _may_serve(asked: Asked, place: int) -> bool:
    """Whether a policy may be for the people named: unless "voor" singles out some that the document does not name."""
    frame = asked.frame
    if "voor" not in {frame.word(place - 1), frame.word(place - 2)}:
        return True
    explanation = asked.explanation
    stem = frame.word(place)[:_STEM]
    return any(
        stem in text.lower()
        for name in asked.policies
        for text in (
            explanation.policies[name].name,
            *(action.text for action in explanation.policy_actions.get(name, ())),
            *(reason.cause for reason in explanation.policy_reasons.get(name, ())),
        )
    )


def foreign_subject(asked: Asked) -> Query | None:
    """Other ministers' matters, persons, places, and things the document does not count."""
    if "elsewhere" not in asked.frame.marks:
        return None
    elsewhere = _elsewhere(asked)
    if not elsewhere or (asked.rounds.foreign is not None and asked.has_names):
        return None
    place = min(elsewhere.values())
    # The first word of a phrase such as "hoe laat" names nothing by itself.
    named = [one for one in sorted(elsewhere.values()) if not _is_filler(asked, one)]
    heard = " ".join(asked.frame.typed(one) for one in named)
    if "person" in elsewhere or "small_talk" in elsewhere or not asked.has_names:
        alike = () if "person" in elsewhere else asked.lexicon.near(asked.frame.word(place), _NEAREST)
        nearest = _names(asked) if asked.has_names else alike
        return _not_found(asked, ReasonCode.OTHER_SUBJECT, heard, nearest)
    code = ReasonCode.NOT_IN_DOCUMENT if "count" in elsewhere else ReasonCode.OTHER_SCOPE
    return _refuse(asked, code, status="no_data", heard=heard, nearest=_names(asked))


def other_scope(asked: Asked) -> Query | None:
    """The department is one body in the policy domain; the tables give the domain and VDAB, and nothing of it."""
    frame = asked.frame
    if "departement" not in frame.words:
        return None
    place = frame.words.index("departement")
    total = asked.explanation.total.id
    if any(hit.first == place + 1 and hit.targets == (total,) for hit in frame.names):
        return _refuse(asked, ReasonCode.OTHER_SCOPE, status="no_data", heard=frame.typed(place))
    return None


def _not_found(asked: Asked, code: ReasonCode, heard: str, nearest: tuple[str, ...]) -> RefusalQuery:
    return RefusalQuery(code, "not_found", heard=heard, nearest=nearest, document=asked.document)


def unknown_words(asked: Asked) -> Query | None:
    """A word nobody knows could change the question, so it is said and not skipped."""
    frame = asked.frame
    if not frame.unknown:
        return None
    unknown = [place for place in frame.unknown if not _is_courtesy(frame, place)]
    if asked.has_names:
        unknown = [place for place in unknown if not is_mere_verb(frame, place)]
    if not unknown or (asked.rounds.foreign is not None and asked.has_names):
        return None
    heard = " ".join(frame.typed(place) for place in unknown)
    if asked.has_names:
        return _refuse(asked, ReasonCode.NOT_UNDERSTOOD, status="no_data", heard=heard, nearest=_names(asked))
    nearest: dict[str, None] = {}
    if frame.word(unknown[0] - 1) in PROGRAMME_WORDS:
        nearest.update((f"programma {one.programme}", None) for one in _programmes(asked))
        return _not_found(asked, ReasonCode.NOT_UNDERSTOOD, heard, tuple(nearest))
    for place in unknown[:_NEAREST]:
        nearest.update(dict.fromkeys(asked.lexicon.near(frame.word(place), _NEAREST)))
    known = any(kind in frame.marks for kind in ("measure", "credit", "why", "rank", "share", "compare", "total"))
    code = ReasonCode.OTHER_SUBJECT if known else ReasonCode.NOT_UNDERSTOOD
    return _not_found(asked, code, heard, tuple(nearest)[:_NEAREST])


def _programmes(asked: Asked) -> tuple[Line, ...]:
    total = asked.explanation.total
    lines = asked.explanation.lines
    return tuple(lines[one] for one in total.parts if lines[one].level is Level.PROGRAMME)


def _is_courtesy(frame: Frame, place: int) -> bool:
    """Whether an unknown word is the name of who is greeted."""
    return (place in {1, 2} and frame.word(0) in GREETINGS) or frame.word(place - 1) in _TITLES


_TITLES = frozenset({"mevr", "mevrouw", "dhr", "mr", "meneer", "mijnheer", "collega"})


def explained_only(asked: Asked) -> Query | None:
    """Money asked of a word that is explained but has no place in the tables; the whole domain is not meant then."""
    if asked.has_names:
        return None
    frame = asked.frame
    marks = frame.marks
    if not (frame.years or frame.numbers) and _OF_MONEY.isdisjoint(marks):
        return None
    marked = {place for found in marks.values() for place in found.values()}
    for hit in frame.names:
        if hit.kind == "glossary" and marked.isdisjoint(range(hit.first, hit.end)):
            heard = " ".join(frame.typed(place) for place in range(hit.first, hit.end))
            return RefusalQuery(
                ReasonCode.NO_FIGURE, "no_data", kind=asked.measure.value, heard=heard, document=asked.document
            )
    return None


def turned(asked: Asked) -> Query | None:
    """A word that turns the question and that no rule before this one took up: any figure would answer another one."""
    left = asked.turns.left
    if not left:
        return None
    frame = asked.frame
    if left.keys() == {"per"} and frame.word(left["per"] + 1) == "persoon" and is_paid_to_people(asked):
        return None
    heard = ", ".join(_turning(frame, meaning, left[meaning]) for meaning in sorted(left, key=left.__getitem__))
    if not asked.has_names and _OF_THE_TABLES.isdisjoint(frame.marks):
        return _not_found(asked, ReasonCode.NOT_UNDERSTOOD, "", ())
    return RefusalQuery(
        ReasonCode.NOT_IN_DOCUMENT if "per" in left else ReasonCode.NOT_UNDERSTOOD,
        "no_data",
        about(asked) or (asked.explanation.total.id,),
        asked.policies,
        asked.credit,
        asked.rounds.single,
        kind="turned",
        heard=heard,
        document=asked.document,
    )


def _turning(frame: Frame, meaning: str, place: int) -> str:
    """Give a turning word as it was said, with the word that belongs to it: "per dag", "wat als", "procent van"."""
    if meaning == "portion":
        return "procent van"
    if meaning == "ordinal":
        return "de plaats in een volgorde"
    words = 2 if meaning == "per" or frame.word(place + 1) in {"als", "dat", "door", "van", "begroting"} else 1
    return " ".join(frame.words[place : place + words])


def foreign_credit(asked: Asked) -> Query | None:
    """Revenue, authorisations and other kinds of credit that the document does not hold."""
    other = asked.frame.marks.get("other_credit")
    if other is None:
        return None
    place = min(other.values())
    heard = asked.frame.typed(place)
    if not asked.has_names:
        return _not_found(asked, ReasonCode.OTHER_CREDIT, heard, ())
    return _refuse(asked, ReasonCode.OTHER_CREDIT, status="no_data", heard=heard)
