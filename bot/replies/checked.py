"""Replies on a text that was checked in a conversation: the verdicts first, then why, then the sources together."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.check import explained, summary, told
from bot.replies.echo import echo
from bot.replies.model import Items, Paragraph, Reply
from bot.replies.naming import opening
from bot.replies.provenance import context, document_line, source_lines
from bot.replies.verdicts import verdict_name
from budget.claims.model import Claim, Verdict
from budget.model import Explanation

__all__ = ["checked_reply", "nothing_to_check"]

_MOST = 30  # claims one message can carry; more are in the terminal's page
_EMPTY = "Er is niets om na te kijken. Typ een zin achter “check”, zoals: check loopbanen stijgt met 57,7 miljoen."


def nothing_to_check() -> Reply:
    """What is said when no text was given."""
    return Reply("help", _EMPTY)


def checked_reply(claims: Sequence[Claim], explanation: Explanation) -> Reply:
    """The verdicts on a text: one claim as a sentence, several as a list under the count of each verdict."""
    decided = any(one.verdict is not Verdict.UNCHECKABLE for one in claims)
    cited = dict.fromkeys(source for one in claims for source in one.sources)
    sources = source_lines(tuple(sorted(cited, key=lambda source: source.slide.number)))
    shown = claims[:_MOST]
    notes = (f"Alleen de eerste {_MOST} staan hier.",) if len(claims) > _MOST else ()
    scopes = {explanation.lines[one].scope for claim in claims for one in claim.subjects}
    single = claims[0] if len(claims) == 1 else None
    if single is not None:
        headline = f"{opening(verdict_name(single.verdict))}: “{echo(single.place.quote)}”."
        parts: tuple[Paragraph | Items, ...] = (Paragraph(told(single, explanation)),)
    else:
        headline = summary(claims)
        parts = (Items("Per bewering", tuple(_row(one, explanation) for one in shown)),) if claims else ()
    return Reply(
        "ok" if decided else "no_data",
        headline,
        parts,
        notes,
        context(explanation.document, scopes.pop()) if len(scopes) == 1 and decided else "",
        sources or (document_line(explanation.document),),
        f"{headline} {explained(single, explanation)}" if single is not None and decided else "",
    )


def _row(claim: Claim, explanation: Explanation) -> tuple[str, str, int]:
    return (opening(verdict_name(claim.verdict)), f"“{echo(claim.place.quote)}”. {told(claim, explanation)}", 0)
