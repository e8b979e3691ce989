"""The figures hold each other: every check passes on the built-in data, and any changed digit is caught and named."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from budget.errors import DataError, ReconcileError
from budget.model import Amounts, Explanation, Level, Line, Nature, Printed, Reason
from budget.reconcile import checks, reconcile
from budget.store.builtin import builtin_folder
from budget.store.document import read_document
from budget.store.load import load_catalog

FIGURES = {
    "rows.csv": ("vak_ba", "vek_ba", "vak_delta", "vek_delta", "vak_bo", "vek_bo"),
    "reasons.csv": ("million",),
    "statements.csv": ("total", "change"),
    "gaps.csv": ("gap_eur",),
}
COLUMNS = ("vak_base", "vek_base", "vak_delta", "vek_delta", "vak_draft", "vek_draft")


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    return load_catalog(builtin_folder()).default


def changed(value: str) -> Iterator[str]:
    """The value with each of its digits replaced by each other digit."""
    for place, old in enumerate(value):
        if old.isdigit():
            for new in "0123456789":
                if new != old:
                    yield value[:place] + new + value[place + 1 :]


def stopped_by(folder: Path) -> DataError | ReconcileError | None:
    """The error that stops the start; None when the folder loads."""
    try:
        load_catalog(folder)
    except (DataError, ReconcileError) as error:
        return error
    return None


def test_every_check_on_the_built_in_document_holds(explanation: Explanation) -> None:
    assert [check.id for check in checks(explanation) if not check.holds] == []
    reconcile(explanation)


def test_each_kind_of_check_is_made_as_often_as_the_tables_ask(explanation: Explanation) -> None:
    counted: dict[str, int] = {}
    for check in checks(explanation):
        counted[check.group] = counted.get(check.group, 0) + 1
    assert counted == {
        "rounds": 36,  # 18 lines, two credits
        "total": 12,  # 2 totals, six columns
        "programme": 30,  # JD, JF, JE and the two of VDAB
        "objective": 18,
        "part": 23,  # 5 lines in 4 columns, 2 reasons about a part, 1 rest outside VDAB
        "statement": 14,
        "reasons": 10,
        "net": 1,
    }
    assert len({check.id for check in checks(explanation)}) == len(checks(explanation))


@pytest.mark.parametrize("file", ["rows.csv", "reasons.csv", "statements.csv", "gaps.csv"])
def test_one_changed_digit_in_any_figure_of_a_file_stops_the_start(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "data"
    shutil.copytree(builtin_folder() / "2022-wse", folder / "2022-wse")
    shutil.copytree(builtin_folder() / "terms", folder / "terms")
    (folder / "terms" / "vocabulary.yaml").write_text("credit:\n  VAK: [vak]\n", encoding="utf-8")
    (folder / "terms" / "names.yaml").write_text("line:\n  ja: [ja]\n", encoding="utf-8")
    load_catalog(folder)
    path = folder / "2022-wse" / file
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source, delimiter=";"))
    passed = []
    tried = 0
    for row in rows[1:]:
        for column in FIGURES[file]:
            place = rows[0].index(column)
            kept = row[place]
            values = changed(kept)
            # Every digit of every figure; in the two long files one other digit each, for the time it takes.
            for value in list(values)[4::9] if file in {"rows.csv", "gaps.csv"} else values:
                row[place] = value
                tried += 1
                with path.open("w", encoding="utf-8", newline="") as target:
                    csv.writer(target, delimiter=";").writerows(rows)
                error = stopped_by(folder)
                if error is None:
                    passed.append((row[0], column, kept, value))
                elif isinstance(error, ReconcileError):
                    assert error.gap_eur != 0
                    assert error.file.startswith(str(folder))
                else:
                    assert error.file == str(path)
            row[place] = kept
    assert passed == []
    assert tried > {"rows.csv": 550, "reasons.csv": 280, "statements.csv": 280, "gaps.csv": 50}[file]


def test_any_other_digit_in_any_table_figure_fails_in_its_own_row(explanation: Explanation) -> None:
    for line in explanation.lines.values():
        if line.level is Level.OBJECTIVE:
            continue
        for column in COLUMNS:
            for value in changed(str(getattr(line.amounts, column) // 1000)):
                amounts = replace(line.amounts, **{column: int(value) * 1000})
                wrong = replace(explanation, lines={**explanation.lines, line.id: replace(line, amounts=amounts)})
                with pytest.raises(ReconcileError) as caught:
                    reconcile(wrong)
                assert caught.value.row == line.id
                assert abs(caught.value.gap_eur) == abs(int(value) * 1000 - getattr(line.amounts, column))


def test_the_error_names_the_file_the_row_the_check_and_the_gap_in_euro(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(builtin_folder(), folder)
    path = folder / "2022-wse" / "reasons.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(";35,7;", ";35,9;"), encoding="utf-8")
    with pytest.raises(ReconcileError) as caught:
        load_catalog(folder)
    error = caught.value
    assert (error.file, error.row, error.check) == (str(path), "jd-loopbanen", "reasons:jd-loopbanen")
    assert error.gap_eur == -200_000  # on top of the gap that is known


def with_line(explanation: Explanation, id_: str, **figures: int) -> Explanation:
    line = explanation.lines[id_]
    changed_line = replace(line, amounts=replace(line.amounts, **figures))
    return replace(explanation, lines={**explanation.lines, id_: changed_line})


def test_a_programme_is_the_sum_of_its_ises_even_when_its_own_rounds_agree(explanation: Explanation) -> None:
    jf = explanation.lines["jf"].amounts
    wrong = with_line(explanation, "jf", vak_base=jf.vak_base + 1000, vak_draft=jf.vak_draft + 1000)
    with pytest.raises(ReconcileError) as caught:
        reconcile(wrong)
    assert caught.value.check == "total:wse:vak_base"
    failing = [check.id for check in checks(wrong) if not check.holds]
    assert failing == ["total:wse:vak_base", "total:wse:vak_draft", "programme:jf:vak_base", "programme:jf:vak_draft"]


def test_a_part_may_not_exceed_its_whole_but_may_be_less(explanation: Explanation) -> None:
    part = next(check for check in checks(explanation) if check.id == "part:vdab-jf:vak_draft")
    assert (part.expected_eur, part.found_eur, part.holds) == (243_185_000, 167_083_000, True)
    assert not replace(part, found_eur=243_186_000).holds
    assert replace(part, found_eur=243_185_000).holds


def test_a_statement_is_held_at_its_printed_precision(explanation: Explanation) -> None:
    check = next(check for check in checks(explanation) if check.id == "statement:jd-activering:total")
    assert (check.expected_eur, check.found_eur) == (1_173_774_000, 1_200_000_000)
    assert (check.tolerance_eur, check.gap, check.holds) == (50_000_000, None, True)


def test_a_gap_that_is_known_covers_exactly_itself(explanation: Explanation) -> None:
    check = next(check for check in checks(explanation) if check.id == "reasons:jd-loopbanen")
    assert check.gap is not None
    assert (check.expected_eur, check.found_eur, check.difference_eur) == (57_900_000, 57_697_000, -203_000)
    assert check.holds
    assert not replace(check, found_eur=57_698_000).holds
    assert not replace(check, found_eur=57_900_000).holds


def test_a_known_gap_on_a_check_that_is_exact_is_an_error(explanation: Explanation) -> None:
    gap = replace(explanation.gaps["reasons:ja"], check="rounds:ja:vak", gap_eur=1000)
    wrong = replace(explanation, gaps={**explanation.gaps, gap.check: gap})
    with pytest.raises(ReconcileError, match="rounds:ja:vak"):
        reconcile(wrong)


def test_a_known_gap_for_a_check_that_does_not_exist_is_a_data_error(explanation: Explanation) -> None:
    gap = replace(explanation.gaps["reasons:ja"], check="rounds:jx:vak")
    wrong = replace(explanation, gaps={**explanation.gaps, gap.check: gap})
    with pytest.raises(DataError) as caught:
        reconcile(wrong)
    assert (caught.value.file, caught.value.found) == ("2022-wse/gaps.csv", "check: rounds:jx:vak")


def test_a_net_reason_is_the_sum_of_its_parts(explanation: Explanation) -> None:
    part = explanation.reasons["zorgkrediet-lbo"]
    wrong_part = replace(part, amount=Printed(-600_000, 100_000))
    parts = tuple(wrong_part if one.id == part.id else one for one in explanation.reason_parts["zorgkrediet"])
    wrong = replace(explanation, reason_parts={"zorgkrediet": parts})
    assert [check.id for check in checks(wrong) if not check.holds] == ["net:zorgkrediet"]


def test_reasons_with_only_some_amounts_ask_for_a_gap_that_tells_the_rest(explanation: Explanation) -> None:
    stated = Reason(
        id="extra",
        line="je-duurzame-arbeidsmarkt",
        part_line=None,
        policy="sine",
        name="Extra",
        short="Extra",
        cause="",
        nature=Nature.UNSTATED,
        source_label="",
        amount=Printed(50_000, 10_000),
        part_of=None,
        slide=14,
    )
    reasons = (*explanation.line_reasons["je-duurzame-arbeidsmarkt"], stated)
    wrong = replace(explanation, line_reasons={**explanation.line_reasons, "je-duurzame-arbeidsmarkt": reasons})
    failing = [(check.id, check.difference_eur) for check in checks(wrong) if not check.holds]
    assert failing == [("reasons:je-duurzame-arbeidsmarkt", 29_000)]


def test_a_document_without_reasons_statements_and_gaps_is_held_by_its_tables_alone(explanation: Explanation) -> None:
    bare = replace(explanation, reasons={}, line_reasons={}, reason_parts={}, statements={}, gaps={})
    assert {check.group for check in checks(bare)} == {"rounds", "total", "programme", "objective", "part"}
    reconcile(bare)


def test_an_empty_document_has_no_checks(explanation: Explanation) -> None:
    bare = replace(explanation, lines={}, line_reasons={}, reason_parts={}, statements={}, gaps={})
    assert checks(bare) == ()
    reconcile(bare)


def test_a_single_line_is_checked_without_any_other(explanation: Explanation) -> None:
    total = replace(explanation.lines["wse"], parts=(), amounts=Amounts(1, 2, 3, 4, 4, 6))
    lines: dict[str, Line] = {"wse": total}
    bare = replace(explanation, lines=lines, line_reasons={}, reason_parts={}, statements={}, gaps={})
    assert [check.id for check in checks(bare)] == ["rounds:wse:vak", "rounds:wse:vek"]
    reconcile(bare)


def test_reading_one_document_needs_no_terms(tmp_path: Path) -> None:
    shutil.copytree(builtin_folder() / "2022-wse", tmp_path / "2022-wse")
    assert read_document(tmp_path / "2022-wse")["document"]["id"] == "2022-wse"
