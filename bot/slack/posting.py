"""Posts digests by the Web API, once each: what Slack says becomes an outcome, and nothing is tried twice here."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from http.client import HTTPException
from typing import Any, Final
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.digest.outcome import Absent, Closed, Found, Refused, Slow, Unreached, Unsure, Unwelcome

__all__ = ["EVENT", "WebPost", "client_id"]

EVENT: Final = "bbt_digest"
_SPACE: Final = uuid.UUID("6f1a2c54-9c1e-5d0b-8a43-7b62d0c1e9aa")
_TOO_MANY: Final = 429
_PATIENCE: Final = 30  # seconds, when Slack does not say how long
_PAGES: Final = 10
_FORMS: Final = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "too_many_attachments"}
)
_CLOSED: Final = frozenset({"missing_scope", "not_in_channel", "channel_not_found", "no_permission", "access_denied"})
# Answers after which it is certain that nothing was posted, nor will be before somebody does something.
_UNWELCOME: Final = frozenset(
    {
        *("not_in_channel", "channel_not_found", "account_inactive", "is_archived", "user_not_found", "user_disabled"),
        *("cannot_dm_bot", "messages_tab_disabled", "restricted_action", "token_revoked", "invalid_auth", "not_authed"),
        *("no_permission", "missing_scope", "org_login_required", "team_access_not_granted", "access_denied"),
    }
)


def client_id(key: str) -> str:
    """The id a client gives a message: the same for each attempt, though Slack promises nothing about it."""
    return str(uuid.uuid5(_SPACE, key))


class WebPost:
    """Slack by its Web API, from a thread that may wait."""

    def __init__(self, token: str, address: str | None, seconds: int, proxy: str | None = None) -> None:
        more: dict[str, Any] = {} if address is None else {"base_url": address.rstrip("/") + "/"}
        # No retries behind our back: the library's own would repeat a post after a broken connection.
        self._client = WebClient(token, timeout=seconds, retry_handlers=[], proxy=proxy, **more)

    def post(
        self, channel: str, key: str, payload: Mapping[str, Any]
    ) -> Found | Slow | Refused | Unwelcome | Unreached | Unsure:
        """See Post.post."""
        body = {
            **payload,
            "channel": channel,
            "client_msg_id": client_id(key),
            "metadata": {"event_type": EVENT, "event_payload": {"key": key}},
            "unfurl_links": False,
            "unfurl_media": False,
        }
        try:
            said = self._client.api_call("chat.postMessage", json=body)
        except SlackApiError as error:
            word = str(error.response.get("error", ""))
            if word in _FORMS:
                return Refused(word)
            return _fault(error)
        except URLError as error:
            if isinstance(error.reason, ConnectionRefusedError):
                return Unreached("refused")
            return Unsure(type(error.reason).__name__)
        except (SlackClientError, HTTPException, OSError) as error:
            return Unsure(type(error).__name__)
        return Found(str(said.get("ts", "")))

    def find(self, channel: str, key: str, since: datetime) -> Found | Absent | Closed | Slow | Unsure | Unwelcome:
        """See Post.find."""
        cursor = ""
        for _ in range(_PAGES):
            asked: dict[str, Any] = {
                "channel": channel,
                "oldest": f"{since.timestamp():.6f}",
                "include_all_metadata": True,
                "limit": 200,
            }
            if cursor:
                asked["cursor"] = cursor
            try:
                said = self._client.api_call("conversations.history", params=asked)
            except SlackApiError as error:
                if str(error.response.get("error", "")) in _CLOSED:
                    return Closed()
                return _fault(error)
            except (SlackClientError, URLError, HTTPException, OSError) as error:
                return Unsure(type(error).__name__)
            for message in said.get("messages") or ():
                if _key(message) == key:
                    return Found(str(message.get("ts", "")))
            cursor = str((said.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return Absent()
        return Unsure("history is too long")

    def open(self, user: str) -> str | Slow | Unsure | Unwelcome:
        """See Post.open."""
        try:
            said = self._client.api_call("conversations.open", json={"users": user})
        except SlackApiError as error:
            return _fault(error)
        except (SlackClientError, URLError, HTTPException, OSError) as error:
            return Unsure(type(error).__name__)
        channel = said.get("channel") or {}
        return str(channel["id"]) if channel.get("id") else Unsure("no conversation")


def _key(message: object) -> str:
    metadata = message.get("metadata") if isinstance(message, Mapping) else None
    payload = metadata.get("event_payload") if isinstance(metadata, Mapping) else None
    return str(payload.get("key", "")) if isinstance(payload, Mapping) else ""


def _fault(error: SlackApiError) -> Slow | Unwelcome | Unsure:
    """What an answer that is no success says; anything Slack does not state clearly is unsure."""
    response = error.response
    word = str(response.get("error", "")) if isinstance(response.data, dict) else ""
    if response.status_code == _TOO_MANY or word in {"ratelimited", "rate_limited"}:
        after = response.headers.get("Retry-After") or response.headers.get("retry-after") or ""
        after = after[0] if isinstance(after, list) else after
        return Slow(int(after) if str(after).isdigit() else _PATIENCE)
    if word in _UNWELCOME:
        return Unwelcome(word)
    return Unsure(word or f"status {response.status_code}")
