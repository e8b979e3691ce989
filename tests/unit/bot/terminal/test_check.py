"""`bbt check` as users and scripts meet it: verdicts, files, pages, and what to do when a text is none."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pytest

from bot.terminal import check as face
from bot.terminal import check_files

ENGLISH = ("usage", "error:", "argument", "unrecognized", "required", "Traceback")
CLAIM = "loopbanen stijgt met 57,7 miljoen"
FIELDS = [
    "line", "start", "end", "quote", "verdict", "reason_code", "subjects", "measure", "credit", "round",
    "claimed_eur", "claimed_pct", "claimed_qty", "truth_eur", "truth_pct", "truth_qty",
    "time", "explanation", "sources",
]  # fmt: skip
VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Lid Aerts>Loopbanen stijgt\nmet 57,7 miljoen.\n"
VTT += "\n00:05.000 --> 00:07.500\nJF daalt.\n"
SRT = "1\n00:00:01,000 --> 00:00:04,000\nLoopbanen stijgt met 57,7 miljoen.\n"


def test_a_sentence_gets_its_verdict_the_figure_and_the_slide(bbt):
    ran = bbt("check", "loopbanen", "daalt", "met", "5", "miljoen")
    assert ran.code == 0
    assert ran.out.startswith("KLOPT NIET: loopbanen daalt met 5 miljoen\n")
    assert "het VAK van loopbanen stijgt met 57,7 miljoen euro van BA 2021 naar BO 2022" in ran.out
    assert "De richting is omgekeerd." in ran.out
    assert "slide 3." in ran.out
    assert ran.out.endswith("1 bewering: 1 klopt niet.\n")


def test_the_summary_counts_each_verdict(bbt):
    text = "Loopbanen stijgt met 57,7 miljoen. JF daalt. Het onderwijs krijgt 14 miljard. Dat is mooi."
    assert bbt("check", text).out.endswith("3 beweringen: 1 klopt, 1 klopt niet, 1 niet te controleren.\n")


def test_json_holds_every_field_of_the_contract_in_its_order(bbt):
    (claim,) = json.loads(bbt("check", "--json", CLAIM).out)["claims"]
    assert list(claim) == FIELDS
    assert (claim["line"], claim["start"], claim["quote"]) == (1, 0, CLAIM)
    assert (claim["verdict"], claim["subjects"], claim["measure"]) == ("true", ["jd-loopbanen"], "delta")
    assert (claim["claimed_eur"], claim["truth_eur"], claim["credit"]) == (57_700_000, 57_697_000, "VAK")
    assert claim["sources"] == [{"document": "2022-wse", "slide": 3, "title": claim["sources"][0]["title"]}]


def test_percentages_and_counts_stand_in_their_own_fields(bbt):
    (claim,) = json.loads(bbt("check", "--json", "Loopbanen stijgt met 3,5 procent.").out)["claims"]
    assert (claim["claimed_pct"], round(claim["truth_pct"], 2), claim["truth_eur"]) == (3.5, 3.51, None)
    (claim,) = json.loads(bbt("check", "--json", "Er komen 7.500 trajecten.").out)["claims"]
    assert (claim["claimed_qty"], claim["truth_qty"], claim["verdict"]) == (7500, 7500, "true")


def test_each_line_of_jsonl_is_judged_by_itself_and_a_wrong_one_costs_only_itself(bbt):
    typed = b'{"id": 1, "text": "JF daalt"}\nnonsense\n\n{"id": 2, "text": "Loopbanen stijgt."}\n'
    ran = bbt("check", "--jsonl", typed=typed)
    first, wrong, last = map(json.loads, ran.out.splitlines())
    assert (first["id"], first["verdicts"]) == (1, ["false"])
    assert set(wrong) == {"id", "error"}
    assert (last["id"], last["verdicts"], len(last["claims"])) == (2, ["true"], 1)


def test_the_date_of_a_statement_gives_its_years_and_a_note(bbt):
    ran = bbt("check", "--date", "2023-05-01", "In 2022 kreeg loopbanen 1,7 miljard.")
    assert "De uitspraak is jonger dan het document." in ran.out
    assert bbt("check", "--date", "gisteren", CLAIM).code == 2


def test_a_line_of_jsonl_can_tell_when_it_was_said(bbt):
    rows = [
        {"id": "now", "date": "2021-11-30", "text": "Dit jaar krijgt JA 38,5 miljoen."},
        {"id": "next", "date": "2021-11-30T09:15:00Z", "text": "JF krijgt volgend jaar 1,1 procent meer."},
        {"id": "late", "date": "2023-02-01", "text": "Dit jaar krijgt JA 42,8 miljoen."},
        {"id": "no", "date": None, "text": "Dit jaar krijgt JA 42,8 miljoen."},
        {"id": "bad", "date": "gisteren", "text": CLAIM},
    ]
    ran = bbt("check", "--jsonl", typed="\n".join(map(json.dumps, rows)).encode())
    *told, bad = map(json.loads, ran.out.splitlines())
    assert [one["verdicts"] for one in told] == [["true"], ["true"], ["uncheckable"], ["true"]]
    assert (bad["id"], bad["error"]["code"]) == ("bad", "date")


def test_the_date_of_a_line_goes_before_the_date_of_all(bbt):
    typed = b'{"id": 1, "date": "2021-11-30", "text": "Dit jaar krijgt JA 38,5 miljoen."}\n'
    ran = bbt("check", "--jsonl", "--date", "2022-01-10", typed=typed)
    assert json.loads(ran.out)["verdicts"] == ["true"]


def test_the_input_is_read_when_nothing_is_given(bbt):
    assert bbt("check", typed=CLAIM.encode()).out.startswith("KLOPT: ")


@pytest.mark.parametrize(("name", "raw"), [("debat.vtt", VTT), ("debat.srt", SRT)])
def test_subtitles_keep_the_time_of_each_cue(bbt, tmp_path, name, raw):
    (tmp_path / name).write_text(raw, encoding="utf-8")
    first, *_ = json.loads(bbt("check", "--json", "--file", str(tmp_path / name)).out)["claims"]
    assert (first["line"], first["time"], first["verdict"]) == (1, "00:00:01.000", "true")
    assert "00:00:01.000  KLOPT: " in bbt("check", "--file", str(tmp_path / name)).out


def test_a_word_document_gives_its_paragraphs_and_tables(bbt, tmp_path):
    made = docx.Document()
    made.add_paragraph("Loopbanen stijgt met 57,7 miljoen.")
    made.add_table(1, 1).cell(0, 0).text = "JF daalt."
    made.save(str(tmp_path / "nota.docx"))
    claims = json.loads(bbt("check", "--json", "--file", str(tmp_path / "nota.docx")).out)["claims"]
    assert [(one["line"], one["verdict"]) for one in claims] == [(1, "true"), (2, "false")]


def spoiled():
    """Files that are none, with the words that tell what to do."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (check_files.LARGEST + 1))
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", b"<w")
    return {
        "oud.txt": (b"\xff\xfe\x00", "Bewaar het als tekst (.txt, UTF-8)"),
        "nul.txt": (b"a\0b", "Bewaar het als tekst (.txt, UTF-8)"),
        "leeg.txt": (b" \n", "bevat niets om na te kijken"),
        "groot.txt": (b"a" * (check_files.LARGEST + 1), "hoogstens 10 MB"),
        "geen.vtt": (b"zomaar tekst", "ondertitels die ik kan lezen"),
        "geen.docx": (b"zomaar tekst", "geen Word-document"),
        "stuk.docx": (broken.getvalue(), "geen Word-document"),
        "bom.docx": (packed.getvalue(), "hoogstens 10 MB"),
    }


