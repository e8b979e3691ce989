"""A week in the digest of some readers, made from the built-in documents and from changed ones; it holds no test."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from bot.digest.content import Past, tell
from bot.digest.model import Mute, Subscription
from bot.digest.snapshot import snapshot
from budget.model import Round

MONDAY = date(2026, 11, 23)
READER = Subscription(
    "T1", "U1", MONDAY, datetime(2026, 11, 1, tzinfo=UTC), follows=("jd-loopbanen", "jf-competenties", "vdab")
)
SHARED = (("klopt", "Loopbanen stijgt met 57,7 miljoen euro"),)
NOBODY = replace(READER, user="U2", follows=())


def corrected(explanation):
    """The same document with one corrected line and one corrected reason."""
    line = explanation.lines["jd-loopbanen"]
    amounts = replace(
        line.amounts, vak_draft=line.amounts.vak_draft + 1_000_000, vak_delta=line.amounts.vak_delta + 1_000_000
    )
    reason = explanation.reasons["dc-index"]
    higher = replace(reason, amount=replace(reason.amount, eur=reason.amount.eur + 100_000))
    reasons = {**explanation.reasons, reason.id: higher}
    return replace(explanation, lines={**explanation.lines, line.id: replace(line, amounts=amounts)}, reasons=reasons)


def next_year(explanation):
    """Another document, a year later, with every level a tenth higher."""
    document = replace(
        explanation.document,
        id="2023-wse",
        title="Toelichting BBT 2023, Werk en Sociale Economie",
        date=date(2022, 10, 20),
        base_round=Round("BA", 2022),
        draft_round=Round("BO", 2023),
    )
    lines = {}
    for line in explanation.lines.values():
        one = line.amounts
        higher = one.vak_draft // 10_000 * 1_000
        amounts = replace(one, vak_base=one.vak_draft, vak_draft=one.vak_draft + higher, vak_delta=higher)
        lines[line.id] = replace(line, amounts=amounts)
    return replace(explanation, document=document, lines=lines)


def week(explanation):
    """Name of each digest and what it tells."""
    now = snapshot(explanation)
    facts = {}
    told = {}

    def keep(name, one):
        told[name] = one
        facts[one.fact_id] = facts.get(one.fact_id, 0) + 1

    def past(day, figures=now, **more):
        return Past(day, figures, dict(facts), **more)

    def on(step):
        return MONDAY + timedelta(days=step)

    keep("1-first", tell(READER, explanation, Past(), on(0)))
    keep("2-nothing-new", tell(READER, explanation, past(on(0)), on(1)))
    keep("3-corrected", tell(READER, corrected(explanation), past(on(1)), on(2)))
    muted = replace(READER, mutes=(Mute("jd-loopbanen", on(10)),))
    keep("4-muted-and-missed", tell(muted, explanation, past(on(1), missed=(on(2),)), on(3)))
    keep("5-replaced", tell(READER, next_year(explanation), past(on(3)), on(4)))
    channel = replace(READER, channel="C1")
    keep("6-channel-with-verdicts", tell(channel, explanation, past(on(4), verdicts=SHARED), on(5)))
    keep("7-asked", tell(READER, explanation, past(on(5)), on(6), asked=True))
    keep("8-follows-nothing", tell(NOBODY, explanation, Past(), on(0)))
    return told
