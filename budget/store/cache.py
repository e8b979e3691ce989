"""The checked records of a data folder, kept under the digest of its bytes; nothing in the cache is ever needed.

Reading YAML and checking every cell takes a fifth of a second; files that were checked before need neither. The cache
holds plain values only (marshal, never code), in a file that belongs to the user alone. Whatever is odd about it,
the folder is read again and nobody hears of it.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from budget.catalog import build_catalog
from budget.reconcile import reconcile

if TYPE_CHECKING:
    from budget.model import Catalog
    from budget.records import CatalogRecord

__all__ = ["open_catalog"]

_MAGIC = b"bbt-records-1\n"
_DIGEST = 32
_PRIVATE = 0o077  # permission bits nobody but the user may have
_SUFFIXES = frozenset({".csv", ".yaml"})


def open_catalog(folder: Path) -> Catalog:
    """The catalog of a data folder: what load.load_catalog gives, sooner when these very bytes were checked before.

    Raises:
        DataError: as load.load_catalog.
        ReconcileError: as load.load_catalog; the figures are held against each other every time.
    """
    key = _key(folder)
    place = _place(folder)
    if key is not None and place is not None:
        catalog = _kept(place, key, folder)
        if catalog is not None:
            return catalog
    from budget.store.load import load_catalog, read_folder, reconciled

    if key is None or place is None:
        return load_catalog(folder)
    records = read_folder(folder)
    catalog = reconciled(records, folder)
    if _key(folder) == key:  # else the files changed while they were read
        _keep(place, key, records)
    return catalog


def _key(folder: Path) -> bytes | None:
    """Digest of every data file below a folder, its name and its bytes, and of the program that checked them.

    None when something cannot be read: the plain road then says what.
    """
    digest = hashlib.sha256(_program())
    try:
        for place in (folder, *sorted(one for one in folder.iterdir() if one.is_dir())):
            for file in sorted(one for one in place.iterdir() if one.suffix in _SUFFIXES):
                data = file.read_bytes()
                digest.update(f"{place.name}/{file.name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
                digest.update(data)
    except OSError:
        return None
    return digest.digest()


def _program() -> bytes:
    """What tells one version of the checks from another: a release, or a changed file in a checkout."""
    here = Path(__file__).parent
    files = sorted(here.glob("*.py")) + [here.parent / name for name in ("catalog.py", "model.py", "records.py")]
    stats = [file.stat() for file in files]
    told = "".join([f"{one.st_size}:{one.st_mtime_ns};" for one in stats])
    return f"{sys.implementation.cache_tag}:{marshal.version}:{told}".encode()


def _place(folder: Path) -> Path | None:
    """The cache file of a folder; None where there is no home to keep it in."""
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not base.is_absolute():  # the XDG rule: a relative path is to be ignored
        try:
            base = Path.home() / ".cache"
        except RuntimeError:
            return None
    name = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
    return base / "bbt" / f"records-{name}"


def _kept(place: Path, key: bytes, folder: Path) -> Catalog | None:
    """The catalog out of the cache; None when it is missing, of other bytes, not the user's own, or damaged."""
    try:
        data = _own_bytes(place)
    except OSError:
        return None
    head = len(_MAGIC)
    if data[:head] != _MAGIC or data[head : head + _DIGEST] != key:
        return None
    body = data[head + 2 * _DIGEST :]
    if hashlib.sha256(body).digest() != data[head + _DIGEST : head + 2 * _DIGEST]:
        return None
    try:
        catalog = build_catalog(marshal.loads(body))  # noqa: S302 - plain values only, from a file of the user's own
    except (EOFError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    for explanation in catalog.explanations.values():
        reconcile(explanation, str(folder))
    return catalog


def _own_bytes(place: Path) -> bytes:
    """The bytes of a regular file that only the user can touch.

    Raises:
        OSError: there is no such file, or it is a link, another's, or open to others.
    """
    descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid() or stat.S_IMODE(about.st_mode) & _PRIVATE:
            raise PermissionError(str(place))
        return file.read()


def _keep(place: Path, key: bytes, records: CatalogRecord) -> None:
    """Write the records in one move; where that fails there is no cache, which is all right."""
    body = marshal.dumps(cast("dict[str, list[object]]", records))
    parts = (_MAGIC, key, hashlib.sha256(body).digest(), body)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError:
        return
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()
