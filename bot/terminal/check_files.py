"""What is checked, read from a file: plain text, subtitles with their times, a Word document; it judges nothing."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["LARGEST", "FileProblem", "Told", "read_file", "read_input"]

LARGEST = 10_000_000  # bytes of a file, and of what a packed one holds
_PACKED = "word/document.xml"

NO_FILE = "{name} kan ik niet lezen. Kijk na of het bestand bestaat en of je het mag openen."
TOO_LARGE = "{name} is te groot: hoogstens 10 MB. Knip de tekst in stukken en geef ze één voor één."
NO_TEXT = "{name} is geen platte tekst in UTF-8. Bewaar het als tekst (.txt, UTF-8) en probeer opnieuw."
NO_SUBTITLES = "{name} bevat geen ondertitels die ik kan lezen. Geef een geldig .vtt- of .srt-bestand, of platte tekst."
NO_DOCX = "{name} is geen Word-document (.docx). Bewaar het opnieuw als .docx of als platte tekst."
EMPTY = "{name} bevat niets om na te kijken. Geef een tekst met minstens één zin."
INPUT = "De invoer"


class FileProblem(Exception):  # noqa: N818 - it is no fault of the program
    """A file that cannot be checked; its message says in Dutch why and what to do."""


class Told(NamedTuple):
    """A text to check; `times` holds the start of each of its lines when they are subtitles, else nothing."""

    text: str
    times: tuple[str, ...] = ()


def read_file(path: str) -> Told:
    """The text of a file, by its ending; raises FileProblem when it is none, too large or empty."""
    name = Path(path).name
    try:
        with Path(path).open("rb") as opened:
            raw = _bounded(opened, name)
    except OSError as wrong:
        raise FileProblem(NO_FILE.format(name=name)) from wrong
    match Path(path).suffix.lower():
        case ".vtt" | ".srt" as ending:
            told = _subtitles(raw, ending[1:], name)
        case ".docx":
            told = _word(raw, name)
        case _:
            told = Told(_decoded(raw, name))
    return _not_empty(told, name)


def read_input() -> Told:
    """The text on standard input; raises FileProblem like `read_file`."""
    return _not_empty(Told(_decoded(_bounded(sys.stdin.buffer, INPUT), INPUT)), INPUT)


def _not_empty(told: Told, name: str) -> Told:
    if not any(mark.isalnum() for mark in told.text):
        raise FileProblem(EMPTY.format(name=name))
    return told


def _bounded(opened: BinaryIO, name: str) -> bytes:
    raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise FileProblem(TOO_LARGE.format(name=name))
    return raw


def _decoded(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise FileProblem(NO_TEXT.format(name=name)) from wrong
    if "\0" in text:
        raise FileProblem(NO_TEXT.format(name=name))
    return text.replace("\r\n", "\n")


def _subtitles(raw: bytes, ending: str, name: str) -> Told:
    """One line a cue, so that a claim tells which cue it is in; a speaker stands in front of it."""
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    lines = io.StringIO(_decoded(raw, name))
    try:
        cues = webvtt.from_buffer(lines, format=ending)
    except (MalformedFileError, MalformedCaptionError) as wrong:
        raise FileProblem(NO_SUBTITLES.format(name=name)) from wrong
    told, times = [], []
    for cue in cues.captions:
        words = " ".join(cue.text.split())
        told.append(f"{cue.voice}: {words}" if cue.voice else words)
        times.append(str(cue.start))
    return Told("\n".join(told), tuple(times))


def _word(raw: bytes, name: str) -> Told:
    """The paragraphs and the cells of a Word document in their order, one on a line."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
            if _PACKED not in packed.namelist():
                raise FileProblem(NO_DOCX.format(name=name))
    except zipfile.BadZipFile as wrong:
        raise FileProblem(NO_DOCX.format(name=name)) from wrong
    if unpacked > LARGEST:
        raise FileProblem(TOO_LARGE.format(name=name))
    return Told("\n".join(_paragraphs(raw, name)))


def _paragraphs(raw: bytes, name: str) -> list[str]:
    import docx
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(raw))
        found: list[str] = []
        for one in document.iter_inner_content():
            rows = one.rows if isinstance(one, Table) else ()
            found += [cell.text for row in rows for cell in row.cells]
            found += [] if isinstance(one, Table) else [one.text]
    except (KeyError, ValueError, SyntaxError) as wrong:  # lxml tells of broken XML by a SyntaxError
        raise FileProblem(NO_DOCX.format(name=name)) from wrong
    return found
