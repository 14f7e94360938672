"""The limits of a run, as the program and as `scrapy crawl -a` give them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.limits import LimitError, Limits, limits_of


def test_limits_are_read_from_text() -> None:
    assert limits_of("2024-01-01", "2024-12-31", "5", "100") == Limits(date(2024, 1, 1), date(2024, 12, 31), 5, 100)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("yesterday", None, None, None), "since"),
        ((None, "31/12/2024", None, None), "until"),
        ((None, None, "many", None), "sample"),
        ((None, None, "0", None), "sample"),
        ((None, None, None, "-1"), "max_pages"),
        (("2024-02-01", "2024-01-01", None, None), "since 2024-02-01 lies after"),
    ],
)
def test_a_limit_that_makes_no_sense_is_named(given: tuple[object, ...], told: str) -> None:
    with pytest.raises(LimitError, match=told):
        limits_of(*given)


def test_no_limit_admits_every_day_and_an_article_without_one() -> None:
    assert Limits().admits(date(1990, 1, 1))
    assert Limits(since=date(2024, 1, 1)).admits(None)


@given(st.dates(), st.dates(), st.integers(0, 4000))
def test_a_page_is_passed_over_for_its_last_change_only_if_no_day_up_to_it_is_wanted(
    since: date, day: date, later: int
) -> None:
    limits = Limits(since=since)
    try:
        changed = day + timedelta(days=later)
    except OverflowError:
        changed = date.max
    assert limits.may_admit(changed) or not limits.admits(day)
