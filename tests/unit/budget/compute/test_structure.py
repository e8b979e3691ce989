"""The structure."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.queries import ReasonCode, StructureQuery, StructureTopic

T = StructureTopic


@pytest.mark.parametrize(
    ("topic", "line", "groups"),
    [
        (T.PARTS, None, [("wse", ["ja", "jb", "jd", "jf", "je"])]),
        (T.PARTS, "je", [("je", ["je-activering", "je-duurzame-arbeidsmarkt"])]),
        (T.PARENT, "jd-loopbanen", [("jd-loopbanen", ["jd", "sd-sterke-loopbanen", "wse"])]),
        (T.PARENT, "jd-thema-overschrijdend", [("jd-thema-overschrijdend", ["jd", "wse"])]),
        (T.PROGRAMMES, None, [("wse", ["ja", "jb", "jd", "jf", "je"])]),
        (T.PROGRAMMES, "vdab", [("vdab", ["vdab-jd", "vdab-jf"])]),
        (T.PROGRAMMES, "sd-sterke-loopbanen", [("sd-sterke-loopbanen", ["jd", "jf"])]),
        (T.ISES, "jf", [("jf", ["jf-competenties"])]),
        (T.OBJECTIVES, "jf-competenties", [("sd-sterke-loopbanen", ["jd-loopbanen", "jf-competenties"])]),
    ],
)
def test_the_asked_part_of_the_structure_comes_in_table_order(ask, topic, line, groups):
    got = ask(StructureQuery(topic, line))
    assert (got.status, got.kind) == (Status.OK, "structure")
    assert [(head.id, [one.id for one in below]) for head, below in got.body.groups] == groups


def test_the_seven_ises_stand_under_their_programmes(ask):
    got = ask(StructureQuery(T.ISES))
    assert [head.id for head, _ in got.body.groups] == ["jd", "jf", "je"]
    assert sum(len(below) for _, below in got.body.groups) == 7


def test_three_objectives_hold_six_ises(ask):
    got = ask(StructureQuery(T.OBJECTIVES))
    assert [len(below) for _, below in got.body.groups] == [2, 2, 2]


@pytest.mark.parametrize(
    "query",
    [
        StructureQuery(T.PARTS, "ja"),
        StructureQuery(T.OBJECTIVES, "jd-thema-overschrijdend"),
        StructureQuery(T.PARENT, "wse"),
    ],
)
def test_what_the_source_does_not_place_is_no_data(ask, query):
    got = ask(query)
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NOT_IN_DOCUMENT)
