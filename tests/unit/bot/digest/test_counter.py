"""Every order about a digest does what it says, and a wrong one leaves everything as it was."""

from __future__ import annotations

from datetime import date, time

import pytest
from msgspec.structs import replace

from bot.digest.counter import Asked
from bot.digest.model import Mute
from bot.digest.outcome import Closed, Unsure
from bot.digest.parts import counter_of
from tests.unit.bot.digest.conftest import READER

ANN = Asked("T1", "U1", "C1", "Asia/Tokyo")


@pytest.fixture
def counter(bench, house):
    return counter_of(bench.parts, house, bench.clock)


def say(counter, text, asked=ANN):
    reply = counter.carry_out(text, asked)
    return " ".join([reply.headline, *reply.notes])


def kept(counter):
    return counter.known("T1", "U1")


def test_it_begins_at_the_hour_in_the_zone_of_the_reader(counter):
    assert "op werkdagen om 08:15, als privébericht" in say(counter, "aan werkdagen 8u15")
    one = kept(counter)
    assert (one.at, one.zone, one.channel, one.on) == (time(8, 15), "Asia/Tokyo", "", True)
    assert one.owed_from == date(2026, 11, 27)  # in Tokyo it is evening


def test_the_same_again_says_so_and_changes_nothing(counter):
    say(counter, "aan 08:30")
    before = kept(counter)
    assert "Dat stond al zo." in say(counter, "aan 8u30")
    assert kept(counter) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("aan 25:70", "“25.70” is geen uur"),
        ("aan gisteren", "“gisteren” is geen uur"),
        ("pauze tot gisteren", "is al voorbij"),
        ("pauze tot sint-juttemis", "is geen dag die ik ken"),
        ("volg", "Wat wil je volgen?"),
        ("volg onderwijs", "“onderwijs” is geen lijn van de begroting"),
        ("volg duurzame arbeidsmarkt", "kan meer dan één lijn zijn"),
        ("stil onderwijs", "is geen lijn"),
        ("xyzzy", "“xyzzy” ken ik niet"),
        ("opnieuw 2026-11-25", "is er geen digest waarvan ik niet weet"),
    ],
)
def test_what_is_wrong_says_why_and_saves_nothing(counter, text, words):
    say(counter, "aan 08:30")
    before = kept(counter)
    assert words in say(counter, text)
    assert kept(counter) == before


@pytest.mark.parametrize("text", ["uit", "pauze tot maandag", "volg loopbanen", "nu", "alleen bij nieuws"])
def test_who_has_no_digest_is_told_how_to_get_one(counter, text):
    assert "Je hebt nog geen dagelijkse digest" in say(counter, text)
    assert kept(counter) is None


def test_it_stops_and_what_was_waiting_is_let_go(bench, counter):
    bench.subscribe()
    key = bench.due()
    assert "staat uit" in say(counter, "uit")
    assert bench.state(key) == "withdrawn"
    assert not kept(counter).on
    assert "Je digest staat uit." in say(counter, "")
    assert "Je hebt nog geen" in say(counter, "uit")
    assert "Je digest komt" in say(counter, "aan")


def test_a_pause_ends_by_itself(bench, counter):
    say(counter, "aan 08:30")
    assert "vanaf maandag 30 november 2026" in say(counter, "pauze tot maandag")
    bench.clock.wait(days=5)
    assert kept(counter).paused_until is None
    assert "Je digest komt op werkdagen" in say(counter, "")


def test_lines_come_in_and_go_out(counter):
    say(counter, "aan 08:30")
    assert "Loopbanen staat nu in je digest" in say(counter, "volg loopbanen")
    assert "stond al in je digest" in say(counter, "volg loopbanen")
    assert kept(counter).follows == ("jd-loopbanen",)
    assert "Je volgt loopbanen." in say(counter, "status")
    assert "blijft uit je digest tot donderdag 3 december 2026" in say(counter, "stil loopbanen")
    assert kept(counter).mutes == (Mute("jd-loopbanen", date(2026, 12, 3)),)
    say(counter, "volg loopbanen")
    assert kept(counter).mutes == ()
    assert "komt niet meer in je digest" in say(counter, "volg niet loopbanen")
    assert kept(counter).follows == ()
    assert "volgde je niet" in say(counter, "volg niet vdab")
    assert kept(counter).mutes == (Mute("vdab"),)


