"""Brings the tables of a database up to date under a lock, so that replicas that start together do it once.

An empty database gets the tables as they are now; only an older one needs the library that migrates, and its memory.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    Column,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.storage.engine import writing
from bot.storage.tables import metadata

__all__ = ["FIRST", "HEAD", "MIGRATIONS", "migrate"]

FIRST: Final = "v1"
HEAD: Final = "v3"  # a test holds it against the scripts
MIGRATIONS: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 0x626274  # "bbt"

# What the library that migrates keeps, as it makes it itself: a table of its own, in no metadata of ours.
_VERSIONS: Final = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def migrate(engine: Engine) -> None:
    """Make what lacks; a database from before there were migrations is taken as it stood then."""
    if _version(engine) == HEAD:
        return
    with writing(engine).begin() as base:
        if base.dialect.name == "postgresql":
            base.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        kept = set(inspect(base).get_table_names())
        if _VERSIONS.name in kept or not kept.isdisjoint(metadata.tables):
            _upgrade(base, old=_VERSIONS.name not in kept)
        else:
            _make(base)


def _version(engine: Engine) -> str | None:
    try:
        with engine.connect() as base:
            found = base.execute(select(_VERSIONS.c.version_num)).scalar()
    except DBAPIError:
        return None  # there is no such table yet
    return None if found is None else str(found)


def _make(base: Connection) -> None:
    metadata.create_all(base)
    _VERSIONS.create(base)
    base.execute(insert(_VERSIONS).values(version_num=HEAD))


def _upgrade(base: Connection, *, old: bool) -> None:
    from alembic.config import Config  # noqa: PLC0415 - only when there is something to do
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)

    def steps(revision: Any, _context: object) -> Any:  # noqa: ANN401 - the library's own
        # A database without a version but with tables has what the first step makes.
        return script._upgrade_revs(HEAD, FIRST if old else revision)  # noqa: SLF001 - what its own command calls

    environment = EnvironmentContext(config, script)
    environment.configure(connection=base, fn=steps)
    context = environment.get_context()
    if old:
        context.stamp(script, FIRST)
    with Operations.context(context):
        context.run_migrations()
