"""Makes a data folder of any size out of nothing but a seed; its figures add up, its names are no real ones."""

from __future__ import annotations

import csv
import itertools
import random
import shutil
import string
from pathlib import Path

from budget.store.builtin import builtin_folder

__all__ = ["write_dataset"]

DOCUMENT = """\
id: 2023-proef
title: Proefdocument voor metingen
short: Proef 2023
domain: Proefdomein
date: 2022-10-18
venue: Proefzaal
presenter: Niemand
presenter_roles: [maker van metingen]
base_round: {kind: BA, year: 2022}
draft_round: {kind: BO, year: 2023}
table_step: 1000
address: null
slides:
  - {number: 1, title: "Tabel"}
objectives: []
"""
PLACE = "id name label short level programme parent scope whole objective"
ROWS = f"{PLACE} vak_ba vek_ba vak_delta vek_delta vak_bo vek_bo slide"
OTHER_FILES = {
    "policies.csv": "id;name;lines;slide",
    "reasons.csv": "id;line;part_line;policy;name;short;cause;nature;source_label;million;part_of;slide",
    "actions.csv": "id;name;text;policy;lines;period;is_example;slide",
    "quantities.csv": "action;value;unit;qualifier;slide",
    "statements.csv": "id;line;total;total_unit;change;change_unit;slide",
    "gaps.csv": "check;gap_eur;kind;slide;explanation",
}
ONSETS = "b d f g h k l m n p r s t v w z br dr gr kl kr pl pr sch sl sp st tr vl vr".split()
NUCLEI = "a e i o u aa ee oo ie oe ui ij".split()
CODAS = "l m n r s t k p ng nd rt st".split()
WORDS = 4_000
ISES_EACH = 99  # below one programme


def write_dataset(folder: Path, lines: int, seed: int = 2022) -> list[str]:
    """Write the built-in data and a newer document of so many lines beside it; return the names of its ISEs."""
    shutil.copytree(builtin_folder(), folder, dirs_exist_ok=True)
    place = folder / "2023-proef"
    place.mkdir()
    (place / "document.yaml").write_text(DOCUMENT, encoding="utf-8")
    for name, header in OTHER_FILES.items():
        (place / name).write_text(f"{header}\n", encoding="utf-8")
    chance = random.Random(seed)
    names = _names(chance)
    rows, ise_names = _rows(lines, names, chance)
    with (place / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(ROWS.split())
        writer.writerows(rows)
    return ise_names


def _names(chance: random.Random) -> list[str]:
    """Distinct names of two made-up words, more than anyone needs."""
    words: dict[str, None] = {}
    while len(words) < WORDS:
        syllables = [chance.choice(ONSETS) + chance.choice(NUCLEI) + chance.choice(CODAS) for _ in range(2)]
        words["".join(syllables)] = None
    pairs = itertools.product(words, words)
    chosen = list(itertools.islice(pairs, 0, WORDS * WORDS, 137))
    chance.shuffle(chosen)
    return [f"{first} {second}" for first, second in chosen]


def _rows(lines: int, names: list[str], chance: random.Random) -> tuple[list[list[str]], list[str]]:
    """The rows of a total, its programmes and their ISEs, each the sum of what stands below it."""
    letters = ("".join(three) for three in itertools.product(string.ascii_uppercase, repeat=4))
    left, number = lines - 1, 0
    body: list[list[str]] = []
    ise_names: list[str] = []
    total = [0] * 6
    while left > 1:
        programme, ises = next(letters), []
        total_here = [0] * 6
        for _ in range(min(ISES_EACH, left - 1)):
            six = _six(chance)
            total_here = [one + two for one, two in zip(total_here, six, strict=True)]
            name = names[number]
            number += 1
            ise_names.append(name)
            ises.append(_row(f"ise-{number}", name, "ise", programme, f"prog-{programme.lower()}", six))
        body.append(
            _row(f"prog-{programme.lower()}", f"Programma {programme}", "programme", programme, "proef", total_here)
        )
        body += ises
        total = [one + two for one, two in zip(total, total_here, strict=True)]
        left -= 1 + len(ises)
    return [_row("proef", "Totaal proefdomein", "total", "", "", total), *body], ise_names


def _six(chance: random.Random) -> list[int]:
    """Base, change and draft of both credits, in the order of rows.csv."""
    vak, vek = chance.randrange(1_000, 900_000), chance.randrange(1_000, 900_000)
    vak_delta, vek_delta = chance.randrange(-900, 90_000), chance.randrange(-900, 90_000)
    return [vak, vek, vak_delta, vek_delta, vak + vak_delta, vek + vek_delta]


def _row(id_: str, name: str, level: str, programme: str, parent: str, six: list[int]) -> list[str]:
    label = f"ISE {name}" if level == "ise" else name
    return [id_, name, label, id_, level, programme, parent, "proef", "", "", *map(str, six), "1"]
