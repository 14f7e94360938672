"""The confidence of rows that other numbers of their document bear out or contradict; each row is weighed once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.arithmetic.findings import Check, Finding
from storage.records import ScoreStatement

_DOUBT_LEFT, _DOUBT_LEFT_BY_ORDER = 0.2, 0.5
"""How much of the doubt an agreement leaves: numbers that were read wrong hardly ever fit by chance. The numbers of a
list may stand in order without being ranks, and a misread value may fall between its neighbours.
"""
_LEAST_TRUST = 0.1
"""What a contradiction leaves at least."""


def weighed(rows: Sequence[ScoreStatement], findings: Iterable[Finding]) -> list[ScoreStatement]:
    """The rows with the confidence that the findings leave them.

    An agreement takes some of the doubt, a contradiction as much of the confidence as makes one of its rows wrong; a
    row that is borne out and contradicted keeps its own.
    """
    fits: dict[ScoreStatement, float] = {}
    clashes: dict[ScoreStatement, float] = {}
    for finding in findings:
        if finding.agrees:
            left = _DOUBT_LEFT_BY_ORDER if finding.check is Check.ORDER else _DOUBT_LEFT
            fits |= {row: min(left, fits.get(row, 1.0)) for row in finding.rows}
        else:
            clashes |= {row: min(_trust_left(finding), clashes.get(row, 1.0)) for row in finding.rows}
    return [_weighed(row, fits.get(row), clashes.get(row)) for row in rows]


def _trust_left(finding: Finding) -> float:
    """The share of the rows of a contradiction that may well be right.

    Of the values of one fact that is one, of two places out of order one; of the terms of a computation all but one.
    """
    count = len(finding.rows)
    left = {Check.SINGLE: 1 / count, Check.ORDER: 1 / 2}.get(finding.check, 1 - 1 / count)
    return max(left, _LEAST_TRUST)


def _weighed(row: ScoreStatement, doubt: float | None, trust: float | None) -> ScoreStatement:
    """A row that keeps a share of its doubt where it only fits, of its confidence where it only clashes."""
    if doubt is not None and trust is None:
        return replace(row, confidence=round(1 - (1 - row.confidence) * doubt, 3))
    return replace(row, confidence=round(row.confidence * trust, 3)) if trust is not None and doubt is None else row
