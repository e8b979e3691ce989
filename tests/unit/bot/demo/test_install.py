"""What npm brings for the demo comes once, as locked, to a folder of our own; what lacks is told, not guessed."""

from __future__ import annotations

import json
import re
import sys

import pytest

from bot.demo import install
from bot.demo.install import HERE, Lack, NotInstalledError

# It does what `npm ci` does as far as we look at it, and notes how it was called.
NPM = """#!{python}
import pathlib, sys
with open({log!r}, "a") as log:
    print(*sys.argv[1:], file=log)
print("npm error code E404" if {fails} else "added 1 package")
binary = pathlib.Path("node_modules/local-slack-linux-x64/bin/local-slack")
if not {fails}:
    binary.parent.mkdir(parents=True)
    binary.touch()
sys.exit({fails})
"""


@pytest.fixture
def npm(tmp_path, monkeypatch):
    def made(*, fails: int = 0):
        log = tmp_path / "npm.log"
        (tmp_path / "bin").mkdir()
        file = tmp_path / "bin" / "npm"
        file.write_text(NPM.format(python=sys.executable, log=str(log), fails=fails), encoding="utf-8")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
        monkeypatch.setattr(install.platform, "machine", lambda: "x86_64")
        monkeypatch.setattr(sys, "platform", "linux")
        return log

    return made


def test_npm_is_asked_once_and_may_run_nothing_of_the_packages(npm, tmp_path):
    log = npm()
    first = install.local_slack(tmp_path / "cache")
    assert first.is_file()
    assert install.local_slack(tmp_path / "cache") == first
    calls = log.read_text(encoding="utf-8").splitlines()
    assert len(calls) == 1
    assert calls[0].startswith("ci --ignore-scripts ")


def test_nothing_but_the_packages_stays_behind(npm, tmp_path):
    npm()
    binary = install.local_slack(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == [binary.parents[3]]
    assert [one.name for one in binary.parents[3].iterdir()] == ["node_modules"]


def test_a_failure_of_npm_is_told_in_its_own_words(npm, tmp_path):
    npm(fails=1)
    with pytest.raises(NotInstalledError) as caught:
        install.local_slack(tmp_path / "cache")
    assert (caught.value.lack, caught.value.details) == (Lack.PACKAGE, "code E404")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_machine_without_npm_lacks_npm(npm, tmp_path, monkeypatch):
    npm()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotInstalledError) as caught:
        install.local_slack(tmp_path / "cache")
    assert caught.value.lack is Lack.NPM


def test_another_machine_is_told_so_before_anything_is_fetched(npm, tmp_path, monkeypatch):
    log = npm()
    monkeypatch.setattr(install.platform, "machine", lambda: "riscv64")
    with pytest.raises(NotInstalledError) as caught:
        install.local_slack(tmp_path / "cache")
    assert caught.value.lack is Lack.PLATFORM
    assert not log.exists()


def test_a_folder_nobody_may_write_is_a_lack_and_no_crash(npm, tmp_path):
    npm()
    (tmp_path / "cache").touch()
    with pytest.raises(NotInstalledError) as caught:
        install.local_slack(tmp_path / "cache")
    assert caught.value.lack is Lack.PACKAGE


def test_the_cache_is_where_the_user_wants_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert install.cache_folder() == tmp_path / "bbt" / "node"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert install.cache_folder() == tmp_path / "home" / ".cache" / "bbt" / "node"


def test_the_lock_is_exact_and_names_no_host():
    text = (HERE / "package-lock.json").read_text(encoding="utf-8")
    packages = [one for name, one in json.loads(text)["packages"].items() if name]
    assert packages
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in packages)
    assert not re.search(r"://", text)
    assert "omit-lockfile-registry-resolved=true" in (HERE / ".npmrc").read_text(encoding="utf-8")
