"""How each part of a reply is drawn."""

import subprocess
import sys

import pytest

from bot.replies.model import Button, Chart, Items, Paragraph, Reply, SourceLine, Table
from bot.slack.blocks import message
from bot.slack.blocks.kinds import ACTION_PREFIX

TABLE = Table("Duizend euro", ("Lijn", "VAK"), (("a", "1.700.355"), ("b", "-57")), (False, True))


def drawn(profile, *parts, **fields):
    return message(Reply("ok", "Kop.", parts, **fields), profile=profile)["blocks"][1:]


def kinds(blocks):
    return [block["type"] for block in blocks]


def test_a_small_table_is_native_with_its_numbers_at_the_right():
    caption, native = drawn("rich", TABLE)
    assert caption["text"]["text"] == "Duizend euro"
    assert native["type"] == "table"
    assert native["column_settings"] == [{"is_wrapped": True}, {"align": "right"}]
    assert [cell["text"] for cell in native["rows"][1]] == ["a", "1.700.355"]


@pytest.mark.parametrize("profile", ["rich", "plain"])
def test_a_table_of_two_long_rows_stands_upright_to_fit_a_phone(profile):
    long = Table(
        "Duizend euro",
        ("Krediet", "BA 2021", "Delta", "BO 2022"),
        (("VAK", "1.642.658", "+57.697", "1.700.355"), ("VEK", "1.642.458", "+57.700", "1.700.158")),
        (False, True, True, True),
    )
    *_, last = drawn(profile, long)
    if profile == "rich":
        assert [[cell["text"] for cell in row] for row in last["rows"]] == [
            ["Krediet", "VAK", "VEK"],
            ["BA 2021", "1.642.658", "1.642.458"],
            ["Delta", "+57.697", "+57.700"],
            ["BO 2022", "1.700.355", "1.700.158"],
        ]
        assert last["column_settings"] == [{"is_wrapped": True}, {"align": "right"}, {"align": "right"}]
    else:
        assert last["text"]["text"].splitlines()[2:5] == [
            "Krediet        VAK        VEK",
            "-------  ---------  ---------",
            "BA 2021  1.642.658  1.642.458",
        ]


def test_a_long_table_is_paged_and_sorts_by_value():
    rows = tuple((f"lijn {at}", f"{at}.000,5", f"+{at},5\u00a0%") for at in range(1, 13))
    _, native = drawn("rich", Table("Duizend euro", ("Lijn", "VAK", "%"), rows, (False, True, True)))
    assert native["type"] == "data_table"
    assert native["rows"][2][1] == {"type": "raw_number", "value": 2000.5, "text": "2.000,5"}
    assert native["rows"][2][2] == {"type": "raw_number", "value": 2.5, "text": "+2,5\u00a0%"}


def test_a_column_with_one_word_in_it_is_words_throughout():
    rows = (*tuple((f"lijn {at}", f"{at}") for at in range(12)), ("rest", "geen"))
    _, native = drawn("rich", Table("Duizend euro", ("Lijn", "VAK"), rows, (False, True)))
    assert {cell["type"] for row in native["rows"] for cell in row} == {"raw_text"}


def test_an_empty_cell_shows_a_dash():
    _, native = drawn("rich", Table("x", ("a", ""), (("", "1"),), (False, True)))
    assert [[cell["text"] for cell in row] for row in native["rows"]] == [["a", "–"], ["–", "1"]]


def test_a_message_has_one_native_table_the_next_are_drawn_in_characters():
    assert kinds(drawn("rich", TABLE, TABLE)) == ["section", "table", "section"]
    assert "```" in drawn("rich", TABLE, TABLE)[2]["text"]["text"]


def test_a_table_slack_would_refuse_is_drawn_in_characters_under_its_head_again_and_again():
    wide = Table("Breed", tuple("abcdefghijklmnopqrstu"), (tuple("123456789012345678901"),) * 3, (True,) * 21)
    assert kinds(drawn("rich", wide)) == ["section"]
    long = Table("Lang", ("Lijn", "VAK"), tuple((f"lijn {at}", f"{at}") for at in range(400)), (False, True))
    pieces = [block["text"]["text"] for block in drawn("rich", long)]
    assert pieces[0] == "Lang"
    assert len(pieces) > 2
    assert all(piece.startswith("```\nLijn") and piece.endswith("\n```") for piece in pieces[1:])


def test_a_table_too_wide_for_a_code_block_is_said_row_by_row():
    wide = Table("Controles", ("Controle", "Rij"), (("een " + "lange " * 20 + "naam", "wse"),) * 3, (False, False))
    (said,) = drawn("plain", wide)
    assert said["text"]["text"].splitlines()[0] == "Controles (Controle)"
    assert said["text"]["text"].splitlines()[1].endswith("naam: Rij wse")


def test_a_chart_is_native_in_million_euro():
    (chart,) = drawn("rich", Chart("Redenen", "VAK", (("Index", 35.7), ("Raming", -1.9))))
    assert chart["chart"]["axis_config"] == {"categories": ["Index", "Raming"], "y_label": "miljoen euro"}
    assert chart["chart"]["series"] == [
        {"name": "VAK", "data": [{"label": "Index", "value": 35.7}, {"label": "Raming", "value": -1.9}]}
    ]


