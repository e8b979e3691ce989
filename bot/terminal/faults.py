"""What the terminal says when something fails: the place, what was expected, what to do; never a traceback."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from budget.errors import BudgetError, DataError, ReconcileError
from budget.money import count, thousands

__all__ = ["expected_fault", "unexpected_fault"]

PROBLEMS = {
    "missing": "bestaat niet",
    "unreadable": "kan niet gelezen worden",
    "encoding": "is geen UTF-8",
    "syntax": "heeft een fout in de opbouw",
    "column": "heeft niet de juiste kolommen",
    "value": "bevat een waarde die niet kan",
    "reference": "verwijst naar iets wat niet bestaat",
    "duplicate": "bevat iets twee keer",
    "empty": "is leeg",
}
LONGEST = 200


def expected_fault(error: BudgetError) -> str:
    """An error of the data in Dutch, with the place and the next step."""
    if isinstance(error, DataError):
        return _data_fault(error)
    if isinstance(error, ReconcileError):
        return _reconcile_fault(error)
    return "De gegevens kunnen niet gebruikt worden."


def _data_fault(error: DataError) -> str:
    problem = PROBLEMS.get(error.problem, "is niet bruikbaar")
    place = f"{error.file}, regel {error.line}," if error.line is not None else error.file
    said = [f"Het gegevensbestand {_shown(place)} {problem}."]
    if error.problem == "missing" and "*" in error.expected:
        said = [f"In de map {_shown(place)} staat geen document, of ze bestaat niet."]
    if error.found:
        said.append(f"  Gevonden: {_shown(error.found)}")
    if error.expected:
        said.append(f"  Verwacht: {_expected(error.expected)}")
    todo = (
        "zet het bestand op die plaats, of laat BBT_DATA naar de juiste map wijzen"
        if error.problem == "missing"
        else "verbeter die plaats in het bestand en stel de vraag opnieuw; docs/data.md beschrijft elk bestand"
    )
    return "\n".join((*said, f"  Wat te doen: {todo}."))


def _expected(fact: str) -> str:
    # A value without an example of its own comes with the English words of the library that read it.
    return "een waarde zoals docs/data.md ze beschrijft" if " should " in fact else _shown(fact)


def _reconcile_fault(error: ReconcileError) -> str:
    place = f"{_shown(error.file)}, rij {_shown(error.row)} (controle {_shown(error.check)})"
    return f"""\
De cijfers spreken elkaar tegen in {place}.
  Verwacht: {thousands(error.expected_eur)} duizend euro
  Gevonden: {thousands(error.found_eur)} duizend euro
  Verschil: {thousands(error.gap_eur, sign=True)} duizend euro ({count(error.gap_eur)} euro)
  Wat te doen: vergelijk die rij met het document en verbeter ze. Klopt de rij, zet het verschil dan met uitleg in
  gaps.csv."""


def _shown(fact: str) -> str:
    text = "".join(mark if mark.isprintable() else " " for mark in fact).strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def unexpected_fault(error: Exception) -> str:
    """A sentence with a short reference; the traceback goes under that reference to a log in the cache folder."""
    reference = os.urandom(3).hex()
    said = f"Er liep iets mis in bbt zelf (referentie {reference}). Meld dit met de opdracht die je gaf"
    log = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bbt" / "faults.log"
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    # A traceback shows code, not values: no question comes in the log but what an error itself quotes.
    entry = f"{when} {reference}\n{''.join(traceback.format_exception(error))}\n"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(entry)
    except OSError:
        return f"{said}."
    return f"{said}; details: {log}"
