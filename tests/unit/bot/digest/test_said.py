"""The digest of a conversation tells what was checked there the day before, by the clock of Brussels."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.digest.said import SharedVerdicts
from bot.storage.engine import open_engine, writing
from bot.storage.heard import Heard
from bot.storage.migrate import migrate
from bot.storage.port import Place
from bot.storage.spoken import Statement

DAY = date(2026, 11, 25)


def statement(name, *moment, channel="C1"):
    at = datetime(2026, 11, *moment, tzinfo=UTC)
    return Statement(name, Place("T1", channel), f"JF daalt {name}", "false", "uitleg", ("jf",), "2022-wse", at)


def test_the_claims_of_one_day_in_one_conversation_are_told(tmp_path):
    base = open_engine(f"sqlite:///{tmp_path}/bbt.db")
    migrate(base)
    heard = Heard(base, writing(base))
    # Midnight in Brussels is 23 o'clock in universal time.
    heard.keep((statement("a", 24, 22, 59), statement("b", 24, 23), statement("c", 25, 22, 59), statement("d", 25, 23)))
    heard.keep((statement("e", 25, 12, channel="C2"),))
    shared = SharedVerdicts(heard)
    assert shared.shared("T1", "C1", DAY) == (("Klopt niet", "“JF daalt b”"), ("Klopt niet", "“JF daalt c”"))
    assert shared.shared("T1", "C3", DAY) == ()
    heard.keep(tuple([statement(f"m{number}", 25, 13, number) for number in range(20)]))
    assert len(shared.shared("T1", "C1", DAY)) == 10
    base.dispose()
