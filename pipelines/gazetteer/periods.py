"""Validity: when a row of the gazetteer holds, and which of several rows holds as of an index year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something that holds for a time; both ends belong to it, and a missing end is open."""

    valid_from: date | None
    valid_to: date | None

    def holds(self, year: int) -> bool:
        """Whether it held on the last day of the year: the state that an index of that year measures."""
        return self.distance(year) == 0

    def distance(self, year: int | None) -> int:
        """Days between the last day of the year and the period, 0 inside it; no year means the time to come."""
        day = date.max if year is None else date(year, 12, 31)
        if self.valid_from is not None and day < self.valid_from:
            return (self.valid_from - day).days
        if self.valid_to is not None and day > self.valid_to:
            return (day - self.valid_to).days
        return 0


Row = TypeVar("Row", bound=Dated)


def as_of(rows: Iterable[Row], year: int | None) -> Row | None:
    """The row that held in the year, else the one nearest to it; None where there is none, or two are equally near."""
    nearest = sorted(rows, key=lambda row: row.distance(year))
    if len(nearest) > 1 and nearest[0].distance(year) == nearest[1].distance(year):
        return None
    return nearest[0] if nearest else None


def in_force(rows: Iterable[Row], year: int) -> tuple[Row, ...]:
    """The rows that held on the last day of the year, in their order."""
    return tuple(row for row in rows if row.holds(year))
