"""From typed text to one Query: gathers what was asked and lets the rules decide, in one fixed order."""

from __future__ import annotations

from collections.abc import Callable

from bot.grammar.asked import Asked, change_words
from bot.grammar.followup import Last, follow
from bot.grammar.frame import Frame, read
from bot.grammar.rounds import pick_explanation, read_rounds
from bot.grammar.rules import document, lines, numbers, policies, refusals, several, words
from bot.grammar.subjects import read_subjects
from budget.model import Credit, Explanation
from budget.queries import HelpQuery, Query, ReasonCode, RefusalQuery
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import LIMIT

__all__ = ["RULES", "parse"]

Rule = Callable[[Asked], Query | None]

RULES: tuple[Rule, ...] = (
    refusals.not_a_question,
    words.commands,
    refusals.foreign_subject,
    refusals.unknown_words,
    numbers.contradiction,
    words.glossary,
    refusals.foreign_credit,
    refusals.foreign_round,
    lines.clash,
    lines.branch_alone,
    numbers.arithmetic,
    lines.rest,
    several.share,
    several.total_of,
    lines.credits_compared,
    several.rank,
    policies.policy,
    lines.nature,
    numbers.lookup,
    several.structure,
    document.where_it_stands,
    document.about_document,
    policies.kindred,
    policies.actions,
    lines.undecided_year,
    lines.reason,
    several.compare,
    lines.figure,
)
"""Every rule in the order it is asked; the first that gives a query decides. What rules out comes before what answers."""


def parse(text: str, lexicon: Lexicon, last: Last | None = None) -> Query:
    """Read one typed question; `last` is what the conversation was about, for "en in VEK?".

    Never fails: what is not understood is a RefusalQuery, nothing typed a HelpQuery. Linear in the text's length.
    """
    if len(text) > LIMIT:
        return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", kind="too_long")
    frame = read(text, lexicon)
    asked = gather(frame, lexicon)
    if last is not None:
        asked = follow(asked, last)
    for rule in RULES:
        query = rule(asked)
        if query is not None:
            return query
    if not asked.frame.words:
        return HelpQuery()
    return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", document=asked.document)


def gather(frame: Frame, lexicon: Lexicon) -> Asked:
    """Gather what every rule looks at."""
    catalog = lexicon.catalog
    explanation = pick_explanation(frame, catalog)
    change, firm, direction = change_words(frame)
    percent = frame.has("measure", "pct")
    apart = "share" in frame.marks or (percent and "total" in frame.marks)
    subjects = read_subjects(frame, explanation, apart_over_in=apart)
    chosen, reasons = _policies(frame, explanation)
    credit = frame.marks.get("credit")
    return Asked(
        frame=frame,
        lexicon=lexicon,
        explanation=explanation,
        document=explanation.document.id if len(catalog.explanations) > 1 else None,
        subjects=subjects,
        policies=chosen,
        reasons=reasons,
        rounds=read_rounds(frame, explanation),
        credit=Credit(next(iter(credit))) if credit is not None and len(credit) == 1 else None,
        both_credits=credit is not None and len(credit) > 1,
        change=change,
        firm_change=firm,
        percent=percent,
        direction=direction,
    )


def _policies(frame: Frame, explanation: Explanation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the policies and single reasons named, in the order of the text; a named reason brings its policy."""
    chosen: dict[str, None] = {}
    reasons: dict[str, None] = {}
    for hit in frame.names:
        if hit.kind == "policy":
            chosen.update((one, None) for one in hit.targets if one in explanation.policies)
        elif hit.kind == "reason":
            found = [one for one in hit.targets if one in explanation.reasons]
            reasons.update((one, None) for one in found)
            chosen.update((explanation.reasons[one].policy, None) for one in found)
    if reasons:
        # "LBO zorgkrediet": the policy beside a reason only says where it belongs.
        owners = {explanation.reasons[one].policy for one in reasons}
        chosen = {one: None for one in chosen if one in owners} or chosen
    return tuple(chosen), tuple(reasons)


