"""Fields: how many units an index ranks, which is the rank of whoever is at the bottom of the table."""

from __future__ import annotations

from functools import cache

from pipelines.gazetteer.tables import read


def field_size(index: str, group: str, year: int) -> int | None:
    """The number of ranked units of an index, None if unknown; the group is `province`, `ministry` or `region`."""
    return _sizes().get((index, group, year))


@cache
def _sizes() -> dict[tuple[str, str, int], int]:
    """Every known size by index, group and year."""
    return {(row["index"], row["group"], int(row["year"])): int(row["size"]) for row in read("fields")}
