"""The manifest is what Slack accepts, what we use, and what stands at the top of the repository."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

import bot
from bot.replies import presentation
from bot.slack.access import EVENTS, SCOPES, WAYS_IN
from bot.slack.manifest import Manifest, manifest, manifest_text

TOP = Path(bot.__file__).parent.parent / "manifest.yml"
BOTH = pytest.mark.parametrize("made", [manifest("socket"), manifest("http", "https://bbt.example.org")])


def test_the_file_at_the_top_is_what_the_program_prints():
    if not TOP.exists():
        pytest.skip("not a checkout")
    assert TOP.read_text(encoding="utf-8") == manifest_text("socket")


@BOTH
def test_it_reads_back_as_itself(made):
    assert Manifest.model_validate(made).model_dump(mode="json", by_alias=True, exclude_none=True) == made
    assert made["_metadata"] == {"major_version": 2}


@BOTH
def test_it_asks_for_exactly_the_scopes_and_events_of_the_tables(made):
    assert made["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)
    assert made["settings"]["event_subscriptions"]["bot_events"] == sorted(EVENTS)


@BOTH
def test_it_offers_exactly_the_ways_in_that_have_a_scope(made):
    assert set(WAYS_IN) == set(made["features"]) - {"app_home", "bot_user"}
    assert [command["command"] for command in made["features"]["slash_commands"]] == ["/bbt"]
    assert [(it["type"], it["name"]) for it in made["features"]["shortcuts"]] == [
        ("global", "Zoek in de BBT"),
        ("message", "Factcheck dit"),
    ]
    assert "assistant_view" not in made["features"]


def test_socket_mode_names_no_address():
    assert "https" not in yaml.safe_dump(manifest("socket"))
    assert manifest("socket")["settings"]["socket_mode_enabled"] is True


@pytest.mark.parametrize(
    "url", ["https://bbt.example.org", "https://bbt.example.org/", "https://bbt.example.org/slack/events"]
)
def test_over_http_every_request_comes_in_by_one_door(url):
    made = manifest("http", url)
    door = "https://bbt.example.org/slack/events"
    settings = made["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == door
    assert settings["interactivity"]["request_url"] == door
    assert settings["interactivity"]["message_menu_options_url"] == door
    assert made["features"]["slash_commands"][0]["url"] == door


@pytest.mark.parametrize("url", [None, "", "http://bbt.example.org", "bbt.example.org", "https://"])
def test_http_without_an_https_address_is_refused(url):
    with pytest.raises(ValueError):
        manifest("http", url)


def test_texts_that_slack_would_refuse_are_refused_here(monkeypatch):
    for name, text in (("SEARCH", "x" * 25), ("SHORT", "x" * 141), ("LONG", "te kort"), ("AGENT", "x" * 301)):
        with monkeypatch.context() as patch:
            patch.setattr(presentation, name, text)
            with pytest.raises(ValidationError):
                manifest("socket")
    with monkeypatch.context() as patch:
        patch.setattr(presentation, "PROMPTS", (("a", "b"),) * 5)
        with pytest.raises(ValidationError):
            manifest("socket")


def test_a_field_slack_does_not_know_is_refused():
    with pytest.raises(ValidationError):
        Manifest.model_validate({**manifest("socket"), "kleur": "rood"})
