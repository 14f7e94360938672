"""Papers: the host of a page to the province at home in it, so that "tỉnh" means somewhere in a provincial paper."""

from __future__ import annotations

from functools import cache

from pipelines.gazetteer.provinces import Province, resolve_province, successor
from pipelines.gazetteer.tables import read


@cache
def home_province(host: str, year: int | None = None) -> Province | None:
    """The home province of a paper, portal or broadcaster by its host, None for national ones.

    With an index year it is the unit that the place belonged to in that year: the host of Báo Bình Định means Gia Lai
    from 2025. Without a year the paper's own province, as it was last.
    """
    name = _name(host)
    home = resolve_province(name, None) if name else None
    if home is None or year is None:
        return home
    return successor(resolve_province(home.name, min(year, _LAST_OF_63)) or home, year)


_LAST_OF_63 = 2024
"""Papers are listed under the names of the 63 units: the home is found there, then followed to the year asked for."""


def _name(host: str) -> str:
    """The name of the home province; of several labels that name one, the last, which is the larger place."""
    labels = host.lower().rstrip(".").split(".")
    for position in range(len(labels) - 2, -1, -1):
        rest = ".".join(labels[position + 1 :])
        for ending, name in _papers().get(labels[position], ()):
            if not ending or rest == ending or rest.endswith("." + ending):
                return name
    return ""


@cache
def _papers() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each label of a host the endings it has to have, and the province."""
    papers: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read("papers"):
        papers[row["label"]] = (*papers.get(row["label"], ()), (row["ending"], row["province"]))
    return papers
