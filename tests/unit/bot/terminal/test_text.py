"""A Reply as terminal text drops nothing."""

from __future__ import annotations

from bot.replies.model import Button, Chart, Items, Paragraph, Reply, SourceLine, Table
from bot.terminal.text import reply_text

FULL = Reply(
    "ok",
    "De kop.",
    (
        Paragraph("Een zin."),
        Table("Duizend euro", ("Lijn", "VAK"), (("een", "1"), ("twee", "1.000")), (False, True)),
        Items("Waarom", (("+1,0", "eerste", 0), ("", "tweede", 1))),
        Items("Namen", (("", "zonder bedrag", 0),)),
        Items("", (("", "zonder titel", 0),)),
        Chart("Staafjes", "VAK", (("een", 1.5), ("twee", -3.0))),
    ),
    ("Een opmerking.", "Nog een."),
    "De context.",
    (SourceLine("document, slide 1", None), SourceLine("document, slide 2", "https://example.org/2")),
    "Een citaat.",
    (Button("Keuze", "keuze werk"),),
    (Button("Vergelijk", "rangschik de ISE's"), Button("Bron", "bron loopbanen")),
)


def test_every_field_of_a_reply_is_in_the_text():
    assert (
        reply_text(FULL)
        == """\
De kop.

  Keuze  bbt ask keuze werk

Een zin.

Duizend euro
Lijn    VAK
----  -----
een       1
twee  1.000

Waarom:
  +1,0  eerste
          tweede

Namen:
  - zonder bedrag

  - zonder titel

Staafjes
  een    1,5 ██████
  twee  -3,0 ░░░░░░░░░░░░

Een opmerking.
Nog een.

De context.
Bron: document, slide 1
Bron: document, slide 2 (https://example.org/2)

Om te citeren: Een citaat.

Verder:
  Vergelijk  bbt ask "rangschik de ISE's"
  Bron       bbt ask bron loopbanen"""
    )


def test_an_empty_field_leaves_no_blank_lines():
    assert reply_text(Reply("help", "Alleen een kop.")) == "Alleen een kop."


def test_colour_changes_no_word():
    plain = reply_text(FULL)
    coloured = reply_text(FULL, colour=True)
    assert coloured != plain
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain
