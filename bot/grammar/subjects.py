"""Puts the names of a text together into subjects: which lines, in which order, each narrowed by what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.grammar.frame import Frame, Hit
from budget.model import Explanation, Level
from budget.resolve.lines import Candidates, narrow, part_of, plain

__all__ = ["Subject", "read_subjects"]

# Words over which two names still belong together: "activering in de sociale economie".
_JOINERS = frozenset(
    "in de het van bij voor binnen programma progr prog ise luik kant deel onder uit op part gedeelte tak den haar zijn hun".split()
)
# Words that part names that are asked side by side, each of which may share a qualifier: "activering en competenties VDAB".
_AND = frozenset({"en", "of", ",", "&", "+", "plus", "alsook", "noch"})
_APART = _AND | frozenset(
    "vs versus tegenover tov met dan naar min minus terwijl maar zonder exclusief excl buiten behalve".split()
)
_WITHOUT = frozenset({"zonder", "exclusief", "excl", "buiten", "behalve", "min", "minus"})
_WITH = frozenset({"inclusief", "incl", "met"})

# "je" and "ja" are programmes and ordinary words; these tell them apart.
_PROGRAMME_BEFORE = frozenset(
    "programma progr prog delta vak vek budget budgetten begroting waarom reden stijging daling groei stijgt daalt bij voor naar in "
    "van van; tussen aandeel en of vs tegenover versus vergelijk procent % ba bo krediet middelen onder".split()
)
_PRONOUN_BEFORE = frozenset(
    "kan kun kon wil zou heb had ben weet vind denk geef zie ga moet mag doe zeg laat krijg als dat of wat hoe die zal kunt kende ken "
    "bedoel schat hoop help stuur geloof toon".split()
)
_PRONOUN_AFTER = frozenset("me mij ons eens even eventjes snel vlug aub mijn dat het zeggen geven tonen".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing asked about: the lines it may be, the words it was heard as, and where they stand.

    `clash` is set when the words beside it contradict it ("loopbanen van de VDAB"): no line fits then, `candidates`
    holds what was named. `without` marks a subject that is to be left out ("zonder VDAB").
    """

    candidates: Candidates
    heard: str
    first: int
    end: int
    named_ambiguous: bool = False
    clash: tuple[str, ...] = ()
    without: bool = False

    @property
    def line(self) -> str:
        """The line it is, when there is no doubt."""
        return self.candidates[0]

    @property
    def ambiguous(self) -> bool:
        """Whether more than one line fits."""
        return len(self.candidates) > 1


@dataclass(slots=True)
class _Group:
    """Names that belong together while they are being collected."""

    core: Hit | None
    heads: list[str]  # part-table heads beside it: "vdab"
    above: list[str]  # programmes, totals, objectives and branches beside it
    first: int
    end: int
    parted: str = ""  # the word that parts it from the group before
    without: bool = False


def read_subjects(frame: Frame, explanation: Explanation, *, apart_over_in: bool = False) -> tuple[Subject, ...]:
    """Give the subjects of a text in order; with `apart_over_in` "X in Y" are two (a share), else Y narrows X."""
    hits = [hit for hit in frame.names if hit.kind in {"line", "branch"} and not _is_pronoun(hit, frame)]
    if not hits:
        return ()
    groups = _collect(hits, frame, explanation, apart_over_in=apart_over_in)
    _share_qualifiers(groups, explanation)
    subjects: list[Subject] = []
    for group in groups:
        subject = _settle(group, frame, explanation)
        if subject is not None and all(subject.candidates != one.candidates for one in subjects):
            subjects.append(subject)
    return tuple(subjects)


def _is_pronoun(hit: Hit, frame: Frame) -> bool:
    """Whether "je" or "ja" is the ordinary word: capitals and the words around it decide."""
    if hit.end - hit.first != 1 or frame.words[hit.first] not in {"je", "ja"}:
        return False
    before, after = frame.word(hit.first - 1), frame.word(hit.end)
    if before in {"programma", "progr", "prog"} or {before, after} & {"ja", "jb", "jd", "jf", "je"} - {
        frame.words[hit.first]
    }:
        return False
    if frame.typed(hit.first).isupper() and not frame.folded.isupper():
        return False
    if after in _PRONOUN_AFTER or before in _PRONOUN_BEFORE - {"of"}:
        return True
    others = any(one.kind in {"line", "policy", "reason"} and one is not hit for one in frame.names)
    if frame.words[hit.first] == "ja" and hit.first == 0 and (after == "," or others):
        return True
    if not others:
        return before not in _PROGRAMME_BEFORE and hit.first > 0 and not before[0].isdigit()
    neighbours = {frame.word(hit.first - 2), frame.word(hit.end + 1)}
    if before in {"en", "of", "vs", "tegenover", "versus", "met", "dan"} or after in {
        "en",
        "of",
        "vs",
        "tegenover",
        "versus",
        "met",
    }:
        return not neighbours & {"ja", "jb", "jd", "jf", "je"} and before not in {
            "en",
            "vs",
            "tegenover",
            "versus",
            "met",
        }
    return before not in _PROGRAMME_BEFORE or before in {"voor", "van"}


