"""What a digest tells: what is followed, what differs by value, and a fact that does not come back too soon."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.digest.content import Past, fact_ids, has_news, tell
from bot.digest.model import Mute
from bot.digest.snapshot import changes, read_snapshot, snapshot, write_snapshot
from bot.replies.digest import digest_reply
from tests.faces.digests import MONDAY, NOBODY, READER, corrected, next_year


@pytest.fixture
def wse(house):
    return house.catalog.default


@pytest.mark.parametrize("reader", [READER, NOBODY, replace(READER, mutes=(Mute("jd-loopbanen"),))])
def test_no_fact_comes_back_before_all_were_told(wse, reader):
    told: dict[str, int] = {}
    muted = {one.line for one in reader.mutes}
    every = [
        name
        for name in fact_ids(wse)
        if not (name.startswith("reason:") and {wse.reasons[name[7:]].line} <= muted)
        and not (name.startswith("action:") and set(wse.actions[name[7:]].lines) <= muted)
    ]
    for turn in range(2 * len(every)):
        fact = tell(reader, wse, Past(facts=told), MONDAY + timedelta(days=turn)).fact_id
        told[fact] = told.get(fact, 0) + 1
        assert set(told.values()) <= {turn // len(every), turn // len(every) + 1}
    assert sorted(told) == sorted(every)
    assert set(told.values()) == {2}


def test_what_is_followed_comes_first_among_the_facts(wse):
    told: dict[str, int] = {}
    for turn in range(5):
        one = tell(READER, wse, Past(facts=told), MONDAY + timedelta(days=turn))
        lines = one.fact.lines if one.fact_id.startswith("action") else (one.fact.line, one.fact.part_line)
        assert set(lines) & set(READER.follows)
        told[one.fact_id] = 1


def test_the_same_figures_read_anew_are_no_news(wse):
    kept = read_snapshot(write_snapshot(snapshot(wse)))
    assert kept == snapshot(wse)
    assert changes(kept, snapshot(wse), frozenset()) == ()
    assert not has_news(READER, wse, Past(MONDAY, kept), MONDAY)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"document": 1}', "null"])
def test_a_snapshot_of_another_form_is_nothing_kept(text):
    assert read_snapshot(text) is None


def test_a_correction_has_its_old_and_its_new_value(wse):
    (line, reason) = changes(snapshot(wse), snapshot(corrected(wse)), frozenset({"jd-loopbanen"}))
    assert (line.name, line.credit, line.old, line.new) == ("Loopbanen", "VAK", 1_700_355_000, 1_701_355_000)
    assert (reason.name, reason.old, reason.new) == ("Index dienstencheques", 35_700_000, 35_800_000)


def test_a_correction_of_what_is_not_followed_or_is_muted_is_no_news(wse):
    past = Past(MONDAY, snapshot(wse))
    assert has_news(READER, corrected(wse), past, MONDAY)
    assert not has_news(replace(READER, follows=("jf-competenties",)), corrected(wse), past, MONDAY)
    quiet = replace(READER, mutes=(Mute("jd-loopbanen", MONDAY + timedelta(days=7)),))
    assert not has_news(quiet, corrected(wse), past, MONDAY)
    assert has_news(quiet, corrected(wse), past, MONDAY + timedelta(days=7))


def test_who_follows_nothing_hears_of_every_change(wse):
    assert has_news(NOBODY, corrected(wse), Past(MONDAY, snapshot(wse)), MONDAY)


def test_the_first_digest_and_another_document_are_news(wse):
    assert has_news(READER, wse, Past(), MONDAY)
    assert has_news(READER, next_year(wse), Past(MONDAY, snapshot(wse)), MONDAY)


def test_a_figure_that_came_or_went_is_told(wse):
    lines = dict(wse.lines)
    gone = lines.pop("jd-loopbanen")
    without = replace(wse, lines=lines, reasons={}, actions={})
    one = tell(replace(READER, follows=(gone.id,)), without, Past(MONDAY, snapshot(wse)), MONDAY)
    assert "niet meer vermeld; was 1.700,4 miljoen euro" in str(digest_reply(one))
    two = tell(READER, wse, Past(MONDAY, snapshot(without)), MONDAY)
    assert "nieuw, 1.700,4 miljoen euro" in str(digest_reply(two))


def test_a_change_too_small_for_millions_shows_whole_euro(wse):
    line = wse.lines["jd-loopbanen"]
    nudged = replace(line, amounts=replace(line.amounts, vak_draft=line.amounts.vak_draft + 1_000))
    one = tell(READER, replace(wse, lines={**wse.lines, line.id: nudged}), Past(MONDAY, snapshot(wse)), MONDAY)
    assert "was 1.700.355.000 euro, is nu 1.700.356.000 euro" in digest_reply(one).headline


def test_many_changes_are_counted_and_the_first_ones_shown(wse):
    one = tell(NOBODY, next_year(wse), Past(MONDAY, snapshot(wse)), MONDAY)
    assert f"en nog {len(one.changes) - 6} andere" in str(digest_reply(one))


def test_lines_beyond_what_a_digest_can_carry_are_named(wse):
    reader = replace(READER, follows=("ja", "jb", "jd", "je", "jf", "vdab", "jd-loopbanen"))
    said = digest_reply(tell(reader, wse, Past(), MONDAY))
    assert "Je volgt ook loopbanen." in said.notes


def test_all_muted_shows_the_whole_and_says_so(wse):
    reader = replace(READER, follows=("jd-loopbanen",), mutes=(Mute("jd-loopbanen"),))
    said = digest_reply(tell(reader, wse, Past(MONDAY, snapshot(wse)), MONDAY))
    assert "Alles wat je volgt, staat nu stil" in " ".join(said.notes)
    assert "3.747,4 miljoen euro" in said.headline


def test_several_missed_digests_are_told_together(wse):
    missed = (date(2026, 11, 19), date(2026, 11, 20))
    said = digest_reply(tell(READER, wse, Past(missed=missed), MONDAY))
    assert "De digests van donderdag 19 november 2026 en vrijdag 20 november 2026 zijn niet verstuurd" in said.notes[0]


def test_a_document_without_reasons_and_actions_has_no_fact(wse):
    bare = replace(wse, reasons={}, actions={})
    one = tell(READER, bare, Past(), MONDAY)
    assert one.fact is None
    assert one.fact_id == ""
    assert "Feit van de dag" not in str(digest_reply(one))
