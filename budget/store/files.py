"""Bytes of a data file become rows or YAML values with their line numbers; what they mean is not judged here."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from budget.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["CsvRow", "YamlFile", "read_csv", "read_text", "read_yaml"]

_SHOWN = 80  # characters of a wrong value in an error
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where it was built in: ten times as fast


class CsvRow(NamedTuple):
    """One data row of a CSV file: the line it starts on and its cells by column."""

    line: int
    cells: dict[str, str]


class YamlFile(NamedTuple):
    """The value of a YAML file and the line of every key and item, by path."""

    value: Any
    lines: dict[tuple[str | int, ...], int]

    def line_of(self, path: tuple[str | int, ...]) -> int:
        """The line of a path, or of the nearest thing above it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark.

    Raises:
        DataError: the file is missing, unreadable, empty or not UTF-8.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DataError(str(path), None, "missing", "", path.name) from None
    except OSError as error:
        raise DataError(str(path), None, "unreadable", error.strerror or type(error).__name__, path.name) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(str(path), line, "encoding", f"0x{data[error.start]:02x}", "UTF-8") from None
    if not text.strip():
        raise DataError(str(path), None, "empty", "", path.name)
    return text


def read_csv(path: Path, columns: tuple[str, ...]) -> list[CsvRow]:
    """The rows of a semicolon-separated file with exactly these columns, in this order; blank lines are skipped.

    Raises:
        DataError: as read_text, or another header, a row with other than one cell a column, or broken quotes.
    """
    rows = _records(path, read_text(path))
    header_line, header = next(rows)
    if tuple(header) != columns:
        raise DataError(str(path), header_line, "column", ";".join(header)[: 3 * _SHOWN], ";".join(columns))
    found = []
    for line, cells in rows:
        if len(cells) != len(columns):
            raise DataError(str(path), line, "column", str(len(cells)), f"{len(columns)}: {';'.join(columns)}")
        found.append(CsvRow(line, dict(zip(columns, cells, strict=True))))
    return found


def _records(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with the line each starts on (a quoted cell may run over several)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise DataError(str(path), start, "syntax", str(error), "CSV;") from None


def read_yaml(path: Path) -> YamlFile:
    """The one document of a YAML file.

    Raises:
        DataError: as read_text, or a syntax error, a key that stands twice, or an alias.
    """
    text = read_text(path)
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise DataError(str(path), None, "empty", "", path.name)
        lines: dict[tuple[str | int, ...], int] = {}
        _note(str(path), node, (), lines, set())
        return YamlFile(loader.construct_document(node), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else None
        raise DataError(str(path), line, "syntax", (error.problem or "")[:_SHOWN], "YAML") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise DataError(str(path), line, "syntax", f"U+{ord(str(error.character)):04X}", "YAML") from None
    except (ValueError, RecursionError) as error:  # a date such as 2021-13-45, or a file nested beyond reason
        raise DataError(str(path), None, "syntax", str(error)[:_SHOWN], "YAML") from None
    finally:
        loader.dispose()


def _note(
    file: str, node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], seen: set[int]
) -> None:
    """Write down the line of every key and item below a node; a key twice or a node used twice is an error."""
    lines.setdefault(path, node.start_mark.line + 1)
    if id(node) in seen:
        raise DataError(file, node.start_mark.line + 1, "syntax", "*", "YAML")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*path, str(key.value))
            if below in lines:
                raise DataError(file, key.start_mark.line + 1, "duplicate", str(key.value)[:_SHOWN], "")
            lines[below] = key.start_mark.line + 1
            _note(file, value, below, lines, seen)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _note(file, item, (*path, number), lines, seen)