@pytest.mark.parametrize("name", sorted(spoiled()))
def test_a_file_that_is_none_says_what_to_do_and_writes_nothing(bbt, tmp_path, name):
    raw, says = spoiled()[name]
    (tmp_path / name).write_bytes(raw)
    ran = bbt("check", "--file", str(tmp_path / name), "--html", str(tmp_path / "uit.html"))
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err
    assert name in ran.err
    assert not (tmp_path / "uit.html").exists()


def test_a_file_that_is_not_there_is_named(bbt, tmp_path):
    ran = bbt("check", "--file", str(tmp_path / "weg.txt"))
    assert ran.code == 1
    assert ran.err.startswith("weg.txt kan ik niet lezen.")


def test_the_page_marks_each_claim_and_needs_nothing_from_elsewhere(bbt, tmp_path):
    target = tmp_path / "uit.html"
    ran = bbt(
        "check", "--html", str(target), "Loopbanen stijgt met 57,7 miljoen. JF daalt. <script>alert('x')</script>"
    )
    assert ran.out.startswith("2 beweringen: 1 klopt, 1 klopt niet.\n")
    made = target.read_text(encoding="utf-8")
    assert '<mark class="true">Loopbanen stijgt met 57,7 miljoen' in made
    assert '<mark class="false">' in made
    assert "&lt;script&gt;" in made
    assert "<script" not in made
    assert not any(address in made for address in ("http:", "https:", "src=", "url("))
    assert [one.name for one in tmp_path.iterdir()] == ["uit.html"]


def test_a_page_that_cannot_be_written_leaves_nothing_behind(bbt, tmp_path):
    (tmp_path / "map").mkdir()
    ran = bbt("check", "--html", str(tmp_path / "map"), CLAIM)  # a folder stands there
    assert ran.code == 1
    assert "map kan ik niet schrijven" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["map"]
    assert bbt("check", "--html", str(tmp_path / "weg" / "uit.html"), CLAIM).code == 1


def test_a_long_text_tells_a_terminal_how_far_it_is(bbt, monkeypatch):
    monkeypatch.setattr(face, "_FEW", 10)
    assert "nagekeken" not in bbt("check", CLAIM).err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "100\u00a0% nagekeken, 1 beweringen" in bbt("check", CLAIM).err


@pytest.mark.parametrize("arguments", [("--json", "--jsonl"), ("--jsonl", CLAIM), ("--file", "a", CLAIM), ("  ",)])
def test_wrong_usage_is_told_in_dutch(bbt, arguments):
    ran = bbt("check", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not [word for word in ENGLISH if word in ran.err]


def test_control_characters_never_reach_the_screen(bbt):
    assert "\x1b" not in bbt("check", "\x1b[31mLoopbanen stijgt\x07 met 57,7 miljoen").out
