"""Published results: totals and ranks of PAR INDEX that offices and papers printed, to check the dataset against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipelines.gazetteer.tables import read


@dataclass(frozen=True, slots=True)
class OfficialResult:
    """One published total of one subject in one year."""

    year: int
    kind: str
    """`province`, `ministry`, `region` or `group`."""
    entity_id: str
    entity: str
    percent: float | None
    rank: int | None
    status: str
    """`published`; `derived` from a printed difference or order; `conflict` where it contradicts better sources."""
    source_url: str
    note: str


@cache
def official_results() -> tuple[OfficialResult, ...]:
    """Every published result, in the file's order."""
    return tuple(
        OfficialResult(
            year=int(row["year"]),
            kind=row["kind"],
            entity_id=row["entity_id"],
            entity=row["entity"],
            percent=float(row["percent"]) if row["percent"] else None,
            rank=int(row["rank"]) if row["rank"] else None,
            status=row["status"],
            source_url=row["source_url"],
            note=row["note"],
        )
        for row in read("official")
    )
