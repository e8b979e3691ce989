"""Reads the bytes of an HTTP request into what Bolt takes, or refuses them; who signed them is judged later.

Bolt's own reading answers a bad body with a 500 and its forms cost a tenth of a request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote_plus

from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_internals import build_async_context
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.slack.access import COMMAND

__all__ = ["ReadRequest", "Refused", "read_headers", "read_request"]

# All that Bolt may see. Its own "lazy" headers are not signed and would let a caller choose what runs.
TYPE, STAMP, SIGNATURE = b"content-type", b"x-slack-request-timestamp", b"x-slack-signature"
KEPT: Final = (TYPE, STAMP, SIGNATURE)
OPTIONAL: Final = (b"x-slack-retry-num", b"x-slack-retry-reason")
SIGNED: Final = re.compile(rb"v0=[0-9a-f]{64}")
LONGEST_STAMP: Final = 12
FORM_TYPE, JSON_TYPE = b"application/x-www-form-urlencoded", b"application/json"
# Slack's forms have some fifteen fields; splitting a megabyte of them is work for nobody.
MOST_FIELDS: Final = 64
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")  # of a sign that JSON writes in two halves, as most emoji are


class Refused(Exception):  # noqa: N818 - a refusal is no error of ours
    """A request that is not answered: the status it gets, and the reason in one word."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class ReadRequest(AsyncBoltRequest):
    """A request whose body is read already; its context, which /bbt does without, is worked out when it is needed."""

    def __init__(self, text: str, body: dict[str, Any], headers: dict[str, str]) -> None:
        # In the place of Bolt's own, which would read the body again.
        self.raw_body = text
        self.body = body
        self.query = {}
        self.headers = {name: [value] for name, value in headers.items()}
        self.content_type = headers["content-type"]
        self.lazy_only = False
        self.lazy_function_name = None
        self.mode = "http"

    @cached_property
    def context(self) -> AsyncBoltContext:  # type: ignore[override]
        """What Bolt reads of the body."""
        return build_async_context(AsyncBoltContext({}), self.body)


def read_headers(raw: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers Bolt needs, each once and of a form that Slack could have sent.

    Raises Refused: 401 when it is not signed at all, 415 for another content type, 400 for the rest.
    """
    found = dict(raw)
    if len(found) != len(raw):
        names = [name for name, _ in raw]
        if any(names.count(name) > 1 for name in KEPT):
            raise Refused(400, "header")
    signature, stamp = found.get(SIGNATURE), found.get(STAMP)
    if not signature or not stamp:
        raise Refused(401, "unsigned")
    if not stamp.isdigit() or len(stamp) > LONGEST_STAMP or not SIGNED.fullmatch(signature):
        raise Refused(400, "header")
    kind = found.get(TYPE, b"").partition(b";")[0].strip().lower()
    if kind not in (FORM_TYPE, JSON_TYPE):
        raise Refused(415, "content-type")
    kept = {
        "content-type": kind.decode(),
        "x-slack-request-timestamp": stamp.decode(),
        "x-slack-signature": signature.decode(),
    }
    for name in OPTIONAL:
        value = found.get(name)
        if value is not None:
            kept[name.decode()] = value.decode("ascii", "replace")
    return kept


def read_request(body: bytes, headers: dict[str, str]) -> AsyncBoltRequest:
    """The request for Bolt; its signature is still to be checked.

    Raises Refused (400) for a body that is no UTF-8, no form, no JSON, or holds nothing to answer.
    """
    try:
        text = body.decode("utf-8")
        # The same test as Bolt's.
        read = _json(text) if text.startswith("{") or headers["content-type"] == "application/json" else _form(text)
        if not isinstance(read, dict) or not read:
            raise Refused(400, "body")
        request = ReadRequest(text, read, headers)
        if read.get("command") != COMMAND:
            request.context  # noqa: B018 - what it cannot be worked out of is refused here
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        raise Refused(400, "body") from None
    return request


def _form(text: str) -> Any:  # noqa: ANN401 - whatever the JSON in it holds
    """The fields of a form, or the JSON of its payload; as in Bolt, the last of two fields with one name counts."""
    pairs = text.split("&", MOST_FIELDS)
    if len(pairs) > MOST_FIELDS:
        raise Refused(400, "fields")
    fields: dict[str, str] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name:
            fields[unquote_plus(name) if "%" in name or "+" in name else name] = (
                unquote_plus(value) if "%" in value or "+" in value else value
            )
    return _json(fields["payload"]) if "payload" in fields else fields


def _json(text: str) -> Any:  # noqa: ANN401 - whatever it holds
    """What stands in a JSON text.

    Raises ValueError for no JSON, and for half a sign: a database, or an answer in UTF-8, cannot take that.
    """
    read = json.loads(text)
    if _HALF.search(text):
        json.dumps(read, ensure_ascii=False).encode()
    return read
