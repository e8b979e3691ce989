"""A data folder is read strictly: what is wrong is told with its file, line, what stood there and what belongs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from budget.errors import DataError, ReconcileError
from budget.model import Round
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog

Edit = Callable[[str, str, str], Path]

CSV_FILES = ("rows", "reasons", "policies", "actions", "quantities", "statements", "gaps")


def failure(folder: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        load_catalog(folder)
    return caught.value


def test_the_data_that_comes_with_the_program_loads_and_agrees_with_itself() -> None:
    catalog = load_catalog(builtin_folder())
    assert list(catalog.explanations) == ["2022-wse"]
    assert catalog.names
    assert "vak" in catalog.glossary


@pytest.mark.parametrize(
    "file",
    [
        *(f"2022-wse/{name}.csv" for name in CSV_FILES),
        "terms/names.yaml",
        "terms/vocabulary.yaml",
        "terms/glossary.yaml",
    ],
)
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    error = failure(folder)
    assert (error.file, error.line, error.problem) == (str(folder / file), None, "missing")


@pytest.mark.parametrize(
    "file", [*(f"2022-wse/{name}.csv" for name in CSV_FILES), "2022-wse/document.yaml", "terms/names.yaml"]
)
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(folder: Path, file: str, content: bytes) -> None:
    (folder / file).write_bytes(content)
    error = failure(folder)
    assert (error.file, error.problem) == (str(folder / file), "empty")


def test_a_table_without_rows_is_empty_but_a_document_may_have_no_actions(folder: Path) -> None:
    for name in ("actions", "quantities"):
        path = folder / "2022-wse" / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert load_catalog(folder).default.actions == {}
    path = folder / "2022-wse" / "rows.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert failure(folder).problem == "empty"


def test_a_yaml_file_of_comments_only_is_empty(folder: Path) -> None:
    (folder / "terms" / "glossary.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert failure(folder).problem == "empty"


def test_a_directory_in_the_place_of_a_file_is_unreadable(folder: Path) -> None:
    path = folder / "2022-wse" / "gaps.csv"
    path.unlink()
    path.mkdir()
    error = failure(folder)
    assert (error.file, error.problem) == (str(path), "unreadable")


def test_a_folder_without_a_document_is_missing_one(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    error = failure(tmp_path)
    assert (error.file, error.problem, error.expected) == (str(tmp_path), "missing", "*/document.yaml")
    assert failure(tmp_path / "nowhere").problem == "missing"


def test_a_file_in_the_place_of_the_data_folder_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text("no folder", encoding="utf-8")
    assert failure(path).problem == "unreadable"


def test_another_encoding_is_told_with_its_line_and_byte(folder: Path, edit: Edit) -> None:
    path = edit("2022-wse/reasons.csv", "nieuwe, lagere raming", "verwachting, geüpdatet")
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    error = failure(folder)
    assert (error.problem, error.line, error.found, error.expected) == ("encoding", 6, "0xfc", "UTF-8")


def test_a_byte_order_mark_and_windows_line_ends_are_read_as_excel_writes_them(folder: Path) -> None:
    for path in folder.glob("*/*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_catalog(folder).default.lines["ja"].amounts.vak_base == 38_456_000


def test_blank_lines_and_quoted_cells_are_read(folder: Path, edit: Edit) -> None:
    edit("2022-wse/rows.csv", "ja;Programma JA;", '\n"ja";"Programma JA";')
    assert load_catalog(folder).default.lines["ja"].name == "Programma JA"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id;name;label", "id;naam;label"),  # another name
        ("id;name;label", "id;label"),  # one missing
        ("vek_bo;slide", "vek_bo;slide;remark"),  # one more
        ("id;name;label", "id;label;name"),  # another order
        ("id;name;label", "id,name,label"),  # another separator
    ],
)
def test_another_header_is_told_with_the_columns_that_belong_there(
    folder: Path, edit: Edit, old: str, new: str
) -> None:
    edit("2022-wse/rows.csv", old, new)
    error = failure(folder)
    assert (error.problem, error.line) == ("column", 1)
    assert error.expected.startswith("id;name;label;short;")


@pytest.mark.parametrize("tail", [";43126", ";43126;3;3"])
def test_a_row_with_too_few_or_too_many_cells_is_told_with_its_line(folder: Path, edit: Edit, tail: str) -> None:
    edit("2022-wse/rows.csv", ";43126;3\n", tail + "\n")
    error = failure(folder)
    assert (error.problem, error.line) == ("column", 3)
    assert error.expected.startswith("17: id;name")


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "found"),
    [
        ("rows.csv", ";38456;", ";38.456;", 3, "vak_ba: 38.456"),
        ("rows.csv", ";38456;", ";38456,0;", 3, "vak_ba: 38456,0"),
        ("rows.csv", ";38456;", ";;", 3, "vak_ba: "),
        ("rows.csv", ";38456;", "; 38456;", 3, "vak_ba:  38456"),
        ("rows.csv", ";38456;", ";\u0663\u0668456;", 3, "vak_ba: \u0663\u0668456"),
        ("rows.csv", ";-15158;", ";\u221215158;", 8, "vak_delta: \u221215158"),
        ("rows.csv", ";JA;programme;JA;", ";JA;programma;JA;", 3, "level: programma"),
        ("rows.csv", ";Thema-overschrijdend;ise;", ";Thema-overschrijdend!;ise;", 9, "short: Thema-overschrijdend!"),
        ("reasons.csv", ";9,4;", ";9.4;", 5, "million: 9.4"),
        ("reasons.csv", "raming;geactualiseerde", "gok;geactualiseerde", 6, "nature: gok"),
        ("statements.csv", ";1,7;miljard;", ";1,7;mld;", 4, "total_unit: mld"),
        ("actions.csv", ";2021-2027;nee;", ";2021;nee;", 39, "period: 2021"),
        ("quantities.csv", ";7500;", ";7.500;", 2, "value: 7.500"),
        ("gaps.csv", ";discrepancy;", ";typo;", 2, "kind: typo"),
    ],
)
def test_a_wrong_value_is_told_with_its_column_and_line(
    folder: Path, edit: Edit, file: str, old: str, new: str, line: int, found: str
) -> None:
    edit(f"2022-wse/{file}", old, new)
    error = failure(folder)
    assert (error.problem, error.line, error.found) == ("value", line, found)
    assert error.file.endswith(file)
    assert error.expected.startswith(found.split(":", 1)[0] + ": ")


def test_a_line_end_inside_quotes_does_not_shift_the_lines_that_follow(folder: Path, edit: Edit) -> None:
    edit("2022-wse/reasons.csv", ";SINE;", ';"SI\nNE";')
    error = failure(folder)
    assert (error.problem, error.line) == ("value", 6)


def test_an_open_quote_is_a_syntax_error(folder: Path, edit: Edit) -> None:
    edit("2022-wse/reasons.csv", ";SINE;", ';"SINE;')
    assert failure(folder).problem == "syntax"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "found"),
    [
        (
            "rows.csv",
            "ISE competenties;Competenties;ise;JF;jf;",
            "ISE competenties;Competenties;ise;JF;jg;",
            11,
            "parent: jg",
        ),
        (
            "rows.csv",
            "ISE competenties;Competenties;ise;JF;jf;",
            "ISE competenties;Competenties;ise;JF;wse;",
            11,
            "parent: wse",
        ),
        ("rows.csv", ";JA;programme;JA;wse;wse;", ";JA;programme;JA;wse;wsx;", 3, "scope: wsx"),
        (
            "rows.csv",
            ";ise;JF;vdab-jf;vdab;jf-competenties;",
            ";ise;JF;vdab-jf;vdab;jf-competentie;",
            19,
            "whole: jf-competentie",
        ),
        ("rows.csv", "ise;JF;jf;wse;;sd-sterke-loopbanen;", "ise;JF;jf;wse;;sd-sterk;", 11, "objective: sd-sterk"),
        ("rows.csv", ";43126;3\n", ";43126;18\n", 3, "slide: 18"),
        ("reasons.csv", "sine;je-activering;", "sine;je-activeren;", 6, "line: je-activeren"),
        ("reasons.csv", "sine;je-activering;", "sine;je;", 6, "line: je"),
        ("reasons.csv", ";;sine;SINE;", ";;sinus;SINE;", 6, "policy: sinus"),
        ("reasons.csv", ";1,8;zorgkrediet;11", ";1,8;zorg;11", 12, "part_of: zorg"),
        ("reasons.csv", ";1,8;zorgkrediet;11", ";1,8;zorgkrediet-index;11", 12, "part_of: zorgkrediet-index"),
        ("reasons.csv", ";vdab-jf-competenties;", ";vdab-jd-activering;", 15, "part_line: vdab-jd-activering"),
        ("policies.csv", "sine;SINE;je-activering;", "sine;SINE;je-activering,jx;", 18, "lines: jx"),
        ("actions.csv", ";2021-2027;", ";2027-2021;", 39, "period: 2027-2021"),
        ("quantities.csv", "re-integratie;", "integratie;", 2, "action: integratie"),
        ("quantities.csv", ";in 2022;6", ";in 2022;7", 2, "slide: 7"),
        ("statements.csv", ";jf-competenties;", ";jf-competentie;", 5, "line: jf-competentie"),
        ("gaps.csv", "reasons:jb;", "reasons:jx;", 12, "check: reasons:jx"),
        ("gaps.csv", "statement:je-duurzame-arbeidsmarkt:total;", "statement:je-duurzame-arbeidsmarkt:totaal;", 2, ""),
    ],
)
def test_a_reference_to_nothing_is_told_with_its_line(
    folder: Path, edit: Edit, file: str, old: str, new: str, line: int, found: str
) -> None:
    edit(f"2022-wse/{file}", old, new)
    if not found:  # the gap no longer covers the check it was written for
        with pytest.raises(ReconcileError, match="statement:je-duurzame-arbeidsmarkt:total"):
            load_catalog(folder)
        return
    error = failure(folder)
    assert error.problem in {"reference", "value"}
    assert (error.line, error.found) == (line, found)
    assert error.file.endswith(file)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("rows.csv", "jb;Programma JB;", "ja;Programma JB;", 4),
        ("rows.csv", ";Programma JB;JB;programme", ";Programma JB;JA;programme", 4),
        ("rows.csv", "jb;Programma JB;", "sd-sterke-loopbanen;Programma JB;", 4),
        ("reasons.csv", "sine;je-activering;", "se-index;je-activering;", 6),
        ("policies.csv", "\nsine;", "\nvop;", 18),
        ("actions.csv", "digibanken;Digibanken;", "steden-gemeenten;Digibanken;", 41),
        (
            "statements.csv",
            "miljoen;14\nbegrotingsinfo-je-duurzame-arbeidsmarkt;je-",
            "miljoen;14\nbegrotingsinfo-x;jd-",
            7,
        ),
        ("gaps.csv", "reasons:jb;", "reasons:ja;", 12),
    ],
)
def test_an_id_that_stands_twice_is_told_with_its_second_line(
    folder: Path, edit: Edit, file: str, old: str, new: str, line: int
) -> None:
    edit(f"2022-wse/{file}", old, new)
    error = failure(folder)
    assert (error.problem, error.line) == ("duplicate", line)


@pytest.mark.parametrize(
    ("old", "new", "problem", "line"),
    [
        ("venue: Vlaams Parlement", "venue: [Vlaams", "syntax", 9),
        ("venue: Vlaams Parlement", "venue: Vlaams: Parlement", "syntax", 8),
        ("venue: Vlaams Parlement", "venue: Vlaams Parlement\nvenue: Brussel", "duplicate", 9),
        ("venue: Vlaams Parlement", "place: Vlaams Parlement", "column", 3),
        ("venue: Vlaams Parlement", "venue: 8", "value", 8),
        ("date: 2021-10-18", 'date: "2021-10-18"', "value", 7),
        ("date: 2021-10-18", "date: 2021-10-38", "syntax", None),
        ("kind: BA, year: 2021", "kind: BA, year: '2021'", "value", 13),
        ("kind: BA, year: 2021", "kind: BA, year: 2023", "value", 14),
        ("id: 2022-wse", "id: 2023-wse", "value", 3),
        ("table_step: 1000", "table_step: 100", "value", 15),
        ("address: null", "address: https://example.org/deck.pdf", "value", 16),
        ("address: null", "address: javascript:alert", "value", 16),
        ("{number: 12, title", "{number: 13, title", "value", 30),
        ("id: sd-sterke-loopbanen", "id: sd-meer-mensen-aan-het-werk", "duplicate", 40),
        ("- Vlaams minister", "- &a Vlaams minister van Werk\n  - *a\n  - Vlaams minister", "syntax", 12),
        ("short: BBT 2022 WSE", "short: BBT\x072022", "syntax", 5),
    ],
)
def test_a_wrong_document_file_is_told_with_its_line(
    folder: Path, edit: Edit, old: str, new: str, problem: str, line: int | None
) -> None:
    edit("2022-wse/document.yaml", old, new)
    error = failure(folder)
    assert (error.problem, error.line) == (problem, line), error


def test_an_objective_nobody_serves_is_refused(folder: Path, edit: Edit) -> None:
    extra = '  - {id: sd-extra, name: "Extra", short: "Extra", slide: 5}\n'
    path = folder / "2022-wse" / "document.yaml"
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    error = failure(folder)
    assert (error.problem, error.found) == ("reference", "id: sd-extra")
    edit("2022-wse/document.yaml", '"Extra", slide: 5', '"Extra", slide: 50')
    assert failure(folder).found == "slide: 50"


def test_a_file_nested_beyond_reason_is_refused(folder: Path) -> None:
    (folder / "terms" / "names.yaml").write_text("[" * 20_000, encoding="utf-8")
    assert failure(folder).problem == "syntax"


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("names.yaml", "line:\n  jx: [jx]\n", "reference"),
        ("names.yaml", "policy:\n  sinus: [sinus]\n", "reference"),
        ("names.yaml", "glossary:\n  vok: [vok]\n", "reference"),
        ("names.yaml", "line:\n  ja: ja\n", "value"),
        ("names.yaml", "line:\n  ja: [on]\n", "value"),
        ("names.yaml", "line:\n  ja: ['']\n", "value"),
        ("names.yaml", "- ja\n", "value"),
        ("vocabulary.yaml", "credit:\n  VAK: [vak]\n  VAK: [beleidskrediet]\n", "duplicate"),
        ("glossary.yaml", "vak:\n  name: VAK\n  text: Uitleg.\n", "column"),
        ("glossary.yaml", "vak:\n  name: VAK\n  text: Uitleg.\n  from_source: false\n  colour: red\n", "column"),
        ("glossary.yaml", "vak:\n  name: VAK\n  text: Uitleg.\n  from_source: true\n", "value"),
        ("glossary.yaml", "vak:\n  name: VAK\n  text: Uitleg.\n  from_source: false\n  slide: 3\n", "value"),
        (
            "glossary.yaml",
            "vak:\n  name: VAK\n  text: Uitleg.\n  from_source: true\n  document: 2022-wse\n  slide: 30\n",
            "reference",
        ),
    ],
)
def test_wrong_terms_are_told(folder: Path, file: str, text: str, problem: str) -> None:
    (folder / "terms" / file).write_text(text, encoding="utf-8")
    error = failure(folder)
    assert (error.problem, error.file) == (problem, str(folder / "terms" / file)), error
    assert error.line is not None


def test_a_phrase_for_two_things_is_one_name_with_two_targets(folder: Path) -> None:
    (folder / "terms" / "names.yaml").write_text(
        "line:\n  jd-activering: [activering]\n  je-activering: [activering, activ]\n", encoding="utf-8"
    )
    names = {(name.text, name.kind): name.targets for name in load_catalog(folder).names}
    assert names["activering", "line"] == ("jd-activering", "je-activering")
    assert names["activ", "line"] == ("je-activering",)


def test_a_document_may_bring_names_of_its_own(folder: Path) -> None:
    (folder / "2022-wse" / "names.yaml").write_text("document:\n  2022-wse: [bbt 2022]\n", encoding="utf-8")
    explanation = load_catalog(folder).default
    assert [(name.text, name.kind, name.targets) for name in explanation.names] == [
        ("bbt 2022", "document", ("2022-wse",))
    ]


def test_documents_stand_side_by_side_newest_draft_round_first(folder: Path, edit: Edit) -> None:
    shutil.copytree(folder / "2022-wse", folder / "2023-wse")
    edit("2023-wse/document.yaml", "id: 2022-wse", "id: 2023-wse")
    edit("2023-wse/document.yaml", "kind: BA, year: 2021", "kind: BA, year: 2022")
    edit("2023-wse/document.yaml", "kind: BO, year: 2022", "kind: BO, year: 2023")
    (folder / "schema").mkdir()
    catalog = load_catalog(folder)
    assert list(catalog.explanations) == ["2023-wse", "2022-wse"]
    assert catalog.default.document.draft_round == Round("BO", 2023)


def test_one_wrong_document_stops_all_of_them_with_its_own_file(folder: Path, edit: Edit) -> None:
    shutil.copytree(folder / "2022-wse", folder / "2023-wse")
    edit("2023-wse/document.yaml", "id: 2022-wse", "id: 2023-wse")
    edit("2023-wse/rows.csv", ";38456;", ";38457;")
    with pytest.raises(ReconcileError) as caught:
        load_catalog(folder)
    assert caught.value.file == str(folder / "2023-wse" / "rows.csv")
    assert (caught.value.row, caught.value.gap_eur) == ("ja", -1000)
