"""What holds for every text anybody types: one honest reply, in linear time, and never another line's figure."""

from __future__ import annotations

import functools
import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.grammar.parse import RULES, gather, parse
from bot.grammar.reading import read
from bot.handle import Handled, handle
from bot.replies.model import Chart, Items, Paragraph, Reply, Table
from bot.wiring import House
from budget.answers import Answer
from budget.engine import answer
from budget.queries import ChoiceQuery, GlossaryQuery, HelpQuery, Query, ReadNumber, ReasonCode, RefusalQuery
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import LIMIT, fold
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog

CATALOG = load_catalog(builtin_folder())
LEXICON = Lexicon(CATALOG)
HOUSE = House(CATALOG, LEXICON)
EXPLANATION = CATALOG.default
KNOWN = sorted(LEXICON.phrases)
NAMES = sorted(key for key, found in LEXICON.phrases.items() if any(kind in {"line", "policy"} for kind, _ in found))
LINE_NAMES = [line.name for line in EXPLANATION.lines.values()]

FRAMES = (
    "{}",
    "delta {}",
    "{} VEK",
    "waarom stijgt {}",
    "hoeveel budget gaat er in 2021 naar {}?",
    "hoeveel procent stijgt {}",
    "bron {}",
    "aandeel {} in het totaal",
    "wat blijft onverklaard bij {}",
    "vergelijk {} met JA",
)
QUESTIONS = [frame.format(name) for name in LINE_NAMES for frame in FRAMES] + [
    "stijgers",
    "grootste daler in procent VEK",
    "hoeveel indexatie in totaal",
    "waar komt 15,2 miljoen vandaan",
    "index dienstencheques",
    "re-integratie: hoeveel trajecten",
    "welke ISE's vallen onder JD",
    "wat is VAK",
    "audit",
    "som van JA en JB",
    "activering werk zonder VDAB",
    "VAK en VEK van thema-overschrijdend",
    "loopbanen 2019",
    "onderwijs",
    "help",
]

hostile = st.sampled_from(
    [
        "\u202e",
        "\u200b",
        "\x00",
        "\x1b[31m",
        "<!channel>",
        "<@U1>",
        "<https://a.b|loopbanen>",
        "&lt;",
        "```",
        "é",
        "İ",
        "ß",
        "１",
        "½",
    ]
)
anything = st.text(st.characters(), max_size=300)
chatter = st.lists(st.one_of(st.sampled_from(KNOWN), hostile, st.text(max_size=8)), max_size=60).map(" ".join)
texts = st.one_of(anything, chatter).map(lambda text: text[:LIMIT])


def written(reply: Reply) -> list[str]:
    """Every piece of text of a reply."""
    found = [reply.headline, *reply.notes, reply.context, reply.paste, *(one.text for one in reply.sources)]
    found += [text for one in (*reply.choices, *reply.buttons) for text in (one.label, one.command)]
    for part in reply.parts:
        if isinstance(part, Paragraph):
            found.append(part.text)
        elif isinstance(part, Table):
            found += [part.caption, *part.header, *(cell for row in part.rows for cell in row)]
        elif isinstance(part, Items):
            found += [part.title, *(text for amount, text, _ in part.items for text in (amount, text))]
        elif isinstance(part, Chart):
            found += [part.title, part.series, *(label for label, _ in part.bars)]
    return found


def bare(query: Query) -> Query:
    """The query without the words it quotes."""
    changes = {"heard": "", "nearest": (), "text": ""}
    names = query.__struct_fields__
    for name in names:
        value = getattr(query, name)
        if isinstance(value, ReadNumber):
            changes[name] = replace(value, text="")
    kept = {name: value for name, value in changes.items() if name in names}
    return replace(query, **kept)


@functools.cache
def asked(text: str) -> Handled:
    return handle(text, HOUSE)


@given(texts)
@example("\ud800 loopbanen")
@example("loopbanen " * 400)
@example("<" * LIMIT)
@example("1" * LIMIT)
@example("je " * 1_300)
def test_any_text_gets_one_reply_that_can_be_read(text):
    reply = handle(text, HOUSE).reply
    assert reply.headline.strip()
    for piece in written(reply):
        assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and sign != "\n" for sign in piece), repr(piece)


@given(st.integers(1, 3_000), st.sampled_from(["a", "loopbanen ", "5 ", "<!", "é"]))
def test_a_longer_text_is_declined_politely(extra, unit):
    text = (unit * (2 * LIMIT))[: LIMIT + extra]
    query = parse(text, LEXICON)
    assert query == RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", kind="too_long")
    reply = handle(text, HOUSE).reply
    assert reply.headline
    assert all(len(piece) < 500 for piece in written(reply))


def calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, a piece of work calls: the same on every machine."""
    count = 0

    def note(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "loopbanen ",
        "je ",
        "JE ",
        "weet je ",
        "loopbaanbudget ",
        "lopbaanbudget ",
        "57,7 miljoen ",
        "tussen 5 en 7 miljoen ",
        "2021 ",
        "BO 2022, ",
        "activering werk en SE ",
        "blorptax ",
        "x",
        "a-",
        "<!a>",
        "<http://",
        "'s ",
        "neemt toe ",
        "neemt bij ",
        "van ",
        "é",
        "١",
        "ﷺ",
        "5 + ",
        "% ",
        "18 à 19 ",
        "dag, ",
        "groeten ",
        "VAK en VEK ",
        "dienstencheques index ",
        "procent van de stijging van ",
    ],
)
def test_a_text_twice_as_long_takes_at_most_twice_the_work(unit):
    long, short = ((unit * size)[:size] for size in (LIMIT, LIMIT // 2))
    handle(long, HOUSE)
    assert calls(lambda: handle(long, HOUSE)) <= 2.2 * calls(lambda: handle(short, HOUSE)) + 500


def shouted(text: str) -> str:
    return text.upper()


def accented(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", sign + "\u0301") if sign in "aeiou" else sign for sign in text)


CHANGES = {
    "capitals": shouted,
    "a first capital": str.capitalize,
    "accents": accented,
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "spaces around": lambda text: f"  {text}\n",
    "a question mark": lambda text: text.rstrip("?") + "?",
    "dots": lambda text: text.rstrip("?") + "...",
    "exclamation": lambda text: text + " !!",
    "courtesy": lambda text: f"Dag, {text} alstublieft",
    "zero-width signs": "\u200b".join,
    "full-width letters": lambda text: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("text", QUESTIONS)
def test_how_a_text_is_dressed_never_changes_what_it_asks(text, change):
    assert bare(parse(change(text), LEXICON)) == bare(parse(text, LEXICON))


@given(st.sampled_from(QUESTIONS), st.lists(st.sampled_from(list(CHANGES)), min_size=2, max_size=3, unique=True))
def test_two_dresses_over_each_other_change_nothing_either(text, names):
    changed = text
    for name in names:
        changed = CHANGES[name](changed)
    assert bare(parse(changed, LEXICON)) == bare(parse(text, LEXICON)), changed


@given(st.one_of(st.sampled_from(QUESTIONS), chatter))
def test_every_button_and_choice_asks_something_that_is_answered(text):
    reply = asked(text[:LIMIT]).reply
    for button in (*reply.choices, *reply.buttons):
        query = asked(button.command).query
        assert not isinstance(query, RefusalQuery), (text, button, query)
    for choice in reply.choices:
        assert not isinstance(asked(choice.command).query, ChoiceQuery | HelpQuery), (text, choice)


def typing_errors(word: str) -> set[str]:
    """Every word one slip away: two letters swapped, one missed, one struck twice."""
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    missed = {word[:at] + word[at + 1 :] for at in range(len(word))}
    twice = {word[:at] + word[at] + word[at:] for at in range(len(word))}
    return (swapped | missed | twice) - {word}


def told(one: Answer) -> tuple[object, ...]:
    """What an answer is about and the one figure it gives."""
    return one.subjects, one.value_eur, one.value_pct, one.value_qty


@pytest.mark.parametrize("frame", ["{}", "delta {} VEK", "waarom stijgt {}"])
def test_one_typing_error_in_a_name_never_gives_another_figure(frame):
    wrong = []
    for name in NAMES:
        meant = bare(parse(frame.format(name), LEXICON))
        right = told(answer(meant, CATALOG))
        parts = name.split()
        for at, part in enumerate(parts):
            if len(part) < 6 or not part.isalpha():
                continue
            for slip in typing_errors(part):
                text = frame.format(" ".join([*parts[:at], slip, *parts[at + 1 :]]))
                query = parse(text, LEXICON)
                if bare(query) != meant and not isinstance(query, RefusalQuery | ChoiceQuery | GlossaryQuery):
                    other = told(answer(query, CATALOG))
                    if other[0] != right[0] or (other != right and other[1:] != (None, None, None)):
                        wrong.append((text, query))
    assert wrong == []


def test_most_typing_errors_in_a_name_are_understood():
    understood = total = 0
    for name in LINE_NAMES:
        first, _, others = name.partition(" ")
        for slip in typing_errors(first.lower()) if len(first) >= 6 and first.isalpha() else ():
            total += 1
            text = f"{slip} {others}"
            understood += bare(parse(text, LEXICON)) == bare(parse(name, LEXICON))
    assert understood > 0.9 * total


@settings(max_examples=50)
@given(texts)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_rules_are_each_asked_once():
    assert len({rule.ask for rule in RULES}) == len(RULES)


@settings(max_examples=300)
@given(st.one_of(st.sampled_from(QUESTIONS), chatter))
def test_a_rule_says_nothing_to_a_question_without_any_mark_that_calls_it(text):
    asked = gather(read(text, LEXICON), LEXICON)
    for rule in RULES:
        if rule.called_by and rule.called_by.isdisjoint(asked.frame.marks):
            assert rule.ask(asked) is None
