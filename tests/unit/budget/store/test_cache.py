"""The cache gives what a plain load gives, sooner; anything odd about it is passed over in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from budget.errors import DataError, ReconcileError
from budget.store import load
from budget.store.builtin import builtin_folder
from budget.store.cache import open_catalog
from budget.store.load import load_catalog

Edit = Callable[[str, str, str], Path]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    base = tmp_path_factory.mktemp("xdg")
    monkeypatch.setenv("XDG_CACHE_HOME", str(base))
    return base / "bbt"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which folders were read the long way."""
    found: list[Path] = []
    plain = load.read_folder

    def counted(folder: Path) -> object:
        found.append(folder)
        return plain(folder)

    monkeypatch.setattr(load, "read_folder", counted)
    return found


def kept(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_the_second_time_the_same_bytes_are_not_read_again(folder: Path, reads: list[Path]) -> None:
    first = open_catalog(folder)
    second = open_catalog(folder)
    assert first == second == load_catalog(folder)
    assert reads == [folder, folder]  # once by open_catalog, once by load_catalog


def test_the_cache_holds_the_built_in_catalog_whole() -> None:
    first = open_catalog(builtin_folder())
    assert open_catalog(builtin_folder()) == first == load_catalog(builtin_folder())


@pytest.mark.parametrize("file", ["2022-wse/rows.csv", "terms/glossary.yaml", "terms/vocabulary.yaml"])
def test_one_changed_byte_is_read_again(folder: Path, reads: list[Path], file: str) -> None:
    open_catalog(folder)
    path = folder / file
    path.write_bytes(path.read_bytes() + b"\n")
    open_catalog(folder)
    open_catalog(folder)
    assert len(reads) == 2


def test_a_new_document_or_names_file_is_seen(folder: Path, reads: list[Path]) -> None:
    open_catalog(folder)
    (folder / "2022-wse" / "names.yaml").write_text("document:\n  2022-wse: [bbt]\n", encoding="utf-8")
    assert open_catalog(folder).default.names
    assert len(reads) == 2


def test_a_wrong_file_is_never_kept_and_told_each_time(folder: Path, edit: Edit, cache: Path) -> None:
    edit("2022-wse/rows.csv", ";38456;", ";38457;")
    for _ in range(2):
        with pytest.raises(ReconcileError):
            open_catalog(folder)
    assert not cache.exists()
    (folder / "2022-wse" / "rows.csv").unlink()
    with pytest.raises(DataError):
        open_catalog(folder)


def test_a_folder_that_is_not_there_is_told_as_a_plain_load_tells_it(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        open_catalog(tmp_path / "nowhere")
    assert caught.value.problem == "missing"


def test_only_the_user_can_read_the_cache(folder: Path, cache: Path) -> None:
    open_catalog(folder)
    assert kept(cache).stat().st_mode & 0o777 == 0o600
    assert cache.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o622])
def test_a_cache_that_is_open_to_others_is_passed_over_and_replaced(
    folder: Path, cache: Path, reads: list[Path], mode: int
) -> None:
    open_catalog(folder)
    kept(cache).chmod(mode)
    open_catalog(folder)
    assert len(reads) == 2
    assert kept(cache).stat().st_mode & 0o777 == 0o600


def test_a_link_in_the_place_of_the_cache_is_not_followed(folder: Path, cache: Path, reads: list[Path]) -> None:
    open_catalog(folder)
    file = kept(cache)
    elsewhere = cache.parent / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    open_catalog(folder)
    assert len(reads) == 2
    assert not file.is_symlink()


def test_a_pipe_in_the_place_of_the_cache_does_not_hold_up_the_start(
    folder: Path, cache: Path, reads: list[Path]
) -> None:
    open_catalog(folder)
    file = kept(cache)
    file.unlink()
    os.mkfifo(file, 0o600)
    open_catalog(folder)
    assert len(reads) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another user")
def test_a_cache_of_another_user_is_passed_over(folder: Path, cache: Path, reads: list[Path]) -> None:
    open_catalog(folder)
    os.chown(kept(cache), 65534, 65534)
    open_catalog(folder)
    assert len(reads) == 2


def test_a_damaged_cache_is_passed_over_wherever_the_damage_is(folder: Path, cache: Path, reads: list[Path]) -> None:
    expected = open_catalog(folder)
    whole = kept(cache).read_bytes()
    places = [*range(0, 90, 9), *range(90, len(whole), len(whole) // 8)]
    for place in places:
        kept(cache).write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert open_catalog(folder) == expected
    assert len(reads) == 1 + len(places)
    for length in (0, 10, 50, len(whole) - 1):
        kept(cache).write_bytes(whole[:length])
        assert open_catalog(folder) == expected


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = folder / "a-file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert open_catalog(folder) == load_catalog(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(blocked))
    assert open_catalog(folder) == load_catalog(folder)


def test_another_version_of_the_checks_reads_the_files_again(
    folder: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_catalog(folder)
    monkeypatch.setattr("budget.store.cache._program", lambda: b"other")
    open_catalog(folder)
    assert len(reads) == 2


def test_a_cached_start_loads_neither_pydantic_nor_yaml(cache: Path) -> None:
    open_catalog(builtin_folder())
    code = (
        "import sys; from budget.store.builtin import builtin_folder; from budget.store.cache import open_catalog; "
        "open_catalog(builtin_folder()); print(sorted({'pydantic', 'yaml', 'csv'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"XDG_CACHE_HOME": str(cache.parent), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