@pytest.mark.parametrize(
    "bars",
    [
        (("Index", 1.0), ("Index", 2.0)),
        (("een opschrift van meer dan twintig tekens", 1.0),),
        tuple((f"b{at}", 1.0) for at in range(21)),
        (("oneindig", float("inf")),),
        ((" ", 1.0),),
    ],
)
def test_a_chart_slack_would_refuse_is_drawn_in_characters(bars):
    assert kinds(drawn("rich", Chart("Redenen", "VAK", bars))) == ["section"]


def test_at_most_two_charts_are_native():
    chart = Chart("Redenen", "VAK", (("Index", 1.0),))
    assert kinds(drawn("rich", chart, chart, chart)) == ["data_visualization", "data_visualization", "section"]


def test_a_list_keeps_its_depth_and_its_amounts_stand_out():
    (block,) = drawn("rich", Items("Redenen", (("+1,1", "netto", 0), ("+1,8", "index", 1), ("", "rest", 0))))
    title, first, deeper, last = block["elements"]
    assert title["elements"][0]["text"] == "Redenen"
    assert [part["indent"] for part in (first, deeper, last)] == [0, 1, 0]
    assert first["elements"][0]["elements"] == [
        {"type": "text", "text": "+1,1", "style": {"bold": True}},
        {"type": "text", "text": "  netto"},
    ]
    assert last["elements"][0]["elements"] == [{"type": "text", "text": "rest"}]


def test_a_very_long_list_goes_on_in_sections():
    items = Items("Redenen", tuple((f"+{at}", "een reden van zekere lengte", 0) for at in range(200)))
    assert set(kinds(drawn("rich", items))) == {"section"}


def test_the_source_is_in_sight_and_its_details_open_at_a_click():
    blocks = drawn(
        "rich",
        notes=("Let op.",),
        context="Wat VAK is.",
        sources=(SourceLine("slide 3", "https://x.example/3?a=1&b=2"), SourceLine("slide 11", None)),
        paste="Zin (bron).",
    )
    assert kinds(blocks) == ["context", "container"]
    assert [it["text"] for it in blocks[0]["elements"]] == [
        "Let op.",
        "Bron: <https://x.example/3?a=1&amp;b=2|slide 3>",
    ]
    container = blocks[1]
    assert (container["is_collapsible"], container["default_collapsed"]) == (True, True)
    assert container["title"]["text"] == "Bron en berekening"
    assert [child["text"]["text"] for child in container["child_blocks"]] == [
        "Wat VAK is.",
        "Bron: <https://x.example/3?a=1&amp;b=2|slide 3>\nBron: slide 11",
        "Om te citeren:\n> Zin (bron).",
    ]


def test_without_source_there_is_no_container():
    assert drawn("rich") == []


def test_buttons_carry_their_command_and_a_place_of_their_own():
    blocks = drawn("plain", choices=(Button("Werk", "duurzame arbeidsmarkt werk"),), buttons=(Button("Hulp", "help"),))
    assert [(it["action_id"], it["text"]["text"], it["value"]) for block in blocks for it in block["elements"]] == [
        (f"{ACTION_PREFIX}0", "Werk", "duurzame arbeidsmarkt werk"),
        (f"{ACTION_PREFIX}1", "Hulp", "help"),
    ]


def test_more_than_25_buttons_take_a_second_row():
    blocks = drawn("plain", buttons=tuple(Button(f"b{at}", f"c{at}") for at in range(30)))
    assert [len(block["elements"]) for block in blocks] == [25, 5]


def test_the_text_profile_says_what_to_type():
    (block,) = drawn("text", buttons=(Button("Waarom", "waarom loopbanen"),))
    assert block["text"]["text"] == "Verder:\n• Waarom: typ waarom loopbanen"


def test_the_text_profile_says_each_row_in_words():
    (block,) = drawn("text", TABLE)
    assert block["text"]["text"] == "Duizend euro (Lijn)\n• a: VAK 1.700.355\n• b: VAK -57"


def test_in_words_a_ranking_is_named_by_place_and_line():
    ranking = Table("Duizend euro", ("Plaats", "Lijn", "VAK"), (("1", "Loopbanen", "57"),), (True, False, True))
    (block,) = drawn("text", ranking)
    assert block["text"]["text"] == "Duizend euro (Plaats, Lijn)\n• 1 Loopbanen: VAK 57"


def test_a_headline_of_two_lines_is_bold_on_both():
    made = message(Reply("ok", "Eén.\nTwee.", (Paragraph("Drie."),)), profile="plain")
    assert made["blocks"][0]["text"]["text"] == "*Eén.*\n*Twee.*"


def test_an_unknown_profile_is_a_mistake_of_the_caller():
    with pytest.raises(KeyError):
        message(Reply("ok", "Kop."), profile="mooi")


def test_drawing_loads_no_library():
    code = (
        "import sys, bot.slack.blocks, bot.slack.limits;"
        "print(sorted({'slack_sdk', 'slack_bolt', 'pydantic', 'tabulate', 'yaml', 'asyncio'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
