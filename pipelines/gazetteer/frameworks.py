"""Frameworks: which components the points of an index are shared out to, for provinces and for ministries, by year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipelines.gazetteer.tables import items, read


@dataclass(frozen=True, slots=True)
class Framework:
    """How the points of an index are made up."""

    maximum: float
    """The most points that a total can have."""
    components: frozenset[str]
    """The components whose points sum to the total."""


@cache
def framework(index: str, kind: str, year: int) -> Framework | None:
    """The framework of a kind of subjects in a year, None where the index has no such sum or it is not known.

    The kind is `province` or `ministry`, or the group of either, whose mean is made up as its members are.
    """
    for row in read("frameworks"):
        first, last = int(row["first_year"]), int(row["last_year"] or year)
        if row["index"] == index and kind in {row["kind"], _GROUPS[row["kind"]]} and first <= year <= last:
            return Framework(float(row["maximum"]), frozenset(items(row["components"])))
    return None


_GROUPS = {"province": "all_provinces", "ministry": "all_ministries"}
