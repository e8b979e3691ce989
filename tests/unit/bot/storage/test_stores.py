"""The stores keep and forget alike: the one in memory is a fair twin of those in SQLite and in Postgres."""

import asyncio
from datetime import UTC, datetime, timedelta
from secrets import token_hex

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import make_url

from bot.grammar.followup import Last
from bot.storage.engine import open_engine
from bot.storage.memory import MemoryStore
from bot.storage.migrate import migrate
from bot.storage.port import FAVOURITES, RECENTS, REFUSAL_KEPT, SEEN_KEPT, SUBJECT_KEPT, Person, Place
from bot.storage.spoken import Debate, Statement
from bot.storage.sql import SqlStore
from bot.storage.subject import read_last, write_last
from bot.storage.tables import metadata
from budget.model import Credit
from budget.queries import Measure
from tests.chaos.campaigns import address_of, postgres

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ANN, BOB = Person("T1", "U1"), Person("T1", "U2")
LAST = Last(("jd-loopbanen",), ("jobbonus",), Measure.DELTA, why=True, credit=Credit.VEK)


@pytest.fixture(scope="module")
def server():
    """A Postgres of our own, gone afterwards."""
    with postgres() as made:
        yield made


@pytest.fixture
def fresh(server):
    """The address of a database in which there is nothing yet."""
    name = f"bbt_{token_hex(4)}"
    server.psql(f"CREATE DATABASE {name};")
    return str(make_url(address_of(server)).set(database=name).render_as_string(hide_password=False))


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def store(request, tmp_path):
    match request.param:
        case "memory":
            kept = MemoryStore()
        case "sqlite":
            kept = SqlStore(f"sqlite:///{tmp_path}/bbt.db")
        case _:
            kept = SqlStore(request.getfixturevalue("fresh"))
    yield kept
    await kept.close()


def test_a_new_postgres_has_the_tables_of_today(fresh):
    engine = open_engine(fresh)
    migrate(engine)
    with engine.connect() as base:
        assert compare_metadata(MigrationContext.configure(base), metadata) == []
    engine.dispose()


async def test_favourites_come_newest_first_and_belong_to_one_person(store):
    for at, question in enumerate(("loopbanen", "jd", "loopbanen")):
        assert await store.follow(ANN, question, NOW + at * SECOND)
    assert await store.favourites(ANN) == ("loopbanen", "jd")
    assert await store.favourites(BOB) == ()


async def test_a_favourite_can_be_dropped_once(store):
    await store.follow(ANN, "jd", NOW)
    assert await store.unfollow(ANN, "jd")
    assert not await store.unfollow(ANN, "jd")
    assert await store.favourites(ANN) == ()


async def test_too_many_favourites_are_refused_and_none_is_lost(store):
    for at in range(FAVOURITES):
        await store.follow(ANN, f"vraag {at}", NOW + at * SECOND)
    assert not await store.follow(ANN, "nog een", NOW)
    assert len(await store.favourites(ANN)) == FAVOURITES


async def test_only_the_last_different_questions_are_kept(store):
    await asyncio.gather(*(store.asked(ANN, f"vraag {at}", NOW + at * SECOND) for at in range(RECENTS + 3)))
    await store.asked(ANN, "vraag 5", NOW + timedelta(minutes=1))
    recents = await store.recents(ANN)
    assert recents[:2] == ("vraag 5", f"vraag {RECENTS + 2}")
    assert len(recents) == RECENTS


async def test_what_many_ask_at_once_is_kept_for_each_of_them(store):
    asked = [(Person(team, f"U{who}"), f"vraag {at}") for at in range(3) for team in ("T1", "T2") for who in range(5)]
    await asyncio.gather(*(store.asked(who, words, NOW + at * SECOND) for at, (who, words) in enumerate(asked)))
    for who in {who for who, _ in asked}:
        assert await store.recents(who) == ("vraag 2", "vraag 1", "vraag 0")


async def test_a_subject_is_kept_half_an_hour_for_one_conversation(store):
    place = Place("T1", "D1")
    await store.remember(place, ANN, LAST, NOW)
    assert await store.last(place, NOW + SUBJECT_KEPT) == LAST
    assert await store.last(place, NOW + SUBJECT_KEPT + SECOND) is None
    assert await store.last(Place("T1", "D1", "1.1"), NOW) is None


async def test_the_newest_subject_of_a_conversation_counts(store):
    place = Place("T1", "C1", "1.1")
    await store.remember(place, ANN, LAST, NOW)
    await store.remember(place, BOB, Last(("jd",)), NOW + SECOND)
    assert await store.last(place, NOW + SECOND) == Last(("jd",))


async def test_an_event_is_new_once(store):
    assert await store.first_time("Ev1", NOW)
    assert not await store.first_time("Ev1", NOW + SECOND)
    assert await store.first_time("Ev2", NOW + SECOND)


async def test_old_events_are_removed(store):
    for at in range(3):
        await store.first_time(f"Ev{at}", NOW)
    later = NOW + SEEN_KEPT + SECOND
    for at in range(600):
        await store.first_time(f"new {at}", later)
    assert await store.first_time("Ev1", later)


