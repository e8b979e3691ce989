"""Writes data/schema/*.json from the shapes of the data files (python -m budget.store.schema); it reads no data."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from budget.store.builtin import builtin_folder
from budget.store.shapes import (
    ActionRow,
    DocumentFile,
    GapRow,
    GlossaryFile,
    NamesFile,
    PolicyRow,
    QuantityRow,
    ReasonRow,
    RowRow,
    StatementRow,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = ["main", "schemas"]

_FILES: dict[str, type[BaseModel]] = {
    "actions": ActionRow,
    "document": DocumentFile,
    "gaps": GapRow,
    "glossary": GlossaryFile,
    "names": NamesFile,
    "policies": PolicyRow,
    "quantities": QuantityRow,
    "reasons": ReasonRow,
    "rows": RowRow,
    "statements": StatementRow,
}


def schemas() -> dict[str, str]:
    """The text of every schema file by its name; of a CSV file it describes one row, cells being text."""
    found = {}
    for name, shape in _FILES.items():
        body: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
        found[f"{name}.json"] = json.dumps(body, ensure_ascii=False, indent=2) + "\n"
    return found


def main(arguments: list[str]) -> int:
    """Write the schema files into the given folder, or beside the data of this checkout; the exit code."""
    folder = Path(arguments[0]) if arguments else builtin_folder() / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
