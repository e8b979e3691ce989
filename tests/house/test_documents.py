"""What the documentation shows is what the program prints."""

from __future__ import annotations

from tests.house.documents import renewed, stale
from tests.house.files import ROOT


def test_every_shown_output_is_real():
    assert [path.relative_to(ROOT).as_posix() for path in stale()] == []


def test_an_output_that_is_no_longer_real_is_seen():
    after = "```\n\n```sh\nmake run\n```\n"
    shown = f"Text.\n\n```console\n$ bbt ask --face fax x 2>&1 | head -1\nsomething old\n$ echo two\n{after}"
    new = renewed(shown)
    assert new != shown
    assert "something old" not in new
    assert new.endswith(f"$ echo two\ntwo\n{after}")
    assert renewed(new) == new


def test_a_setting_of_the_developer_does_not_change_the_documentation(monkeypatch):
    monkeypatch.setenv("BBT_DATA", "nowhere")
    assert (
        renewed("```console\n$ bbt ask | head -0; echo $BBT_DATA\n```")
        == "```console\n$ bbt ask | head -0; echo $BBT_DATA\n\n```"
    )
