"""Rows and YAML values held against their shapes; the first wrong value becomes a DataError with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, RootModel, ValidationError

from budget.errors import DataError
from budget.store.files import YamlFile, read_csv, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from budget.store.shapes import CsvShape

__all__ = ["Sheet", "checked_yaml", "sheet"]

S = TypeVar("S", bound="CsvShape")
M = TypeVar("M", bound=BaseModel)

_SHOWN = 80


class Sheet(NamedTuple, Generic[S]):
    """The checked rows of a CSV file, each with the line it stands on."""

    path: Path
    rows: list[tuple[int, S]]

    def error(self, line: int, problem: str, found: str, expected: str) -> DataError:
        """A DataError about one line of this file."""
        return DataError(str(self.path), line, problem, found, expected)


def sheet(folder: Path, shape: type[S]) -> Sheet[S]:
    """The rows of the CSV file of this shape in a folder.

    Raises:
        DataError: as files.read_csv, or a cell that does not fit its column.
    """
    path = folder / shape.file
    rows = []
    for line, cells in read_csv(path, tuple(shape.model_fields)):
        try:
            rows.append((line, shape.model_validate(cells)))
        except ValidationError as error:
            column = str(error.errors(include_url=False)[0]["loc"][0])
            expected = _expected(shape.model_fields[column])
            raise DataError(
                str(path), line, "value", f"{column}: {cells[column][:_SHOWN]}", f"{column}: {expected}"
            ) from None
    return Sheet(path, rows)


def checked_yaml(path: Path, shape: type[M]) -> tuple[M, YamlFile]:
    """A YAML file as its shape, and its lines.

    Raises:
        DataError: as files.read_yaml, or a missing, unknown or wrong value.
    """
    read = read_yaml(path)
    try:
        return shape.model_validate(read.value), read
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = tuple(part for part in first["loc"] if part != "[key]")
        name = ".".join(str(part) for part in where) or path.name
        found = "" if first["type"] == "missing" else str(first["input"])[:_SHOWN]
        problem = "column" if first["type"] in {"missing", "extra_forbidden"} else "value"
        raise DataError(
            str(path), read.line_of(where), problem, f"{name}: {found}", _yaml_expected(shape, where, first)
        ) from None


def _expected(field: FieldInfo) -> str:
    """What a column takes: its fixed words, or an example."""
    if field.examples:
        return str(field.examples[0])
    return " | ".join(str(word) for word in get_args(field.annotation))


def _yaml_expected(shape: type[BaseModel], where: tuple[int | str, ...], first: ErrorDetails) -> str:
    """What stands there in a right file: the example of the field, or the keys of the mapping around it."""
    if first["type"] == "extra_forbidden":
        return ", ".join(_fields_at(shape, where[:-1])) or str(first["msg"])
    fields = _fields_at(shape, where[:-1])
    field = fields.get(str(where[-1])) if where else None
    if field is not None and (field.examples or not isinstance(field.annotation, type)):
        return f"{where[-1]}: {_expected(field)}"
    return str(first["msg"])


def _fields_at(shape: object, where: tuple[int | str, ...]) -> dict[str, FieldInfo]:
    """The fields of the model at a path; none where the path runs through a free mapping."""
    for part in where:
        if isinstance(shape, type) and issubclass(shape, RootModel):
            shape = shape.model_fields["root"].annotation
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            field = shape.model_fields.get(str(part))
            shape = None if field is None else field.annotation
        else:
            arguments = get_args(shape)
            shape = arguments[-1] if arguments else None
    return dict(shape.model_fields) if isinstance(shape, type) and issubclass(shape, BaseModel) else {}
