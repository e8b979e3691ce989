"""`bbt serve` and `bbt manifest` as typed: what lacks is told in words, and the manifest is what Slack takes."""

from __future__ import annotations

import pytest
import yaml

from bot.serve.settings import SHAPES
from bot.terminal.serve import SETTINGS

BOT, APP = "xoxb" + "-1-geheim", "xapp" + "-1-geheim"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A folder without a .env file."""
    monkeypatch.chdir(tmp_path)


def test_without_tokens_all_that_lacks_is_named_with_where_to_get_it(bbt):
    ran = bbt("serve")
    assert ran.code == 1
    assert "SLACK_BOT_TOKEN ontbreekt" in ran.err
    assert "SLACK_APP_TOKEN ontbreekt" in ran.err
    assert "https://api.slack.com/apps" in ran.err
    assert "bbt demo" in ran.err
    assert "SLACK_SIGNING_SECRET" not in ran.err


def test_over_http_the_signing_secret_is_asked(bbt):
    ran = bbt("serve", "--http", "0")
    assert "SLACK_SIGNING_SECRET ontbreekt" in ran.err
    assert "SLACK_APP_TOKEN" not in ran.err


def test_a_wrong_value_is_named_and_never_shown(bbt, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", APP)
    monkeypatch.setenv("SLACK_APP_TOKEN", APP)
    ran = bbt("serve")
    assert "een instelling klopt niet" in ran.err
    assert "SLACK_BOT_TOKEN kan zo niet kloppen" in ran.err
    assert "geheim" not in ran.err


@pytest.mark.parametrize("command", [("serve", "--http", "0"), ("digest", "list")])
@pytest.mark.parametrize("setting", ["XDG_DATA_HOME", "BBT_DATABASE_URL"])
def test_a_database_that_has_no_place_is_named(bbt, monkeypatch, tmp_path, command, setting):
    taken = tmp_path / "taken"
    taken.write_text("a file, no folder")
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "0" * 32)
    monkeypatch.setenv(setting, f"sqlite:///{taken}/bbt.db" if setting == "BBT_DATABASE_URL" else str(taken))
    ran = bbt(*command)
    assert ran.code == 1
    assert str(taken) in ran.err
    assert "BBT_DATABASE_URL" in ran.err
    assert "referentie" not in ran.err


def test_every_setting_is_explained():
    assert set(SHAPES) <= set(SETTINGS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("serve", "--http", "70000"), "Achter --http hoort een poort van 0 tot 65535, niet '70000'"),
        (("serve", "--http", "drie"), "Achter --http hoort een poort van 0 tot 65535, niet 'drie'"),
        (("serve", "--health", "-"), "Achter --health hoort een poort van 0 tot 65535"),
        (("digest", "list", "--page", "twee"), "Achter --page hoort een getal, niet 'twee'"),
        (("serve", "--http"), "Achter --http moet nog iets staan"),
        (("serve", "--http", "0", "--health", "0"), "laat --health weg"),
        (("manifest", "--mode", "http"), "--url"),
        (("manifest", "--url", "https://x.be"), "laat --url weg"),
        (("manifest", "--mode", "http", "--url", "http://x.be"), "https://"),
        (("manifest", "--mode", "ftp"), "Kies uit"),
    ],
)
def test_wrong_usage_is_told_in_dutch(bbt, arguments, said):
    ran = bbt(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err


@pytest.mark.parametrize("command", ["serve", "manifest"])
def test_help_names_the_exit_codes(bbt, command):
    ran = bbt(command, "--help")
    assert ran.code == 0
    assert "Afsluitcode" in ran.out


def test_the_manifest_for_socket_mode_is_the_one_at_the_top(bbt):
    made = yaml.safe_load(bbt("manifest").out)
    assert made["settings"]["socket_mode_enabled"] is True
    assert bbt("manifest").out == bbt("manifest", "--mode", "socket").out


def test_the_manifest_for_http_sends_everything_to_the_one_door(bbt):
    made = yaml.safe_load(bbt("manifest", "--mode", "http", "--url", "https://bbt.voorbeeld.be").out)
    door = "https://bbt.voorbeeld.be/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == door
    assert made["settings"]["interactivity"]["request_url"] == door
    assert made["features"]["slash_commands"][0]["url"] == door
