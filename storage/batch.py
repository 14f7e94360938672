"""Rows into tables, many at a time: staged from JSON lines and held against the table's own checks before the merge.

DuckDB's Python client binds parameters one by one, which takes 3 ms for a row of 18 columns; `read_json` reads a file
of JSON lines at about 10 µs a row, encoding and keys included, and needs nothing beyond msgspec.
"""

# ruff: noqa: S608 - names of tables and columns come from the schema; values are never part of the SQL

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
import msgspec

from storage.schema import quoted, shapes

_LARGEST_LINE = 16 * 1024 * 1024
"""What `read_json` takes of one line by itself; a longer one asks for more memory."""
_WIDE = {"INTEGER": "BIGINT"}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that its table does not take."""

    table: str
    row: Mapping[str, Any]
    reason: str


@contextmanager
def staged(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    rows: Sequence[Mapping[str, Any]],
    rejected: list[Rejected] | None = None,
) -> Iterator[None]:
    """Within it the temporary table `staged` holds the rows, in the shape of the table they are for.

    It also has `place`, the number of the row; what a row has beyond the columns is ignored. Rows that break a rule of
    the table go to `rejected` instead; where that is None, it is left to the table to refuse them.
    """
    _read(connection, _json_lines(rows), {**shapes()[table].columns, "place": "BIGINT"})
    if rejected is not None:
        unfit = _take_out(connection, shapes()[table].rules)
        rejected.extend(Rejected(table, rows[place], why) for place, why in unfit)
    yield
    connection.execute("DROP TABLE staged")


def _read(connection: duckdb.DuckDBPyConnection, lines: Sequence[bytes], columns: Mapping[str, str]) -> None:
    """Make `staged` of JSON lines; integers are read wide, so that a check and not a cast refuses them."""
    shape = ", ".join(f"{quoted(name)}: '{_WIDE.get(kind, kind)}'" for name, kind in columns.items())
    longest = max(map(len, lines), default=0) + 1024
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        # The last line ends like the others: without that, DuckDB takes the rest of a full buffer for a line.
        file.writelines(line + b"\n" for line in lines)
        file.flush()
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE staged AS SELECT * FROM read_json(?, format = 'newline_delimited', "
            f"maximum_object_size = {max(_LARGEST_LINE, longest)}, columns = {{{shape}}})",
            [file.name],
        )


def _take_out(connection: duckdb.DuckDBPyConnection, rules: Mapping[str, str]) -> list[tuple[int, str]]:
    """The places of the rows that break a rule, each with the first one's words; they are no longer in `staged`."""
    cases = " ".join(f"WHEN NOT ({rule}) THEN {_literal(why)}" for rule, why in rules.items())
    found: list[tuple[int, str]] = connection.execute(
        f"SELECT place, CASE {cases} END AS why FROM staged WHERE why IS NOT NULL ORDER BY place"
    ).fetchall()
    if found:
        connection.execute(f"DELETE FROM staged WHERE place IN ({', '.join(str(place) for place, _ in found)})")
    return found


def _json_lines(rows: Sequence[Mapping[str, Any]]) -> list[bytes]:
    """Each row as one line; half a surrogate pair, which no file can hold, becomes U+FFFD, so that offsets stay."""
    encoder = msgspec.json.Encoder()
    numbered = [{**row, "place": place} for place, row in enumerate(rows)]
    try:
        return [encoder.encode(row) for row in numbered]
    except UnicodeEncodeError:
        return [encoder.encode(_whole(row)) for row in numbered]


def _whole(value: Any) -> Any:
    """The value with every half of a surrogate pair replaced, however deep it stands."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {name: _whole(part) for name, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list) else value


def _literal(text: str) -> str:
    """The text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
