"""The statements about deliveries, lanes and replicas: the one truth about what was sent; each is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Engine, Row, Update, delete, func, select, update
from sqlalchemy.engine import Connection

from bot.storage.engine import moment, stamp, writing
from bot.storage.once import insert_once
from bot.storage.tables import deliveries, snapshots

__all__ = ["FINAL", "Deliveries", "Delivery", "Payload", "Planned"]

FINAL: Final = ("sent", "uncertain", "skipped_late", "failed", "no_news", "withdrawn")
_ASKED_AT_ONCE: Final = 1_000
_OPEN: Final = ("planned", "sending")


class Planned(Struct, frozen=True):
    """What is owed and not yet known: one row of the truth."""

    key: str
    kind: str  # digest | asked | notice
    team: str
    user: str
    day: str
    channel: str
    not_before: datetime
    not_after: datetime
    state: str = "planned"
    payload: str = ""


class Delivery(Struct, frozen=True):
    """One row as it stands."""

    key: str
    kind: str
    team: str
    user: str
    day: str
    channel: str
    state: str
    attempts: int
    intent: bool
    owner: str
    lease_until: datetime
    not_before: datetime
    not_after: datetime
    planned_at: datetime
    form: int
    payload: str
    error: str


class Payload(Struct, frozen=True):
    """The message in its forms, richest first, as JSON; and what it tells."""

    text: str
    sha: str
    fact: str = ""
    figures: str = ""  # the snapshot it was made from, as JSON
    figures_sha: str = ""


class Deliveries:
    """What became of each digest, in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def plan(self, rows: Sequence[Planned], now: datetime) -> int:
        """Note what is owed; a key that is there already stays as it is. Gives how many were new."""
        if not rows:
            return 0
        with self._writing.begin() as base:
            return sum(_once(base, _new(one, now)) for one in rows)

    def known(self, keys: Iterable[str]) -> frozenset[str]:
        """Which of these keys are there."""
        asked = list(keys)
        found: set[str] = set()
        with self._engine.connect() as base:
            for start in range(0, len(asked), _ASKED_AT_ONCE):
                some = asked[start : start + _ASKED_AT_ONCE]
                found.update(base.execute(select(deliveries.c.key).where(deliveries.c.key.in_(some))).scalars())
        return frozenset(found)

    def get(self, key: str) -> Delivery | None:
        """One row; None when there is none."""
        with self._engine.connect() as base:
            row = base.execute(select(deliveries).where(deliveries.c.key == key)).first()
        return None if row is None else _read(row)

    def open_keys(self, now: datetime) -> tuple[str, ...]:
        """What is not finished and nobody is at, the oldest first."""
        at = stamp(now)
        free = select(deliveries.c.key).where(
            deliveries.c.state.in_(_OPEN), deliveries.c.lease_until <= at, deliveries.c.not_before <= at
        )
        with self._engine.connect() as base:
            return tuple(base.execute(free.order_by(deliveries.c.not_before, deliveries.c.key)).scalars())

    def render(self, key: str, made: Payload) -> None:
        """Keep the bytes of a delivery; those that are there already stay, so that each attempt sends the same."""
        with self._writing.begin() as base:
            kept = {"payload": made.text, "payload_sha": made.sha, "fact": made.fact, "snapshot": made.figures_sha}
            base.execute(_at(key).where(deliveries.c.payload == "").values(**kept))
            if (
                made.figures_sha
                and not base.execute(select(snapshots.c.sha).where(snapshots.c.sha == made.figures_sha)).first()
            ):
                insert_once(base, snapshots, {"sha": made.figures_sha, "figures": made.figures})

    def claim(self, key: str, owner: str, now: datetime, lease: timedelta) -> Delivery | None:
        """Take a delivery for a while, as it was before; None when it is finished or somebody else has it."""
        at = stamp(now)
        with self._writing.begin() as base:
            row = base.execute(select(deliveries).where(deliveries.c.key == key).with_for_update()).first()
            if row is None or row.state in FINAL or row.lease_until > at:
                return None
            taken = {"owner": owner, "lease_until": at + lease // timedelta(microseconds=1)}
            base.execute(_at(key).values(**taken, attempts=row.attempts + 1))
        return _read(row)

    def intend(self, key: str, owner: str, now: datetime, lease: timedelta) -> bool:
        """Note that a message is about to leave; False when the lease is no longer this owner's."""
        at = stamp(now)
        mine = _at(key).where(deliveries.c.owner == owner, deliveries.c.lease_until > at, deliveries.c.state.in_(_OPEN))
        with self._writing.begin() as base:
            until = at + lease // timedelta(microseconds=1)
            return base.execute(mine.values(state="sending", intent=True, lease_until=until)).rowcount == 1

    def release(self, key: str, owner: str, *, left: bool, form: int | None = None, error: str = "") -> None:
        """Give a delivery back; `left` is whether a message may have left, `error` what Slack said."""
        values: dict[str, Any] = {"owner": "", "lease_until": 0}
        if not left:
            values |= {"intent": False, "state": "planned"}
        if form is not None:
            values["form"] = form
        if error:
            values["error"] = error[:200]
        with self._writing.begin() as base:
            base.execute(_at(key).where(deliveries.c.owner == owner, deliveries.c.state.in_(_OPEN)).values(**values))

    def finish(self, key: str, state: str, now: datetime, *, remote: str = "", error: str = "") -> bool:
        """Note how it ended; a message that arrived did, whoever notes it. False when it had ended already."""
        ended = [one for one in FINAL if one != "uncertain"] if state == "sent" else list(FINAL)
        values = {
            "state": state,
            "intent": False,
            "owner": "",
            "lease_until": 0,
            "done_at": stamp(now),
            "remote_id": remote,
            "error": error[:200],
            "told": state not in {"uncertain", "failed", "skipped_late"},
        }
        with self._writing.begin() as base:
            if state != "uncertain":
                values["payload"] = ""  # not kept longer than it is needed
            done = base.execute(_at(key).where(deliveries.c.state.not_in(ended)).values(**values)).rowcount == 1
            if done and state == "sent":
                self._told_missed(base, key)
        return done

    def _told_missed(self, base: Connection, key: str) -> None:
        """A digest that arrived tells of the earlier ones that did not."""
        row = base.execute(select(deliveries).where(deliveries.c.key == key)).one()
        if row.kind != "digest":
            return
        missed = update(deliveries).where(
            deliveries.c.team == row.team,
            deliveries.c.user == row.user,
            deliveries.c.state == "skipped_late",
            deliveries.c.planned_at <= row.planned_at,
        )
        base.execute(missed.values(told=True))

    def address(self, key: str, channel: str) -> None:
        """Note the conversation a direct message goes to."""
        with self._writing.begin() as base:
            base.execute(_at(key).values(channel=channel))

    def withdraw(self, team: str, user: str, now: datetime) -> None:
        """Let go of what is planned for a reader who wants none any more and has surely not left."""
        mine = update(deliveries).where(
            deliveries.c.team == team,
            deliveries.c.user == user,
            deliveries.c.kind == "digest",
            deliveries.c.state == "planned",
            ~deliveries.c.intent,
            deliveries.c.lease_until <= stamp(now),
        )
        with self._writing.begin() as base:
            base.execute(mine.values(state="withdrawn", done_at=stamp(now), told=True, payload=""))

    def again(self, key: str, now: datetime, until: datetime) -> bool:
        """Plan an uncertain delivery anew, as its reader asked; False when it is not uncertain."""
        values = {
            "state": "planned",
            "intent": False,
            "not_before": stamp(now),
            "not_after": stamp(until),
            "told": True,
            "planned_at": stamp(now),
        }
        with self._writing.begin() as base:
            return base.execute(_at(key).where(deliveries.c.state == "uncertain").values(**values)).rowcount == 1

    def untold(self) -> tuple[Delivery, ...]:
        """What did not arrive for sure, and whose reader does not know yet."""
        lost = select(deliveries).where(
            deliveries.c.state.in_(("uncertain", "failed")), ~deliveries.c.told, deliveries.c.kind != "notice"
        )
        with self._engine.connect() as base:
            return tuple(_read(row) for row in base.execute(lost).all())

    def tell(self, key: str, notice: Planned, now: datetime) -> None:
        """Plan the notice that tells of one, and note that it is told, in one go."""
        with self._writing.begin() as base:
            _once(base, _new(notice, now))
            base.execute(_at(key).values(told=True))

    def counts(self) -> dict[str, int]:
        """How many digests stand in each state."""
        counted = select(deliveries.c.state, func.count()).where(deliveries.c.kind != "notice")
        with self._engine.connect() as base:
            return {row[0]: row[1] for row in base.execute(counted.group_by(deliveries.c.state))}

    def tidy(self, before: datetime) -> None:
        """Forget what ended long ago; the count of facts that were told begins anew with it."""
        with self._writing.begin() as base:
            old = delete(deliveries).where(deliveries.c.state.in_(FINAL), deliveries.c.planned_at < stamp(before))
            base.execute(old)
            used = select(deliveries.c.snapshot).where(deliveries.c.snapshot != "")
            base.execute(delete(snapshots).where(snapshots.c.sha.not_in(used)))


def _at(key: str) -> Update:
    return update(deliveries).where(deliveries.c.key == key)


def _new(one: Planned, now: datetime) -> dict[str, Any]:
    ended = one.state in FINAL
    return {
        **asdict(one),
        "not_before": stamp(one.not_before),
        "not_after": stamp(one.not_after),
        "attempts": 0,
        "intent": False,
        "owner": "",
        "lease_until": 0,
        "planned_at": stamp(now),
        "done_at": stamp(now) if ended else 0,
        "form": 0,
        "payload_sha": "",
        "remote_id": "",
        "fact": "",
        "snapshot": "",
        "error": "",
        "told": False,
    }


def _once(base: Connection, values: dict[str, Any]) -> int:
    return insert_once(base, deliveries, values)


def _read(row: Row[Any]) -> Delivery:
    return Delivery(
        key=row.key,
        kind=row.kind,
        team=row.team,
        user=row.user,
        day=row.day,
        channel=row.channel,
        state=row.state,
        attempts=row.attempts,
        intent=row.intent,
        owner=row.owner,
        lease_until=moment(row.lease_until),
        not_before=moment(row.not_before),
        not_after=moment(row.not_after),
        planned_at=moment(row.planned_at),
        form=row.form,
        payload=row.payload,
        error=row.error,
    )
