"""Databases old and new end with the tables of today, also when many start at once, and damage is seen."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from bot.storage.database import Database
from bot.storage.engine import moment, open_engine, stamp
from bot.storage.migrate import HEAD, MIGRATIONS, migrate
from bot.storage.port import Person
from bot.storage.sound import DamagedError
from bot.storage.tables import favourites, last_subjects, metadata, recents, refused_surfaces, seen_events

OLD = [favourites, last_subjects, recents, refused_surfaces, seen_events]
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path / 'bbt.db'}"


def version(engine):
    with engine.connect() as base:
        return base.execute(text("select version_num from alembic_version")).scalar_one()


def test_the_last_script_is_the_one_the_code_asks_for():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_scripts_make_the_tables_the_code_speaks_to(address):
    metadata.create_all(create_engine(address), tables=OLD)
    engine = open_engine(address)
    migrate(engine)
    with engine.connect() as base:
        assert compare_metadata(MigrationContext.configure(base), metadata) == []
    assert version(engine) == HEAD
    engine.dispose()


def test_a_new_database_has_the_tables_that_the_scripts_would_have_made_in_it(tmp_path):
    drawn = {}
    for name, tables in (("new", []), ("old", OLD)):
        engine = open_engine(f"sqlite:///{tmp_path / name}.db")
        if tables:
            metadata.create_all(engine, tables=tables)
        migrate(engine)
        with engine.connect() as base:
            kept = base.execute(text("select name, sql from sqlite_master where name not like 'sqlite_%'"))
            drawn[name] = {row.name: set(re.findall(r"[^\s,()]+", row.sql)) for row in kept}
        assert version(engine) == HEAD
        engine.dispose()
    assert drawn["new"] == drawn["old"]


def test_a_new_database_needs_no_library_that_migrates(address):
    code = f"""
import sys
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
migrate(open_engine({address!r}))
print([name for name in sys.modules if name.split(".")[0] in ("alembic", "mako")])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_database_from_before_migrations_keeps_what_it_held(address):
    old = create_engine(address)
    metadata.create_all(old, tables=OLD)
    with old.begin() as base:
        base.execute(favourites.insert().values(team="T1", user="U1", question="loopbanen", at=1))
    old.dispose()
    base = Database(address)
    assert base.favourites(Person("T1", "U1")) == ("loopbanen",)
    base.close()
    engine = open_engine(address)
    assert version(engine) == HEAD
    assert "deliveries" in inspect(engine).get_table_names()
    engine.dispose()


def test_a_second_start_finds_nothing_to_do(address):
    for _ in range(2):
        base = Database(address)
        base.follow(Person("T1", "U1"), "loopbanen", NOW)
        base.close()
    base = Database(address)
    assert base.favourites(Person("T1", "U1")) == ("loopbanen",)
    base.close()


def test_many_that_start_together_make_the_tables_once(address):
    faults = []

    def start():
        try:
            Database(address).close()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
            faults.append(error)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be read as one" * 20, None])
def test_a_damaged_file_is_refused_by_name(tmp_path, content):
    file = tmp_path / "bbt.db"
    address = f"sqlite:///{file}"
    if content is None:
        base = Database(address)
        for number in range(200):
            base.follow(Person("T1", f"U{number}"), "loopbanen" * 40, NOW)
        base.close()
        whole = bytearray(file.read_bytes())
        whole[4096 * 3 : 4096 * 12] = b"\x07" * (4096 * 9)
        file.write_bytes(bytes(whole))
    else:
        file.write_bytes(content)
    with pytest.raises(DamagedError) as caught:
        open_engine(address)
    assert caught.value.file == str(file)


def test_a_moment_survives_being_kept():
    assert moment(stamp(NOW)) == NOW
