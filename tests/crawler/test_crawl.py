"""Whole crawls over real HTTP: what a spider asks for, what it leaves, and what the dataset keeps of it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.crawler.crawling import Crawled, crawled
from tests.crawler.press import LISTING, article, listing, path, publish, site_file
from tests.crawler.web import Web, served

FOLLOWING = LISTING + '[[discovery]]\nkind = "related"\nhops = 2\n'
GUESSING = LISTING + '[[discovery]]\nkind = "ids"\nurl = "/bai/{id}/x.html"\nreach = 1\nmisses = 3\n'
FEED = '[[discovery]]\nkind = "feed"\nurl = "/rss"\n'
SITEMAP = '[[discovery]]\nkind = "sitemap"\nurl = "/sitemap.xml"\n'


@pytest.fixture
def web() -> Iterator[Web]:
    with served() as web:
        yield web


def crawl(web: Web, folder: Path, discovery: str = LISTING, **wanted: object) -> Crawled:
    return crawled(web, folder / "data", {"a.test": site_file("a.test", discovery)}, **wanted)


def fetches(found: Crawled) -> list[tuple[str, int, str]]:
    return found.rows("select regexp_extract(url, '^http://[^/]+(.*)', 1), status, final_url from fetches")


def test_a_listing_leads_to_its_articles_and_to_the_pages_after_it(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1, 2)
    web.put("a.test/tin", listing(path(1), path(2), following="/tin?page=2"))
    web.put("a.test/tin?page=2", listing(path(3), following="/tin"))
    web.put(f"a.test{path(3)}", article(3))
    found = crawl(web, tmp_path)
    assert found.status == 0, found.error
    assert sorted(web.asked("a.test")) == sorted([path(1), path(2), path(3), "/tin", "/tin?page=2"])
    assert found.rows("select count(*) from articles") == [(3,)]
    assert found.rows("select count(*), count(distinct kind) from fetches") == [(5, 2)]
    assert found.rows("select distinct origin from articles") == [("demo",)]


def test_every_article_keeps_its_date_title_and_rows(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 7)
    found = crawl(web, tmp_path)
    [(title, published)] = found.rows("select title, published_at from articles")
    assert (title, f"{published:%Y-%m-%d %H:%M}") == ("Tin số 7", "2024-05-20 08:00")
    assert ("rank", 7.0) in found.rows("select metric, value from statements where entity = 'Quảng Ninh'")


def test_feeds_and_zipped_sitemaps_lead_to_articles_too(web: Web, tmp_path: Path) -> None:
    for number in (1, 2):
        web.put(f"a.test{path(number)}", article(number))
    web.put("a.test/rss", f"<rss><channel><item><link>http://a.test{path(1)}</link></item></channel></rss>")
    index = "<sitemapindex><sitemap><loc>http://a.test/2024.xml.gz</loc></sitemap></sitemapindex>"
    urls = f"<urlset><url><loc>http://a.test{path(2)}</loc></url></urlset>"
    web.put("a.test/sitemap.xml", index, type="application/xml")
    web.put("a.test/2024.xml.gz", gzip.compress(urls.encode()), type="application/gzip")
    found = crawl(web, tmp_path, FEED + SITEMAP)
    assert found.sites["a.test"]["articles"] == 2


def test_articles_lead_to_the_articles_they_link(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    web.put(f"a.test{path(1)}", article(1, links=(path(2),)))
    web.put(f"a.test{path(2)}", article(2, links=(path(3),)))
    web.put(f"a.test{path(3)}", article(3, links=(path(4),)))
    assert crawl(web, tmp_path, FOLLOWING).sites["a.test"]["articles"] == 3


def test_numbers_next_to_a_known_one_are_tried_and_a_miss_is_no_fault(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 5)
    named = article(6).replace("<head>", f'<head><link rel="canonical" href="http://a.test{path(6)}">')
    web.put("a.test/bai/6/x.html", named)
    web.put("a.test/bai/4/x.html", article(4))
    found = crawl(web, tmp_path, GUESSING)
    assert [url.rpartition("/")[2] for (url,) in found.rows("select url from articles order by url")] == [
        "tin-so-5.html",
        "tin-so-6.html",
    ]
    assert found.issues() == {("/bai/4/x.html", "no-address")}


def test_robots_txt_is_obeyed_and_what_it_forbids_is_kept_as_an_issue(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1, 2)
    web.put("a.test/robots.txt", f"User-agent: *\nDisallow: {path(2)}\n", type="text/plain")
    found = crawl(web, tmp_path)
    assert path(2) not in web.asked("a.test")
    assert found.issues() == {(path(2), "robots")}
    assert found.sites["a.test"]["forbidden"] == 1
    assert found.status == 0


def test_the_crawler_says_who_it_is(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    crawl(web, tmp_path)
    assert [agent.partition("/")[0] for agent in web.agents] == ["parindex"]


def test_links_and_redirects_off_the_site_are_refused_and_counted(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    web.put("a.test/tin", listing(path(1), path(2), "http://elsewhere.test/bai/3/x.html"))
    web.redirect(f"a.test{path(2)}", "http://elsewhere.test/bai/2/x.html")
    found = crawl(web, tmp_path)
    assert web.asked("elsewhere.test", robots=True) == []
    assert found.sites["a.test"]["off_site"] == 2
    assert found.issues() == {(path(2), "leaves-site")}
    assert ("/bai/2/tin-so-2.html", 302, "http://elsewhere.test/bai/2/x.html") in fetches(found)


def test_redirects_to_files_and_to_this_machine_are_not_followed(web: Web, tmp_path: Path) -> None:
    targets = ["file:///etc/hostname", f"http://127.0.0.1:{web.port}/secret", "ftp://a.test/x"]
    publish(web, "a.test", 1, 2, 3, 4)
    for number, to in enumerate(targets, 2):
        web.redirect(f"a.test{path(number)}", to)
    found = crawl(web, tmp_path)
    assert found.sites["a.test"]["articles"] == 1
    assert {where for where, _ in found.issues()} == {path(2), path(3), path(4)}
    assert web.asked("127.0.0.1") == []


def test_a_redirect_on_the_site_is_followed_and_both_addresses_are_kept(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    web.put("a.test/tin", listing(path(1), path(2)))
    web.redirect(f"a.test{path(2)}", path(1), status=301)
    found = crawl(web, tmp_path)
    assert found.sites["a.test"]["articles"] == 1
    asked = found.rows("select url, final_url from fetches where kind = 'article' and url <> final_url")
    assert asked == [(f"http://a.test{path(2)}", f"http://a.test{path(1)}")]


BAD: dict[str, tuple[str, str | bytes, dict[str, object]]] = {
    "a missing page": ("http-404", "", {"status": 404}),
    "a broken server": ("http-503", "", {"status": 503}),
    "a slow page": ("time-out", article(2), {"delay": 60}),
    "an empty page": ("empty", "", {}),
    "a picture": ("not-html", b"\x89PNG\r\n", {"type": "image/png"}),
    "a page without a text": ("no-body", "<html><body><h1>Tin</h1></body></html>", {}),
    "a page without a date": ("no-date", article(2, day=None), {}),
    "a page that is too large": ("too-big", article(2) + " " * 300_000, {}),
    "a circle of redirects": ("redirect-loop", "", {"status": 302, "headers": (("Location", "?again"),)}),
}


@pytest.fixture(scope="module")
def misbehaving(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """A crawl of a site with every bad page among twenty good ones."""
    with served() as web:
        publish(web, "a.test", *range(1, 21 + len(BAD)))
        for number, (_, body, how) in enumerate(BAD.values(), 21):
            web.put(f"a.test{path(number)}", body, **how)
        web.redirect(f"a.test{path(20 + len(BAD))}?again", path(20 + len(BAD)))
        return crawl(web, tmp_path_factory.mktemp("bad"), DOWNLOAD_TIMEOUT=3, DOWNLOAD_MAXSIZE=200_000)


@pytest.mark.parametrize(("number", "name"), list(enumerate(BAD, 21)), ids=list(BAD))
def test_a_page_that_fails_is_kept_as_an_issue(misbehaving: Crawled, number: int, name: str) -> None:
    assert [kind for where, kind in misbehaving.issues() if where == path(number)] == [BAD[name][0]]
    assert [asked for asked, _, _ in fetches(misbehaving)].count(path(number)) == 1


def test_the_pages_beside_those_that_fail_are_read(misbehaving: Crawled) -> None:
    assert misbehaving.status == 0, misbehaving.error
    titles = {title for (title,) in misbehaving.rows("select title from articles")}
    assert titles >= {f"Tin số {number}" for number in range(1, 21)}


def test_a_page_in_another_charset_than_it_says_is_read(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    web.put(f"a.test{path(1)}", article(1).encode("utf-8"), type="text/html; charset=iso-8859-1")
    assert crawl(web, tmp_path).rows("select title from articles") == [("Tin số 1",)]


def test_a_source_that_is_none_is_an_issue_and_the_others_go_on(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    web.put("a.test/sitemap.xml", "<html>no sitemap here</html>")
    found = crawl(web, tmp_path, LISTING + SITEMAP)
    assert found.issues() == {("/sitemap.xml", "bad-source")}
    assert found.sites["a.test"]["articles"] == 1


DAYS = {1: date(2024, 5, 1), 2: date(2024, 5, 15), 3: date(2024, 6, 1), 4: None}


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ({}, {1, 2, 3, 4}),
        ({"since": "2024-05-15"}, {2, 3, 4}),
        ({"until": "2024-05-15"}, {1, 2, 4}),
        ({"since": "2024-05-02", "until": "2024-05-31"}, {2, 4}),
    ],
    ids=["no limit", "since", "until", "both"],
)
def test_since_and_until_keep_the_articles_of_these_days_and_those_without_a_date(
    web: Web, tmp_path: Path, wanted: dict[str, str], kept: set[int]
) -> None:
    publish(web, "a.test", 1, 2, 3, 4, days=DAYS)
    found = crawl(web, tmp_path, **wanted)
    assert found.rows("select title from articles order by title") == [(f"Tin số {number}",) for number in sorted(kept)]
    assert found.sites["a.test"]["outside"] == 4 - len(kept)


def test_a_page_whose_source_dates_it_before_since_is_not_even_asked_for(web: Web, tmp_path: Path) -> None:
    items = "".join(
        f"<item><link>http://a.test{path(number)}</link><pubDate>{day}</pubDate></item>"
        for number, day in ((1, "2024-01-01"), (2, "2024-06-01"))
    )
    web.put("a.test/rss", f"<rss><channel>{items}</channel></rss>", type="application/rss+xml")
    web.put(f"a.test{path(2)}", article(2, date(2024, 6, 1)))
    crawl(web, tmp_path, FEED, since="2024-05-01")
    assert web.asked("a.test") == ["/rss", path(2)]


def test_a_sample_is_exactly_that_many_articles(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", *range(1, 31))
    found = crawl(web, tmp_path, sample=3)
    assert found.rows("select count(*) from articles") == [(3,)]
    assert len(web.asked("a.test")) < 15
    assert found.status == 0


def test_no_more_pages_are_asked_for_than_max_pages(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", *range(1, 31))
    found = crawl(web, tmp_path, max_pages=4)
    assert len(web.asked("a.test")) == 4
    assert found.rows("select count(*) from articles") == [(3,)]
    assert found.status == 0


def test_crawling_twice_gives_the_same_answers(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1, 2, 3)
    asked = [f"from {table}" for table in ("articles", "article_versions", "statements", "issues", "scores")]
    first, second = (list(map(run.rows, asked)) for run in (crawl(web, tmp_path), crawl(web, tmp_path)))
    assert first == second
    assert crawl(web, tmp_path).rows("select count(*) from runs") == [(3,)]
