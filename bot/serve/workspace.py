"""The one workspace the bot is installed in, by the token of its internal app; it stores no token.

Installing in many workspaces comes later: then another AsyncAuthorize takes this one's place and nothing else changes.
"""

from __future__ import annotations

import asyncio
from typing import Final

import aiohttp
import structlog
from msgspec import Struct
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.serve.health import Part
from bot.serve.settings import is_loopback

__all__ = ["FIRST_WAIT", "HOPELESS", "LONGEST_WAIT", "Identity", "OneWorkspace", "TokenError", "proxied"]

# What Slack says of a token that will never do; anything else may pass.
HOPELESS: Final = frozenset(
    "invalid_auth not_authed account_inactive token_revoked token_expired not_allowed_token_type missing_scope".split()
)
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 60.0

log = structlog.get_logger(__name__)


class TokenError(Exception):
    """Slack does not accept a token; `name` is the setting, `code` what Slack calls it."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{name}: {code}")
        self.name = name
        self.code = code


class Identity(Struct, frozen=True):
    """Who the bot is, as Slack tells it."""

    team: str
    user: str
    bot: str | None


def proxied(api_url: str, proxy: str | None) -> str | None:
    """The proxy by which to reach the Web API; None on this machine, where none is needed."""
    return None if is_loopback(api_url) else proxy


class OneWorkspace(AsyncAuthorize):
    """Gives every request the token of this workspace, without asking Slack each time."""

    def __init__(self, bot_token: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        # Set when the app is made, and the app is made with this: until then nobody is asked.
        self.client = AsyncWebClient()
        self._token = bot_token
        self._result = AuthorizeResult(enterprise_id=None, team_id=None, bot_token=bot_token)
        self.identity: Identity | None = None

    async def __call__(  # noqa: PLR0913 - Bolt's own signature
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002
        enterprise_id: str | None,  # noqa: ARG002
        team_id: str | None,  # noqa: ARG002
        user_id: str | None,  # noqa: ARG002
        actor_enterprise_id: str | None = None,  # noqa: ARG002
        actor_team_id: str | None = None,  # noqa: ARG002
        actor_user_id: str | None = None,  # noqa: ARG002
    ) -> AuthorizeResult:
        """Give the token and who the bot is."""
        return self._result

    async def introduce(self) -> Identity:
        """Ask Slack once who the bot is.

        Raises TokenError for a token Slack does not accept, and what the network raises when Slack is not reached.
        """
        try:
            said = await self.client.auth_test(token=self._token)
        except SlackApiError as error:
            code = str(error.response.get("error", ""))
            if code in HOPELESS:
                raise TokenError("SLACK_BOT_TOKEN", code) from None
            raise
        bot = said.get("bot_id")
        self.identity = Identity(str(said.get("team_id", "")), str(said.get("user_id", "")), bot)
        self._result = AuthorizeResult(
            enterprise_id=said.get("enterprise_id"),
            team_id=self.identity.team,
            bot_user_id=self.identity.user,
            bot_id=bot,
            bot_token=self._token,
        )
        return self.identity

    async def introduce_patiently(self) -> Identity:
        """Keep asking until Slack is reached; commands are answered meanwhile, they need no Web API.

        Raises TokenError for a token Slack does not accept.
        """
        wait = FIRST_WAIT
        while True:
            try:
                return await self.introduce()
            except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
                log.warning("slack_not_reached", error=type(error).__name__, retry_in_s=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def check(self) -> Part:
        """Tell whether Slack was reached; commands are answered without that, so it keeps nobody out."""
        return Part(ready=True, facts={"reached": self.identity is not None})
