"""Operators see who gets a digest, how it would be, and can have one sent by the running bot."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.digest.model import Subscription
from bot.storage.deliveries import Deliveries
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.subscribers import Subscribers
from bot.terminal.digest import run


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "bbt.db"
    monkeypatch.setenv("BBT_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def readers(file):
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    kept = Subscribers(engine)
    for number in range(23):
        kept.put(
            Subscription(
                "T1",
                f"U{number:02}",
                date(2026, 1, 1),
                datetime(2026, 1, 1, tzinfo=UTC),
                on=number != 1,
                paused_until=date(2030, 1, 1) if number == 2 else None,
                follows=("jd-loopbanen",),
            )
        )
    yield Deliveries(engine)
    engine.dispose()


@pytest.mark.usefixtures("file")
def test_an_empty_list_says_so(capsys):
    assert run(["list"]) == 0
    assert "Niemand heeft een digest" in capsys.readouterr().out


@pytest.mark.usefixtures("readers")
def test_the_list_is_paged(capsys):
    assert run(["list"]) == 0
    first = capsys.readouterr().out
    assert "T1:U00" in first
    assert "pauze tot 2030-01-01" in first
    assert "Bladzijde 1 van 2, 23 in totaal." in first
    assert run(["list", "--page", "2"]) == 0
    second = capsys.readouterr().out
    assert "T1:U22" in second
    assert "T1:U00" not in second


@pytest.mark.usefixtures("readers")
def test_a_preview_shows_the_digest(capsys):
    assert run(["preview", "T1:U00"]) == 0
    assert "loopbanen 1.700,4 miljoen euro" in capsys.readouterr().out
    assert run(["preview"]) == 0
    assert "3.747,4 miljoen euro" in capsys.readouterr().out
    assert run(["preview", "T1:nobody"]) == 1
    assert "heeft geen digest" in capsys.readouterr().err


def test_send_plans_one_for_the_running_bot(readers, capsys):
    assert run(["send", "T1:U00"]) == 0
    assert readers.counts() == {"planned": 1}
    assert run(["send", "T1:U01"]) == 1
    assert run(["send", "T1:nobody"]) == 1
    assert readers.counts() == {"planned": 1}
    assert "uitgezet" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["send"], ["list", "--page", "0"], ["dance"], []])
def test_wrong_usage_leaves_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        run(arguments)
    assert left.value.code == 2
    assert "Gebruik:" in capsys.readouterr().err


def test_a_damaged_file_is_named(file, capsys):
    file.write_bytes(b"\x07" * 9000)
    assert run(["list"]) == 1
    assert str(file) in capsys.readouterr().err
