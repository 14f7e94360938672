"""A paper of a few pages for tests, and the site file that fits it."""

from __future__ import annotations

from datetime import date

from tests.crawler.web import Web

SITE = """
name = "A paper of the tests"
domains = ["{host}"]
scheme = "http"
platform = "test"
language = "vi"
frequency = "daily"
confidence = "high"
robots = "as the test says"
article = '^/bai/(?P<id>\\d+)/[^/]+\\.html$'

[layout]
title = ["h1"]
date = ["span.date"]
lead = ["p.lead"]
body = ["div.body"]

{discovery}
"""
LISTING = '[[discovery]]\nkind = "listing"\nurl = "/tin"\nlinks = ["h3 a"]\nnext = ["a.next"]\n'


def site_file(host: str, discovery: str = LISTING) -> str:
    """The text of a site file for a host."""
    return SITE.format(host=host, discovery=discovery)


def path(number: int) -> str:
    """The path of an article."""
    return f"/bai/{number}/tin-so-{number}.html"


def article(number: int, day: date | None = date(2024, 5, 20), links: tuple[str, ...] = ()) -> str:
    """The page of an article that states one rank."""
    dated = f'<span class="date">{day:%d/%m/%Y} 08:00</span>' if day else ""
    related = "".join(f'<div class="related"><a href="{link}">Đọc thêm</a></div>' for link in links)
    return (
        f'<html><head><meta charset="utf-8"><title>Tin số {number}</title></head><body><h1>Tin số {number}</h1>{dated}'
        f'<p class="lead">Kết quả cải cách hành chính của tỉnh được công bố hôm qua, tin số {number}.</p>'
        f'<div class="body"><p>Chỉ số cải cách hành chính (PAR INDEX) năm 2023 của tỉnh Quảng Ninh xếp thứ {number},'
        f" đạt 92,18%, theo công bố của Bộ Nội vụ trong tuần này tại Hà Nội.</p></div>{related}</body></html>"
    )


def listing(*paths: str, following: str = "") -> str:
    """The page of a listing."""
    items = "".join(f'<h3><a href="{link}">Một tin</a></h3>' for link in paths)
    pager = f'<a class="next" href="{following}">Trang sau</a>' if following else ""
    return f"<html><body>{items}{pager}</body></html>"


def publish(web: Web, host: str, *numbers: int, days: dict[int, date | None] | None = None) -> None:
    """Serve a listing of these articles and the articles themselves on a host."""
    web.put(f"{host}/tin", listing(*map(path, numbers)))
    for number in numbers:
        web.put(f"{host}{path(number)}", article(number, (days or {}).get(number, date(2024, 5, 20))))
