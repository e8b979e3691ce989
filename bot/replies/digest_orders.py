"""What the bot says about the settings of a digest; it carries none of it out."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from bot.digest.model import EVERY_DAY, WORKDAYS, Subscription
from bot.replies.digest import DIGEST, weekday
from bot.replies.echo import echo, echo_without_figures
from bot.replies.model import Button, Items, Reply
from bot.replies.naming import inner, joined

__all__ = [
    "CHOOSE",
    "DAYS",
    "FOLLOWS",
    "HOME_TITLE",
    "HOUR",
    "KEEP",
    "MODAL_TITLE",
    "NO_DAY",
    "NO_HOLIDAYS",
    "ONLY_NEWS",
    "OPTIONS",
    "SETTINGS",
    "TARGET",
    "TO_CHANNEL",
    "TO_ME",
    "WEEKDAYS",
    "WHISPER",
    "again",
    "digest_items",
    "followed",
    "invite",
    "none_yet",
    "off",
    "on_its_way",
    "preview",
    "quiet",
    "same",
    "set_to",
    "status",
    "taken",
    "too_many",
    "unknown",
    "unread",
    "when",
]

WHISPER = "Ik stel je digest in voor dit kanaal."

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
HOME_TITLE = "Je dagelijkse digest"
MODAL_TITLE = "Digest instellen"
SETTINGS = "Instellen"
HOUR = "Uur"
WEEKDAYS = "Dagen"
OPTIONS = "Opties"
ONLY_NEWS = "Alleen op dagen met nieuws"
NO_HOLIDAYS = "Niet op feestdagen"
KEEP = "Bewaar"
FOLLOWS = "Wat je volgt (niets: het geheel)"
CHOOSE = "Kies een onderdeel"
TARGET = "Waar hij komt"
TO_CHANNEL = "In het kanaal waar hij nu komt"
TO_ME = "Alleen bij mij"
NO_DAY = "Kies minstens één dag, of zet de digest uit."

_STATUS = Button("Digest", DIGEST)
_WHAT = (
    ("aan werkdagen 8u15", "zet hem aan, of verandert het uur en de dagen"),
    ("uit", "zet hem uit"),
    ("pauze tot maandag", "laat hem even stil"),
    ("volg loopbanen", "neemt een lijn erin op"),
    ("volg niet vdab", "laat een lijn eruit"),
    ("hier", "stuurt hem naar dit kanaal"),
    ("mij", "stuurt hem naar jou alleen"),
    ("nu", "stuurt er meteen een"),
    ("voorbeeld", "toont hem alleen aan jou"),
    ("alleen bij nieuws", "slaat dagen zonder nieuws over; “ook zonder nieuws” keert dat om"),
    ("niet op feestdagen", "slaat feestdagen over; “ook op feestdagen” keert dat om"),
)


def when(one: Subscription) -> str:
    """Days, hour and place in words: "op werkdagen om 08:30, als privébericht"."""
    if one.weekdays == WORKDAYS:
        days = "op werkdagen"
    elif one.weekdays == EVERY_DAY:
        days = "elke dag"
    else:
        days = f"op {joined([DAYS[each] for each in one.weekdays])}"
    where = "in dit kanaal of het kanaal dat je koos" if one.channel else "als privébericht"
    return f"{days} om {one.at:%H:%M}, {where}"


def _options(one: Subscription, names: tuple[str, ...]) -> tuple[str, ...]:
    notes = [f"Je volgt {joined([inner(name) for name in names])}." if names else "Je volgt nog geen lijn."]
    notes += ["Alleen op dagen met nieuws."] if one.only_news else []
    notes += ["Niet op feestdagen."] if one.skip_holidays else []
    notes.append(f"Tijdzone: {one.zone}.")
    return tuple(notes)


def _steps(one: Subscription) -> tuple[Button, ...]:
    if not one.on:
        return (Button("Zet aan", f"{DIGEST} aan"), Button("Voorbeeld", f"{DIGEST} voorbeeld"))
    return (
        Button("Voorbeeld", f"{DIGEST} voorbeeld"),
        Button("Stuur nu", f"{DIGEST} nu"),
        Button("Pauze een week", f"{DIGEST} pauze een week"),
        Button("Stop", f"{DIGEST} uit"),
    )


def status(one: Subscription | None, names: tuple[str, ...]) -> Reply:
    """How somebody's digest stands, and what can be done with it."""
    if one is None:
        return replace(none_yet(), parts=(digest_items(),))
    if not one.on:
        said = "Je digest staat uit."
    elif one.trouble:
        said = (
            f"Je digest staat stil: Slack weigert hem ({echo(one.trouble)}). Typ “digest aan” om het weer te proberen."
        )
    elif one.paused_until is not None:
        said = f"Je digest komt weer vanaf {weekday(one.paused_until)}, {when(one)}."
    else:
        said = f"Je digest komt {when(one)}."
    return Reply("ok", said, (digest_items(),), _options(one, names), buttons=_steps(one))


def digest_items() -> Items:
    """The orders of the digest as a list."""
    return Items("Typ achter “digest”", tuple([("", f"{text}: {does}", 0) for text, does in _WHAT]))


def set_to(one: Subscription, names: tuple[str, ...], *, first: bool) -> Reply:
    """A setting was kept; how the digest stands now."""
    reply = status(one, names)
    begin = " Bij een eerste digest is er nog niets om mee te vergelijken." if first else ""
    return replace(reply, headline=f"{reply.headline}{begin}", parts=())


