"""Every name of a catalog leads to what it stands for, in whatever spelling, and an unclear one to nothing."""

from __future__ import annotations

import pytest

from bot.wiring import House
from budget.resolve.text import phrase_key


@pytest.fixture
def lexicon(house: House):
    return house.lexicon


def targets(lexicon, text, kind):
    return dict(lexicon.phrases.get(phrase_key(text), ())).get(kind)


def test_every_line_is_found_by_its_name(lexicon, house):
    for line in house.catalog.default.lines.values():
        found = targets(lexicon, line.name, "line")
        assert found is None or line.id in found  # "Activering (werk)" is put together from its words


def test_every_policy_is_found_by_its_name(lexicon, house):
    for policy in house.catalog.default.policies.values():
        assert policy.id in targets(lexicon, policy.name, "policy")


def test_every_glossary_term_is_found_by_its_name_and_in_full(lexicon, house):
    for term in house.catalog.glossary.values():
        assert term.id in targets(lexicon, term.name, "glossary")
        if term.expansion:
            assert term.id in targets(lexicon, term.expansion, "glossary")


@pytest.mark.parametrize("name", ["activering", "duurzame arbeidsmarkt"])
def test_an_ambiguous_name_stands_for_all_its_lines(name, lexicon):
    assert len(targets(lexicon, name, "line")) >= 2


def test_a_name_put_together_from_an_ambiguous_one_is_left_to_its_words(lexicon):
    assert targets(lexicon, "Activering (werk)", "line") is None


def test_a_policy_named_like_its_reason_means_the_policy(lexicon):
    for meanings in lexicon.phrases.values():
        assert not {"policy", "reason"} <= {kind for kind, _ in meanings}


def test_an_abbreviation_in_full_means_the_same_policy(lexicon):
    assert "sine" in targets(lexicon, "sociale inschakelingseconomie", "policy")


def test_the_longest_phrase_is_tried_first(lexicon):
    for counts in lexicon.lengths.values():
        assert list(counts) == sorted(counts, reverse=True)


def test_every_phrase_can_be_reached_by_its_first_word(lexicon):
    for key in lexicon.phrases:
        parts = key.split(" ")
        assert len(parts) in lexicon.lengths[parts[0]]


@pytest.mark.parametrize(("start", "meant"), [("veerkr", "veerkracht"), ("competent", None), ("xyzx", None)])
def test_the_start_of_names_that_mean_one_thing_is_read_as_the_shortest(start, meant, lexicon):
    assert lexicon.abbreviated(start) == meant


def test_names_that_look_alike_are_offered_nearest_first(lexicon):
    assert "Loopbanen" in lexicon.near("loopbannnen")
    assert lexicon.near("qqqqqq") == ()
    assert lexicon.near("") == ()
    assert len(lexicon.near("loopbaan", 1)) <= 1
