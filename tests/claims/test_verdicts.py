"""The sentences and debates in the files beside this one, with the verdicts their claims must get."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from budget.claims.check import check
from budget.claims.model import Verdict

FOLDER = Path(__file__).parent
LETTERS = {verdict.value[0]: verdict for verdict in Verdict}
SENTENCES = yaml.safe_load((FOLDER / "verdicts.yaml").read_text(encoding="utf-8"))
MARKED = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
# Lines of the debates the checker does not hear as it should, by file and line; it shrinks, it never grows.
MISHEARD = {("debate-1", 24), ("debate-1", 55), ("debate-1", 59), ("debate-2", 6), ("debate-2", 52)}


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one["says"][:60])
def test_a_sentence_gets_its_verdicts(house, one):
    assert "".join(claim.verdict.value[0] for claim in check(one["says"], house.lexicon)) == one["verdicts"]


def debate(name):
    """The text of a debate without its marks, and (line, start, end, verdicts) of each claim marked in it."""
    lines, marked = [], []
    for number, line in enumerate((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n"), 1):
        plain, at = "", 0
        for found in MARKED.finditer(line):
            plain += line[at : found.start()]
            marked.append((number, len(plain), len(plain) + len(found[1]), found[2].rstrip("?")))
            plain += found[1]
            at = found.end()
        lines.append(plain + line[at:])
    return "\n".join(lines), marked


@pytest.mark.parametrize("name", ["debate-1", "debate-2"])
def test_in_a_debate_every_claim_is_found_and_judged_and_nothing_else(house, name):
    text, marked = debate(name)
    claims = check(text, house.lexicon)
    lines = text.split("\n")
    wrong = []
    for number, start, end, verdicts in marked:
        here = [one for one in claims if one.place.line == number and one.place.start < end and one.place.end > start]
        if not any(one.verdict.value[0] in verdicts for one in here):
            wrong.append((name, number))
    assert [one for one in wrong if one not in MISHEARD] == []
    for one in claims:
        assert lines[one.place.line - 1][one.place.start : one.place.end] == one.place.quote.split("\n")[0]
        owner = [m for m in marked if m[0] == one.place.line and one.place.start < m[2] and one.place.end > m[1]]
        assert owner or (name, one.place.line) in MISHEARD, f"a verdict on a distractor: {one.place}"
        if one.verdict is Verdict.TRUE:
            assert any("t" in verdicts for *_, verdicts in owner), f"a false klopt: {one.place}"


def test_the_marks_of_the_debates_are_letters_of_verdicts():
    assert {letter for name in ("debate-1", "debate-2") for *_, found in debate(name)[1] for letter in found} <= set(
        LETTERS
    )
