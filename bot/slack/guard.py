"""What stands before every listener: signature, age, shape, team, and whether it was heard before; no answers.

It runs in Bolt's place before authorize, and before /bbt is answered: nothing is done for a request that is refused.
Bolt's own check of the signature is left out for it: that one fails on a timestamp that is no number, and cannot be
told the time.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Final

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import Clock, SignatureVerifier
from structlog.stdlib import BoundLogger

from bot.replies.slack_texts import other_team
from bot.slack import incoming as read
from bot.slack.incoming import Body, Incoming, Malformed, kind_of
from bot.slack.views.modal import notice
from bot.storage.port import Person, Store

__all__ = ["Guard", "Heard"]

REPLAY_WINDOW: Final = 310  # seconds; an older signature is refused for its age, some seconds are for clocks
_ROW, _KEY = slice(3, 6), slice(6, 20)  # of "v0=…": 68 bits tell a request from any other
_ROWS: Final = 16**3
_OK: Final = 200
_OF_THE_BOT: Final = frozenset({"app_uninstalled", "tokens_revoked"})
_OF_A_PERSON: Final = frozenset({"", "file_share", "thread_broadcast", "me_message"})


class Heard:
    """Signatures of the last five minutes and a little more, in two generations; nothing much older is kept."""

    # In a set each takes a hundred bytes; in a row, found by the first three digits, its seven bytes. Two neighbours in
    # a row may look like a third, as seldom as two signatures begin alike.

    def __init__(self) -> None:
        self._young = _rows()
        self._old = _rows()
        self._since = 0.0

    def first_time(self, signature: str, now: float) -> bool:
        """Note a valid signature; False when it was noted before."""
        # What is young stays for one more generation, so each is known for at least one whole window.
        if now - self._since > REPLAY_WINDOW:
            long_ago = now - self._since > 2 * REPLAY_WINDOW
            self._old, self._young, self._since = _rows() if long_ago else self._young, _rows(), now
        row, key = int(signature[_ROW], 16), bytes.fromhex(signature[_KEY])
        if key in self._young[row] or key in self._old[row]:
            return False
        self._young[row] += key
        return True


def _rows() -> list[bytearray]:
    return [bytearray() for _ in range(_ROWS)]


class _Time(Clock):
    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock().timestamp()


class Guard(AsyncMiddleware):
    """Lets through what Slack sent, once, for a team on the list (an empty list is every team)."""

    def __init__(
        self, secret: str, teams: frozenset[str], store: Store, clock: Callable[[], datetime], log: BoundLogger
    ) -> None:
        self._time = _Time(clock)
        self._clock = clock
        self._verifier = SignatureVerifier(secret, self._time) if secret else None
        self._teams = teams
        self._store = store
        self._log = log
        self._heard = Heard()

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - as Bolt calls it
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - as Bolt calls it
    ) -> BoltResponse | None:
        """Refuse, or go on; who asks stands in the context of the request then."""
        if req.body.get("type") == "url_verification":
            return self._unsigned(req) or await next()
        admitted = self.admit(req)
        if isinstance(admitted, BoltResponse):
            return admitted
        req.context["incoming"] = admitted
        event = req.body.get("event_id")
        if isinstance(event, str) and not await self._store.first_time(
            f"{admitted.who.team}:{event[:64]}", self._clock()
        ):
            self._log.info("slack.delivered_again")
            return BoltResponse(status=_OK, body="")
        return await next()

    def admit(self, req: AsyncBoltRequest) -> Incoming | BoltResponse:
        """Who asks and where, or what a request gets back that is not let through."""
        refused = self._unsigned(req)
        if refused is not None:
            return refused
        try:
            incoming = _read(req.body)
        except Malformed as fault:
            self._log.warning("slack.malformed", field=fault.field)
            return BoltResponse(status=400, body={"error": "malformed"})
        if incoming is None:
            return BoltResponse(status=_OK, body="")
        if self._teams and incoming.who.team not in self._teams:
            self._log.warning("slack.other_team", kind=incoming.kind)
            return _refusal(incoming)
        return incoming

    def _unsigned(self, req: AsyncBoltRequest) -> BoltResponse | None:
        """The refusal of what Slack did not sign, signed long ago, or sent before; None for the rest."""
        if req.mode != "http":
            return None
        signature = req.headers.get("x-slack-signature", ("",))[0]
        stamp = req.headers.get("x-slack-request-timestamp", ("",))[0]
        try:
            valid = self._verifier is not None and self._verifier.is_valid(req.raw_body, stamp, signature)
        except (TypeError, ValueError):  # a stamp that is no number, a signature that is no ASCII
            valid = False
        if not valid:
            self._log.warning("slack.unsigned")
            return BoltResponse(status=401, body={"error": "invalid request"})
        if not self._heard.first_time(signature, self._time.now()):
            self._log.info("slack.replayed")
            return BoltResponse(status=_OK, body="")
        return None


def _read(body: Body) -> Incoming | None:
    """Who asks and where; None for what is nobody's question.

    Raises:
        Malformed: Slack would not send it.

    """
    kind = kind_of(body)
    if kind == "command":
        return read.command(body)
    if kind == "event":
        return _event(body)
    if kind == "other":
        if not isinstance(body.get("type"), str):
            raise Malformed("type")
        return None
    return read.interaction(body)


def _event(body: Body) -> Incoming | None:
    event: Any = body.get("event")
    if not isinstance(event, Mapping):
        raise Malformed("event")
    kind, subtype = (read.text_at(event, name, needed=False) for name in ("type", "subtype"))
    if kind in _OF_THE_BOT:
        return Incoming("event", Person(read.text_at(body, "team_id"), ""))
    if event.get("bot_id") or subtype not in _OF_A_PERSON:
        return None  # our own words, an edit, a removal
    if kind == "message" and event.get("channel_type") != "im":
        return None
    return read.event(body)


def _refusal(incoming: Incoming) -> BoltResponse:
    """The polite no, where an answer to the request can carry it; there is no token to say it elsewhere."""
    match incoming.kind:
        case "command":
            said = {"response_type": "ephemeral", "replace_original": False, "text": other_team()}
            return BoltResponse(status=_OK, body=said)
        case "submission":
            return BoltResponse(status=_OK, body={"response_action": "update", "view": notice(other_team())})
        case "suggestion":
            return BoltResponse(status=_OK, body={"options": []})
        case _:
            return BoltResponse(status=_OK, body="")
