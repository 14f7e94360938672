"""Scores and percentages in English, and the older ones that a change starts from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.mentions.types import Kind
from pipelines.rules import emit
from pipelines.rules.english import changes, holders, parts, refusals, slots, times
from pipelines.rules.levels import plausible

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader


def read(reader: EnglishReader, at: int) -> None:
    """Make the fact of a level, or of the change that it is, or say why it is neither."""
    token = reader.sentence.tokens[at]
    move = changes.move_of(reader, at)
    reason = refusals.refusal(reader, at) or refusals.no_result(reader, at, move)
    if reason:
        reader.refuse(at, reason)
        return
    if move is not None and not changes.is_result(reader, at, move):
        changes.assert_change(reader, at, move)
        return
    if holders.opens_clause(reader, at) is not None:
        parts.take_index_of_clause(reader, at)
    metric = "percent" if slots.unit_of(reader, at) == "percent" else "score"
    components = parts.components_of(reader, at)
    if not plausible(reader.context.index or "", components, metric, token.number or 0.0):
        components = reader.context.components = components or parts.inherited(reader)
        if not components:
            _implausible(reader, at)
            return
    _assert(reader, at, metric, components)


def _assert(reader: EnglishReader, at: int, metric: str, components: tuple[str, ...]) -> None:
    """Make the facts of a level for each of its subjects and years."""
    token = reader.sentence.tokens[at]
    if token.tags and metric == "score":
        reader.refuse(at, "a number without unit that nothing leads to")
        return
    index = parts.index_of_level(reader, at)
    years = times.years_behind(reader, at)
    if not years and re.search(r"(?:with|at|on|scoring)(?: a score of)? $", reader.sentence.before(at, 24)):
        years = reader.local
    if not years and re.search(r"(?<!\w)from $", reader.sentence.before(at, 6)):
        year = changes.older_year(reader, at)
        if year is None:
            reader.refuse(at, "an earlier value whose year is not said")
            return
        years = (year,)
    group, reader.group_here = reader.group_here, None
    bound = slots.bound_of(reader, at)
    exact = {(fact.subject, fact.metric) for fact in reader.facts if fact.bound == "="} if bound != "=" else set()
    for subject in (group,) if group else holders.subjects_of(reader, at):
        if (subject, metric) in exact:
            reader.refuse(at, "a threshold of someone whose exact value was told")
            continue
        for year in years or (None,):
            emit.facts(
                reader,
                at,
                metric,
                token.number or 0.0,
                rule="english.level",
                subject=subject,
                year=year,
                index=index,
                components=components,
                out_of=token.out_of,
                bound=bound,
            )


def _implausible(reader: EnglishReader, at: int) -> None:
    """Read a percentage too low for a level as a change where the sentence tells of changes, else refuse it."""
    token = reader.sentence.tokens[at]
    move = reader.last_move
    if move is None:
        move = reader.sentence.rfind(0, at, Kind.MOVE)
    if token.unit == "percent" and move is not None and (token.number or 0) < 15:
        changes.assert_change(reader, at, move)
        return
    reader.refuse(at, "it is outside what the index can be")
