"""The monitors say what is wrong with a site at the end of a run, and each knows what zero means."""

from __future__ import annotations

import pytest

from crawler.figures import SiteFigures
from crawler.monitors import findings

GOOD = {"found": 9, "fetched": 10, "pages": 10, "articles": 9, "dated": 9, "read": 9}


@pytest.mark.parametrize(
    ("counts", "kinds"),
    [
        (GOOD, []),
        ({}, ["silent"]),
        ({"fetched": 3}, ["silent"]),
        ({"fetched": 3, "pages": 3}, ["silent"]),
        ({"fetched": 3, "pages": 3, "found": 2, "read": 2, "unreadable": 2}, ["silent"]),
        ({"fetched": 3, "pages": 3, "found": 2, "outside": 2}, []),
        ({"fetched": 3, "pages": 3, "found": 2, "not_wanted": 2}, []),
        ({**GOOD, "read": 18, "unreadable": 9}, ["unreadable"]),
        ({**GOOD, "read": 10, "unreadable": 1}, []),
        ({**GOOD, "articles": 8, "dated": 4}, ["undated"]),
        ({**GOOD, "dated": 8}, []),
        ({**GOOD, "articles": 1, "dated": 0}, []),
        ({**GOOD, "broken": 1}, ["crashed"]),
    ],
)
def test_each_way_of_failing_is_found(counts: dict[str, int], kinds: list[str]) -> None:
    figures = SiteFigures("a.test", ended="finished", **counts)
    assert [finding.kind for finding in findings(figures)] == kinds


@pytest.mark.parametrize("ended", ["shutdown", ""])
def test_an_interrupted_crawl_proves_nothing(ended: str) -> None:
    assert findings(SiteFigures("a.test", ended=ended)) == []
