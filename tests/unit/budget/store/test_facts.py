"""The built-in document holds what its slides print: each figure, reason, action and place, typed here again."""

from __future__ import annotations

from datetime import date

import pytest

from budget.model import Catalog, Credit, Level, Nature, Printed, Quantity, Round
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog

TABLE = """
wse                       3.668.556 3.658.893  78.795  98.912 3.747.351 3.757.805
ja                           38.456    38.791   4.379   4.335    42.835    43.126
jb                            7.061     5.740   9.063   5.508    16.124    11.248
jd                        2.856.233 2.846.900  57.074  81.318 2.913.307 2.928.218
jd-activering             1.155.467 1.151.991  18.307  18.470 1.173.774 1.170.461
jd-loopbanen              1.642.658 1.642.658  57.697  57.697 1.700.355 1.700.355
jd-duurzame-arbeidsmarkt     28.532    18.147 -15.158    -708    13.374    17.439
jd-thema-overschrijdend      29.576    34.104  -3.772   5.859    25.804    39.963
jf                          240.441   240.441   2.744   2.744   243.185   243.185
jf-competenties             240.441   240.441   2.744   2.744   243.185   243.185
je                          526.365   527.021   5.535   5.007   531.900   532.028
je-activering               514.456   514.984   5.456   4.928   519.912   519.912
je-duurzame-arbeidsmarkt     11.909    12.037      79      79    11.988    12.116
vdab                        712.386   712.530   4.230   4.393   716.616   716.923
vdab-jd                     548.010   548.154   1.523   1.686   549.533   549.840
vdab-jd-activering          548.010   548.154   1.523   1.686   549.533   549.840
vdab-jf                     164.376   164.376   2.707   2.707   167.083   167.083
vdab-jf-competenties        164.376   164.376   2.707   2.707   167.083   167.083
""".split("\n")[1:-1]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(builtin_folder())


def test_all_108_figures_of_the_two_tables_stand_there_in_table_order(catalog: Catalog) -> None:
    lines = [line for line in catalog.default.lines.values() if line.level is not Level.OBJECTIVE]
    assert [line.id for line in lines] == [row.split()[0] for row in TABLE]
    for line, row in zip(lines, TABLE, strict=True):
        vak_ba, vek_ba, vak_delta, vek_delta, vak_bo, vek_bo = (
            1000 * int(cell.replace(".", "")) for cell in row.split()[1:]
        )
        one = line.amounts
        assert (one.base(Credit.VAK), one.base(Credit.VEK)) == (vak_ba, vek_ba)
        assert (one.delta(Credit.VAK), one.delta(Credit.VEK)) == (vak_delta, vek_delta)
        assert (one.draft(Credit.VAK), one.draft(Credit.VEK)) == (vak_bo, vek_bo)


def test_every_line_stands_on_the_slide_of_its_table(catalog: Catalog) -> None:
    for line in catalog.default.lines.values():
        expected = 5 if line.level is Level.OBJECTIVE else 4 if line.scope == "vdab" else 3
        assert line.slide == expected, line.id


def test_objectives_are_computed_from_their_two_ises(catalog: Catalog) -> None:
    lines = catalog.default.lines
    objectives = {line.id: line.parts for line in lines.values() if line.level is Level.OBJECTIVE}
    assert objectives == {
        "sd-meer-mensen-aan-het-werk": ("jd-activering", "je-activering"),
        "sd-sterke-loopbanen": ("jd-loopbanen", "jf-competenties"),
        "sd-veerkrachtige-ondernemingen": ("jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"),
    }
    assert lines["sd-sterke-loopbanen"].amounts.vak_draft == 1_943_540_000
    assert lines["sd-veerkrachtige-ondernemingen"].amounts.vek_delta == -629_000
    assert lines["jd-thema-overschrijdend"].objective is None


def test_programmes_hold_their_ises_and_vdab_is_a_part_of_the_domain(catalog: Catalog) -> None:
    lines = catalog.default.lines
    assert catalog.default.total.id == "wse"
    assert lines["wse"].parts == ("ja", "jb", "jd", "jf", "je")
    assert lines["jd"].parts == ("jd-activering", "jd-loopbanen", "jd-duurzame-arbeidsmarkt", "jd-thema-overschrijdend")
    assert lines["jf"].parts == ("jf-competenties",)
    assert lines["je"].parts == ("je-activering", "je-duurzame-arbeidsmarkt")
    assert lines["vdab"].parts == ("vdab-jd", "vdab-jf")
    parts = {line.id: line.whole for line in lines.values() if line.whole}
    assert parts == {
        "vdab": "wse",
        "vdab-jd": "jd",
        "vdab-jd-activering": "jd-activering",
        "vdab-jf": "jf",
        "vdab-jf-competenties": "jf-competenties",
    }


