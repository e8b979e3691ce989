"""Which files the house rules look at; it judges none of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

__all__ = ["ROOT", "modules", "texts"]

ROOT = Path(__file__).resolve().parents[2]
# Bytes that are no text, and texts that are not ours to word.
NOT_OURS = {"LICENSE"}
NO_TEXT = {".png", ".ico", ".docx", ".pdf", ".gif"}


def texts() -> list[Path]:
    """Every text file that is or will be under version control, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    paths = [ROOT / name for name in sorted(set(listed)) if name not in NOT_OURS]
    return [path for path in paths if path.is_file() and path.suffix not in NO_TEXT]


def modules(*rooms: str) -> list[Path]:
    """Every Python module in some top-level rooms, sorted."""
    return [path for path in texts() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in rooms]
