"""Keeps the output shown in the documentation real: `make docs` writes it anew, `make check` only compares.

A fenced block marked `console` holds commands after "$ " and what they print; each is run as a newcomer would. What
stands between the marks `made` comes from the grammar and the commands themselves.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.house.files import ROOT, texts
from tests.house.made import with_made_parts

__all__ = ["main", "renewed", "stale"]

BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write what is stale, or with --check only name it; 1 when something is stale and stays so."""
    old = stale()
    for path, text in old.items():
        print(f"{path.relative_to(ROOT)} shows output that is no longer real: run make docs" if arguments else path)
        if not arguments:
            path.write_text(text, encoding="utf-8")
    return 1 if old and arguments else 0


def stale() -> dict[Path, str]:
    """The documents whose shown output differs from the real one, with their text as it should be."""
    found = {}
    for path in texts():
        if path.suffix == ".md":
            text = path.read_text(encoding="utf-8")
            new = renewed(text)
            if new != text:
                found[path] = new
    return found


def renewed(text: str) -> str:
    """A document with its made parts made anew, and then every command of its console blocks run anew."""
    return BLOCK.sub(lambda block: "".join(map(_shown, _commands(block.group()))), with_made_parts(text))


def _commands(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def _shown(command: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BBT_", "SLACK_"))}
    # The commands of this environment come first, and no setting or .env file of the developer counts.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as elsewhere:
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=elsewhere,
            env={**kept, "PATH": path, "COLUMNS": "80"},  # a wide terminal wraps usage elsewhere
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    return f"$ {command}\n{ran.stdout}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
