"""A folder of data files becomes a Catalog, checked and reconciled; nothing is repaired and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budget.catalog import build_catalog
from budget.errors import DataError
from budget.reconcile import reconcile
from budget.store.document import read_document
from budget.store.shapes import GapRow
from budget.store.terms import read_glossary, read_names
from budget.store.validate import sheet

if TYPE_CHECKING:
    from pathlib import Path

    from budget.model import Catalog
    from budget.records import CatalogRecord

__all__ = ["load_catalog", "read_folder", "reconciled"]


def load_catalog(folder: Path) -> Catalog:
    """The catalog of a data folder.

    Raises:
        DataError: a file is missing, unreadable or malformed, or names something that is not there.
        ReconcileError: the figures of a document contradict each other beyond its known gaps.
    """
    return reconciled(read_folder(folder), folder)


def reconciled(records: CatalogRecord, folder: Path) -> Catalog:
    """The catalog of checked records, its figures held against each other.

    Raises:
        DataError: a known gap names a check that does not exist.
        ReconcileError: as load_catalog.
    """
    catalog = build_catalog(records)
    for explanation in catalog.explanations.values():
        try:
            reconcile(explanation, str(folder))
        except DataError as error:
            raise _with_line(error, folder / explanation.document.id / GapRow.file) from None
    return catalog


def _with_line(error: DataError, path: Path) -> DataError:
    """The error about an unknown check with the line its gap stands on."""
    rows = sheet(path.parent, GapRow).rows
    line = next((number for number, row in rows if error.found.endswith(f" {row.check}")), None)
    return DataError(error.file, line, error.problem, error.found, error.expected)


def read_folder(folder: Path) -> CatalogRecord:
    """The checked records of every document in a folder, and the terms they share.

    Every sub-folder with a document.yaml is a document.

    Raises:
        DataError: as load_catalog; also when the folder holds no document.
    """
    try:
        places = sorted(one for one in folder.iterdir() if (one / "document.yaml").exists())
    except FileNotFoundError:
        places = []
    except OSError as error:
        raise DataError(str(folder), None, "unreadable", error.strerror or "", "*/document.yaml") from error
    if not places:
        raise DataError(str(folder), None, "missing", "", "*/document.yaml")
    documents = [read_document(place) for place in places]
    terms = folder / "terms"
    glossary = read_glossary(terms / "glossary.yaml", documents)
    names = read_names((terms / "names.yaml", terms / "vocabulary.yaml"), documents, glossary)
    return {"explanations": documents, "glossary": glossary, "names": names}
