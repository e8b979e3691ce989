"""Logs on standard error: JSON for machines, lines for a person at a terminal; no token and no question is in them."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING, Final, TextIO

import structlog

if TYPE_CHECKING:
    from structlog.typing import Processor

__all__ = ["configure_logs", "redact"]

OURS: Final = ("bot", "bbt")
# Tokens, the secret part of a response_url, and the ticket of a Socket Mode address.
SECRETS: Final = re.compile(
    r"\b(xox[a-z](?:\.xox[a-z])?-|xapp-)[\w-]+"
    r"|(hooks\.slack\.com/\w+/)[^\s\"'\\]+"
    r"|((?:ticket|token|app_id)=)[^\s&\"'\\]+"
)


def redact(text: str) -> str:
    """The text without what would let a reader in."""
    return SECRETS.sub(lambda found: f"{found[1] or found[2] or found[3]}[...]", text)


def _matters(record: logging.LogRecord) -> bool:
    """Leave out that Bolt saw a token in the environment and does not use it: it was given by other means."""
    return "will be unused" not in str(record.msg) and "will be ignored" not in str(record.msg)


class _Formatter(structlog.stdlib.ProcessorFormatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def configure_logs(level: str = "info", stream: TextIO | None = None) -> None:
    """Send all logs of this process to a stream (standard error by default).

    Below warning only our own loggers speak, unless the level is debug: Slack's libraries log whole request bodies at
    info, and those hold what people asked.
    """
    out = sys.stderr if stream is None else stream
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if out.isatty():
        last.append(structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback))
    else:
        last += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    handler = logging.StreamHandler(out)
    handler.setFormatter(_Formatter(foreign_pre_chain=shared, processors=last))
    handler.addFilter(_matters)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    chosen = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(chosen if chosen == logging.DEBUG else max(chosen, logging.WARNING))
    for name in OURS:
        logging.getLogger(name).setLevel(chosen)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
