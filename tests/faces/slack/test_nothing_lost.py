"""A face may arrange a reply, it may drop nothing of it."""

import copy
import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.replies.labels import TOO_LONG
from bot.replies.model import Button, Chart, Items, Paragraph, Reply, SourceLine, Table
from bot.slack.blocks import PROFILES, message
from bot.slack.limits import validate


def _beside(name):
    # Tests are no package (importmode importlib): a module beside them is loaded by its file.
    spec = importlib.util.spec_from_file_location(f"faces_slack_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


reading, samples = _beside("reading"), _beside("samples")

each_profile = pytest.mark.parametrize("profile", PROFILES)
each_sample = pytest.mark.parametrize("name", samples.NAMES)


@each_profile
@each_sample
def test_every_line_figure_source_note_and_button_stands_in_the_blocks(name, profile):
    reply = samples.SAMPLES[name]
    assert reading.lost(reply, message(reply, profile=profile)["blocks"]) == []


@each_profile
@each_sample
def test_every_line_figure_source_note_and_button_stands_in_the_text_too(name, profile):
    reply = samples.SAMPLES[name]
    made = message(reply, profile=profile)["text"]
    if len(made) < 3_000:
        assert reading.lost(reply, made) == []
    else:
        assert reading.plainly(made).startswith(reading.plainly(reply.headline))


@each_profile
def test_the_check_sees_what_is_left_out(profile):
    made = message(samples.EVERYTHING, profile=profile)["blocks"]
    for at in range(len(made)):
        assert reading.lost(samples.EVERYTHING, made[:at] + made[at + 1 :]), f"block {at} could go unseen"


@each_profile
def test_the_check_sees_each_field_a_face_would_forget(profile):
    whole = samples.EVERYTHING
    for name, nothing in (
        ("headline", "-"),
        ("parts", ()),
        ("notes", ()),
        ("context", ""),
        ("sources", ()),
        ("paste", ""),
        ("buttons", ()),
    ):
        made = message(replace(whole, **{name: nothing}), profile=profile)["blocks"]
        assert reading.lost(whole, made), name
    for at in range(len(whole.parts)):
        fewer = replace(whole, parts=whole.parts[:at] + whole.parts[at + 1 :])
        assert reading.lost(whole, message(fewer, profile=profile)["blocks"]), at


@each_profile
@each_sample
def test_what_is_sent_is_within_all_limits(name, profile):
    made = message(samples.SAMPLES[name], profile=profile)
    assert validate(made, "message") == ()
    assert validate({**made, "response_type": "ephemeral", "replace_original": True}, "response") == ()
    if profile != "rich":
        assert validate({**made, "response_type": "ephemeral"}, "ack") == ()


@each_profile
@each_sample
def test_drawing_twice_gives_the_same_and_changes_nothing(name, profile):
    first = message(samples.SAMPLES[name], profile=profile)
    kept = copy.deepcopy(first)
    assert message(samples.SAMPLES[name], profile=profile) == first == kept
    assert json.loads(json.dumps(first)) == first


@each_profile
@each_sample
@pytest.mark.golden
def test_the_form_is_the_one_people_looked_at(name, profile, golden):
    made = message(samples.SAMPLES[name], profile=profile)
    golden(f"slack/{name}.{profile}.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n")


words = st.text(alphabet="ab1 .,%+-<>&*_`~@\n\u202e\u00a0é日", max_size=40)
said = words.map(lambda text: text.strip() or "x")
parts = st.one_of(
    st.builds(Paragraph, said),
    st.integers(1, 4).flatmap(
        lambda n: st.builds(
            Table,
            said,
            st.tuples(*[words] * n),
            st.lists(st.tuples(*[words] * n), max_size=14).map(tuple),
            st.tuples(*[st.booleans()] * n),
        )
    ),
    st.builds(Items, words, st.lists(st.tuples(words, words, st.integers(0, 1)), max_size=8).map(tuple)),
    st.builds(
        Chart,
        said,
        words,
        st.lists(st.tuples(said, st.floats(-1e6, 1e6).map(lambda value: round(value, 3))), max_size=23).map(tuple),
    ),
)
steps = st.lists(st.builds(Button, said, said), max_size=30).map(tuple)
replies = st.builds(
    Reply,
    st.just("ok"),
    said,
    st.lists(parts, max_size=4).map(tuple),
    st.lists(words, max_size=12).map(tuple),
    words,
    st.lists(st.builds(SourceLine, said, st.none() | st.just("https://x.example/a?b=1&c=2")), max_size=12).map(tuple),
    words,
    steps,
    steps,
)


@given(replies, st.sampled_from(PROFILES))
def test_any_reply_is_drawn_whole_and_within_all_limits(reply, profile):
    made = message(reply, profile=profile)
    assert validate(made, "message") == ()
    assert reading.lost(reply, made["blocks"]) == []


@each_profile
def test_a_reply_too_long_for_any_message_still_answers_and_says_so(profile):
    reply = replace(samples.EVERYTHING, parts=tuple(Paragraph(f"{at} " + "lang verhaal " * 220) for at in range(200)))
    made = message(reply, profile=profile)
    assert validate(made, "message") == ()
    seen = reading.shown(made["blocks"])
    assert seen.startswith(reading.plainly(reply.headline))
    for fact in (TOO_LONG, reply.context, *(source.text for source in reply.sources), reply.buttons[0].command):
        assert reading.plainly(fact) in seen
    assert reading.plainly(reply.headline) in reading.plainly(made["text"])
    assert TOO_LONG in made["text"]


@each_profile
def test_a_reply_of_many_short_parts_is_packed_into_fewer_blocks_and_loses_nothing(profile):
    reply = replace(samples.LEVEL, parts=tuple(Paragraph(f"Alinea nummer {at}.") for at in range(120)))
    made = message(reply, profile=profile)
    assert len(made["blocks"]) <= 50
    assert reading.lost(reply, made["blocks"]) == []


@each_profile
def test_an_empty_reply_is_still_a_message(profile):
    assert validate(message(Reply("help", ""), profile=profile), "message") == ()


def _strings(value, *, marked):
    """All texts of a payload, or only those in which marks are obeyed."""
    if isinstance(value, dict):
        if marked and "type" in value and isinstance(value.get("text"), str):
            return [value["text"]] if value["type"] == "mrkdwn" else []
        return [found for inner in value.values() for found in _strings(inner, marked=marked)]
    if isinstance(value, list):
        return [found for inner in value for found in _strings(inner, marked=marked)]
    return [value] if isinstance(value, str) and not marked else []


@each_profile
def test_nobody_is_called_and_nothing_is_hidden_by_what_a_user_typed(profile):
    for text in _strings(message(samples.HOSTILE, profile=profile), marked=False):
        for mark in ("<!", "<@", "<#", "\u202e", "\u200b", "\x00"):
            assert mark not in text


@each_profile
def test_only_a_web_address_becomes_a_link(profile):
    made = message(samples.HOSTILE, profile=profile)
    link = "<https://x.example/a?b=1&amp;c=2|goed>"
    texts = [made["text"], *_strings(made["blocks"], marked=True)]
    assert sum(text.count(link) for text in texts) > 0
    assert not any("<" in text.replace(link, "") for text in texts)
