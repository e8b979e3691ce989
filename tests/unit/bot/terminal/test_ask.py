"""One question from the command line: text, JSON, Slack, follow-ups, settings."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest


def test_loopbanen_is_answered_with_level_change_reasons_and_slide(bbt):
    ran = bbt("ask", "loopbanen")
    assert ran.code == 0
    assert ran.err == ""
    for said in ("1.700,4 miljoen", "VAK", "BO 2022", "+3,5", "+57,9 miljoen", "-0,2 miljoen", "+57,7", "slide 11"):
        assert said in ran.out, said


def test_the_words_of_a_question_may_stand_apart_or_together(bbt):
    assert bbt("ask", "delta", "vek", "je") == bbt("ask", "delta vek je")


def test_options_may_stand_between_the_words(bbt):
    assert bbt("ask", "delta", "--face", "json", "vek", "je") == bbt("ask", "--face=json", "delta vek je")


def test_what_is_not_in_the_document_is_an_answer_too(bbt):
    ran = bbt("ask", "onderwijs")
    assert ran.code == 0
    assert "miljoen" not in ran.out


@pytest.mark.parametrize("arguments", [("ask",), ("ask", ""), ("ask", "  ", "?!")])
def test_no_question_is_help(bbt, arguments):
    ran = bbt(*arguments, "--face", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["status"] == "help"


def test_no_question_reads_nothing_from_the_input(bbt):
    ran = bbt("ask", "--face", "json", typed=b"loopbanen\n")
    assert json.loads(ran.out)["status"] == "help"


def test_json_is_the_result_of_the_contract(bbt):
    result = json.loads(bbt("ask", "--face", "json", "hoeveel procent stijgt loopbanen").out)
    assert result["status"] == "ok"
    assert result["subjects"] == ["jd-loopbanen"]
    assert result["credit"] == "VAK"
    assert result["round"] is None
    assert result["value_eur"] is None
    assert result["value_pct"] == pytest.approx(3.5124, abs=0.00005)
    assert result["value_qty"] is None
    assert result["reason_code"] is None
    assert {"document", "slide", "title"} == set(result["sources"][0])
    assert {"subject", "measure", "credit", "round", "value_eur", "value_pct", "value_qty"} == set(result["figures"][0])


def test_a_level_is_whole_euro(bbt):
    result = json.loads(bbt("ask", "--face", "json", "budget loopbanen 2022").out)
    assert result["value_eur"] == 1_700_355_000
    assert result["round"] == "BO 2022"


def test_slack_prints_the_message(bbt):
    message = json.loads(bbt("ask", "--face", "slack", "loopbanen").out)
    assert message["blocks"]
    assert "1.700,4 miljoen" in message["text"]


def test_a_follow_up_goes_on_about_the_question_before(bbt):
    result = json.loads(bbt("ask", "--face", "json", "--over", "delta je", "en", "in", "VEK?").out)
    assert result["subjects"] == ["je"]
    assert result["credit"] == "VEK"
    assert result["value_eur"] == 5_007_000


def test_a_question_with_invalid_bytes_is_answered(bbt):
    ran = bbt("ask", "loopbanen \udcff")
    assert ran.code == 0
    assert "\udcff" not in ran.out


class TestColour:
    """Colour stands on a terminal only."""

    @pytest.fixture
    def on_terminal(self):
        """Ask on a real terminal (a pty) and read what it would draw."""

        def ask(**environment):
            reading, writing = pty.openpty()
            command = [sys.executable, "-m", "bot", "ask", "onderwijs"]
            environment = {**os.environ, "TERM": "xterm", **environment}
            subprocess.run(command, stdout=writing, stdin=subprocess.DEVNULL, env=environment, check=True)
            os.close(writing)
            drawn = os.read(reading, 10_000).decode()
            os.close(reading)
            return drawn

        return ask

    def test_none_in_a_file(self, bbt):
        assert "\x1b" not in bbt("ask", "loopbanen").out

    def test_some_on_a_terminal(self, on_terminal):
        assert "\x1b[1m" in on_terminal()

    @pytest.mark.parametrize("unwanted", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_none_where_it_is_not_wanted(self, on_terminal, unwanted):
        assert "\x1b" not in on_terminal(**unwanted)


class TestData:
    """BBT_DATA names the folder, and what is wrong in it is told."""

    def test_an_own_folder_is_read(self, bbt, own_data):
        file = own_data / "2022-wse" / "document.yaml"
        file.write_text(
            file.read_text(encoding="utf-8").replace("Toelichting BBT 2022", "Proefdocument"), encoding="utf-8"
        )
        assert "Proefdocument" in bbt("ask", "loopbanen").out

    def test_the_setting_may_stand_in_a_dotenv_file(self, bbt, own_data, monkeypatch, tmp_path):
        monkeypatch.delenv("BBT_DATA")
        monkeypatch.chdir(tmp_path)
        (tmp_path / ".env").write_text(f"BBT_DATA={own_data.name}\n", encoding="utf-8")
        (own_data / "2022-wse" / "rows.csv").unlink()
        assert bbt("ask", "loopbanen").code == 1

    def test_an_empty_setting_is_no_setting(self, bbt, monkeypatch):
        monkeypatch.setenv("BBT_DATA", "")
        assert bbt("ask", "loopbanen").code == 0

    def test_a_folder_that_is_not_there_is_told(self, bbt, monkeypatch, tmp_path):
        monkeypatch.setenv("BBT_DATA", str(tmp_path / "weg"))
        ran = bbt("ask", "loopbanen")
        assert ran.code == 1
        assert ran.out == ""
        assert str(tmp_path / "weg") in ran.err
        assert "bestaat niet" in ran.err
        assert "BBT_DATA" in ran.err

    def test_a_folder_without_documents_is_not_said_to_be_absent_itself(self, bbt, monkeypatch, tmp_path):
        monkeypatch.setenv("BBT_DATA", str(tmp_path))
        assert f"In de map {tmp_path} staat geen document" in bbt("ask", "loopbanen").err

    def test_a_malformed_cell_is_told_with_file_line_and_what_was_expected(self, bbt, own_data):
        file = own_data / "2022-wse" / "rows.csv"
        lines = file.read_text(encoding="utf-8").splitlines()
        lines[3] = lines[3].replace(";", ";veel;", 1)
        file.write_text("\n".join(lines), encoding="utf-8")
        ran = bbt("ask", "loopbanen")
        assert ran.code == 1
        assert "rows.csv, regel 4" in ran.err
        assert "Verwacht" in ran.err
        assert "Wat te doen" in ran.err

    def test_one_changed_digit_stops_with_file_row_and_gap_in_euro(self, bbt, own_data):
        file = own_data / "2022-wse" / "rows.csv"
        text = file.read_text(encoding="utf-8")
        assert text.count("1700355") >= 1
        file.write_text(text.replace("1700355", "1700365", 1), encoding="utf-8")
        ran = bbt("ask", "loopbanen")
        assert ran.code == 1
        assert ran.out == ""
        assert "rows.csv" in ran.err
        assert "jd-loopbanen" in ran.err
        assert "+10 duizend euro (10.000 euro)" in ran.err