def _collect(hits: list[Hit], frame: Frame, explanation: Explanation, *, apart_over_in: bool) -> list[_Group]:
    lines = explanation.lines
    groups: list[_Group] = []
    for hit in hits:
        between = frame.words[groups[-1].end : hit.first] if groups else []
        joined = bool(groups) and all(word in _JOINERS or word == "%" for word in between)
        if (
            joined
            and apart_over_in
            and any(word in {"in", "van", "binnen", "bij", "voor", "onder", "op"} for word in between)
        ):
            joined = False
        is_above = hit.kind == "branch" or all(lines[one].level is not Level.ISE for one in hit.targets if one in lines)
        if joined and _belongs(groups[-1], hit, explanation, is_above=is_above):
            _add(groups[-1], hit, explanation, is_above=is_above)
        else:
            group = _Group(None, [], [], hit.first, hit.end, next((word for word in between if word in _APART), ""))
            group.without = any(word in _WITHOUT for word in between)
            _add(group, hit, explanation, is_above=is_above)
            groups.append(group)
    return groups


def _belongs(group: _Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> bool:
    """Whether a name can narrow, or be narrowed by, the group it stands beside."""
    lines = explanation.lines
    if group.core is not None:
        if not is_above:
            return False
        if hit.kind == "branch":
            return True
        head = lines[hit.targets[0]]
        # A programme beside a programme is another subject; a table head beside one narrows it.
        return not (lines[group.core.targets[0]].level is head.level and head.level is not Level.TOTAL)
    if not is_above:
        return True
    level = lines[hit.targets[0]].level
    return all(lines[one.lstrip("~")].level is not level for one in group.above + group.heads)


def _add(group: _Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> None:
    group.end = hit.end
    line = explanation.lines.get(hit.targets[0])
    if not is_above and group.core is None:
        group.core = hit
    elif line is not None and hit.kind == "line" and line.level is Level.TOTAL and line.id != explanation.total.id:
        group.heads.append(line.id)
    else:
        group.above.append(hit.targets[0] if hit.kind == "line" else f"~{hit.targets[0]}")


def _share_qualifiers(groups: list[_Group], explanation: Explanation) -> None:
    """Let side-by-side names share what narrows one of them: "activering werk en SE", "activering en competenties VDAB"."""
    for left, right in zip(groups, groups[1:], strict=False):
        if right.parted not in _AND:
            if not (right.core is None and right.parted in _APART):
                continue
        if left.core is not None and right.core is None and right.above and not right.heads and not right.without:
            ambiguous = len(plain(left.core.targets, explanation)) > 1
            if ambiguous and (left.above or right.above[0].startswith("~")):
                right.core = left.core
        elif left.core is not None and right.core is not None and right.parted in _AND:
            for one, other in ((left, right), (right, left)):
                if one.heads and not other.heads and not other.above:
                    if part_of(other.core.targets, one.heads[0], explanation):  # type: ignore[union-attr]
                        other.heads = list(one.heads)


def _settle(group: _Group, frame: Frame, explanation: Explanation) -> Subject | None:
    """Turn a group into a subject; None for a branch word alone ("werk"), which names nothing."""
    lines = explanation.lines
    heard = " ".join(frame.words[group.first : group.end])
    above = [one.lstrip("~") for one in group.above]
    spoken = [one for one in group.above if not one.startswith("~")]

    def subject(candidates: Candidates, *, ambiguous: bool = False, clash: tuple[str, ...] = ()) -> Subject:
        return Subject(candidates, heard, group.first, group.end, ambiguous, clash, group.without)

    if group.core is None:
        return _settle_heads(group, spoken, subject, explanation)
    candidates: Candidates = tuple(one for one in group.core.targets if one in lines)
    named_ambiguous = len(plain(candidates, explanation)) > 1
    if group.heads:
        wanted = plain(candidates, explanation)
        parts = part_of(wanted, group.heads[0], explanation)
        if not parts:
            return subject(wanted, clash=(group.heads[0],))
        candidates = parts
    else:
        candidates = plain(candidates, explanation)
    for one in above:
        if lines[one].level is Level.TOTAL:
            continue
        kept = narrow(candidates, lines[one], explanation)
        if not kept and group.heads:
            return subject(candidates, clash=(one,))
        if not kept:
            return subject(candidates, clash=(one,)) if one in spoken else subject(candidates)
        candidates = kept
    return subject(candidates, ambiguous=named_ambiguous)


def _settle_heads(group: _Group, spoken: list[str], subject, explanation: Explanation) -> Subject | None:  # noqa: ANN001
    """Settle a group of programmes, totals and objectives only: the lowest of them, in the table that was named."""
    lines = explanation.lines
    programmes = [one for one in spoken if lines[one].level is not Level.TOTAL]
    if group.heads:
        if not programmes:
            return subject((group.heads[0],))
        parts = part_of((programmes[0],), group.heads[0], explanation)
        return subject(parts) if parts else subject((programmes[0],), clash=(group.heads[0],))
    if programmes:
        return subject((programmes[0],))
    if spoken:
        return subject((spoken[0],))
    return None