def test_the_seven_statements_stand_as_their_slides_print_them(catalog: Catalog) -> None:
    mln = 1_000_000
    said = {
        "jd-activering": (Printed(1200 * mln, 100 * mln), Printed(18_300_000, 100_000), 8),
        "je-activering": (Printed(520 * mln, mln), Printed(5_500_000, 100_000), 8),
        "jd-loopbanen": (Printed(1700 * mln, 100 * mln), Printed(57_700_000, 100_000), 11),
        "jf-competenties": (Printed(243 * mln, mln), Printed(2_700_000, 100_000), 12),
        "jd-duurzame-arbeidsmarkt": (Printed(13_400_000, 100_000), Printed(-15_200_000, 100_000), 14),
        "je-duurzame-arbeidsmarkt": (Printed(11_900_000, 100_000), Printed(80_000, 10_000), 14),
        "jd-thema-overschrijdend": (Printed(25_800_000, 100_000), Printed(-3_800_000, 100_000), 16),
    }
    found = {line: (one.total, one.change, one.slide) for line, one in catalog.default.statements.items()}
    assert found == said


REASONS = {
    "jobbonus-plus": ("jd-activering", 15_000_000, 1_000_000, Nature.NEW_POLICY, 8),
    "vop-index": ("jd-activering", 1_800_000, 100_000, Nature.INDEX, 8),
    "vdab-netto": ("jd-activering", 1_500_000, 100_000, Nature.UNSTATED, 8),
    "se-index": ("je-activering", 9_400_000, 100_000, Nature.INDEX, 8),
    "sine": ("je-activering", -3_900_000, 100_000, Nature.ESTIMATE, 8),
    "dc-indexmechanisme": ("jd-loopbanen", 13_000_000, 1_000_000, Nature.NEW_POLICY, 11),
    "dc-volume": ("jd-loopbanen", 11_800_000, 100_000, Nature.VOLUME, 11),
    "dc-index": ("jd-loopbanen", 35_700_000, 100_000, Nature.INDEX, 11),
    "dc-prognose": ("jd-loopbanen", -1_900_000, 100_000, Nature.ESTIMATE, 11),
    "zorgkrediet": ("jd-loopbanen", 1_100_000, 100_000, Nature.UNSTATED, 11),
    "zorgkrediet-index": ("jd-loopbanen", 1_800_000, 100_000, Nature.INDEX, 11),
    "zorgkrediet-lbo": ("jd-loopbanen", -700_000, 100_000, Nature.UNSTATED, 11),
    "landingsbanen": ("jd-loopbanen", -1_800_000, 100_000, Nature.UNSTATED, 11),
    "vdab-toelage": ("jf-competenties", 2_700_000, 100_000, Nature.INDEX, 12),
    "sectorconvenants": ("jd-duurzame-arbeidsmarkt", None, None, Nature.COMMITMENT_TIMING, 14),
    "duurzame-se-index": ("je-duurzame-arbeidsmarkt", None, None, Nature.INDEX, 14),
    "esf": ("jd-thema-overschrijdend", -3_700_000, 100_000, Nature.OTHER, 16),
    "steunpunt-viona": ("jd-thema-overschrijdend", -100_000, 100_000, Nature.TRANSFER, 16),
}


def test_every_reason_has_its_line_amount_sign_step_nature_and_slide(catalog: Catalog) -> None:
    found = {}
    for one in catalog.default.reasons.values():
        amount = one.amount
        eur, step = (amount.eur, amount.step) if amount else (None, None)
        found[one.id] = (one.line, eur, step, one.nature, one.slide)
    assert found == REASONS
    assert list(found) == list(REASONS)


def test_a_net_reason_holds_its_parts_and_is_counted_once(catalog: Catalog) -> None:
    explanation = catalog.default
    assert {key: [one.id for one in parts] for key, parts in explanation.reason_parts.items()} == {
        "zorgkrediet": ["zorgkrediet-index", "zorgkrediet-lbo"]
    }
    top = [one.id for one in explanation.line_reasons["jd-loopbanen"]]
    assert top == ["dc-indexmechanisme", "dc-volume", "dc-index", "dc-prognose", "zorgkrediet", "landingsbanen"]


def test_an_unstated_nature_has_no_invented_cause(catalog: Catalog) -> None:
    for one in catalog.default.reasons.values():
        assert bool(one.cause) == (one.nature is not Nature.UNSTATED), one.id


def test_index_and_new_policy_add_up_over_the_document(catalog: Catalog) -> None:
    def total(nature: Nature) -> int:
        return sum(one.amount.eur for one in catalog.default.reasons.values() if one.nature is nature and one.amount)

    assert total(Nature.INDEX) == 51_400_000
    assert total(Nature.NEW_POLICY) == 28_000_000


def test_part_line_reasons_are_found_under_the_part_too(catalog: Catalog) -> None:
    reasons = catalog.default.line_reasons
    assert [one.id for one in reasons["vdab-jd-activering"]] == ["vdab-netto"]
    assert [one.id for one in reasons["vdab-jf-competenties"]] == ["vdab-toelage"]


