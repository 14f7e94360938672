"""An answer in each form, with numbers as people write them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from rich.cells import cell_len

from storage import formats
from storage.query import Result

ANSWER = Result(
    ("entity", "value", "rank"),
    ("VARCHAR", "DOUBLE", "INTEGER"),
    (("Hà Nội", 84.64000000000001, 2), ("Bà Rịa - Vũng Tàu", 2.0, None)),
)
NOTHING = Result(("entity",), ("VARCHAR",), ())


def written(result: Result, form: str) -> str:
    stream = io.StringIO()
    formats.write(result, form, stream)
    return stream.getvalue()


VALUES: dict[str, tuple[Any, Any]] = {
    "noise of binary fractions": (84.6400000000001, 84.64),
    "single precision": (84.63999938964844, 84.6399993896),
    "a whole number": (2.0, 2),
    "a large whole number": (1e15, 1e15),
    "a small number": (1e-7, 1e-7),
    "a decimal": (Decimal("84.640"), 84.64),
    "infinity": (float("inf"), None),
    "no number": (float("nan"), None),
    "an integer": (2**70, 2**70),
    "a truth": (True, True),
    "null": (None, None),
    "text": ("84,64%", "84,64%"),
    "a moment": (datetime(2020, 5, 20, 14, 8), "2020-05-20 14:08:00"),  # noqa: DTZ001 - as the dataset keeps them
    "a day": (date(2020, 5, 20), "2020-05-20"),
    "bytes": (b"\x00\xff", "00ff"),
    "a list": ([1.0, None], [1, None]),
    "a structure": ({"a": 2.0}, {"a": 2}),
}


@pytest.mark.parametrize(("value", "tidy"), VALUES.values(), ids=VALUES.keys())
def test_a_value_is_tidied(value: Any, tidy: Any) -> None:
    assert formats.tidy(value) == tidy
    assert type(formats.tidy(value)) is type(tidy)


def test_csv_is_read_back_as_it_was() -> None:
    rows = (('Hà Nội, đạt "84,64%"\ncả năm', 84.64), (None, 2.0))
    answer = Result(("quote", "value"), ("VARCHAR", "DOUBLE"), rows)
    assert list(csv.reader(io.StringIO(written(answer, "csv")))) == [
        ["quote", "value"],
        ['Hà Nội, đạt "84,64%"\ncả năm', "84.64"],
        ["", "2"],
    ]


def test_json_is_one_list_of_objects() -> None:
    assert json.loads(written(ANSWER, "json")) == [
        {"entity": "Hà Nội", "value": 84.64, "rank": 2},
        {"entity": "Bà Rịa - Vũng Tàu", "value": 2, "rank": None},
    ]
    assert "Hà Nội" in written(ANSWER, "json")
    assert json.loads(written(NOTHING, "json")) == []


def test_jsonl_is_one_object_per_line() -> None:
    lines = written(ANSWER, "jsonl").splitlines()
    assert [json.loads(line)["entity"] for line in lines] == ["Hà Nội", "Bà Rịa - Vũng Tàu"]
    assert written(NOTHING, "jsonl") == ""


def test_json_keeps_both_of_two_columns_of_one_name() -> None:
    answer = Result(("a", "a", "a_2"), ("INTEGER",) * 3, ((1, 2, 3),))
    assert json.loads(written(answer, "jsonl")) == {"a": 1, "a_2": 2, "a_2_2": 3}


def test_markdown_is_a_table_whose_bars_are_escaped() -> None:
    answer = Result(("quote", "value"), ("VARCHAR", "DOUBLE"), (("a | b\nc", 84.64),))
    assert written(answer, "markdown") == "| quote | value |\n| --- | ---: |\n| a \\| b c | 84.64 |\n"


def test_a_table_that_goes_elsewhere_than_a_terminal_is_plain_and_whole() -> None:
    assert written(ANSWER, "table") == (
        "entity             value  rank\n"
        "-----------------  -----  ----\n"
        "Hà Nội             84.64     2\n"
        "Bà Rịa - Vũng Tàu      2\n"
    )


def test_columns_stand_below_each_other_also_where_marks_are_letters_of_their_own() -> None:
    answer = Result(("entity", "value"), ("VARCHAR", "INTEGER"), (("Ha\u0300 No\u0323\u0302i", 1), ("Huế", 2)))
    lines = written(answer, "table").splitlines()
    assert len({cell_len(line) for line in lines}) == 1


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def on_terminal(result: Result, width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    formats.write(result, "table", stream)
    return stream.getvalue().splitlines()


def test_a_table_on_a_terminal_fits_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Result(("quote", "value"), ("VARCHAR", "DOUBLE"), (("Hà Nội đạt 84,64 phần trăm " * 5, 84.64),))
    lines = on_terminal(answer, 40, monkeypatch)
    assert max(map(cell_len, lines)) <= 40
    assert any("84.64" in line for line in lines)


def test_more_columns_than_a_terminal_has_room_for_become_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Result(tuple(f"column{number}" for number in range(20)), ("INTEGER",) * 20, (tuple(range(20)),))
    lines = on_terminal(answer, 80, monkeypatch)
    assert max(map(cell_len, lines)) <= 80
    assert [line.split() for line in lines if "column7" in line] == [["column7", "7"]]


def test_square_brackets_in_a_value_are_text_and_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Result(("quote",), ("VARCHAR",), (("[bold]84[/bold]",),))
    assert any("[bold]84[/bold]" in line for line in on_terminal(answer, 80, monkeypatch))


@pytest.mark.parametrize("form", formats.FORMS)
def test_no_rows_are_written_in_every_form(form: str) -> None:
    assert "Hà Nội" not in written(NOTHING, form)