async def test_a_refused_form_gets_another_chance_after_a_week(store):
    assert not await store.refused("T1:ephemeral", NOW)
    await store.refuse("T1:ephemeral", NOW)
    await store.refuse("T1:ephemeral", NOW)
    assert await store.refused("T1:ephemeral", NOW + REFUSAL_KEPT)
    assert not await store.refused("T1:ephemeral", NOW + REFUSAL_KEPT + SECOND)
    assert not await store.refused("T1:message", NOW)


async def filled(store):
    for who in (ANN, BOB, Person("T2", "U1")):
        await store.follow(who, "jd", NOW)
        await store.asked(who, "jd", NOW)
        await store.remember(Place(who.team, f"D{who.user}"), who, LAST, NOW)
    await store.refuse("T1:ephemeral", NOW)


async def test_forgetting_a_person_removes_all_of_hers_and_nothing_of_others(store):
    await filled(store)
    await store.forget(ANN)
    assert (await store.favourites(ANN), await store.recents(ANN)) == ((), ())
    assert await store.last(Place("T1", "DU1"), NOW) is None
    assert (await store.favourites(BOB), await store.recents(BOB)) == (("jd",), ("jd",))
    assert await store.last(Place("T1", "DU2"), NOW) == LAST


async def test_forgetting_a_team_removes_all_of_its_people(store):
    await filled(store)
    await store.forget_team("T1")
    assert (await store.favourites(BOB), await store.recents(ANN)) == ((), ())
    assert await store.last(Place("T1", "DU2"), NOW) is None
    assert not await store.refused("T1:ephemeral", NOW)
    assert await store.favourites(Person("T2", "U1")) == ("jd",)


async def test_a_database_outlives_its_process(tmp_path):
    address = f"sqlite:///{tmp_path}/bbt.db"
    first = SqlStore(address)
    await first.follow(ANN, "jd", NOW)
    await first.close()
    second = SqlStore(address)
    assert await second.favourites(ANN) == ("jd",)
    await second.close()


async def test_a_store_that_was_never_asked_closes_without_opening_a_database(tmp_path):
    await SqlStore(f"sqlite:///{tmp_path}/bbt.db").close()
    assert not (tmp_path / "bbt.db").exists()


def test_a_subject_survives_writing_and_reading():
    assert read_last(write_last(LAST)) == LAST
    assert read_last(write_last(Last(("jd",)))) == Last(("jd",))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"subjects": 1}', "null"])
def test_a_subject_in_another_form_is_nothing_kept(text):
    assert read_last(text) is None


HERE, THREAD, ELSEWHERE = Place("T1", "C1"), Place("T1", "C1", "1.1"), Place("T1", "C2")


def statement(name, place=HERE, at=NOW):
    return Statement(name, place, f"zin {name}", "true", "uitleg", ("jf", "je"), "2022-wse", at)


async def test_one_debate_is_open_in_a_place_and_ends_once(store):
    assert await store.begin_debate(Debate(HERE, "", NOW, NOW))
    assert not await store.begin_debate(Debate(HERE, "", NOW, NOW + SECOND))
    assert await store.begin_debate(Debate(THREAD, "", NOW + SECOND, NOW))
    await store.set_board(HERE, "9.9")
    assert await store.debate(HERE) == Debate(HERE, "9.9", NOW, NOW)
    assert [one.place for one in await store.debates()] == [HERE, THREAD]
    assert await store.end_debate(HERE) == Debate(HERE, "9.9", NOW, NOW)
    assert await store.end_debate(HERE) is None
    assert await store.debate(HERE) is None


async def test_statements_belong_to_one_conversation_and_wake_its_debate(store):
    await store.begin_debate(Debate(HERE, "", NOW, NOW))
    later = NOW + SECOND
    await store.keep((statement("b", at=later), statement("a", at=later), statement("c", ELSEWHERE)))
    assert await store.statements("T1", "C1", NOW) == (statement("b", at=later), statement("a", at=later))
    assert await store.statements("T1", "C1", later + SECOND) == ()
    assert (await store.debate(HERE)).heard == later
    assert not await store.drop("T1", "C2", "a")
    assert await store.drop("T1", "C1", "a")
    assert not await store.drop("T1", "C1", "a")
    assert await store.wipe("T1", "C1") == 1
    assert [one.id for one in await store.statements("T1", "C2", NOW)] == ["c"]


async def test_old_statements_expire_and_a_team_takes_all_its_own_along(store):
    await store.keep((statement("a"), statement("b", at=NOW + SECOND)))
    await store.expire(NOW + SECOND)
    assert [one.id for one in await store.statements("T1", "C1", NOW)] == ["b"]
    await store.begin_debate(Debate(HERE, "", NOW, NOW))
    await store.forget_team("T2")
    assert len(await store.debates()) == 1
    await store.forget_team("T1")
    assert await store.debates() == ()
    assert await store.statements("T1", "C1", NOW) == ()
