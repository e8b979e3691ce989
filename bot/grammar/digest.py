"""Reads what is typed behind "digest" ("aan werkdagen 8u15", "pauze tot maandag"); it carries nothing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Final, Literal

from msgspec import Struct

from bot.grammar.digest_words import read_days, read_span, read_time, read_until, strip_words

__all__ = [
    "DIGEST_EXAMPLES",
    "DigestOrder",
    "Follow",
    "Here",
    "Holidays",
    "OnlyNews",
    "Pause",
    "Personal",
    "Preview",
    "Quiet",
    "Resend",
    "SendNow",
    "Show",
    "TurnOff",
    "TurnOn",
    "Unfollow",
    "Unread",
    "read_digest",
]


class Show(Struct, frozen=True):
    """Tell how it stands."""


class TurnOn(Struct, frozen=True):
    """Begin, or change hour and days; None leaves what was."""

    at: time | None = None
    days: tuple[int, ...] | None = None


class TurnOff(Struct, frozen=True):
    """Stop."""


class Pause(Struct, frozen=True):
    """No digest before a date."""

    until: date


class Follow(Struct, frozen=True):
    """A subject that belongs in the digest."""

    subject: str


class Unfollow(Struct, frozen=True):
    """A subject that does not."""

    subject: str


class Quiet(Struct, frozen=True):
    """A subject that stays out before a date."""

    subject: str
    until: date


class Here(Struct, frozen=True):
    """Send it to the conversation in which this is typed."""


class Personal(Struct, frozen=True):
    """Send it to me."""


class SendNow(Struct, frozen=True):
    """Send one now, besides the daily one."""


class Preview(Struct, frozen=True):
    """Show what it would be."""


class OnlyNews(Struct, frozen=True):
    """Whether a day without news gets none."""

    wanted: bool


class Holidays(Struct, frozen=True):
    """Whether holidays get one."""

    wanted: bool


class Resend(Struct, frozen=True):
    """Send again what may not have arrived on a date."""

    day: date


class Unread(Struct, frozen=True):
    """What was not understood, and what it should have been."""

    wanted: Literal["time", "until", "past", "subject", "order"]
    heard: str


DigestOrder = (
    Show
    | TurnOn
    | TurnOff
    | Pause
    | Follow
    | Unfollow
    | Quiet
    | Here
    | Personal
    | SendNow
    | Preview
    | OnlyNews
    | Holidays
    | Resend
    | Unread
)

DIGEST_EXAMPLES: Final[Mapping[type, str]] = {
    TurnOn: "aan werkdagen 8u15",
    TurnOff: "uit",
    Pause: "pauze tot maandag",
    Follow: "volg loopbanen",
    Unfollow: "volg niet vdab",
    Here: "hier",
    Personal: "mij",
    SendNow: "nu",
    Preview: "voorbeeld",
    OnlyNews: "alleen bij nieuws",
    Holidays: "niet op feestdagen",
}
"""Per order a text that gives it, in the order help shows them."""

_WHOLE: Final[Mapping[str, DigestOrder]] = {
    "": Show(),
    "status": Show(),
    "instellingen": Show(),
    "uit": TurnOff(),
    "stop": TurnOff(),
    "af": TurnOff(),
    "hervat": TurnOn(),
    "hier": Here(),
    "in dit kanaal": Here(),
    "mij": Personal(),
    "naar mij": Personal(),
    "nu": SendNow(),
    "stuur nu": SendNow(),
    "voorbeeld": Preview(),
    "toon voorbeeld": Preview(),
    "alleen bij nieuws": OnlyNews(wanted=True),
    "enkel bij nieuws": OnlyNews(wanted=True),
    "altijd": OnlyNews(wanted=False),
    "ook zonder nieuws": OnlyNews(wanted=False),
    "niet op feestdagen": Holidays(wanted=False),
    "geen feestdagen": Holidays(wanted=False),
    "ook op feestdagen": Holidays(wanted=True),
}
_WEEK: Final = timedelta(days=7)


def read_digest(text: str, today: date) -> DigestOrder:
    """Give the order that stands behind "digest"; `today` is the local date, for "tot maandag"."""
    words = " ".join(text.split()).rstrip(" .!?\u2026")
    whole = _WHOLE.get(words.casefold())
    if whole is not None:
        return whole
    verb, _, rest = words.partition(" ")
    reader = _VERBS.get(verb.casefold())
    return reader(rest.strip(), today) if reader is not None else Unread("order", words)


def _on(rest: str, today: date) -> DigestOrder:  # noqa: ARG001 - all readers are called alike
    words = strip_words(rest)
    if not words:
        return TurnOn()
    days, left = read_days(words)
    if not left:
        return TurnOn(None, days)
    at = read_time(left)
    return TurnOn(at, days) if at is not None else Unread("time", " ".join(left))


def _pause(rest: str, today: date) -> DigestOrder:
    words = rest.casefold().split()
    if not words:
        return Unread("until", "")
    span = read_span(words)
    until = today + span if span is not None else read_until(words, today)
    if until is None:
        return Unread("until", rest)
    return Pause(until) if until > today else Unread("past", rest)


def _follow(rest: str, today: date) -> DigestOrder:  # noqa: ARG001
    first, _, subject = rest.partition(" ")
    if first.casefold() == "niet":
        return Unfollow(subject.strip()) if subject.strip() else Unread("subject", "")
    if rest.casefold().endswith(" niet meer"):
        return Unfollow(rest[: -len(" niet meer")].strip())
    return Follow(rest) if rest else Unread("subject", "")


def _unfollow(rest: str, today: date) -> DigestOrder:  # noqa: ARG001
    return Unfollow(rest) if rest else Unread("subject", "")


def _quiet(rest: str, today: date) -> DigestOrder:
    return Quiet(rest, today + _WEEK) if rest else Unread("subject", "")


def _resend(rest: str, today: date) -> DigestOrder:  # noqa: ARG001
    try:
        return Resend(date.fromisoformat(rest))
    except ValueError:
        return Unread("order", f"opnieuw {rest}".strip())


_VERBS: Final[Mapping[str, Callable[[str, date], DigestOrder]]] = {
    "aan": _on,
    "om": _on,
    "pauze": _pause,
    "pauzeer": _pause,
    "volg": _follow,
    "ontvolg": _unfollow,
    "stil": _quiet,
    "opnieuw": _resend,
}
