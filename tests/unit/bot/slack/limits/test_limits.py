"""Each limit of Slack is known, and each rule can fail."""
# ruff: noqa: E501 - one case a line makes the table readable

import copy
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.limits import SURFACES, validate

LONG = "x" * 50_000


def plain(text):
    return {"type": "plain_text", "text": text}


def mrkdwn(text):
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def section(text="Zin."):
    return {"type": "section", "text": mrkdwn(text)}


def button(place=0, **more):
    return {"type": "button", "action_id": f"a{place}", "text": plain("Waarom"), "value": "waarom loopbanen", **more}


def actions(*elements):
    return {"type": "actions", "elements": list(elements)}


def option(**more):
    return {"text": plain("Loopbanen"), "value": "jd-loopbanen", **more}


def select(**more):
    return {"type": "static_select", "action_id": "s", "options": [option()], **more}


def cell(text="a"):
    return {"type": "raw_text", "text": text}


def number(value=1.5):
    return {"type": "raw_number", "value": value, "text": str(value)}


def table(rows=2, columns=2, text="a", **more):
    return {"type": "table", "rows": [[cell(text)] * columns for _ in range(rows)], **more}


def data_table(rows=2, **more):
    return {
        "type": "data_table",
        "caption": "Duizend euro",
        "rows": [[cell(), cell()]] + [[cell(), number()]] * (rows - 1),
        **more,
    }


def bar(series=1, categories=2, **more):
    names = [f"c{at}" for at in range(categories)]
    return {
        "type": "data_visualization",
        "title": "Redenen",
        "chart": {
            "type": "bar",
            "series": [
                {"name": f"s{at}", "data": [{"label": name, "value": 1.5} for name in names]} for at in range(series)
            ],
            "axis_config": {"categories": names, "y_label": "miljoen euro"},
        },
        **more,
    }


def pie(**more):
    return {
        "type": "data_visualization",
        "title": "Deel",
        "chart": {"type": "pie", "segments": [{"label": "a", "value": 1}], **more},
    }


def container(**more):
    return {
        "type": "container",
        "title": plain("Bron en berekening"),
        "is_collapsible": True,
        "default_collapsed": True,
        "child_blocks": [section()],
        **more,
    }


def rich(*elements):
    return {"type": "rich_text", "elements": list(elements)}


def rich_line(text="x"):
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}


def field(**more):
    element = {"type": "plain_text_input", "action_id": "f", **more}
    return {"type": "input", "label": plain("Zoek"), "element": element}


def image(**more):
    return {"type": "image", "image_url": "https://x.example/a.png", "alt_text": "staven", **more}


def message(*blocks, **more):
    return {"text": "Antwoord.", "blocks": list(blocks) or [section()], **more}


def answer(**more):
    return {**message(), "response_type": "ephemeral", "replace_original": False, **more}


def modal(*blocks, **more):
    return {"type": "modal", "title": plain("Zoek"), "blocks": list(blocks), **more}


def home(*blocks, **more):
    return {"type": "home", "blocks": list(blocks), **more}