def test_too_many_lines_are_refused(bench, counter):
    bench.subscribe(replace(READER, follows=tuple(f"x{number}" for number in range(20))))
    assert "Meer lijnen passen niet" in say(counter, "volg loopbanen")


def test_options_and_place_are_kept(counter):
    say(counter, "hier")
    assert kept(counter).channel == "C1"
    said = say(counter, "alleen bij nieuws") + say(counter, "niet op feestdagen")
    assert "Alleen op dagen met nieuws." in said
    assert "Niet op feestdagen." in said
    assert (kept(counter).only_news, kept(counter).skip_holidays) == (True, True)
    say(counter, "mij")
    assert kept(counter).channel == ""
    say(counter, "hier")
    assert kept(counter).channel == "C1"


def test_a_second_digest_for_one_channel_is_refused(bench, counter):
    bench.subscribe(replace(READER, user="U9", channel="C1"))
    assert "krijgt al een digest" in say(counter, "hier")
    assert kept(counter) is None


def test_now_plans_one_besides_the_daily_one(bench, counter):
    bench.subscribe()
    assert "onderweg naar je privéberichten" in say(counter, "nu")
    for key in bench.parts.planning.look():
        bench.parts.rendering.render(key)
        bench.attempt(key)
        bench.clock.wait(seconds=1)
    texts = [payload["text"] for _, _, payload in bench.slack.posts]
    assert len(texts) == 2
    assert sum(text.startswith("Digest op jouw vraag") for text in texts) == 1


def test_a_preview_is_marked_and_counts_for_nothing(bench, counter):
    assert "Dit is een voorbeeld" in say(counter, "voorbeeld")
    bench.subscribe()
    assert "1.700,4 miljoen euro" in say(counter, "voorbeeld")
    assert bench.slack.posts == []


def test_again_sends_what_was_uncertain(bench, counter):
    bench.subscribe(replace(READER, channel="C1"))
    key = bench.due()
    bench.slack.next_post, bench.slack.next_find = [Unsure("500")], [Closed()]
    bench.attempt(key)
    bench.clock.wait(seconds=5)
    bench.attempt(key)
    assert "Ik stuur hem opnieuw" in say(counter, "opnieuw 2026-11-26")
    assert bench.state(key) == "planned"


def test_trouble_is_told_and_ends_when_it_is_turned_on(bench, counter):
    bench.subscribe(replace(READER, trouble="is_archived"))
    assert "Slack weigert hem" in say(counter, "")
    say(counter, "aan")
    assert kept(counter).trouble == ""


def test_only_here_in_a_channel_needs_the_bot_there(counter):
    assert counter.moves_to("hier", ANN)
    assert not counter.moves_to("mij", ANN)
    assert not counter.moves_to("hier", Asked("T1", "U1"))


def test_who_is_forgotten_leaves_nothing(bench, counter):
    bench.subscribe()
    key = bench.due()
    counter.forget("T1", "U1")
    assert kept(counter) is None
    assert bench.deliveries.get(key) is None
    bench.subscribe()
    counter.forget_team("T1")
    assert kept(counter) is None


def test_a_day_without_news_is_left_out_for_who_wants_news_only(bench):
    bench.subscribe(replace(READER, only_news=True))
    bench.attempt(bench.due())  # the first is news
    bench.clock.wait(days=1)
    (key,) = bench.parts.planning.look()
    bench.parts.rendering.render(key)
    assert bench.state(key) == "no_news"
    assert bench.attempt(key) is None
    assert len(bench.slack.posts) == 1


def test_a_delivery_whose_reader_is_gone_ends(bench):
    bench.subscribe()
    (key,) = bench.parts.planning.look()
    with bench.parts.base.begin() as base:
        base.exec_driver_sql("DELETE FROM subscriptions")
    bench.parts.rendering.render(key)
    assert bench.state(key) == "failed"
    bench.parts.rendering.render("unknown")
    bench.parts.planning.tidy()


def test_weeks_without_the_bot_are_told_and_not_sent(bench):
    bench.subscribe()
    bench.clock.wait(days=3, hours=2)
    keys = bench.parts.planning.look()
    assert [key[-10:] for key in keys] == ["2026-11-29"]
    bench.parts.rendering.render(keys[0])
    bench.attempt(keys[0])
    notes = bench.slack.posts[0][2]["text"]
    assert "De digests van donderdag 26 november 2026, vrijdag 27 november 2026 en zaterdag" in notes
