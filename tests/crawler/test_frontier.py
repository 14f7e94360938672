"""The frontier asks for each article once, and only as far as the limits go."""

from __future__ import annotations

from datetime import date

import pytest

from crawler.discovery import Entry
from crawler.frontier import Frontier, Step, Visit
from crawler.limits import Limits
from crawler.site import parse_site
from crawler.sources import Feed, Ids, Listing, Related, Sitemap
from tests.crawler.press import path, site_file

FEED = Feed(url="/rss")
IDS = Ids(url="/bai/{id}/x.html", reach=2, misses=3)


def url(number: int) -> str:
    return f"http://a.test{path(number)}"


@pytest.fixture
def frontier() -> Frontier:
    return Frontier(parse_site(site_file("a.test").encode(), "a.test.toml"), Limits(since=date(2024, 1, 1)))


def urls(steps: object) -> list[str]:
    return [step.url for step in steps]  # type: ignore[attr-defined]


def test_an_article_comes_once_whatever_its_address_says_around_its_number(frontier: Frontier) -> None:
    entries = [Entry(url(1)), Entry("http://a.test/bai/1/another-slug.html"), Entry(url(2))]
    assert urls(frontier.articles(entries, FEED)) == [url(1), url(2)]
    assert frontier.counts["found"] == 2


def test_what_is_no_article_or_not_on_the_site_is_passed_over_and_the_latter_counted(frontier: Frontier) -> None:
    entries = [Entry("http://a.test/tin"), Entry("http://elsewhere.test" + path(1))]
    assert urls(frontier.articles(entries, FEED)) == []
    assert frontier.counts["off_site"] == 1


def test_a_trusted_source_may_name_pages_that_do_not_look_like_articles(frontier: Frontier) -> None:
    source = Listing(url="/tin", links=("a",))
    assert urls(frontier.articles([Entry("http://a.test/special")], source, trusted=True)) == ["http://a.test/special"]


def test_what_a_source_dates_outside_the_limits_is_passed_over_and_counted(frontier: Frontier) -> None:
    entries = [
        Entry(url(1), published=date(2023, 12, 31)),
        Entry(url(2), published=date(2024, 1, 1)),
        Entry(url(3), changed=date(2023, 12, 31)),
        Entry(url(4), changed=date(2025, 1, 1)),
    ]
    assert urls(frontier.articles(entries, FEED)) == [url(2), url(4)]
    assert frontier.counts["outside"] == 2


def test_a_sitemap_brings_no_more_than_its_limit(frontier: Frontier) -> None:
    source = Sitemap(url="/sitemap.xml", limit=2)
    assert len(urls(frontier.articles([Entry(url(number)) for number in range(9)], source))) == 2
    assert urls(frontier.articles([Entry(url(99))], source)) == []


def test_a_pager_ends_at_its_last_page_and_where_it_turns_in_circles(frontier: Frontier) -> None:
    first = Visit("listing", Listing(url="/tin", pages=3))
    [second] = frontier.further_pages(["http://a.test/tin?page=2"], first, last=3)
    assert second.visit.page == 2
    assert not list(frontier.further_pages(["http://a.test/tin?page=2"], second.visit, last=3))
    [third] = frontier.further_pages(["http://a.test/tin?page=3"], second.visit, last=3)
    assert not list(frontier.further_pages(["http://a.test/tin?page=4"], third.visit, last=3))


def test_related_links_are_followed_a_few_hops_far(frontier: Frontier) -> None:
    source = Related(hops=2)
    [one] = frontier.related([url(1)], source, Visit("article", FEED))
    [two] = frontier.related([url(1), url(2)], source, one.visit)
    assert two.url == url(2)
    assert not list(frontier.related([url(3)], source, two.visit))


def test_the_neighbours_of_a_number_are_guessed_once(frontier: Frontier) -> None:
    known = urls(frontier.articles([Entry(url(5)), Entry(url(6))], FEED))
    guesses = [step for address in known for step in frontier.neighbours(address, IDS)]
    assert urls(guesses) == [f"http://a.test/bai/{number}/x.html" for number in (4, 7, 3, 8)]


def guesses(frontier: Frontier, number: int) -> list[Step]:
    return list(frontier.neighbours(url(number), IDS))


def test_guessing_stops_after_a_few_misses_in_a_row_and_a_hit_gives_new_patience(frontier: Frontier) -> None:
    for right in (False, False, True, False, False, False):
        step = guesses(frontier, 100 * (len(frontier.counts) + 1) + int(right))[0]
        assert frontier.take(step)
        frontier.guessed(right=right)
        frontier.counts[str(len(frontier.counts))] = 1
    assert not frontier.take(guesses(frontier, 9000)[0])


def test_guesses_under_way_count_as_misses_until_they_are_answered(frontier: Frontier) -> None:
    taken = [frontier.take(step) for step in guesses(frontier, 100)]
    assert taken == [True, True, True, False]


def test_a_guess_is_dropped_when_its_article_was_found_meanwhile(frontier: Frontier) -> None:
    step = guesses(frontier, 100)[0]
    assert urls(frontier.articles([Entry(url(101))], FEED)) == [url(101)]
    assert not frontier.take(step)
