"""What the bot uses of Slack, in one place: ways in, events, methods, and the scope each of them needs and why.

Whoever calls a new method or listens to a new event adds it here; a test holds the code to these tables, and the
manifest is made from them. No channel history and no addresses of people are asked for: a cabinet must not let a bot
read along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "APP_SCOPES",
    "CHECK_SHORTCUT",
    "COMMAND",
    "EVENTS",
    "METHODS",
    "NO_SCOPE",
    "SCOPES",
    "SEARCH_SHORTCUT",
    "WAYS_IN",
]

COMMAND: Final = "/bbt"
SEARCH_SHORTCUT: Final = "bbt.search"
CHECK_SHORTCUT: Final = "bbt.check"

NO_SCOPE: Final = ""

# Scope -> why the bot asks for it.
SCOPES: Final[Mapping[str, str]] = {
    "commands": "be asked by /bbt and by the two shortcuts",
    "chat:write": "post an answer where it was asked, and change or remove its own",
    "app_mentions:read": "be asked by a mention, the only way in within a thread besides shortcuts and buttons",
    "im:history": "be asked in a direct message to the bot, and look there whether a digest arrived; reads no other",
    "im:write": "open a direct message, for a digest to one person",
    "users:read": "know the time zone of who asked for a digest; no e-mail addresses",
    "files:write": "deliver all claims of a debate as a file",
    "assistant:write": "suggest first questions in the agent view",
}

# Scope of the app-level token -> why; Socket Mode only, it stands in no manifest.
APP_SCOPES: Final[Mapping[str, str]] = {
    "connections:write": "open the connection over which Slack sends what was asked, without a public address",
}

# Features of the manifest by which people come in -> scope.
WAYS_IN: Final[Mapping[str, str]] = {
    "slash_commands": "commands",
    "shortcuts": "commands",
    "agent_view": "assistant:write",
}

# Event -> scope, NO_SCOPE when it needs none.
EVENTS: Final[Mapping[str, str]] = {
    "app_home_opened": NO_SCOPE,
    "app_mention": "app_mentions:read",
    "app_uninstalled": NO_SCOPE,
    "message.im": "im:history",
    "tokens_revoked": NO_SCOPE,
}

# Web API method -> scope of the bot token, NO_SCOPE when it needs none.
METHODS: Final[Mapping[str, str]] = {
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "auth.test": NO_SCOPE,
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "im:history",
    "conversations.open": "im:write",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "users.info": "users:read",
    "views.open": NO_SCOPE,
    "views.publish": NO_SCOPE,
    "views.push": NO_SCOPE,
    "views.update": NO_SCOPE,
}
