"""Words that only share something with what the document announces ("premie", "taal"): the asker picks."""

from __future__ import annotations

from bot.grammar.asked import Asked
from budget.queries import ChoiceQuery, PolicyAspect, PolicyQuery, Query

__all__ = ["kindred", "named_in_part"]


def named_in_part(asked: Asked) -> Query | None:
    """One word alone that is a part of what the document announces ("taal", "opleiding"): that, or a choice of it."""
    frame = asked.frame
    elsewhere = frame.marks.get("elsewhere", {})
    if asked.has_names or not (frame.unknown or elsewhere.keys() == {"count"}):
        return None
    if sum(word[0].isalnum() for word in frame.words) != 1:
        return None
    word = frame.typed(0).lower()  # as typed: what a typing error may stand for is not taken up here
    stems = tuple(one for one in {word, word.removesuffix("en"), word.removesuffix("s")} if len(one) >= _SHORTEST)
    explanation = asked.explanation
    found: list[tuple[str, str]] = []
    for one in explanation.policies.values():
        announced = explanation.policy_actions.get(one.id, ())
        texts = [one.name, *(action.name for action in announced)] if announced else []
        if any(part.startswith(stems) for text in texts for part in text.lower().split()):
            found.append((one.id, one.name))
    if len(found) == 1:
        return PolicyQuery((found[0][0],), aspect=PolicyAspect.WHAT, document=asked.document)
    if not found or len(found) > _MOST:
        return None
    return ChoiceQuery(tuple(found), frame.typed(0), "measure", policies=True, document=asked.document)


_SHORTEST = 4  # letters of a word that can be looked for inside names
_MOST = 5


def kindred(asked: Asked) -> Query | None:
    """A word that several policies share ("premie", "cheques"): the asker picks."""
    aspects = asked.frame.marks.get("aspect", {})
    if asked.has_names or not aspects.keys() & {"premie", "cheque"}:
        return None
    word = "premie" if "premie" in aspects else "cheque"
    explanation = asked.explanation
    options: list[tuple[str, str]] = []
    for one in explanation.policies.values():
        texts = " ".join(
            [
                one.name,
                *(action.text for action in explanation.policy_actions.get(one.id, ())),
                *(reason.name for reason in explanation.policy_reasons.get(one.id, ())),
            ]
        ).lower()
        if word in texts:
            options.append((one.id, one.name))
    if not options:
        return None
    heard = asked.frame.typed(aspects[word])
    return ChoiceQuery(tuple(options), heard, "measure", policies=True, document=asked.document)
