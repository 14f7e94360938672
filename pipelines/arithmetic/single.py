"""A fact has one value: where a document seems to tell two, one of them is another fact's."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.arithmetic.findings import Check, Finding
from pipelines.arithmetic.known import Known, Place, clash


def check(known: Known) -> Iterator[Finding]:
    """A finding for each fact that is told with values of which only one can be so.

    Some subjects stand in two rankings of one index, among 63 and among 34, with a value in each; and a mean may be
    that of some of a group's members. Of these nothing is said.
    """
    doubled = {_whose(place) for place, told in known.told() if len({row.out_of for row in told} - {None}) > 1}
    for place, told in known.told():
        if told[0].entity_type != "group" and _whose(place) not in doubled and clash(told):
            yield Finding(Check.SINGLE, False, tuple(told), " and ".join(f"{row.value:g}" for row in told))


def _whose(place: Place) -> tuple[str, int, str]:
    """The index, the year and the subject of a place."""
    return place.index, place.year, place.entity_id
