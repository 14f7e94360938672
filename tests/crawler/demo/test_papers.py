"""What the papers of the press hold: enough articles, whole furniture, links that lead somewhere."""

from __future__ import annotations

import html
import re
from collections import Counter
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

import pytest

from crawler.demo.sheets import Paper, original, papers
from tests.crawler.demo.conftest import Ask

BY_NAME = {paper.name: paper for paper in papers()}
ODD = {
    "http://tcnn.test/news/detail/62999/Bang-PAR-INDEX-nam-2024-day-du.html": 404,
    "http://tcnn.test/news/detail/59010/Quang-Ninh-giu-ngoi-dau.html": 301,
    "http://tcnn.test/news/detail/62998/Doc-bai-goc-tren-bao-ban.html": 302,
    "http://hanoimoi.test/thu-do-giu-vi-tri-thu-ba-663001.html": 301,
}
"""The links that lead elsewhere or nowhere, on purpose."""


def addresses(paper: Paper) -> set[str]:
    """The addresses of all articles of a paper."""
    return {paper.url(paper.path(piece)) for piece in paper.pieces}


def page(ask: Ask, paper: str, identifier: str) -> str:
    """The page of an article as it is served."""
    press = BY_NAME[paper]
    return ask(press.sheet.host, press.path(press.piece(identifier))).body.decode()


def links(text: str, base: str) -> set[str]:
    """Where a page, a feed or a sitemap links to, as whole addresses."""
    found = re.findall(r'href="([^"]+)"|<(?:loc|link)>([^<]+)<', text)
    targets = (html.unescape(one or other) for one, other in found)
    return {urljoin(base, target) for target in targets if not target.startswith(("javascript:", "data:"))}


@pytest.fixture(scope="module")
def seen(ask: Ask) -> dict[str, int]:
    """The status of every address that can be reached from the front pages and the sitemaps."""
    statuses: dict[str, int] = {}
    waiting = [paper.url(path) for paper in papers() for path in ("/", "/sitemap.xml")]
    while waiting:
        url = waiting.pop()
        parts = urlsplit(url)
        said = ask(parts.netloc, parts._replace(scheme="", netloc="").geturl())
        statuses[url] = said.status
        if said.status == 200:
            waiting += links(said.body.decode("utf-8", "replace"), url) - statuses.keys() - set(waiting)
    return statuses


def test_there_are_more_than_thirty_articles_and_each_paper_has_its_share() -> None:
    assert {name: len(paper.pieces) >= 18 for name, paper in BY_NAME.items()} == {"tcnn": True, "hanoimoi": True}
    assert sum(len(paper.pieces) for paper in papers()) >= 36


def test_every_link_leads_to_a_page_but_those_that_are_meant_not_to(seen: dict[str, int]) -> None:
    assert {url: status for url, status in seen.items() if status != 200} == ODD


def test_every_article_can_be_reached(seen: dict[str, int]) -> None:
    assert set().union(*map(addresses, papers())) <= seen.keys()


def test_no_page_links_out_of_the_two_papers(seen: dict[str, int]) -> None:
    assert {urlsplit(url).netloc for url in seen} == {"tcnn.test", "hanoimoi.test"}


def test_addresses_are_stable_and_without_a_port(seen: dict[str, int]) -> None:
    assert all(urlsplit(url).port is None for url in seen)


def test_the_sitemap_of_tcnn_lists_all_its_articles(ask: Ask) -> None:
    assert links(ask("tcnn.test", "/sitemap.xml").body.decode(), "") == addresses(BY_NAME["tcnn"])


def test_the_sitemap_index_of_hanoimoi_leads_to_all_its_articles_by_year(ask: Ask) -> None:
    index = links(ask("hanoimoi.test", "/sitemap.xml").body.decode(), "")
    assert all(re.search(r"/sitemap-article-\d{4}\.xml$", part) for part in index)
    listed = [links(ask("hanoimoi.test", urlsplit(part).path).body.decode(), "") for part in index]
    assert set().union(*listed) == addresses(BY_NAME["hanoimoi"])


def test_the_feeds_of_hanoimoi_list_all_its_articles(ask: Ask) -> None:
    home = links(ask("hanoimoi.test", "/rss/home.rss").body.decode(), "")
    sections = [
        links(ask("hanoimoi.test", f"/rss/{category.slug}").body.decode(), "")
        for category in BY_NAME["hanoimoi"].sheet.categories
    ]
    assert home - {"http://hanoimoi.test/"} == addresses(BY_NAME["hanoimoi"])
    assert set().union(*sections) - {"http://hanoimoi.test/"} == addresses(BY_NAME["hanoimoi"])