def same(one: Subscription, names: tuple[str, ...]) -> Reply:
    """The setting was so already."""
    reply = status(one, names)
    return replace(reply, headline=f"Dat stond al zo. {reply.headline}", parts=())


def off() -> Reply:
    """It stopped; what was set stays."""
    back = Button("Toch weer aan", f"{DIGEST} aan")
    return Reply("ok", "Je digest staat uit. Je instellingen bewaar ik voor als je hem weer aanzet.", buttons=(back,))


def none_yet() -> Reply:
    """There is no digest to change."""
    on = Button("Werkdagen om 08:30", f"{DIGEST} aan")
    said = "Je hebt nog geen dagelijkse digest. Typ “digest aan 08:30” om er een te krijgen."
    return Reply("ok", said, buttons=(on, Button("Voorbeeld", f"{DIGEST} voorbeeld")))


def taken() -> Reply:
    """The channel has a digest already, of somebody else."""
    return Reply(
        "no_data",
        "Dit kanaal krijgt al een digest, ingesteld door iemand anders. Een tweede heb ik niet ingesteld.",
        notes=("Wil je hem voor jezelf? Typ “digest mij”.",),
        buttons=(Button("Voor mij", f"{DIGEST} mij"),),
    )


def invite() -> Reply:
    """The bot is no member of the channel its digest should go to."""
    return Reply(
        "no_data",
        "Ik zit niet in dit kanaal, dus hier kan ik niets bezorgen; er is niets veranderd.",
        notes=("Nodig me uit met /invite en typ dan opnieuw “digest hier”.",),
        buttons=(Button("Voor mij", f"{DIGEST} mij"),),
    )


def followed(name: str, *, wanted: bool, known: bool) -> Reply:
    """A line came in or went out."""
    if wanted:
        said = f"{name} staat nu in je digest." if not known else f"{name} stond al in je digest."
        return Reply("ok", said, buttons=(Button("Niet meer", f"{DIGEST} volg niet {_typed(name)}"), _STATUS))
    said = f"{name} komt niet meer in je digest." if known else f"{name} volgde je niet; die lijn blijft uit je digest."
    return Reply("ok", said, buttons=(Button("Toch volgen", f"{DIGEST} volg {_typed(name)}"), _STATUS))


def quiet(name: str, until: date) -> Reply:
    """A line stays out for a while."""
    undo = Button("Toch volgen", f"{DIGEST} volg {_typed(name)}")
    return Reply("ok", f"{name} blijft uit je digest tot {weekday(until)}.", buttons=(undo, _STATUS))


def _typed(name: str) -> str:
    return " ".join("".join(" " if mark in "():" else mark for mark in inner(name)).split())


def unknown(subject: str, nearest: tuple[str, ...], *, wanted: bool) -> Reply:
    """A subject that is no line, or more than one."""
    verb = "volg" if wanted else "volg niet"
    heard = echo_without_figures(subject)
    said = f"“{heard}” is geen lijn van de begroting; er is niets veranderd."
    if nearest:
        said = f"“{heard}” kan meer dan één lijn zijn; er is nog niets veranderd. Kies welke je bedoelt."
    choices = tuple(Button(name, f"{DIGEST} {verb} {_typed(name)}") for name in nearest)
    notes = () if nearest else ("Typ bijvoorbeeld “digest volg loopbanen”.",)
    return Reply("not_found", said, notes=notes, choices=choices, buttons=(_STATUS,))


def too_many() -> Reply:
    """No more lines fit."""
    return Reply("no_data", "Meer lijnen passen niet in één digest. Laat er eerst een weg met “digest volg niet …”.")


def on_its_way(channel: str) -> Reply:
    """One was asked for now."""
    where = "het kanaal van je digest" if channel else "je privéberichten"
    return Reply("ok", f"Je digest is binnen een minuut onderweg naar {where}.", buttons=(_STATUS,))


def again(*, done: bool) -> Reply:
    """An uncertain one goes again, or there is none such."""
    if done:
        return Reply("ok", "Ik stuur hem opnieuw, binnen een minuut.", buttons=(_STATUS,))
    return Reply("no_data", "Van die dag is er geen digest waarvan ik niet weet of hij aankwam.", buttons=(_STATUS,))


def preview(reply: Reply) -> Reply:
    """A digest that only who asks for it sees, and that counts for nothing."""
    return replace(reply, notes=("Dit is een voorbeeld: alleen jij ziet het.", *reply.notes))


def unread(wanted: str, heard: str) -> Reply:
    """What was not understood, and what to type."""
    shown = echo_without_figures(heard) if wanted in {"subject", "order"} else echo(heard.replace(":", "."))
    quoted = f"“{shown}”" if shown else "Dat"
    match wanted:
        case "time":
            said = f"{quoted} is geen uur. Een uur gaat van 00:00 tot 23:59: typ bijvoorbeeld “digest aan 08:30”."
        case "until":
            said = f"{quoted} is geen dag die ik ken. Typ bijvoorbeeld “digest pauze tot maandag” of “tot 3/12”."
        case "past":
            said = f"{quoted} is al voorbij. Een pauze duurt minstens tot morgen: typ “digest pauze tot maandag”."
        case "subject":
            said = "Wat wil je volgen? Typ bijvoorbeeld “digest volg loopbanen” of “digest volg niet vdab”."
        case _:
            said = f"{quoted} ken ik niet als instelling van de digest. Er is niets veranderd."
    return Reply("not_found", said, (digest_items(),) if wanted == "order" else (), buttons=(_STATUS,))
