"""The pages for who installs the bot and for who asks it say what is so."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from datetime import UTC, datetime

import pytest
import yaml
from slack_sdk.errors import SlackApiError

from bot.digest.parts import Outside, counter_of, open_parts
from bot.digest.send import Pace
from bot.replies import presentation
from bot.replies import slack_texts as words
from bot.serve.settings import SHAPES, Mode, read_settings
from bot.slack.digests import DigestDesk
from bot.slack.door import Door
from bot.storage.memory import MemoryStore
from bot.storage.port import Person
from bot.terminal.commands import COMMANDS
from bot.terminal.main import main
from tests.house.files import ROOT, texts
from tests.house.made import with_made_parts
from tests.house.shown import LostError, lost_links, scopes_told, shown_answers

NOW = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
ANN = Person("T1", "U1")
PAGES = ("gids.md", "install.md")


def plain(sentence):
    """A sentence as people type it: a space that does not break is a space."""
    return sentence.replace("\u00a0", " ").replace("\u202f", " ")


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


class NoProfile:
    """A Slack that tells no time zone."""

    async def users_info(self, user):
        raise SlackApiError(user, {"error": "user_not_found"})


@pytest.fixture
async def door(house, tmp_path):
    """The one door of Slack, for somebody who never asked anything."""
    outside = Outside(house, lambda reply: (reply,), None, lambda: NOW, "guide", Pace())
    parts = open_parts(f"sqlite:///{tmp_path}/bbt.db", outside)
    desk = DigestDesk(lambda: counter_of(parts, house, lambda: NOW), NoProfile())
    yield Door(house, MemoryStore(), lambda: NOW, desk)
    await desk.close()
    parts.close()


def test_every_scope_of_the_manifest_stands_in_the_table_once_and_no_other_does():
    manifest = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
    assert Counter(scopes_told(page("install.md"))) == Counter(manifest["oauth_config"]["scopes"]["bot"])


def test_only_the_table_of_scopes_is_read():
    text = "| naam |\n|---|\n| `a:b` |\n\n| scope | why |\n|---|---|\n| `c:d` | x |\n| `e` | y |\n\n| `f` | z |\n"
    assert scopes_told(text) == ["c:d", "e"]


@pytest.mark.parametrize("name", PAGES)
async def test_a_question_typed_in_slack_gives_the_answer_below_it(name, door):
    shown = [one for one in shown_answers(page(name)) if one[0].startswith("/bbt")]
    real = []
    # In the order of the page, as one person would: a digest that was turned on stays on.
    for asked, _ in shown:
        said = await door.ask(asked.removeprefix("/bbt"), ANN, channel="C1")
        real.append((asked, plain(said.reply.headline)))
    assert shown == real != []


@pytest.mark.parametrize("name", PAGES)
def test_a_question_typed_in_the_terminal_gives_the_answer_below_it(name, capsys):
    for asked, answer in shown_answers(page(name)):
        if asked.startswith("bbt"):
            assert main(shlex.split(asked)[1:]) == 0
            assert plain(capsys.readouterr().out.splitlines()[0]) == answer


@pytest.mark.parametrize(
    "label",
    [words.COMPARE, words.CITE, words.SHARE, words.FOLLOW, words.WRONG, presentation.SEARCH, presentation.CHECK],
)
def test_the_guide_names_what_is_pressed_as_slack_shows_it(label):
    assert re.search(rf"(\| |\*\*){re.escape(label)}( \||\*\*)", page("gids.md"))


def test_the_shown_env_file_is_enough_to_start(tmp_path):
    shown = re.search(r"```ini\n(.*?)```", page("install.md"), re.DOTALL)
    (tmp_path / ".env").write_text(shown[1].replace("...", "1-a2b3c4"), encoding="utf-8")
    assert read_settings(Mode.SOCKET, {}, tmp_path).bot_token.endswith("a2b3c4")


def test_installing_names_only_settings_there_are():
    assert set(re.findall(r"(?:SLACK|BBT)_[A-Z_]+", page("install.md"))) <= set(SHAPES)


def test_a_question_without_its_answer_is_seen():
    with pytest.raises(LostError):
        shown_answers("```text\n/bbt loopbanen\n```\n\nIt answers.\n")


def test_an_answer_over_two_lines_is_one_sentence():
    text = "```console\n$ x\nbbt ask this\n```\n\n```text\nbbt ask a b\n```\n\n> One\n> two.\n\nMore.\n"
    assert shown_answers(text) == [("bbt ask a b", "One two.")]


def test_every_command_of_the_terminal_is_explained():
    assert [name for name in COMMANDS if f"$ bbt {name} --help\n" not in page("commands.md")] == []


def test_a_made_part_that_is_stale_is_seen():
    old = "Before.\n<!-- made: orders -->\nold\n<!-- /made -->\nAfter.\n"
    new = with_made_parts(old)
    assert "| `vergeet mij` |" in new
    assert "old" not in new
    assert new.startswith("Before.\n")
    assert new.endswith("\nAfter.\n")
    assert with_made_parts(new) == new


def test_a_part_nobody_makes_is_an_error():
    with pytest.raises(KeyError):
        with_made_parts("<!-- made: poems -->\n<!-- /made -->")


def test_every_link_leads_somewhere():
    pages = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in texts()}
    pages["LICENSE"] = ""
    pages |= {path.relative_to(ROOT).as_posix(): "" for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert {name: lost for name in pages if name.endswith(".md") and (lost := lost_links(name, pages))} == {}


@pytest.mark.parametrize(
    ("link", "lost"),
    [("b.md", []), ("b.md#the-end-of-it", []), ("#top", []), ("c.md", ["c.md"]), ("b.md#no", ["b.md#no"])],
)
def test_a_link_to_nothing_is_seen(link, lost):
    pages = {"docs/a.md": f"# Top\n\n[x]({link}) [y](https://example.org)\n", "docs/b.md": "## The end, of it\n"}
    assert lost_links("docs/a.md", pages) == lost
