"""The bot asks for no more than it uses, and uses nothing it did not ask for."""

import ast
from pathlib import Path

import pytest

import bot
from bot.slack.access import EVENTS, METHODS, NO_SCOPE, SCOPES, WAYS_IN

SLACK = Path(bot.__file__).parent / "slack"
# slack_sdk writes views.open as views_open.
FAMILIES = (
    "assistant",
    "auth",
    "chat",
    "conversations",
    "files",
    "users",
    "views",
    "apps",
    "reactions",
    "channels",
    "team",
)
COMPOSED = {"files_upload_v2": ("files.getUploadURLExternal", "files.completeUploadExternal")}


def methods_called(source):
    """The Web API methods called on anything named like a client."""
    known = {method.replace(".", "_"): method for method in METHODS}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            if name in COMPOSED:
                yield from COMPOSED[name]
            elif name in known:
                yield known[name]
            elif name == "api_call" and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value
            elif name.split("_")[0] in FAMILIES and "_" in name and "client" in ast.unparse(node.func.value):
                yield name


def events_heard(source):
    """The events a listener is registered for."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "event"
            and node.args
        ):
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield first.value
            elif isinstance(first, ast.Dict):
                yield next(
                    value.value
                    for key, value in zip(first.keys, first.values, strict=True)
                    if isinstance(key, ast.Constant) and key.value == "type" and isinstance(value, ast.Constant)
                )


def uncovered(source):
    """Methods called and events heard that the tables do not know."""
    heard = {event.split(".")[0] for event in EVENTS}
    return [method for method in methods_called(source) if method not in METHODS] + [
        event for event in events_heard(source) if event not in heard
    ]


@pytest.mark.parametrize(("table", "name"), [(table, name) for table in (EVENTS, METHODS, WAYS_IN) for name in table])
def test_every_way_in_event_and_method_is_covered_by_a_scope(table, name):
    assert table[name] == NO_SCOPE or table[name] in SCOPES


def test_no_scope_is_asked_for_nothing():
    assert set(SCOPES) == {*EVENTS.values(), *METHODS.values(), *WAYS_IN.values()} - {NO_SCOPE}


def test_every_scope_says_why():
    assert all(len(why.split()) > 4 for why in SCOPES.values())


@pytest.mark.parametrize(
    "scope", ["channels:history", "groups:history", "mpim:history", "users:read.email", "channels:read"]
)
def test_the_bot_cannot_read_along(scope):
    assert scope not in SCOPES


@pytest.mark.parametrize("path", sorted(SLACK.rglob("*.py")), ids=lambda path: path.relative_to(SLACK).as_posix())
def test_the_code_calls_and_hears_only_what_is_covered(path):
    assert uncovered(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("await client.reactions_add(name='x')", ["reactions_add"]),
        ("await self.client.conversations_replies(channel=c)", ["conversations_replies"]),
        ("client.api_call('conversations.list', params={})", ["conversations.list"]),
        ("client.api_call('conversations.open', json={})", []),
        ("@app.event('reaction_added')\ndef f(): ...", ["reaction_added"]),
        ("app.event({'type': 'message', 'subtype': 'x'})(f)", []),
        ("app.event({'type': 'team_join'})(f)", ["team_join"]),
        ("await client.chat_postMessage(text='a')", []),
        ("await client.views_open(view={})", []),
        ("await client.files_upload_v2(file='a')", []),
        ("text.files_are_fun()", []),
    ],
)
def test_the_check_sees_what_is_not_covered(source, found):
    assert uncovered(source) == found
