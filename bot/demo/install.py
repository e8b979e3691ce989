"""Brings packages of npm to a folder of our own, once, exactly as locked; it changes nothing else on the machine."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

__all__ = ["Lack", "NotInstalledError", "cache_folder", "install", "local_slack"]

HERE: Final = Path(__file__).parent / "node"
FILES: Final = ("package.json", "package-lock.json", ".npmrc")
BINARY: Final = Path("local-slack-linux-x64", "bin", "local-slack")
LONGEST: Final = 300  # seconds; some thirty megabytes come in
# A package brings what it needs along; none of them may run anything of its own while it is installed.
NPM: Final = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--fetch-retries=1")


class Lack(StrEnum):
    """Why there is no local Slack."""

    PLATFORM = "platform"
    NPM = "npm"
    PACKAGE = "package"


class NotInstalledError(Exception):
    """The packages are not there; `lack` says why, `details` is the last that npm said."""

    def __init__(self, lack: Lack, details: str = "") -> None:
        super().__init__(lack.value)
        self.lack = lack
        self.details = details


def cache_folder() -> Path:
    """The folder of this user for what can be fetched again.

    Raises NotInstalledError where there is none.
    """
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not base.is_absolute():  # the XDG rule: a relative path is to be ignored
        try:
            base = Path.home() / ".cache"
        except RuntimeError as error:
            raise NotInstalledError(Lack.PACKAGE, str(error)) from None
    return base / "bbt" / "node"


def local_slack(folder: Path) -> Path:
    """The local Slack as a program, below a folder of packages; fetched when it is not there yet.

    Raises NotInstalledError when it cannot be had.
    """
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "AMD64"):
        raise NotInstalledError(Lack.PLATFORM)
    binary = install(HERE, folder) / BINARY
    if not binary.is_file():
        raise NotInstalledError(Lack.PACKAGE)
    return binary


def install(wanted: Path, folder: Path) -> Path:
    """The node_modules that the lock in `wanted` describes, below a folder; another lock gets another place.

    Raises NotInstalledError when npm lacks or fails.
    """
    digest = hashlib.sha256((wanted / "package-lock.json").read_bytes()).hexdigest()[:12]
    place = folder / digest
    if (place / "node_modules").is_dir():
        return place / "node_modules"
    npm = shutil.which("npm")
    if npm is None:
        raise NotInstalledError(Lack.NPM)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".") as made:
            _install(npm, wanted, Path(made))
            # Whoever comes second finds the place taken, by the very same packages.
            with suppress(FileExistsError):
                place.mkdir()
            with suppress(OSError):
                (Path(made) / "node_modules").replace(place / "node_modules")
    except OSError as error:
        raise NotInstalledError(Lack.PACKAGE, error.strerror or str(error)) from None
    return place / "node_modules"


def _install(npm: str, wanted: Path, made: Path) -> None:
    for name in FILES:
        if (wanted / name).is_file():
            shutil.copy(wanted / name, made / name)
    try:
        ran = subprocess.run(  # noqa: S603 - npm of this machine, with words of our own
            [npm, *NPM],
            cwd=made,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotInstalledError(Lack.PACKAGE, f"{LONGEST} s") from None
    if ran.returncode != 0 or not (made / "node_modules").is_dir():
        said = [line for line in ran.stdout.splitlines() if line.startswith("npm error")]
        raise NotInstalledError(Lack.PACKAGE, (said or [""])[0].removeprefix("npm error").strip())
