"""The exact values of a document by what they are of, and how exactly each is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines import numbers
from pipelines.arithmetic.findings import verdict
from pipelines.gazetteer import Framework, framework
from storage.records import ScoreStatement


@dataclass(frozen=True, slots=True)
class Place:
    """What a value is of: a rank may hold in a scope, a change is against a year."""

    index: str
    year: int
    entity_id: str
    component: str
    metric: str
    scope: str | None = None
    vs_year: int | None = None


class Known:
    """The exact values of a document whose year is known."""

    def __init__(self, rows: Iterable[ScoreStatement]) -> None:
        self._told: dict[Place, list[ScoreStatement]] = {}
        self._exact: dict[Place, ScoreStatement | None] = {}
        for row in rows:
            if row.bound == "=" and row.year is not None:
                self._told.setdefault(_place(row, row.year), []).append(row)

    def told(self) -> Iterator[tuple[Place, Sequence[ScoreStatement]]]:
        """Each place with all that is told of it."""
        yield from self._told.items()

    def values(self) -> Iterator[tuple[Place, ScoreStatement]]:
        """Each place that has one value, with the row that writes it most exactly."""
        return ((place, row) for place in self._told if (row := self.get(place)))

    def get(self, place: Place) -> ScoreStatement | None:
        """The value of a place as it is written most exactly, None where none is told, or several are."""
        told = self._told.get(place, ())
        if len(told) < 2:
            return told[0] if told else None
        if place not in self._exact:
            self._exact[place] = None if clash(told) else min(told, key=half_unit)
        return self._exact[place]


def _place(row: ScoreStatement, year: int) -> Place:
    """What a row is the value of."""
    return Place(row.index, year, row.entity_id, row.component, row.metric, row.scope, row.vs_year)


def clash(told: Sequence[ScoreStatement]) -> bool:
    """Whether rows of one place tell values that rounding doesn't make one: 84.6 and 84.64 are one."""
    if len(told) < 2:
        return False
    exact = min(told, key=half_unit)
    return any(verdict(row.value - exact.value, terms(row, exact)) is False for row in told)


def terms(*rows: ScoreStatement) -> list[tuple[float, float]]:
    """The terms of a sum or a difference of values, as a verdict asks for them."""
    return [(1.0, half_unit(row)) for row in rows]


def half_unit(row: ScoreStatement) -> float:
    """How far the true value may be from the one written: half a unit of its last digit; 0 for places."""
    if row.metric in {"rank", "rank_change"}:
        return 0.0
    return _half_unit(row.quote, row.value)


@lru_cache(maxsize=4096)  # every check asks for the same few
def _half_unit(quote: str, value: float) -> float:
    """Half a unit of the last digit of a value as a quote writes it."""
    written = (one for one in re.findall(numbers.NUMBER, quote) if _is(one, value))
    return 0.5 * 10.0 ** -max((numbers.decimals(one) for one in written), default=_decimals(value))


def _is(written: str, value: float) -> bool:
    """Whether a number in the words of a row is its value."""
    parsed = numbers.parse_decimal(written) or numbers.parse(written)
    return parsed is not None and abs(parsed - abs(value)) < 1e-9


def _decimals(value: float) -> int:
    """How many digits a value needs: where the words of its row don't write it in figures."""
    return numbers.decimals(numbers.show(value))


def framework_of(row: ScoreStatement) -> Framework | None:
    """How the points of what a row measures are made up, None where that is not known."""
    kind = row.entity if row.entity_type == "group" else row.entity_type
    return framework(row.index, kind, row.year) if row.year else None
