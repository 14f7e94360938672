"""Measures the reading of news pages: the article's fragment alone given to the slow parser, against the whole page.

Both ways take turns on the same pages in one run, since a machine's speed drifts more from run to run than they differ.
Run it with `python -m benchmarks.article [PAGES]`; it prints the median of the turns.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from time import perf_counter

from bs4 import BeautifulSoup

from pipelines.article import Layout, Page, read_page

TURNS = 5
LAYOUT = Layout(
    title=("h1.title",),
    date=("span.date",),
    lead=("p.sapo",),
    body=("div.body",),
    author=("p.author",),
    source=("p.source",),
)
_TEXT = "Hà Nội Quảng Ninh chỉ số cải cách hành chính năm đạt xếp thứ tỉnh thành phố kết quả công bố điểm"


def page(seed: int, paragraphs: Sequence[str] = ()) -> Page:
    """A page of about 56 KB, a twentieth of it the article, as papers send them; its text may be given."""
    words = random.Random(seed)  # noqa: S311 - the same pages in every run, nothing secret

    def text(length: int) -> str:
        return " ".join(words.choices(_TEXT.split(), k=length))

    menu = "".join(
        f'<li class="menu__item"><a href="/muc-{one}" title="{text(3)}">{text(3)}</a></li>' for one in range(90)
    )
    cards = "".join(
        f'<div class="card"><h3><a href="/bai-{one}.html">{text(10)}</a></h3><p class="card__sapo">{text(30)}</p></div>'
        for one in range(110)
    )
    given = paragraphs or [f"{text(60)}, <b>đạt 84,64%</b>." for _ in range(9)]
    body = "".join(f'<p style="text-align: justify;">{one}</p>' for one in given)
    script = f"<script>var data = {list(range(1200))};</script>"
    markup = (
        f"<html><head><title>{text(8)}</title>{script}</head><body><ul>{menu}</ul><h1 class='title'>{text(10)}</h1>"
        f"<span class='date'>17/04/2024 - 10:35</span><p class='sapo'>{text(30)}</p><div class='body'>{body}</div>"
        f"<aside>{cards}</aside>{script}</body></html>"
    )
    address = f"https://bao.example.vn/bai-{seed}.html"
    return Page(address, address, markup.encode(), "utf-8", datetime(2024, 5, 1, tzinfo=UTC), "bao.example.vn")


def whole(one: Page) -> None:
    """Parse the whole page with the slow parser, and read nothing from it yet."""
    BeautifulSoup(one.body.decode(), "lxml")


def fragment(one: Page) -> None:
    """Read the page to its article."""
    if read_page(one, LAYOUT).article is None:
        raise SystemExit("the benchmark's own page gave no article: correct its layout")


def seconds(way: Callable[[Page], None], pages: Sequence[Page]) -> float:
    """How long one page takes, on the mean of all pages."""
    start = perf_counter()
    for one in pages:
        way(one)
    return (perf_counter() - start) / len(pages)


def main(count: int) -> None:
    """Print both medians and their ratio."""
    pages = [page(seed) for seed in range(count)]
    for way in (whole, fragment):
        seconds(way, pages[:3])  # imports, patterns and lexicon are read once, not per page
    turns = [(seconds(whole, pages), seconds(fragment, pages)) for _ in range(TURNS)]
    slow, fast = (statistics.median(turn[way] for turn in turns) for way in (0, 1))
    ratio = statistics.median(one / other for one, other in turns)
    size = statistics.mean(len(one.body) for one in pages) / 1024
    sys.stdout.write(
        f"{count} pages of {size:.0f} KB, median of {TURNS} turns\n"
        f"whole page parsed, nothing read    {slow * 1000:6.2f} ms/page\n"
        f"page read to its article           {fast * 1000:6.2f} ms/page  {1 / fast:.0f} pages/s\n"
        f"ratio                              {ratio:6.2f}\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
