"""An answer as a Slack message with the row of what can be done with it; it sends nothing."""

from __future__ import annotations

from typing import Any, Final, Literal

from msgspec import Struct

from bot.grammar.orders import ORDER_EXAMPLES, Follow
from bot.replies import slack_texts as words
from bot.slack.blocks import Profile, message
from bot.slack.blocks.build import BLOCKS
from bot.slack.door import Said
from bot.slack.escape import plain

__all__ = ["CITE", "COMPARE", "DROP", "ORDER", "PICK", "SEARCH", "SHARE", "WRONG", "Dresser", "Payload", "Where"]

Payload = dict[str, Any]
Where = Literal["private", "public", "direct", "view"]

# One listener answers to all of these: the id says what to do, the value is the question it is about.
SHARE: Final = "bbt.share"
COMPARE: Final = "bbt.compare"
CITE: Final = "bbt.cite"
WRONG: Final = "bbt.wrong"
ORDER: Final = "bbt.order"
PICK: Final = "bbt.pick"
SEARCH: Final = "bbt.search"
DROP: Final = "bbt.drop"  # with the number of the button behind it
_LONGEST: Final = 1_900  # characters of a question in a button, with room for a word before it
_VERB: Final = ORDER_EXAMPLES[Follow].split(" ")[0]


class Dresser(Struct, frozen=True):
    """Makes messages; `remarks` is whether somebody reads what users say is wrong."""

    remarks: bool

    def message(self, said: Said, profile: Profile, where: Where) -> Payload:
        """The message of an answer: `text` that alone answers, and at most 50 blocks with the row of tools last."""
        made = message(said.reply, profile=profile)
        blocks: list[Any] = list(made["blocks"])
        tools = self._tools(said, where) if profile != "text" else []
        if tools and len(blocks) < BLOCKS:
            blocks.append({"type": "actions", "elements": tools})
        return {"text": made["text"], "blocks": blocks}

    def _tools(self, said: Said, where: Where) -> list[Payload]:
        question = said.command
        if said.order or len(question) > _LONGEST:
            return []
        if said.reply.status == "help":
            return [] if where == "view" else [_tool(SEARCH, words.SEARCH_TITLE, "zoek")]
        # Where a reading is still to be chosen there is nothing to share yet.
        if not question or said.reply.choices or said.reply.status in {"not_found", "ambiguous"}:
            return []
        answered = said.reply.status != "no_data"  # a refusal has no line to compare and nothing that could change
        tools: list[Payload] = []
        if where == "private":
            tools.append(_tool(SHARE, words.SHARE, question))
        if answered and not said.private and len(said.subjects) == 1 and where != "view":
            tools.append(_tool(COMPARE, words.COMPARE, said.subjects[0]))
        if said.reply.paste and where != "view":
            tools.append(_tool(CITE, words.CITE, question))
        if answered and not said.private:
            tools.append(_tool(ORDER, words.FOLLOW, f"{_VERB} {question}"))
        if self.remarks:
            tools.append(_tool(WRONG, words.WRONG, question))
        return tools


def _tool(action: str, label: str, value: str) -> Payload:
    return {"type": "button", "action_id": action, "text": {"type": "plain_text", "text": label}, "value": plain(value)}
