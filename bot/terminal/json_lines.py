"""Questions as JSON lines in, answers as JSON lines out, one at a time; a bad line costs only itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from bot.handle import handle, subject_of
from bot.terminal.result import result
from bot.terminal.text import reply_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from bot.replies.model import Reply
    from bot.wiring import House

__all__ = ["LineError", "answer_lines", "payload", "question_of", "record_of", "written"]

NOT_JSON = 'Deze regel is geen JSON. Verwacht: {"id": …, "text": "…"}.'
NOT_TEXT = "Deze regel is geen UTF-8."
NO_OBJECT = 'Deze regel is JSON, maar geen object met "text".'
NO_QUESTION = 'In deze regel ontbreekt "text", of het is geen tekst.'


class LineError(Exception):
    """A line that is no question: its machine code, and its id when that could be read."""

    def __init__(self, code: str, message: str, identity: object = None) -> None:
        super().__init__(code)
        self.code, self.message, self.identity = code, message, identity


def answer_lines(lines: Iterable[bytes], out: TextIO, house: House, *, face: str, over: str | None) -> int:
    """Answer every line as it comes and write it out at once; 0, or 1 when bbt itself failed on a line."""
    code = 0
    for line in lines:
        if not line.strip():
            continue
        identity: object = None
        try:
            identity, text, earlier = question_of(line)
            answered = _answered(identity, text, earlier if earlier is not None else over, house, face)
        except LineError as wrong:
            answered = _failed(wrong.identity, wrong.code, wrong.message)
        except Exception as error:  # noqa: BLE001 - the outer handler of one line: the next lines still count
            from bot.terminal.faults import unexpected_fault

            answered, code = _failed(identity, "internal", unexpected_fault(error)), 1
        out.write(f"{written(answered)}\n")
        out.flush()
    return code


def _answered(identity: object, text: str, over: str | None, house: House, face: str) -> dict[str, object]:
    handled = handle(text, house, None if over is None else subject_of(over, house))
    answered: dict[str, object] = {
        "id": identity,
        "reply": reply_text(handled.reply),
        "result": result(handled.answer),
    }
    if face == "slack":
        answered["payload"] = payload(handled.reply)
    return answered


def payload(reply: Reply) -> object:
    """The message as it would be sent to Slack, in its rich profile."""
    from bot.slack.blocks import message

    return message(reply, profile="rich")


def written(value: object, *, indent: int | None = None) -> str:
    """JSON with the letters as they are; escaped only when they cannot be written in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


def record_of(line: bytes) -> dict[str, object]:
    """The object a line holds; raises LineError for a line that holds none."""
    try:
        # The mark some editors put before the first line is no part of it.
        record = json.loads(line.decode().removeprefix("\ufeff"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise LineError("encoding", NOT_TEXT) from error
    except (ValueError, RecursionError) as error:
        raise LineError("json", NOT_JSON) from error
    if not isinstance(record, dict):
        raise LineError("object", NO_OBJECT)
    return record


def question_of(line: bytes) -> tuple[object, str, str | None]:
    """The id, the text and the earlier question of a line; raises LineError for a line that is none."""
    record = record_of(line)
    identity, text, over = record.get("id"), record.get("text"), record.get("over")
    if not isinstance(text, str) or not (over is None or isinstance(over, str)):
        raise LineError("text", NO_QUESTION, identity)
    return identity, text, over


def _no_number(constant: str) -> NoReturn:
    # NaN and Infinity are no JSON, and an id of NaN could not be written back.
    raise ValueError(constant)


def _failed(identity: object, code: str, message: str) -> dict[str, object]:
    return {"id": identity, "error": {"code": code, "message": message}}
