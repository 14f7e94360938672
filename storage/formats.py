"""An answer as text: a readable table, CSV, JSON, JSON lines or Markdown, with numbers as people write them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from storage.query import Result

_DIGITS = 12
"""Digits that a number keeps: more than any text states, fewer than the noise of binary fractions needs."""
_NARROWEST = 9
"""The room on a terminal that a column needs at least; with less, every row is shown as a list of its values."""


def write(result: Result, form: str, stream: TextIO) -> None:
    """Write the answer to the stream in one of the `FORMS`."""
    FORMS[form](result, stream)


def tidy(value: Any) -> Any:
    """The value as JSON takes it: 84.64 for 84.6400000000001, 2 for 2.0, null for what is no number."""
    if isinstance(value, Decimal | float):
        return _number(float(value))
    if isinstance(value, dict):
        return {str(key): tidy(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(part) for part in value]
    if isinstance(value, bytes):
        return value.hex()
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


def _number(value: float) -> int | float | None:
    """The number without noise, a whole one as an integer, None for infinity and the like."""
    if not isfinite(value):
        return None
    rounded = float(f"{value:.{_DIGITS}g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 10**_DIGITS else rounded


def _text(value: Any) -> str:
    """The value as the text of one field; nothing for null."""
    plain = tidy(value)
    if plain is None:
        return ""
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _line(value: Any) -> str:
    """The value as text in one line."""
    return " ".join(_text(value).splitlines())


def _write_csv(result: Result, stream: TextIO) -> None:
    """Comma-separated values under the names of the columns."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([_text(value) for value in row] for row in result.rows)


def _write_jsonl(result: Result, stream: TextIO) -> None:
    """One JSON object per line."""
    stream.writelines(f"{line}\n" for line in _objects(result))


def _write_json(result: Result, stream: TextIO) -> None:
    """One JSON list with an object per line."""
    body = ",\n".join(f"  {line}" for line in _objects(result))
    stream.write(f"[\n{body}\n]\n" if body else "[]\n")


def _objects(result: Result) -> Iterator[str]:
    """Each row as a JSON object; a second column of the same name is `name_2`, so that none is lost."""
    names = _distinct(result.columns)
    for row in result.rows:
        yield json.dumps(dict(zip(names, map(tidy, row), strict=True)), ensure_ascii=False)


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, made different where they are not."""
    distinct: list[str] = []
    for name in names:
        number, own = 1, name
        while own in distinct:
            number += 1
            own = f"{name}_{number}"
        distinct.append(own)
    return distinct


def _write_markdown(result: Result, stream: TextIO) -> None:
    """A table of Markdown, numbers to the right."""
    rules = ["---:" if right else "---" for right in _to_the_right(result)]
    for cells in (result.columns, rules, *(map(_line, row) for row in result.rows)):
        stream.write("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")


def _write_table(result: Result, stream: TextIO) -> None:
    """A table that fits the terminal; plain text in columns where the stream is none."""
    console = Console(file=stream, highlight=False, soft_wrap=False)
    if not console.is_terminal:
        stream.writelines(f"{line}\n" for line in _plain(result))
    elif len(result.columns) * _NARROWEST > console.width:
        _print_lists(result, console)
    else:
        console.print(_rich_table(result))


def _plain(result: Result) -> Iterator[str]:
    """The lines of a table in columns, as wide as their widest values."""
    rows = [list(result.columns), *([_line(value) for value in row] for row in result.rows)]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    sides = _to_the_right(result)
    for row in rows:
        padded = (_pad(cell, width, right=right) for cell, width, right in zip(row, widths, sides, strict=True))
        yield "  ".join(padded).rstrip()


def _pad(cell: str, width: int, *, right: bool) -> str:
    """The cell filled with spaces to its width on a screen, where a combining mark takes no room."""
    room = " " * (width - cell_len(cell))
    return room + cell if right else cell + room


def _rich_table(result: Result) -> Table:
    """The table of a terminal: long values are folded inside their columns."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, right in zip(result.columns, _to_the_right(result), strict=True):
        table.add_column(Text(name), justify="right" if right else "left", overflow="fold", no_wrap=right)
    for row in result.rows:
        table.add_row(*(Text(_line(value)) for value in row))
    return table


def _print_lists(result: Result, console: Console) -> None:
    """Each row as a list of names and values, for more columns than a terminal has room for."""
    for number, row in enumerate(result.rows, 1):
        table = Table(box=None, show_header=False, pad_edge=False, title=f"row {number}", title_justify="left")
        table.add_column(style="bold")
        table.add_column(overflow="fold")
        for name, value in zip(result.columns, row, strict=True):
            table.add_row(Text(name), Text(_line(value)))
        console.print(table)


def _to_the_right(result: Result) -> list[bool]:
    """For each column whether it holds numbers."""
    return [kind.startswith(_NUMBERS) and not kind.endswith("]") for kind in result.types]


_NUMBERS = ("DOUBLE", "FLOAT", "DECIMAL", "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT", "UBIGINT", "UINTEGER")

FORMS: dict[str, Callable[[Result, TextIO], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "markdown": _write_markdown,
}
"""The forms of an answer by name."""
