"""A site file says where a site's articles are; what is wrong in it is told by file and key."""

from __future__ import annotations

from datetime import date

import pytest

from crawler.site import SiteError, load_site, load_sites, parse_site, site_names
from crawler.sources import Feed, Ids, Listing, Related, Sitemap
from tests.crawler.press import LISTING, site_file

GOOD = site_file("a.test")


@pytest.mark.parametrize("key", site_names())
def test_every_site_file_of_the_catalogue_can_be_read(key: str) -> None:
    assert load_site(key).key == key


def test_the_catalogue_is_sorted_by_key() -> None:
    assert [site.key for site in load_sites()] == sorted(site_names())


def test_tcnn_is_reached_by_its_new_name_too_and_in_four_ways() -> None:
    site = load_site("tcnn.vn")
    assert site.owns("https://tcnnld.vn/news/detail/1/x.html")
    assert {type(source) for source in site.discovery} == {Listing, Sitemap, Related, Ids}


def test_hanoimoi_is_the_paper_of_ha_noi_and_has_a_feed() -> None:
    site = load_site("hanoimoi.vn")
    assert site.home_province == "ha-noi"
    assert [feed.url for feed in site.sources_of(Feed)] == ["/rss/home.rss"]


@pytest.mark.parametrize(
    ("key", "url", "found"),
    [
        ("tcnn.vn", "https://tcnn.vn/news/detail/47012/Ha-Noi.html", "47012"),
        ("tcnn.vn", "https://tcnn.vn/news/category/5020/Cai-cach.html", None),
        ("tcnn.vn", "https://elsewhere.vn/news/detail/47012/Ha-Noi.html", None),
        ("hanoimoi.vn", "https://hanoimoi.vn/duong-sat-do-thi-ha-noi-703441.html", "703441"),
        ("hanoimoi.vn", "https://hanoimoi.vn/kinh-te", None),
    ],
)
def test_an_article_is_known_by_its_address(key: str, url: str, found: str | None) -> None:
    assert load_site(key).article_key(url) == found


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("http://a.test/x", True),
        ("https://m.a.test/x", True),
        ("http://A.TEST/x", True),
        ("http://nota.test/x", False),
        ("http://a.test.evil.test/x", False),
        ("file:///etc/hostname", False),
        ("ftp://a.test/x", False),
        ("/x", False),
    ],
)
def test_a_site_owns_its_hosts_and_their_subdomains_on_the_web(url: str, own: bool) -> None:
    assert parse_site(GOOD.encode(), "a.test.toml").owns(url) is own


def test_on_another_host_the_site_stays_the_same_but_for_its_addresses() -> None:
    site = load_site("tcnn.vn")
    there = site.on_host("tcnn.test")
    assert there.key == "tcnn.test"
    assert there.address("/sitemap.xml") == "http://tcnn.test/sitemap.xml"
    assert not there.owns("https://tcnn.vn/")
    assert there.discovery == site.discovery
    assert there.layout_on(date(2026, 1, 1)) == site.layout_on(date(2026, 1, 1))


def test_an_older_page_has_the_layout_of_its_day() -> None:
    older = '[[older_layouts]]\nuntil = {day}\n[older_layouts.layout]\ntitle = ["{title}"]\n'
    dated = older.format(day="2019-06-30", title="h2") + older.format(day="2016-01-01", title="h3")
    site = parse_site((GOOD + dated).encode(), "a.test.toml")
    days = [date(2015, 5, 5), date(2016, 1, 1), date(2019, 6, 30), date(2019, 7, 1)]
    assert [site.layout_on(day).title for day in days] == [("h3",), ("h3",), ("h2",), ("h1",)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD.replace('name = "A paper of the tests"', ""), "name"),
        (GOOD.replace("platform", "plattform"), "plattform"),
        (GOOD.replace('"daily"', '"now and then"'), "frequency"),
        (GOOD.replace('language = "vi"', "language = 7"), "language"),
        (GOOD.replace('domains = ["a.test"]', "domains = []"), "domains"),
        (GOOD.replace('domains = ["a.test"]', 'domains = ["http://a.test"]'), "domains[0]"),
        (GOOD.replace('domains = ["a.test"]', 'domains = ["b.test"]'), "domains"),
        (GOOD.replace(r"(?P<id>\d+)", "("), "article"),
        (GOOD.replace('title = ["h1"]', 'titel = ["h1"]'), "layout.titel"),
        (GOOD.replace('title = ["h1"]', 'title = "h1"'), "layout.title"),
        (GOOD.replace('title = ["h1"]', 'title = ["h1 >"]'), "layout.title"),
        (GOOD.replace('links = ["h3 a"]', 'links = ["h3 a["]'), "discovery[0]"),
        (GOOD.replace('kind = "listing"', 'kind = "list"'), "discovery[0]"),
        (GOOD.replace('url = "/tin"', 'url = "tin"'), "discovery[0].url"),
        (GOOD.replace('url = "/tin"', 'url = "/tin"\npages = 0'), "discovery[0].pages"),
        (GOOD.replace(LISTING, ""), "discovery"),
        (GOOD + "[[[", "line"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)
def test_what_is_wrong_is_told_in_one_line_by_file_and_key(wrong: str, told: str) -> None:
    with pytest.raises(SiteError) as caught:
        parse_site(wrong.encode(), "a.test.toml")
    message = str(caught.value)
    assert message.startswith("a.test.toml: ")
    assert told in message
    assert "\n" not in message


def test_an_unknown_site_is_answered_with_the_known_ones() -> None:
    with pytest.raises(SiteError, match=r"no site 'nowhere\.vn'; there are .*tcnn\.vn"):
        load_site("nowhere.vn")
