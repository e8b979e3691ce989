"""The schema files in data/schema are written from the shapes that read the data, and describe that data."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from budget.store.builtin import builtin_folder
from budget.store.schema import main, schemas


def test_the_schema_files_are_current() -> None:
    folder = builtin_folder() / "schema"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert written == schemas(), "run: python -m budget.store.schema"


def test_the_command_writes_every_schema_file(tmp_path: Path) -> None:
    assert main([str(tmp_path / "schema")]) == 0
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schemas())


@pytest.mark.parametrize("path", sorted((builtin_folder() / "2022-wse").glob("*.csv")), ids=lambda path: path.name)
def test_the_columns_of_a_file_are_the_fields_of_its_schema(path: Path) -> None:
    schema = json.loads(schemas()[f"{path.stem}.json"])
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file, delimiter=";"))
    assert list(schema["properties"]) == header == schema["required"]
    assert schema["additionalProperties"] is False
