"""All checks at once."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.arithmetic import order, shares, single, steps, sums
from pipelines.arithmetic.findings import Finding
from pipelines.arithmetic.known import Known
from storage.records import ScoreStatement


def examine(rows: Sequence[ScoreStatement]) -> tuple[Finding, ...]:
    """What the checks find among the rows of one document."""
    known = Known(rows)
    return tuple(one for check in (single, sums, shares, steps, order) for one in check.check(known))
