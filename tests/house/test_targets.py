"""The make targets and the lock keep what the README says of them."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.files import ROOT

LOCK = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_locked_package_has_an_exact_version_and_hashes():
    packages = [one for one in re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE) if one and one[0] != "#"]
    assert len(packages) > 40
    for package in packages:
        assert re.match(r"[\w.-]+==[\w.]+( ; [^\n]*)? \\\n", package), package[:80]
        assert "--hash=sha256:" in package, package[:80]


def test_the_lock_names_no_index_and_no_host():
    assert not re.search(r"://|index-url|find-links|trusted-host", LOCK)


def test_everything_the_project_needs_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in wanted:
        name = re.split(r"[\[<>=;! ]", requirement)[0].lower().replace("_", "-")
        assert re.search(rf"^{re.escape(name)}==", LOCK, re.MULTILINE), name


@pytest.mark.parametrize("target", ["run", "test", "check", "golden", "docs", "bench", "load", "chaos", "lock"])
def test_a_target_does_its_own_set_up(target):
    assert re.search(rf"^{target}: \$\(READY\)$", MAKEFILE, re.MULTILINE)


def test_ci_calls_the_commands_of_the_readme():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in ("make test", "make check"):
        assert command in README
        assert f"\n{command} </dev/null\n" in ci


def test_every_dependency_has_its_reason_in_the_readme():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = README.partition("## Dependencies, and why")[2]
    for requirement in project["dependencies"]:
        name = re.split(r"[\[<>=;! ]", requirement)[0]
        assert re.search(rf"^\|[^|]*\b{re.escape(name)}\b[^|]*\| \w", table, re.MULTILINE), name
