"""Every module keeps the house rules, and every rule can be broken."""

from __future__ import annotations

import pytest

from tests.house import rules
from tests.house.files import ROOT, modules, texts

PRODUCT = modules("bot", "budget")
TESTS = modules("tests")
# The one outer handler of the terminal, the one of a line of its stream, and the one of the Slack app.
OUTER_HANDLERS = {"bot/terminal/main.py", "bot/terminal/json_lines.py", "bot/slack/errors.py"}
DUTCH_ROOMS = ("bot/replies/", "bot/terminal/")

BROKEN = [
    (rules.missing_docstring, "x = 1\n"),
    (rules.missing_docstring, '"""no sentence"""\n'),
    (rules.missing_all, '"""A room."""\nx = 1\n'),
    (rules.long_module, "\n" * 301),
    (rules.long_function, "def f():\n" + "    x = 1\n" * 50),
    (rules.broad_except, "try:\n    x\nexcept Exception:\n    x\n"),
    (rules.broad_except, "try:\n    x\nexcept (ValueError, BaseException):\n    x\n"),
    (rules.broad_except, "try:\n    x\nexcept:\n    x\n"),
    (rules.dutch_sentence, 'x = "Dat staat niet in het document."\n'),
    (rules.dutch_sentence, 'def f(y):\n    return f"Het bedrag van {y} staat niet in de tabel"\n'),
    (rules.out_of_place, "/ho" + "me/someone/file"),
    (rules.out_of_place, "https://py" + "pi.org/simple"),
    (rules.out_of_place, "xox" + "b-123456789"),
    (rules.out_of_place, "../sha" + "red/source"),
]
KEPT = [
    (rules.missing_docstring, '"""A room that promises nothing."""\n'),
    (rules.missing_all, '"""A room."""\n'),
    (rules.missing_all, '"""A room."""\n__all__ = []\nx = 1\n'),
    (rules.long_module, "\n" * 300),
    (rules.long_function, "def f():\n" + "    x = 1\n" * 49),
    (rules.broad_except, "try:\n    x\nexcept (OSError, ValueError):\n    x\n"),
    (rules.dutch_sentence, '"""Dat staat niet in het document."""\nx = "niet vermeld"\n'),
    (rules.out_of_place, "/homework and data/2022-wse/rows.csv"),
]


def name(path):
    return path.relative_to(ROOT).as_posix()


def complaints(rule, paths):
    return [said for path in paths for said in rule(name(path), path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("rule", "source"), BROKEN, ids=lambda case: getattr(case, "__name__", ""))
def test_a_broken_rule_is_seen(rule, source):
    assert list(rule("room.py", source))


@pytest.mark.parametrize(("rule", "source"), KEPT, ids=lambda case: getattr(case, "__name__", ""))
def test_a_kept_rule_is_left_alone(rule, source):
    assert list(rule("room.py", source)) == []


@pytest.mark.parametrize("named", ["bot/utils.py", "budget/common/x.py", "bot/user_helpers.py"])
def test_a_room_without_a_name_is_seen(named):
    assert list(rules.bad_name(named, ""))


@pytest.mark.parametrize("rule", [rules.missing_docstring, rules.missing_all, rules.long_module, rules.long_function])
def test_every_module_of_the_product_keeps_the_rule(rule):
    assert complaints(rule, PRODUCT) == []


@pytest.mark.parametrize("rule", [rules.missing_docstring, rules.long_function])
def test_every_test_module_keeps_the_rule(rule):
    assert complaints(rule, TESTS) == []


def test_every_room_has_a_name_of_its_own():
    assert complaints(rules.bad_name, PRODUCT + TESTS) == []


def test_nothing_but_an_outer_handler_catches_everything():
    inside = [path for path in PRODUCT if name(path) not in OUTER_HANDLERS]
    assert complaints(rules.broad_except, inside) == []


def test_dutch_sentences_stand_in_replies_and_terminal_only():
    elsewhere = [path for path in PRODUCT if not name(path).startswith(DUTCH_ROOMS)]
    assert complaints(rules.dutch_sentence, elsewhere) == []


def test_no_file_names_a_machine_a_registry_a_token_or_a_neighbour():
    assert complaints(rules.out_of_place, texts()) == []
