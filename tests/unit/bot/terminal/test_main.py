"""Commands, usage and exit codes of the program as a whole."""

from __future__ import annotations

import sys

import pytest

from bot.__main__ import main

ENGLISH = ("usage", "error:", "argument", "unrecognized", "required", "show this help", "Traceback")


@pytest.mark.parametrize("arguments", [(), ("help",), ("--help",), ("-h",)])
def test_bbt_alone_is_a_short_help_with_examples(bbt, arguments):
    ran = bbt(*arguments)
    assert ran.code == 0
    assert "bbt ask loopbanen" in ran.out
    assert "bbt audit" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("command", ["ask", "audit"])
def test_help_of_a_command_is_dutch_and_names_the_exit_codes(bbt, command):
    ran = bbt(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Gebruik: bbt {command}")
    assert "Afsluitcode" in ran.out
    assert not [word for word in ENGLISH if word in ran.out]


@pytest.mark.parametrize("command", ["chekc", "loopbanen", "Ask"])
def test_a_command_that_is_not_there_does_not_pretend(bbt, command):
    ran = bbt(command)
    assert ran.code == 2
    assert ran.out == ""
    assert "Die opdracht ken ik niet" in ran.err
    assert "bbt ask" in ran.err
    assert "bbt audit" in ran.err


def test_a_question_without_ask_gets_the_command_to_type(bbt):
    assert 'bbt ask "waarom stijgt loopbanen"' in bbt("waarom", "stijgt", "loopbanen").err


def test_what_is_typed_comes_back_without_anything_a_terminal_obeys(bbt):
    ran = bbt("\x1b[31mrood\x07", '"; rm')
    assert "\x1b" not in ran.err
    assert "\x07" not in ran.err
    assert '";' not in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask", "--face", "fax", "x"), "Kies uit"),
        (("ask", "--face"), "Achter --face moet nog iets staan."),
        (("ask", "--bestaat-niet", "x"), "Deze optie ken ik niet: --bestaat-niet"),
        (("ask", "--jsonl=3"), "Achter --jsonl hoort geen waarde."),
        (("ask", "--jsonl", "loopbanen"), "geef dan geen vraag mee"),
        (("audit", "loopbanen"), "Deze optie ken ik niet: loopbanen"),
        (("ask", "--face", "teams", "loopbanen"), "Teams bestaan nog niet"),
    ],
)
def test_wrong_usage_is_told_in_dutch_with_exit_code_2(bbt, arguments, said):
    ran = bbt(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert not [word for word in ENGLISH if word in ran.err]


def test_an_unknown_usage_error_stays_dutch():
    from bot.terminal.arguments import GENERAL, _dutch

    assert _dutch("some new words of a later argparse") == GENERAL


def test_control_c_is_quiet_and_130(bbt, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.terminal.ask.run", stop)
    assert bbt("ask", "loopbanen") == (130, "", "")


def test_a_reader_that_left_is_quiet_and_141(tmp_path, monkeypatch):
    class Gone:
        def __init__(self, file):
            self.file = file

        def write(self, _text):
            raise BrokenPipeError

        def flush(self):
            pass

        def fileno(self):
            return self.file.fileno()

        def isatty(self):
            return False

    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", Gone(file))
        assert main(["ask", "loopbanen"]) == 141


def test_a_bug_becomes_a_sentence_with_a_reference_and_the_log_has_the_rest(bbt, monkeypatch, tmp_path):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.terminal.ask.run", fail)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ran = bbt("ask", "loopbanen")
    assert ran.code == 1
    assert ran.out == ""
    assert "Traceback" not in ran.err
    reference = ran.err.split("referentie ")[1][:6]
    log = (tmp_path / "bbt" / "faults.log").read_text(encoding="utf-8")
    assert reference in log
    assert "ZeroDivisionError" in log


def test_a_bug_without_a_place_to_log_still_has_its_reference(bbt, monkeypatch, tmp_path):
    def fail(*_):
        raise ZeroDivisionError

    (tmp_path / "file").touch()
    monkeypatch.setattr("bot.terminal.ask.run", fail)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    ran = bbt("ask", "loopbanen")
    assert ran.code == 1
    assert "referentie" in ran.err
    assert "details" not in ran.err