def test_every_counted_thing_of_the_actions_stands_there(catalog: Catalog) -> None:
    found = {one.id: one.quantities for one in catalog.default.actions.values() if one.quantities}
    assert found == {
        "re-integratie": (Quantity(7500, "trajecten", "in 2022"),),
        "collectief-maatwerk": (Quantity(1000, "extra jobs", "als voorbeeld gegeven"),),
        "jobbonus": (Quantity(600, "euro", "maximaal, per jaar"),),
        "jobbonus-plus": (Quantity(600, "euro", "premie"),),
        "activeringsconferentie": (Quantity(80, "%", "doelstelling"),),
    }
    actions = catalog.default.actions
    assert [one.id for one in actions.values() if one.is_example] == ["collectief-maatwerk"]
    assert {one.id: one.period for one in actions.values() if one.period} == {
        "re-integratie": (2022, 2022),
        "sectorconvenants": (2021, 2022),
        "esf": (2021, 2027),
    }


def test_actions_of_a_slide_with_two_labels_stand_under_both(catalog: Catalog) -> None:
    labels = {
        6: ("jd-activering",),
        7: ("jd-activering", "je-activering"),
        9: ("jd-loopbanen", "jf-competenties"),
        10: ("jf-competenties",),
        13: ("jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"),
        15: ("jd-thema-overschrijdend",),
        16: ("jd-thema-overschrijdend",),
    }
    count = dict.fromkeys(labels, 0)
    for one in catalog.default.actions.values():
        assert one.lines == labels[one.slide], one.id
        count[one.slide] += 1
    assert count == {6: 6, 7: 7, 9: 9, 10: 5, 13: 8, 15: 7, 16: 1}


def test_every_policy_has_a_reason_or_an_action(catalog: Catalog) -> None:
    explanation = catalog.default
    for policy in explanation.policies.values():
        assert explanation.policy_reasons.get(policy.id) or explanation.policy_actions.get(policy.id), policy.id


def test_a_reason_stands_under_a_line_of_its_policy(catalog: Catalog) -> None:
    explanation = catalog.default
    for reason in explanation.reasons.values():
        assert reason.line in explanation.policies[reason.policy].lines, reason.id


def test_who_showed_what_when_and_where(catalog: Catalog) -> None:
    document = catalog.default.document
    assert document.presenter == "Hilde Crevits"
    assert len(document.presenter_roles) == 2
    assert document.date == date(2021, 10, 18)
    assert document.venue == "Vlaams Parlement"
    assert (document.base_round, document.draft_round) == (Round("BA", 2021), Round("BO", 2022))
    assert document.table_step == 1000
    assert [slide.number for slide in document.slides] == list(range(1, 18))
    assert document.address is None


def test_the_known_oddities_of_the_source_are_rows_with_an_explanation(catalog: Catalog) -> None:
    found = {gap.check: (gap.gap_eur, gap.kind) for gap in catalog.default.gaps.values()}
    assert found == {
        "statement:je-duurzame-arbeidsmarkt:total": (-88_000, "discrepancy"),
        "reasons:jd-activering": (7_000, "rounding"),
        "reasons:je-activering": (-44_000, "rounding"),
        "reasons:jd-loopbanen": (-203_000, "rounding"),
        "reasons:jf-competenties": (44_000, "unexplained"),
        "reasons:jd-duurzame-arbeidsmarkt": (-15_158_000, "unexplained"),
        "reasons:je-duurzame-arbeidsmarkt": (79_000, "unexplained"),
        "reasons:jd-thema-overschrijdend": (28_000, "rounding"),
        "reasons-vek:jd-thema-overschrijdend": (5_859_000, "unexplained"),
        "reasons:ja": (4_379_000, "unexplained"),
        "reasons:jb": (9_063_000, "unexplained"),
        "outside:jf-competenties": (37_000, "unexplained"),
    }


@pytest.mark.parametrize(
    "word",
    (
        "vak vek bbt ba bo delta ise wse se vdab sd programma programma-ja programma-jb programma-jd programma-je "
        "programma-jf sine vop swt neet lbo esf serv viona riziv pll mvo dienstencheques jobbonus zorgkrediet "
        "landingsbaan sectorconvenant maatwerk vov index nieuw-beleid keur onverdeeld beleidskrediet"
    ).split(),
)
def test_the_words_people_ask_about_are_explained(catalog: Catalog, word: str) -> None:
    term = catalog.glossary[word]
    assert term.text.endswith(".")
    assert term.from_source == (term.slide is not None) == (term.document is not None)


def test_the_programme_letters_get_no_invented_name(catalog: Catalog) -> None:
    for letters in ("ja", "jb", "jd", "jf", "je"):
        assert catalog.glossary[f"programma-{letters}"].expansion == ""
        assert "geen naam" in catalog.glossary[f"programma-{letters}"].text
