"""Listings, feeds and sitemaps are read as they come, and told apart from what is none."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from scrapy.http import HtmlResponse

from crawler.discovery import Entry, SourceError, feed, links, sitemap

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Báo</title><link>https://a.test/</link>
<item><title>Một</title><link>https://a.test/1.html</link><pubDate>Wed, 17 Apr 2024 23:30:00 +0700</pubDate></item>
<item><title>Hai</title><link> https://a.test/2.html </link><pubDate>không rõ</pubDate></item>
<item><title>No link</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.test/"/>
<entry><link rel="enclosure" href="https://a.test/1.mp3"/><link rel="alternate" href="https://a.test/1.html"/>
<updated>2024-04-18T01:00:00Z</updated><published>2024-04-17T18:00:00Z</published></entry></feed>"""
URLSET = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<!-- the oldest first --><url><loc>https://a.test/1.html</loc><lastmod>2020-05-20</lastmod></url>
<url><loc>https://a.test/2.html</loc><lastmod>2024-04-17T20:00:00+00:00</lastmod></url>
<url><loc>https://a.test/3.html</loc></url><url><lastmod>2024-01-01</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://a.test/sitemap-2023.xml</loc></sitemap></sitemapindex>"""
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<urlset><url><loc>https://a.test/&c;</loc></url></urlset>"
)


def test_a_feed_gives_addresses_with_the_day_in_viet_nam_and_none_where_none_can_be_read() -> None:
    assert feed(RSS.encode()) == [
        Entry("https://a.test/1.html", published=date(2024, 4, 17)),
        Entry("https://a.test/2.html"),
    ]


def test_an_atom_entry_leads_to_its_page_on_its_first_day() -> None:
    assert feed(ATOM.encode()) == [Entry("https://a.test/1.html", published=date(2024, 4, 18))]


@pytest.mark.parametrize("packed", [URLSET.encode(), gzip.compress(URLSET.encode())], ids=["plain", "gzip"])
def test_a_sitemap_gives_the_newest_first(packed: bytes) -> None:
    page = sitemap(packed, max_size=10_000)
    assert not page.is_index
    assert page.entries == (
        Entry("https://a.test/2.html", changed=date(2024, 4, 18)),
        Entry("https://a.test/1.html", changed=date(2020, 5, 20)),
        Entry("https://a.test/3.html"),
    )


def test_an_index_of_sitemaps_is_told_from_a_sitemap() -> None:
    page = sitemap(INDEX.encode(), max_size=10_000)
    assert page.is_index
    assert [entry.url for entry in page.entries] == ["https://a.test/sitemap-2023.xml"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "no XML"),
        (b"\x00\x01", "no XML"),
        (b"<html><body>404</body></html>", "no sitemap but <html>"),
        (gzip.compress(b"<urlset>" + b" " * 100_000), "unzipped"),
        (b"\x1f\x8b\x08broken", "unzipped"),
    ],
    ids=["empty", "bytes", "a page", "a gzip bomb", "broken gzip"],
)
def test_what_is_no_sitemap_is_told(body: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        sitemap(body, max_size=10_000)


def test_a_page_is_no_feed() -> None:
    with pytest.raises(SourceError, match="<html>"):
        feed(b"<html></html>")


def test_entities_of_a_sitemap_are_not_expanded() -> None:
    assert all(len(entry.url) < 100 for entry in sitemap(BOMB.encode(), max_size=10_000).entries)


def test_links_of_a_page_come_absolute_once_each_and_only_where_they_lead_somewhere() -> None:
    body = """<base href="http://a.test/tin/"><h3><a href="1.html">1</a></h3><h3><a href="/2.html#top">2</a></h3>
    <h3><a href="1.html">again</a></h3><h3><a href="javascript:void(0)">x</a><a href="mailto:a@b">x</a><a>x</a></h3>
    <h3><a href="http://[broken">x</a></h3><p><a href="3.html">elsewhere on the page</a></p>"""
    response = HtmlResponse("http://a.test/", body=body.encode(), encoding="utf-8")
    assert links(response, ("h3 a",)) == ["http://a.test/tin/1.html", "http://a.test/2.html", "http://[broken"]
