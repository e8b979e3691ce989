"""What the environment may say, and how every fault of it is told without its value."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.serve.settings import SLACK_API, Fault, Mode, Problem, SettingsError, is_loopback, read_settings

BOT, APP, SECRET = "xoxb" + "-1-abc", "xapp" + "-1-abc", "0123456789abcdef"
HTTP = {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET}
SOCKET = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}


def faults(mode, environ, folder=Path("/nowhere")):
    with pytest.raises(SettingsError) as caught:
        read_settings(mode, environ, folder)
    return caught.value.faults


def test_with_nothing_set_all_that_lacks_is_told_at_once():
    missing = Problem.MISSING
    assert faults(Mode.SOCKET, {}) == (Fault("SLACK_BOT_TOKEN", missing), Fault("SLACK_APP_TOKEN", missing))
    assert faults(Mode.HTTP, {}) == (Fault("SLACK_BOT_TOKEN", missing), Fault("SLACK_SIGNING_SECRET", missing))


def test_what_lacks_and_what_is_wrong_is_told_together():
    found = faults(Mode.HTTP, {"SLACK_BOT_TOKEN": APP, "BBT_BLOCKS": "mooi", "BBT_LOG_LEVEL": "luid"})
    assert [(fault.name, fault.problem.value) for fault in found] == [
        ("SLACK_BOT_TOKEN", "wrong"),
        ("SLACK_SIGNING_SECRET", "missing"),
        ("BBT_BLOCKS", "wrong"),
        ("BBT_LOG_LEVEL", "wrong"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", "abc"),
        ("SLACK_SIGNING_SECRET", "short"),
        ("SLACK_API_URL", "http://slack.example/api/"),
        ("SLACK_API_URL", "slack.com"),
        ("BBT_ALLOWED_TEAMS", "T0123ABC, werk"),
        ("BBT_OPERATOR_CHANNEL", "#algemeen"),
        ("BBT_DATABASE_URL", "bbt.db"),
    ],
)
def test_a_value_that_cannot_be_right_is_a_fault(name, value):
    assert faults(Mode.HTTP, {**HTTP, name: value}) == (Fault(name, Problem.WRONG),)


def test_a_fault_never_holds_the_value():
    with pytest.raises(SettingsError) as caught:
        read_settings(Mode.HTTP, {"SLACK_BOT_TOKEN": "geheim", "SLACK_SIGNING_SECRET": "kort"}, Path("/nowhere"))
    assert "geheim" not in f"{caught.value!r} {caught.value}"
    assert "kort" not in f"{caught.value!r} {caught.value}"


def test_printed_settings_show_no_secret():
    settings = read_settings(
        Mode.HTTP, {**HTTP, "BBT_DATABASE_URL": "postgresql://bbt:wachtwoord@host/bbt"}, Path("/n")
    )
    shown = repr(settings)
    assert BOT not in shown
    assert SECRET not in shown
    assert "wachtwoord" not in shown


def test_what_is_not_set_has_its_ordinary_value():
    settings = read_settings(Mode.SOCKET, {**SOCKET, "BBT_BLOCKS": "  "}, Path("/nowhere"))
    assert (settings.api_url, settings.blocks, settings.log_level) == (SLACK_API, "rich", "info")
    assert (settings.allowed_teams, settings.data, settings.operator_channel) == ((), None, None)


def test_teams_stand_with_commas_or_spaces_between_them():
    settings = read_settings(Mode.HTTP, {**HTTP, "BBT_ALLOWED_TEAMS": "T0123ABC,T0456DEF E0789"}, Path("/nowhere"))
    assert settings.allowed_teams == ("T0123ABC", "T0456DEF", "E0789")


def test_the_environment_goes_before_the_file(tmp_path):
    (tmp_path / ".env").write_text(f"SLACK_BOT_TOKEN={BOT}\nSLACK_SIGNING_SECRET={SECRET}\nBBT_BLOCKS=text\n")
    assert read_settings(Mode.HTTP, {}, tmp_path).blocks == "text"
    assert read_settings(Mode.HTTP, {"BBT_BLOCKS": "plain"}, tmp_path).blocks == "plain"


def test_before_another_slack_any_token_will_do():
    other = {"SLACK_BOT_TOKEN": "demo", "SLACK_APP_TOKEN": "demo", "SLACK_API_URL": "http://127.0.0.1:8/api"}
    assert read_settings(Mode.SOCKET, other, Path("/nowhere")).api_url == "http://127.0.0.1:8/api/"


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("http://127.0.0.1:1/", True),
        ("http://localhost/", True),
        ("http://[::1]:2/", True),
        ("https://slack.com", False),
    ],
)
def test_an_address_of_this_machine_is_known(address, stays):
    assert is_loopback(address) is stays
