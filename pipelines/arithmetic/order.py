"""Places stand in the order of values: of two subjects of one ranking, the better place has the higher value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipelines.arithmetic.findings import Check, Finding, verdict
from pipelines.arithmetic.known import Known, half_unit
from storage.records import ScoreStatement


@dataclass(frozen=True, slots=True)
class _Standing:
    """The place of a subject, and the value that it rests on with half a unit of its last digit."""

    rank: ScoreStatement
    level: ScoreStatement
    half: float


_Pair = tuple[_Standing, _Standing]
_ENOUGH, _MOST = 3, 700
"""How many must stand in order before it says something: of two, every other pair does by chance. More than the most
make no ranking, and would take long to compare.
"""


def check(known: Known) -> Iterator[Finding]:
    """A finding for each ranking whose places and values can't all be so, and for each subject that fits all others."""
    for standings in _rankings(known):
        against = [pair for pair in combinations(standings, 2) if _contradict(*pair)]
        if against:
            yield _contradiction(against)
        clashing = {one.rank for pair in against for one in pair}
        fitting = [one for one in standings if one.rank not in clashing]
        if len(fitting) >= _ENOUGH:
            yield from (_agreement(one, len(fitting) - 1) for one in fitting)


def _rankings(known: Known) -> Iterator[Sequence[_Standing]]:
    """The subjects with place and value of each ranking, by the unit of their values.

    Among departments, districts and ministries the same place with different values shows rankings side by side (one
    of departments, one of districts), whose places say nothing of each other. There is one ranking of provinces.
    """
    rankings: dict[tuple[object, ...], list[_Standing]] = {}
    for place, rank in known.values():
        for metric in ("score", "percent") if place.metric == "rank" else ():
            level = known.get(replace(place, metric=metric, scope=None))
            if level is not None:
                key = (replace(place, entity_id="", metric=metric), rank.entity_type, rank.parent)
                rankings.setdefault(key, []).append(_Standing(rank, level, half_unit(level)))
    for standings in rankings.values():
        one_ranking = standings[0].rank.entity_type == "province" or not _side_by_side(standings)
        if len(standings) <= _MOST and one_ranking:
            yield standings


def _side_by_side(standings: Sequence[_Standing]) -> bool:
    """Whether two have the same place with different values."""
    places: dict[float, _Standing] = {}
    return any(_contradict(places.setdefault(one.rank.value, one), one) for one in standings)


def _contradict(one: _Standing, other: _Standing) -> bool:
    """Whether no true values behind the rounded ones fit the places; subjects share a place with one value only."""
    better, worse = (one, other) if one.rank.value < other.rank.value else (other, one)
    above = worse.level.value - better.level.value
    off = abs(above) if one.rank.value == other.rank.value else max(above, 0.0)
    return verdict(off, ((1.0, one.half), (1.0, other.half))) is False and not _fields_differ(one.rank, other.rank)


def _fields_differ(one: ScoreStatement, other: ScoreStatement) -> bool:
    """Whether one place is among so many, the other among so many others."""
    return one.out_of is not None and other.out_of is not None and one.out_of != other.out_of


def _contradiction(against: Sequence[_Pair]) -> Finding:
    """That subjects can't all stand as they do.

    Of each two, the one that contradicts more of the others is to blame, both where these are as many.
    """
    clashes = Counter(one for pair in against for one in pair)
    blamed = {one: None for pair in against for one in pair if clashes[one] == max(clashes[other] for other in pair)}
    first, *more = (f"{_shown(one)}, but {_shown(other)}" for one, other in against)
    shown = f"{first}; {len(more)} more such" if more else first
    return Finding(Check.ORDER, False, tuple(row for one in blamed for row in (one.rank, one.level)), shown)


def _agreement(one: _Standing, others: int) -> Finding:
    """That a subject stands where its value puts it."""
    return Finding(Check.ORDER, True, (one.rank, one.level), f"{_shown(one)}, in order with {others} others")


def _shown(who: _Standing) -> str:
    """A place with its value, in a few words."""
    return f"{who.rank.entity} in place {who.rank.value:g} with {who.level.value:g}"
