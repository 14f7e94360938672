"""Pages to read in tests: the bundled structures, and pages made of a body alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pipelines.article import GENERIC, Layout, Page, PageReading, read_page
from storage.records import Article

PAGES = Path(__file__).parent / "pages"
FETCHED = datetime(2024, 4, 19, 3, 0, tzinfo=UTC)

TCNN = Layout(
    title=("h1.titleMain",),
    lead=("div.noidung.fwd.fwb p",),
    date=("div.thongke-ngay span",),
    author=("p.pt5",),
    source=("p.pt5",),
    body=("div.noidung:not(.fwd)",),
)
HANOIMOI = Layout(
    title=("h1.sc-longform-header-title", "h1.c-detail-head__title"),
    lead=(".sc-longform-header-sapo",),
    date=("span.sc-longform-header-date", "span.c-detail-head__time"),
    author=(".sc-longform-header-author", "span.c-detail-head__cat"),
    body=("article.entry",),
    drop=("div.c-box",),
)

TEXT = "<p>Năm 2019 Hà Nội đứng thứ 2 cả nước về PAR INDEX, đạt 84,64%; năm 2018 đạt 83,97%, cũng đứng thứ 2.</p>"
HEAD = '<h1>Hà Nội đứng thứ hai</h1><div class="date">Thứ tư, 20/05/2020 - 14:08</div>'


def page(body: bytes | str, *, encoding: str | None = None, url: str = "https://tcnn.vn/news/detail/1/a.html") -> Page:
    """A page with that body, fetched on 19 April 2024."""
    raw = body.encode() if isinstance(body, str) else body
    return Page(url=url, final_url=url, body=raw, encoding=encoding, fetched_at=FETCHED, site="tcnn.vn")


def saved(name: str, url: str) -> Page:
    """One of the saved pages under an address."""
    return page((PAGES / name).read_bytes(), url=url)


def reading(inside: str, layout: Layout = GENERIC) -> PageReading:
    """The reading of a page with that content."""
    return read_page(page(f"<!DOCTYPE html><html><body>{inside}</body></html>"), layout)


def article(inside: str, layout: Layout = GENERIC) -> Article:
    """The article of a page with that content."""
    found = reading(inside, layout).article
    assert found is not None
    return found
