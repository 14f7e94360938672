"""Contradictions as issues: which rows can't all be so, what they say, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipelines.arithmetic.findings import Check, Finding
from storage.records import Issue, Severity

_KINDS = {
    Check.SINGLE: ("two-values", "one fact has several values"),
    Check.SUM: ("sum-off", "the components don't sum to the total"),
    Check.SHARE: ("share-off", "points and percent are not the same share"),
    Check.STEP: ("step-off", "old value and change don't make the new value"),
    Check.ORDER: ("order-off", "places don't stand in the order of values"),
}
_NEXT = (
    "compare the quotes with the article: where the text is right, report the row that is wrong; its rows are kept as"
    " they were read, with less confidence"
)


def issues(findings: Iterable[Finding]) -> Iterator[Issue]:
    """An issue for each contradiction."""
    for finding in findings:
        if not finding.agrees:
            kind, said = _KINDS[finding.check]
            reason = f"{said}: {_of(finding)}: {finding.shown} ({_quotes(finding)})"
            yield Issue("extract", Severity.WARNING, kind, reason, _NEXT, quote=finding.rows[0].quote)


def _of(finding: Finding) -> str:
    """What the rows of a finding have in common, of what is measured and whose it is."""
    told = ((row.index, str(row.year), row.entity, row.component, row.metric) for row in finding.rows)
    return ", ".join(values[0] for values in zip(*told, strict=True) if len(set(values)) == 1)


_SHOWN = 6
"""How many quotes an issue tells."""


def _quotes(finding: Finding) -> str:
    """The words of its rows."""
    told = [f"«{' '.join(row.quote.split())}»" for row in finding.rows]
    return ", ".join([*told[:_SHOWN], *(["…"] if len(told) > _SHOWN else [])])
