"""A data folder of its own for every test; it holds no test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from budget.store.builtin import builtin_folder

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The built-in document with next to no words, so that it loads in a moment."""
    shutil.copytree(builtin_folder() / "2022-wse", tmp_path / "2022-wse")
    terms = tmp_path / "terms"
    terms.mkdir()
    (terms / "names.yaml").write_text("line:\n  ja: [ja]\n", encoding="utf-8")
    (terms / "vocabulary.yaml").write_text("credit:\n  VAK: [vak]\n", encoding="utf-8")
    (terms / "glossary.yaml").write_text(
        "vak:\n  name: VAK\n  expansion: vastleggingskrediet\n  text: Uitleg.\n  from_source: false\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace a text that stands once in a file of the folder."""

    def replace(file: str, old: str, new: str) -> Path:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return replace
