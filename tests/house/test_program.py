"""The program as it is started: from a shell, through a pipe, in any locale, and installed from a wheel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bot
import budget
from tests.house.files import ROOT

BBT = Path(sys.executable).with_name("bbt")


def run(*command, **options):
    return subprocess.run(command, capture_output=True, check=False, **options)


def test_what_is_tested_is_what_stands_beside_the_tests():
    assert {Path(one.__file__).parents[1] for one in (bot, budget)} == {ROOT}


def test_the_console_script_and_the_module_are_the_same_program():
    assert run(BBT, "ask", "loopbanen").stdout == run(sys.executable, "-m", "bot", "ask", "loopbanen", cwd=ROOT).stdout


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1"])
def test_words_go_in_and_out_as_utf8_whatever_the_locale(locale):
    environment = {**os.environ, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ran = run(BBT, "ask", "hoevéél krijgt loopbanen", env=environment)
    assert ran.returncode == 0, ran.stderr
    assert "Bron:" in ran.stdout.decode()
    line = json.dumps({"id": "é", "text": "loopbanen"}, ensure_ascii=False).encode()
    assert json.loads(run(BBT, "ask", "--jsonl", env=environment, input=line).stdout.decode())["id"] == "é"


def test_a_reader_that_stops_early_hears_nothing():
    with subprocess.Popen(
        [BBT, "ask", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        assert ran.stdout
        ran.stdout.close()
        _, said = ran.communicate(b'{"id": 1, "text": "loopbanen"}\n' * 50)
    assert ran.returncode == 141
    assert said == b""


def test_no_input_at_all_is_no_answer_at_all():
    ran = run(BBT, "ask", "--jsonl", stdin=subprocess.DEVNULL)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


def test_a_wheel_carries_the_data_and_answers_from_any_folder(tmp_path):
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT)
    assert built.returncode == 0, built.stdout.decode() + built.stderr.decode()
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "installed")
    assert "budget/_data/2022-wse/rows.csv" in names
    assert not [name for name in names if name.startswith(("tests/", "data/", "docs/"))]
    # The unpacked wheel stands before the checkout on the path, as the only bot there is.
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    where = "import bot, budget.store.builtin as b; print(bot.__file__, b.builtin_folder())"
    found = run(sys.executable, "-P", "-c", where, env=environment, cwd=tmp_path).stdout.decode()
    assert found.count(str(tmp_path / "installed")) == 2
    ran = run(sys.executable, "-P", "-m", "bot", "ask", "loopbanen", env=environment, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "1.700,4 miljoen" in ran.stdout.decode()
