"""The page of a checked text: each claim marked in its verdict's colour and sign, its explanation beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

from bot.replies.check import explained, summary
from bot.replies.verdicts import verdict_name
from budget.claims.model import Claim, Verdict
from budget.model import Explanation

__all__ = ["page"]

# A sign and a kind of line beside each colour (Okabe and Ito's palette): a colour alone says nothing to everyone.
_SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.TRUE: "✓",
        Verdict.APPROX: "≈",
        Verdict.HALF: "½",
        Verdict.FALSE: "✗",
        Verdict.UNCHECKABLE: "?",
    }
)
_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff; margin: 2rem auto; max-width: 72rem;
  padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; list-style: none; padding: 0; margin: 1rem 0 1.5rem; }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; break-inside: avoid; }
.said { margin: .3rem 0; overflow-wrap: anywhere; }
.time { color: #555; font-variant-numeric: tabular-nums; margin-right: .75rem; }
.why { margin: .3rem 0; padding: 0; list-style: none; font-size: .875rem; }
.why li { border-left: 4px solid; padding: 0 0 0 .75rem; margin-bottom: .6rem; overflow-wrap: anywhere; }
.why b { display: block; }
mark { background: var(--tint); color: inherit; border-bottom: 3px var(--line) var(--ink); padding: .05em 0; }
mark sup { font-weight: 700; margin-left: .15em; }
.true { --ink: #00694e; --tint: #dff3ec; --line: solid; }
.approx { --ink: #0b6a9c; --tint: #e3f1fa; --line: double; }
.half { --ink: #8a5a00; --tint: #fbefd5; --line: dashed; }
.false { --ink: #a83c00; --tint: #fbe3d8; --line: solid; }
.uncheckable { --ink: #595959; --tint: #eeeeee; --line: dotted; }
.why li, .legend li { border-color: var(--ink); }
.why b, .legend b { color: var(--ink); }
footer { margin-top: 2rem; font-size: .875rem; color: #555; }
@media (max-width: 45rem) { .row { grid-template-columns: 1fr; } .why { margin-left: 1rem; } }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } mark { print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } }
"""


def page(text: str, times: tuple[str, ...], claims: Sequence[Claim], explanation: Explanation) -> str:
    """One self-contained HTML page; `times` holds the start of each line, or is empty.

    Nothing of the text can become markup, and the page asks for nothing from elsewhere.
    """
    lines = text.split("\n")
    here: dict[int, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(claims, 1):
        here.setdefault(claim.place.line, []).append((number, claim))
    rows = "\n".join(
        _row(line, times[place - 1] if times else "", here.get(place, []), explanation)
        for place, line in enumerate(lines, 1)
        if line.strip()
    )
    document = explanation.document
    legend = "".join(
        f'<li class="{verdict.value}"><b>{_SIGNS[verdict]} {verdict_name(verdict)}</b></li>' for verdict in Verdict
    )
    return f"""<!DOCTYPE html>
<html lang="nl-BE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Nagekeken tekst</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>Nagekeken tekst</h1>
<p>{escape(summary(claims))}</p>
<ul class="legend">{legend}</ul>
<main>
{rows}
</main>
<footer>Nagekeken tegen {escape(document.title)} ({document.date.day}/{document.date.month}/{document.date.year}). \
Bedragen zijn VAK in {escape(document.draft_round.label)}, tenzij er iets anders staat.</footer>
</body>
</html>
"""


def _row(line: str, time: str, claims: list[tuple[int, Claim]], explanation: Explanation) -> str:
    told, at = [], 0
    for number, claim in claims:
        start, end = max(at, claim.place.start), min(len(line), claim.place.end)
        if end <= start:
            continue
        verdict = claim.verdict
        told.append(escape(line[at:start]))
        label = f'<sup aria-label="{escape(verdict_name(verdict))}">{_SIGNS[verdict]}{number}</sup>'
        told.append(f'<mark class="{verdict.value}">{escape(line[start:end])}{label}</mark>')
        at = end
    told.append(escape(line[at:]))
    stamp = f'<span class="time">{escape(time)}</span>' if time else ""
    why = "".join(_why(number, claim, explanation) for number, claim in claims)
    beside = f'<ol class="why">{why}</ol>' if why else "<div></div>"
    return f'<div class="row"><p class="said">{stamp}{"".join(told)}</p>{beside}</div>'


def _why(number: int, claim: Claim, explanation: Explanation) -> str:
    verdict = claim.verdict
    name = f"{number}. {_SIGNS[verdict]} {verdict_name(verdict)}"
    return f'<li class="{verdict.value}"><b>{escape(name)}</b>{escape(explained(claim, explanation))}</li>'
