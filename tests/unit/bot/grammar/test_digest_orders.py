"""What is typed behind "digest" is read as people type it, and what is no hour is never taken for one."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.grammar import digest as said
from bot.grammar.digest import DIGEST_EXAMPLES, TurnOn, Unread, read_digest

THURSDAY = date(2026, 11, 26)
WORKDAYS = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("", said.Show()),
        ("aan", TurnOn()),
        ("aan 08:30", TurnOn(time(8, 30))),
        ("aan werkdagen 8u15", TurnOn(time(8, 15), WORKDAYS)),
        ("Aan elke dag om 7 uur", TurnOn(time(7), (0, 1, 2, 3, 4, 5, 6))),
        ("aan ma-vr 8.30", TurnOn(time(8, 30), WORKDAYS)),
        ("aan maandag tot donderdag 9h", TurnOn(time(9), (0, 1, 2, 3))),
        ("aan maandag en donderdag", TurnOn(None, (0, 3))),
        ("aan 8 u 15", TurnOn(time(8, 15))),
        ("om 9:05", TurnOn(time(9, 5))),
        ("uit", said.TurnOff()),
        ("Stop!", said.TurnOff()),
        ("hervat", TurnOn()),
        ("pauze tot maandag", said.Pause(date(2026, 11, 30))),
        ("pauze tot donderdag", said.Pause(date(2026, 12, 3))),
        ("pauze tot morgen", said.Pause(date(2026, 11, 27))),
        ("pauze tot 3 december", said.Pause(date(2026, 12, 3))),
        ("pauze tot 3/1", said.Pause(date(2027, 1, 3))),
        ("pauze een week", said.Pause(date(2026, 12, 3))),
        ("pauzeer 2 weken", said.Pause(date(2026, 12, 10))),
        ("volg loopbanen", said.Follow("loopbanen")),
        ("volg niet vdab", said.Unfollow("vdab")),
        ("volg vdab niet meer", said.Unfollow("vdab")),
        ("ontvolg vdab", said.Unfollow("vdab")),
        ("stil loopbanen", said.Quiet("loopbanen", date(2026, 12, 3))),
        ("hier", said.Here()),
        ("mij", said.Personal()),
        ("nu", said.SendNow()),
        ("voorbeeld", said.Preview()),
        ("alleen bij nieuws", said.OnlyNews(wanted=True)),
        ("ook zonder nieuws", said.OnlyNews(wanted=False)),
        ("niet op feestdagen", said.Holidays(wanted=False)),
        ("ook op feestdagen", said.Holidays(wanted=True)),
        ("opnieuw 2026-11-25", said.Resend(date(2026, 11, 25))),
    ],
)
def test_an_order_is_read(text, order):
    assert read_digest(text, THURSDAY) == order


@pytest.mark.parametrize(
    ("text", "wanted", "heard"),
    [
        ("aan 25:70", "time", "25:70"),
        ("aan 24:00", "time", "24:00"),
        ("aan gisteren", "time", "gisteren"),
        ("aan 8:30 misschien", "time", "8:30 misschien"),
        ("pauze", "until", ""),
        ("pauze tot sint-juttemis", "until", "tot sint-juttemis"),
        ("pauze tot gisteren", "past", "tot gisteren"),
        ("pauze tot 31 februari", "until", "tot 31 februari"),
        ("pauze tot 2020-01-01", "past", "tot 2020-01-01"),
        ("volg", "subject", ""),
        ("volg niet", "subject", ""),
        ("ontvolg", "subject", ""),
        ("stil", "subject", ""),
        ("opnieuw gisteren", "order", "opnieuw gisteren"),
        ("loopbanen", "order", "loopbanen"),
    ],
)
def test_what_is_no_order_says_what_was_heard(text, wanted, heard):
    assert read_digest(text, THURSDAY) == Unread(wanted, heard)


@pytest.mark.parametrize(("kind", "text"), DIGEST_EXAMPLES.items(), ids=str)
def test_every_example_gives_its_own_order(kind, text):
    assert isinstance(read_digest(text, THURSDAY), kind)