IN_ORDER = [
    ("message", message()),
    ("message", {"text": "Alleen tekst."}),
    ("message", message(section(), table(100, 20), bar(), pie(), container(), rich(rich_line()), actions(button()))),
    (
        "message",
        message(data_table(101, page_size=10, row_header_column_index=0), {"type": "divider", "block_id": "d"}),
    ),
    (
        "message",
        message({"type": "header", "text": plain("Kop")}, image(title=plain("t")), {"type": "markdown", "text": "# a"}),
    ),
    ("message", message(table(column_settings=[{"is_wrapped": True}, {"align": "right"}, None]))),
    ("message", message(bar(series=6, categories=20))),
    ("message", message(*[section()] * 50)),
    ("message", message(actions(*[button(at) for at in range(25)]))),
    ("message", message({"type": "context", "elements": [image(), mrkdwn("bron")]})),
    ("message", message({"type": "card", "title": mrkdwn("a"), "actions": [button()]})),
    (
        "message",
        message({"type": "section", "fields": [plain("a")], "accessory": {**select(), "type": "multi_static_select"}}),
    ),
    (
        "message",
        message(rich({"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [rich_line(" ")]})),
    ),
    (
        "message",
        message(
            actions(
                button(
                    url="https://x.example",
                    style="primary",
                    confirm={"title": plain("a"), "text": plain("b"), "confirm": plain("c"), "deny": plain("d")},
                )
            )
        ),
    ),
    ("response", answer()),
    ("response", {"delete_original": True}),
    ("ack", {**message(actions(button())), "response_type": "in_channel"}),
    ("modal", modal(field(), {"type": "alert", "text": plain("Let op"), "level": "warning"}, submit=plain("Zoek"))),
    ("modal", modal(*[section()] * 100)),
    (
        "home",
        home(
            actions(select(placeholder=plain("kies"))),
            actions({"type": "external_select", "action_id": "e", "min_query_length": 2}),
        ),
    ),
    ("home", home(actions({"type": "overflow", "action_id": "o", "options": [option(url="https://x.example")]}))),
    ("home", home(actions({"type": "datepicker", "action_id": "d", "placeholder": plain("dag")}))),
    ("options", {"options": []}),
    ("options", {"option_groups": [{"label": plain("JD"), "options": [option()]}]}),
]


@pytest.mark.parametrize(("surface", "payload"), IN_ORDER)
def test_what_is_within_the_limits_has_no_fault(surface, payload):
    assert validate(payload, surface) == ()


OUT_OF_ORDER = [
    # whole messages
    ("message", {"blocks": [section()]}, "text", "missing"),
    ("message", message(text=""), "text", "empty"),
    ("message", message(text=LONG), "text", "too_long"),
    ("message", message(text="Kijk <!here>"), "text", "broadcast"),
    ("message", message(*[section()] * 51), "blocks", "too_many"),
    ("message", {"text": "a", "blocks": []}, "blocks", "too_few"),
    ("message", {"text": "a", "blocks": {}}, "blocks", "type"),
    ("message", message(table(), table()), "blocks", "too_many"),
    ("message", message(table(), data_table()), "blocks", "too_many"),
    ("message", message(table(), container(child_blocks=[table()])), "blocks", "too_many"),
    ("message", message(bar(), bar(), pie()), "blocks", "too_many"),
    ("message", message(*[{"type": "markdown", "text": "x" * 7_000}] * 2), "blocks", "too_many"),
    ("message", message({"type": "markdown", "text": "x" * 12_001}), "blocks[0].text", "too_long"),
    ("message", message(actions(button(1)), actions(button(1))), "blocks[1].elements[0].action_id", "not_unique"),
    ("message", message({**section(), "block_id": "b"}, {**section(), "block_id": "b"}), "blocks[1].block_id", "not_unique"),
    ("message", message(container(block_id="b", child_blocks=[{**section(), "block_id": "b"}])), "blocks[0].child_blocks[0].block_id", "not_unique"),
    ("message", message({**section(), "block_id": "b" * 256}), "blocks[0].block_id", "too_long"),
    ("message", message({"type": "toverblok"}), "blocks[0].type", "unknown_type"),
    ("message", message("tekst"), "blocks[0]", "type"),
    ("message", message({"type": "alert", "text": plain("a")}), "blocks[0].type", "wrong_surface"),
    # answers to Slack
    ("response", message(replace_original=True), "response_type", "missing"),
    ("response", message(response_type="ephemeral"), "replace_original", "missing"),
    ("response", answer(response_type="iedereen"), "response_type", "not_allowed"),
    ("response", answer(replace_original="ja"), "replace_original", "type"),
    ("response", {"delete_original": True, "kleur": 1}, "", "unknown_field"),
    ("ack", message(), "response_type", "missing"),
    ("ack", {**message(table()), "response_type": "ephemeral"}, "blocks[0].type", "wrong_surface"),
    ("ack", {**message(container()), "response_type": "ephemeral"}, "blocks[0].type", "wrong_surface"),
    # views
    ("modal", modal(table()), "blocks[0].type", "wrong_surface"),
    ("modal", modal(field()), "submit", "missing"),
    ("modal", {"type": "modal", "blocks": []}, "view.title", "missing"),
    ("modal", modal(title=plain("t" * 25)), "title.text", "too_long"),
    ("modal", modal(title=mrkdwn("t")), "title.type", "not_allowed"),
    ("modal", modal(submit=plain("t" * 25)), "submit.text", "too_long"),
    ("modal", modal(private_metadata="x" * 3_001), "private_metadata", "too_long"),
    ("modal", modal(callback_id="x" * 256), "callback_id", "too_long"),
    ("modal", modal(external_id="x" * 256), "external_id", "too_long"),
    ("modal", modal(*[section()] * 101), "blocks", "too_many"),
    ("modal", modal(clear_on_close="ja"), "view.clear_on_close", "type"),
    ("modal", {**modal(), "type": "home"}, "type", "not_allowed"),
    ("modal", modal(text="a"), "view", "unknown_field"),
    ("home", home(bar()), "blocks[0].type", "wrong_surface"),
    ("home", home(data_table()), "blocks[0].type", "wrong_surface"),
    ("home", home({"type": "markdown", "text": "a"}), "blocks[0].type", "wrong_surface"),
    ("home", home(container()), "blocks[0].type", "wrong_surface"),
    ("home", home({"type": "alert", "text": plain("a")}), "blocks[0].type", "wrong_surface"),
    ("home", {"type": "home"}, "view.blocks", "missing"),
    ("options", {"options": [option()] * 101}, "options", "too_many"),
    ("options", {}, "", "missing"),
    ("options", {"options": [], "option_groups": []}, "", "not_allowed"),
    ("options", {"options": [option(value="x" * 151)]}, "options[0].value", "too_long"),
    ("options", {"option_groups": [{"label": plain("l" * 76), "options": [option()]}]}, "option_groups[0].label.text", "too_long"),
    # texts
    ("message", message(section("x" * 3_001)), "blocks[0].text.text", "too_long"),
    ("message", message(section("")), "blocks[0].text.text", "empty"),
    ("message", message(section(" \n")), "blocks[0].text.text", "empty"),
    ("message", message(section("<!channel>")), "blocks[0].text.text", "broadcast"),
    ("message", message({"type": "section", "text": "los"}), "blocks[0].text", "type"),
    ("message", message({"type": "section", "text": {"type": "mrkdwn"}}), "blocks[0].text.text", "missing"),
    ("message", message({"type": "section", "text": {"type": "html", "text": "a"}}), "blocks[0].text.type", "not_allowed"),
    ("message", message({"type": "section", "text": {**mrkdwn("a"), "emoji": True}}), "blocks[0].text.emoji", "unknown_field"),
    ("message", message({"type": "section", "text": {**plain("a"), "verbatim": True}}), "blocks[0].text.verbatim", "unknown_field"),
    ("message", message({"type": "section", "text": {**plain("a"), "emoji": 1}}), "blocks[0].text.emoji", "type"),
    ("message", message({"type": "section"}), "blocks[0]", "missing"),
    ("message", message({**section(), "titel": 1}), "blocks[0]", "unknown_field"),
    ("message", message({"type": "section", "fields": [plain("a")] * 11}), "blocks[0].fields", "too_many"),
    ("message", message({"type": "section", "fields": [plain("x" * 2_001)]}), "blocks[0].fields[0].text", "too_long"),
    ("message", message({**section(), "accessory": field()["element"]}), "blocks[0].accessory.type", "unknown_type"),
    ("message", message({"type": "header", "text": plain("k" * 151)}), "blocks[0].text.text", "too_long"),
    ("message", message({"type": "header", "text": mrkdwn("k")}), "blocks[0].text.type", "not_allowed"),
    ("message", message({"type": "context", "elements": [plain("a")] * 11}), "blocks[0].elements", "too_many"),
    ("message", message({"type": "context", "elements": []}), "blocks[0].elements", "too_few"),
    ("message", message({"type": "context", "elements": [None]}), "blocks[0].elements[0]", "type"),
    ("message", message({"type": "divider", "text": "a"}), "blocks[0]", "unknown_field"),
    ("message", message({"type": "image", "alt_text": "a"}), "blocks[0]", "missing"),
    ("message", message(image(image_url="x" * 3_001)), "blocks[0].image_url", "too_long"),
    ("message", message(image(alt_text="x" * 2_001)), "blocks[0].alt_text", "too_long"),
    ("message", message(image(title=plain("x" * 2_001))), "blocks[0].title.text", "too_long"),
    # buttons, menus, inputs
    ("message", message(actions(*[button(at) for at in range(26)])), "blocks[0].elements", "too_many"),
    ("message", message(actions()), "blocks[0].elements", "too_few"),
    ("message", message(actions(3)), "blocks[0].elements[0]", "type"),
    ("message", message(actions(field()["element"])), "blocks[0].elements[0].type", "unknown_type"),
    ("message", message(actions(button(text=plain("x" * 76)))), "blocks[0].elements[0].text.text", "too_long"),
    ("message", message(actions(button(text=mrkdwn("x")))), "blocks[0].elements[0].text.type", "not_allowed"),
    ("message", message(actions(button(value="x" * 2_001))), "blocks[0].elements[0].value", "too_long"),
    ("message", message(actions(button(value=""))), "blocks[0].elements[0].value", "empty"),
    ("message", message(actions(button(value=3))), "blocks[0].elements[0].value", "type"),
    ("message", message(actions(button(action_id="x" * 256))), "blocks[0].elements[0].action_id", "too_long"),
    ("message", message(actions(button(url="x" * 3_001))), "blocks[0].elements[0].url", "too_long"),
    ("message", message(actions(button(style="groen"))), "blocks[0].elements[0].style", "not_allowed"),
    ("message", message(actions(button(confirm={}))), "blocks[0].elements[0].confirm.title", "missing"),
    ("message", message(actions(button(accessibility_label="x" * 76))), "blocks[0].elements[0].accessibility_label", "too_long"),
    ("home", home(actions(select(options=[option()] * 101))), "blocks[0].elements[0].options", "too_many"),
    ("home", home(actions(select(options=[]))), "blocks[0].elements[0].options", "too_few"),
    ("home", home(actions(select(options=[option(text=plain("x" * 76))]))), "blocks[0].elements[0].options[0].text.text", "too_long"),
    ("home", home(actions(select(options=[option(value="x" * 151)]))), "blocks[0].elements[0].options[0].value", "too_long"),
    ("home", home(actions(select(options=[option(description=plain("x" * 76))]))), "blocks[0].elements[0].options[0].description.text", "too_long"),
    ("home", home(actions(select(placeholder=plain("x" * 151)))), "blocks[0].elements[0].placeholder.text", "too_long"),
    ("home", home(actions(select(initial_option={"text": plain("a")}))), "blocks[0].elements[0].initial_option.value", "missing"),
    ("home", home(actions({"type": "external_select", "action_id": "e", "min_query_length": "2"})), "blocks[0].elements[0].min_query_length", "type"),
    ("home", home(actions({"type": "overflow", "action_id": "o", "options": [option()] * 6})), "blocks[0].elements[0].options", "too_many"),
    ("home", home(actions({"type": "radio_buttons", "action_id": "o", "options": [option()] * 11})), "blocks[0].elements[0].options", "too_many"),
    ("home", home(actions({"type": "datepicker", "placeholder": plain("x" * 151)})), "blocks[0].elements[0].placeholder.text", "too_long"),
    ("modal", modal({**field(), "label": plain("x" * 2_001)}, submit=plain("a")), "blocks[0].label.text", "too_long"),
    ("modal", modal({**field(), "hint": plain("x" * 2_001)}, submit=plain("a")), "blocks[0].hint.text", "too_long"),
    ("modal", modal({**field(), "element": button()}, submit=plain("a")), "blocks[0].element.type", "unknown_type"),
    ("modal", modal(field(initial_value="x" * 3_001), submit=plain("a")), "blocks[0].element.initial_value", "too_long"),
    ("modal", modal(field(max_length=3_001), submit=plain("a")), "blocks[0].element.max_length", "out_of_range"),
    # tables
    ("message", message(table(101)), "blocks[0].rows", "too_many"),
    ("message", message(table(2, 21)), "blocks[0].rows[0]", "too_many"),
    ("message", message(table(text="")), "blocks[0].rows[0][0].text", "empty"),
    ("message", message(table(100, 20, "x" * 6)), "blocks[0].rows", "too_long"),
    ("message", message({"type": "table", "rows": [[cell()], [cell(), cell()]]}), "blocks[0].rows[1]", "ragged"),
    ("message", message({"type": "table", "rows": [[number()]]}), "blocks[0].rows[0][0].type", "unknown_type"),
    ("message", message({"type": "table", "rows": [["a"]]}), "blocks[0].rows[0][0]", "type"),
    ("message", message({"type": "table"}), "blocks[0].rows", "missing"),
    ("message", message(table(column_settings=[{"align": "midden"}])), "blocks[0].column_settings[0].align", "not_allowed"),
    ("message", message(table(column_settings=[{}] * 21)), "blocks[0].column_settings", "too_many"),
    ("message", message({"type": "data_table", "rows": [[cell()], [cell()]]}), "blocks[0].caption", "missing"),
    ("message", message(data_table(1)), "blocks[0].rows", "too_few"),
    ("message", message(data_table(102)), "blocks[0].rows", "too_many"),
    ("message", message(data_table(page_size=0)), "blocks[0].page_size", "out_of_range"),
    ("message", message(data_table(page_size=101)), "blocks[0].page_size", "out_of_range"),
    ("message", message(data_table(rows=3) | {"rows": [[cell()], [number()], [cell()]]}), "blocks[0].rows[1:][0]", "mixed_column"),
    ("message", message(data_table() | {"rows": [[number()], [number()]]}), "blocks[0].rows[0][0].type", "not_allowed"),
    ("message", message(data_table() | {"rows": [[cell()], [number(math.nan)]]}), "blocks[0].rows[1][0].value", "not_finite"),
    ("message", message(data_table() | {"rows": [[cell()], [cell("x" * 10_001)]]}), "blocks[0].rows[1][0].text", "too_long"),
    # charts
    ("message", message(bar(title="x" * 51)), "blocks[0].title", "too_long"),
    ("message", message(bar(series=7)), "blocks[0].chart.series", "too_many"),
    ("message", message(bar(categories=21)), "blocks[0].chart.axis_config.categories", "too_many"),
    ("message", message(bar(categories=0)), "blocks[0].chart.axis_config.categories", "too_few"),
    ("message", message({"type": "data_visualization", "title": "a", "chart": {"type": "taart"}}), "blocks[0].chart.type", "unknown_type"),
    ("message", message({"type": "data_visualization", "title": "a", "chart": []}), "blocks[0].chart", "type"),
    ("message", message({"type": "data_visualization", "title": "a"}), "blocks[0].chart", "missing"),
    ("message", message(pie(segments=[{"label": "a", "value": 0}])), "blocks[0].chart.segments[0].value", "not_positive"),
    ("message", message(pie(segments=[{"label": "a", "value": "1"}])), "blocks[0].chart.segments[0].value", "type"),
    ("message", message(pie(segments=[{"label": "a", "value": 1}] * 2)), "blocks[0].chart.segments[1]", "not_unique"),
    ("message", message(pie(segments=[{"label": f"{at}", "value": 1} for at in range(7)])), "blocks[0].chart.segments", "too_many"),
    ("message", message(pie(segments=[{"label": "x" * 21, "value": 1}])), "blocks[0].chart.segments[0]", "too_long"),
    # containers, cards, alerts, rich text
    ("message", message(container(title=plain("x" * 151))), "blocks[0].title.text", "too_long"),
    ("message", message(container(title=None)), "blocks[0].title", "missing"),
    ("message", message(container(subtitle=plain("x" * 151))), "blocks[0].subtitle.text", "too_long"),
    ("message", message(container(child_blocks=[section()] * 11)), "blocks[0].child_blocks", "too_many"),
    ("message", message(container(child_blocks=[])), "blocks[0].child_blocks", "too_few"),
    ("message", message(container(child_blocks=[bar()])), "blocks[0].child_blocks[0].type", "wrong_surface"),
    ("message", message(container(child_blocks=[container()])), "blocks[0].child_blocks[0].type", "wrong_surface"),
    ("message", message(container(is_collapsible=False)), "blocks[0].default_collapsed", "not_allowed"),
    ("message", message(container(is_collapsible="ja")), "blocks[0].is_collapsible", "type"),
    ("message", message(container(width="breed")), "blocks[0].width", "not_allowed"),
    ("message", message({"type": "card"}), "blocks[0]", "missing"),
    ("message", message({"type": "card", "title": mrkdwn("x" * 151)}), "blocks[0].title.text", "too_long"),
    ("message", message({"type": "card", "body": mrkdwn("x" * 201)}), "blocks[0].body.text", "too_long"),
    ("message", message({"type": "card", "title": mrkdwn("a"), "actions": [button(at) for at in range(4)]}), "blocks[0].actions", "too_many"),
    ("message", message({"type": "card", "title": mrkdwn("a"), "icon": {"type": "image"}}), "blocks[0].icon.alt_text", "missing"),
    ("modal", modal({"type": "alert", "text": plain("x" * 201)}), "blocks[0].text.text", "too_long"),
    ("modal", modal({"type": "alert", "text": plain("x"), "level": "rood"}), "blocks[0].level", "not_allowed"),
    ("message", message(rich(rich_line(""))), "blocks[0].elements[0].elements[0].text", "empty"),
    ("message", message(rich({"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]})), "blocks[0].elements[0].elements[0]", "broadcast"),
    ("message", message(rich({"type": "rich_text_section", "elements": [{"type": "link"}]})), "blocks[0].elements[0].elements[0].url", "missing"),
    ("message", message(rich({"type": "rich_text_section", "elements": [{"type": "foto"}]})), "blocks[0].elements[0].elements[0].type", "unknown_type"),
    ("message", message(rich({"type": "rich_text_section", "elements": ["a"]})), "blocks[0].elements[0].elements[0]", "type"),
    ("message", message(rich({"type": "rich_text_list", "elements": [rich_line()]})), "blocks[0].elements[0].style", "missing"),
    ("message", message(rich({"type": "rich_text_list", "style": "bullet", "indent": 9, "elements": [rich_line()]})), "blocks[0].elements[0].indent", "out_of_range"),
    ("message", message(rich({"type": "rich_text_list", "style": "bullet", "elements": ["a"]})), "blocks[0].elements[0].elements[0]", "unknown_type"),
    ("message", message(rich({"type": "rich_text_boek", "elements": [rich_line()]})), "blocks[0].elements[0].type", "unknown_type"),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "payload", "path", "rule"), OUT_OF_ORDER)
def test_what_slack_would_refuse_is_a_fault_with_its_place(surface, payload, path, rule):
    found = validate(payload, surface)
    assert (path, rule) in [(fault.path, fault.rule) for fault in found], [str(fault) for fault in found]


def series(owner):
    return owner["blocks"][0]["chart"]["series"]


@pytest.mark.parametrize(
    ("change", "path", "rule"),
    [
        (lambda it: series(it)[1].update(name="s0"), "series[1]", "not_unique"),
        (lambda it: series(it)[0].update(name="x" * 21), "series[0]", "too_long"),
        (lambda it: series(it)[0]["data"].pop(), "series[0].data", "not_the_categories"),
        (lambda it: series(it)[0]["data"][0].update(label="ander"), "series[0].data", "not_the_categories"),
        (lambda it: series(it)[0]["data"][0].update(value=math.inf), "series[0].data[0].value", "not_finite"),
        (lambda it: series(it)[0]["data"][0].update(value="1,5"), "series[0].data[0].value", "type"),
        (
            lambda it: it["blocks"][0]["chart"]["axis_config"].update(y_label="x" * 51),
            "axis_config.y_label",
            "too_long",
        ),
        (
            lambda it: it["blocks"][0]["chart"]["axis_config"].update(categories=["c0", "c0"]),
            "axis_config.categories[1]",
            "not_unique",
        ),
        (
            lambda it: it["blocks"][0]["chart"]["axis_config"].update(categories=["x" * 21, "c1"]),
            "axis_config.categories[0]",
            "too_long",
        ),
    ],
)
def test_a_chart_has_one_finite_value_for_each_short_and_unique_name(change, path, rule):
    payload = message(bar(series=2))
    assert validate(payload, "message") == ()
    change(payload)
    assert (f"blocks[0].chart.{path}", rule) in [(fault.path, fault.rule) for fault in validate(payload, "message")]


def test_negative_bars_are_allowed():
    payload = message(bar())
    series(payload)[0]["data"][0]["value"] = -1.9
    assert validate(payload, "message") == ()


def test_a_fault_is_told_in_one_short_line():
    (fault,) = validate(message(section("x" * 3_001)), "message")
    assert str(fault) == "blocks[0].text.text: too_long (found 3001, limit 3000)"
    (fault,) = validate(message(text="<!here>" * 100), "message")
    assert len(str(fault)) < 120


def test_looking_changes_nothing():
    for surface, payload in IN_ORDER:
        before = copy.deepcopy(payload)
        validate(payload, surface)
        assert payload == before


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "text",
                    "blocks",
                    "elements",
                    "rows",
                    "chart",
                    "series",
                    "data",
                    "value",
                    "label",
                    "options",
                    "title",
                ]
            ),
            inner
            | st.sampled_from(["section", "actions", "table", "bar", "button", "rich_text", "rich_text_list", "input"]),
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(anything, st.sampled_from(SURFACES))
def test_no_payload_whatever_raises(payload, surface):
    assert isinstance(validate(payload, surface), tuple)


@pytest.mark.parametrize("kind", sorted({block["type"] for _, it in IN_ORDER for block in it.get("blocks", ())}))
@given(value=anything)
def test_no_content_of_a_block_raises(kind, value):
    block = {"type": kind}
    for name in (
        "text",
        "elements",
        "rows",
        "chart",
        "element",
        "child_blocks",
        "fields",
        "actions",
        "title",
        "caption",
    ):
        block[name] = value
    assert validate(message(block), "message")
