"""What can be wrong with a dataset: one class per cause, each message one line that says what to do."""

# ruff: noqa: N818 - the names say what is wrong with the dataset; all of them are a DatasetError

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from storage.records import Origin


class DatasetError(Exception):
    """The dataset cannot be used as asked; `str()` is one line with the file and the next step."""


class Missing(DatasetError):
    """There is no dataset at that place."""


class Damaged(DatasetError):
    """The file is no whole dataset of this project."""


class Locked(DatasetError):
    """Another process has the file open for writing."""


class Newer(DatasetError):
    """The file was made by a newer version of parindex or of DuckDB."""


class OriginMismatch(DatasetError):
    """Live rows were to go into a dataset of the demo, or the other way round."""


class ReadOnly(DatasetError):
    """The folder or the file does not let itself be written, or not even read."""


class DiskFull(DatasetError):
    """The disk, a quota or a limit of file size leaves no room."""


class QueryError(Exception):
    """The query cannot be answered; `str()` is one line that says what to change."""


def missing(path: Path) -> Missing:
    """The error of a dataset that is not there."""
    return Missing(
        f"{path}: no dataset here; make one with `parindex demo` or `parindex crawl`, or name its folder with --data"
    )


def newer_schema(path: Path, found: int, known: int) -> Newer:
    """The error of a dataset whose tables this version does not know."""
    return Newer(
        f"{path}: its tables are of version {found}, this parindex knows {known}; "
        "install a newer parindex, or name another folder with --data"
    )


def not_ours(path: Path) -> Damaged:
    """The error of a DuckDB file that is something else."""
    return Damaged(f"{path}: a DuckDB file, but no dataset of parindex; name another folder with --data")


def no_folder(folder: Path) -> ReadOnly:
    """The error of a folder that can't be made where it should be."""
    return ReadOnly(f"{folder}: no folder can be made here; name another one with --data")


def origin_mismatch(path: Path, kept: Origin, wanted: Origin) -> OriginMismatch:
    """The error of rows that would mix with those of another origin."""
    return OriginMismatch(
        f"{path}: holds {kept.value} rows, and {wanted.value} rows never mix with them; "
        "name another folder with --data, or remove this one"
    )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Within it, whatever DuckDB or the system says about the file is raised as a `DatasetError`."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        raise explain(path, error) from error


def explain(path: Path, error: Exception) -> DatasetError:
    """The error as a `DatasetError`: its kind by what the message says, since DuckDB has one class for most of them."""
    said = " ".join(str(error).split())
    number = getattr(error, "errno", None)
    for kind, numbers, pattern, advice in _CAUSES:
        if number in numbers or (found := re.search(pattern, said)):
            pid = found.groupdict().get("pid") if number not in numbers and found else None
            return kind(f"{path}: {advice.format(who=f'process {pid}' if pid else 'another process')}")
    return DatasetError(f"{path}: {said}")


_CAUSES: tuple[tuple[type[DatasetError], frozenset[int], str, str], ...] = (
    (
        DiskFull,
        frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}),
        r"No space left|[Dd]isk (?:is )?full|quota exceeded|File too large|failed to offload data block",
        "there is no room left to write; free some, what was committed before is kept",
    ),
    (
        Locked,
        frozenset(),
        r"Could not set lock(?:.*\(PID (?P<pid>\d+)\))?|different configuration than existing",
        "{who} is using it; wait until it has finished, or end it",
    ),
    (
        Newer,
        frozenset(),
        r"version number \d+.*can only read|newer version of DuckDB",
        "written by a newer DuckDB than the installed one; upgrade it with "
        "`pip install -U duckdb`, or name another folder with --data",
    ),
    (
        ReadOnly,
        frozenset({errno.EACCES, errno.EPERM, errno.EROFS}),
        r"Permission denied|Read-only file system|Operation not permitted",
        "no permission to use it; change its rights, or name another folder with --data",
    ),
    (
        ReadOnly,
        frozenset({errno.ENOTDIR, errno.EISDIR, errno.EEXIST}),
        r"Is a directory|Not a directory",
        "a folder stands where a file should be, or a file where a folder should; name another folder with --data",
    ),
    (
        Missing,
        frozenset({errno.ENOENT}),
        r"database does not exist|No such file or directory",
        "no such file; make the dataset with `parindex demo` or `parindex crawl`, or name its folder with --data",
    ),
    (
        Damaged,
        frozenset(),
        r"not a valid DuckDB database|Corrupt database|Could not read enough bytes|checksum|has been invalidated"
        r"|INTERNAL Error|Serialization Error|Failed to deserialize|replay(?:ing)? WAL",
        "damaged, or no DuckDB file; move it away and crawl again, or put a copy in its place",
    ),
)
"""Kind, numbers of the system, words of the message, and what to do; the first that fits holds."""