def test_the_listing_of_tcnn_shows_its_first_page_alone(ask: Ask) -> None:
    tcnn = BY_NAME["tcnn"]
    listing = ask("tcnn.test", tcnn.listing(tcnn.category("5020"))).body.decode()
    shown = links(listing, "http://tcnn.test/") & addresses(tcnn)
    assert "javascript:nextPage();" in listing
    assert 0 < len(shown) < len(tcnn.section("5020"))


def test_older_articles_of_tcnn_are_reached_by_the_related_links_alone() -> None:
    tcnn = BY_NAME["tcnn"]
    section = tcnn.section("5020")
    reached, waiting = set(), section[:1]
    while waiting:
        piece = waiting.pop()
        reached.add(piece.id)
        waiting += [other for other in tcnn.related(piece) if other.id not in reached]
    assert {piece.id for piece in section} <= reached


def test_the_pages_of_a_listing_of_hanoimoi_show_every_article_once(ask: Ask) -> None:
    hanoimoi = BY_NAME["hanoimoi"]
    category = hanoimoi.category("cchc")
    shown: Counter[str] = Counter()
    url: str | None = hanoimoi.url(hanoimoi.listing(category))
    while url:
        text = ask("hanoimoi.test", url.removeprefix("http://hanoimoi.test")).body.decode()
        titles = re.findall(r'<h3 class="b-grid__title"><a href="([^"]+)"', text)
        shown.update(hanoimoi.url(path) for path in titles)
        following = re.search(r'rel="next" href="([^"]+)"', text)
        url = hanoimoi.url(following[1]) if following else None
    articles = {hanoimoi.url(hanoimoi.path(piece)) for piece in hanoimoi.section("cchc")}
    assert articles <= shown.keys()
    assert set(shown.values()) == {1}


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param('<span class="date-now">Hà Nội, Ngày 19/05/2025</span>', id="today on top"),
        pytest.param("<span>Ngày đăng: 20/05/2020   14:08</span>", id="the date of publication"),
        pytest.param("<span>Cỡ chữ</span>", id="font controls"),
        pytest.param('<p class="pt5"><em>Theo: hanoimoi.com.vn</em></p>', id="the credited source"),
        pytest.param("<h3>Bình luận</h3>", id="comments"),
        pytest.param("đứng thứ 58", id="a number in a comment"),
        pytest.param("<h3>Tin tức cùng chuyên mục</h3>", id="teasers"),
        pytest.param("Ngày đăng 17/04/2024", id="a teaser's date"),
        pytest.param("Bộ Nội vụ đạt 87,04% và giữ vị trí thứ 4/17", id="a teaser's score"),
    ],
)
def test_the_article_about_ha_noi_has_the_whole_furniture(ask: Ask, furniture: str) -> None:
    assert furniture in page(ask, "tcnn", "47012")


def test_the_copy_repeats_its_original_and_credits_it(ask: Ask) -> None:
    copy = BY_NAME["tcnn"].piece("59140")
    found = original(copy)
    assert found is not None
    text = page(ask, "tcnn", "59140")
    assert found[1].body.strip() in text
    assert found[1].lead in text
    assert "Theo: hanoimoi.vn" in text
    assert f'<link rel="canonical" href="{found[0].url(found[0].path(found[1]))}">' in text


def test_one_page_shows_no_date_of_its_own(ask: Ask) -> None:
    assert "c-detail-head__time" not in page(ask, "hanoimoi", "664050")
    assert "c-detail-head__time" in page(ask, "hanoimoi", "663870")
    assert [piece.id for paper in papers() for piece in paper.pieces if not piece.published] == ["664050"]


def test_the_long_form_has_the_heads_of_its_own_layout(ask: Ask) -> None:
    text = page(ask, "hanoimoi", "699120")
    assert '<h1 class="sc-longform-header-title">' in text
    assert '<span class="sc-longform-header-date">06/05/2025 - 06:45</span>' in text


def test_the_readme_tells_of_every_article_what_it_tries() -> None:
    readme = (files("crawler.demo") / "README.md").read_text("utf-8")
    rows = [f"| {piece.id} | {piece.purpose} |" for paper in papers() for piece in paper.pieces]
    assert [row for row in rows if row not in readme] == []


def test_the_readme_names_every_source_of_a_figure() -> None:
    readme = (files("crawler.demo") / "README.md").read_text("utf-8")
    sources = {source for paper in papers() for piece in paper.pieces for source in piece.facts}
    assert [source for source in sorted(sources) if f"<{source}>" not in readme] == []
