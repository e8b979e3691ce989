"""The audit shows every check, also when one fails."""

from __future__ import annotations


def test_every_check_of_the_built_in_data_holds(bbt):
    ran = bbt("audit")
    assert ran.code == 0
    assert ran.err == ""
    assert "alles klopt" in ran.out
    for said in ("Verwacht", "Gevonden", "Verschil", "bekend verschil", "jd-loopbanen", "-203"):
        assert said in ran.out, said
    assert "FOUT" not in ran.out


def test_a_failing_check_stands_among_the_others_and_the_exit_code_is_1(bbt, own_data):
    file = own_data / "2022-wse" / "rows.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("1700355", "1700365", 1), encoding="utf-8")
    ran = bbt("audit")
    assert ran.code == 1
    assert "FOUT" in ran.out
    assert "bekend verschil" in ran.out


def test_a_known_gap_that_belongs_to_no_check_is_told(bbt, own_data):
    file = own_data / "2022-wse" / "gaps.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    first = lines[1].split(";")
    stale = ";".join(["reasons:bestaat-niet:vak", *first[1:]])
    file.write_text("\n".join((*lines, stale, "")), encoding="utf-8")
    ran = bbt("audit")
    assert ran.code == 1
    assert "gaps.csv" in ran.err


def test_each_row_tells_its_column_and_a_part_below_its_whole_is_no_rounding(bbt):
    rows = bbt("audit").out.splitlines()
    (total,) = [
        row for row in rows if row.startswith("som van de programma") and " wse " in row and "VAK BO 2022" in row
    ]
    assert "3.747.351" in total
    parts = [row for row in rows if row.startswith("deel") and "vdab-jd" in row and "BA 2021" in row]
    assert parts
    assert all(row.endswith("klopt") for row in parts)
