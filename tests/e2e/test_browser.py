"""What a reader sees in the browser and clicks there: the real page of the local Slack in headless Chromium."""

from __future__ import annotations

import sys

import pytest

from bot.demo.install import NotInstalledError
from tests.e2e.browser.page import NoBrowserError, browsing
from tests.e2e.conftest import lacking

DELTA = "57,7 miljoen"


@pytest.fixture(scope="module")
def browser(clean_environment, tmp_path_factory):  # noqa: ARG001 - no setting of the developer reaches it
    try:
        with browsing(tmp_path_factory.mktemp("browser")) as page:
            yield page
            assert page.order("faults") == []
    except (NoBrowserError, NotInstalledError) as error:
        lacking(f"no browser: {error} {getattr(error, 'details', '')}")


@pytest.fixture
def page(browser, slack):
    browser.open(slack.address)
    browser.be("U0ANKE")
    return browser


@pytest.mark.parametrize(("there", "lacks"), [((), "node"), (("node",), "Chromium")])
def test_what_lacks_for_a_browser_is_named(tmp_path, monkeypatch, there, lacks):
    for name in there:
        (tmp_path / name).symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(NoBrowserError, match=lacks), browsing(tmp_path):
        pass


def test_what_lacks_is_skipped_loudly_and_fails_where_nothing_may_lack(monkeypatch):
    monkeypatch.delenv("E2E_REQUIRED", raising=False)
    with pytest.raises(pytest.skip.Exception, match="NOT TESTED END TO END: there is no browser"):
        lacking("there is no browser")
    monkeypatch.setenv("E2E_REQUIRED", "1")
    with pytest.raises(pytest.fail.Exception, match="there is no browser"):
        lacking("there is no browser")


def test_a_command_is_answered_on_the_page_privately(page, slack):
    said = page.typed("/bbt loopbanen")
    assert said["private"]
    assert DELTA in said["text"]
    # The page says "only visible to you" but shows it to whoever it is switched to; for whom it is, the message says.
    kept = {one["ts"]: one for one in slack.messages("C0BEGROTING")}
    assert kept[said["ts"]]["ephemeral_to"] == "U0ANKE"


def test_the_button_vek_changes_the_answer_in_its_place(page):
    said = page.typed("/bbt loopbanen")
    others = [one["ts"] for one in page.messages()]
    page.press(said, "VEK")
    changed = page.becomes(said, "VEK in BO 2022")
    assert changed["private"]
    assert "VAK" in changed["buttons"]
    assert "VEK" not in changed["buttons"]
    assert [one["ts"] for one in page.messages()] == others


def test_a_shared_answer_is_seen_by_another_person_and_the_private_one_is_gone(page):
    there = page.messages()
    said = page.typed("/bbt loopbanen")
    page.press(said, "Deel in kanaal")
    shared = page.comes("Anke Peeters deelde dit antwoord", [*there, said])
    page.order("gone", ts=said["ts"])
    page.be("U0BILAL")
    seen = page.becomes(shared, "Anke Peeters deelde dit antwoord")
    assert not seen["private"]
    assert DELTA in seen["text"]
    assert "Deel in kanaal" not in seen["buttons"]


def test_a_misspelt_word_is_answered_with_a_button_that_works(page):
    said = page.typed("/bbt loopbannnen xx")
    assert DELTA not in said["text"]
    assert said["buttons"].count("Loopbanen") == 1
    page.press(said, "Loopbanen")
    assert page.becomes(said, DELTA)["private"]


def test_a_table_and_bars_stand_in_columns_and_the_sentence_to_cite_is_a_quotation(page):
    said = page.typed("/bbt loopbanen")
    rows = [one["text"] for one in said["fixed"]]
    assert "BA 2021  1.642.658  1.642.658" in rows
    assert "DC mechanisme  13,0 ████" in rows
    # Of one width for each character, none of them wrapped: what stands below each other in the text does so here.
    assert len({round(one["width"], 1) for one in said["fixed"] if "█" not in one["text"]}) <= 2
    assert {one["lines"] for one in said["fixed"]} == {1}
    assert "```" not in said["text"]
    assert "&gt;" not in said["text"]
    assert said["quoted"][0].startswith("In BO 2022 bedraagt het vastleggingskrediet (VAK) voor loopbanen 1.700,4")


def test_the_sentence_to_copy_comes_without_marks(page):
    said = page.typed("/bbt loopbanen")
    page.press(said, "Citeer")
    told = page.comes("Om te kopiëren", [*page.messages()[:-1], said])
    assert "`" not in told["text"]
    assert told["fixed"][0]["text"].startswith("In BO 2022 bedraagt")


def test_on_a_phone_no_text_runs_out_of_sight(page, slack):
    page.open(slack.address, (600, 844))  # a phone, and the side bar that the local page keeps
    page.be("U0CHRIS")
    said = page.typed("/bbt loopbanen")
    left, right = page.order("edges", ts=said["ts"])
    assert 0 <= left < right <= 600
