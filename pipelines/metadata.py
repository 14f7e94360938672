"""What a page says of itself in its head: JSON-LD, OpenGraph and their like."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from parsel import Selector

_PUBLISHED = ("article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "dc.date.issued")
_DESCRIPTION = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The parts of an article that the page's head names; empty where it does not."""

    headline: str = ""
    shared_title: str = ""
    """The title that is made for sharing, perhaps with the site's name behind."""
    tab_title: str = ""
    """The title of the browser's tab, mostly with the site's name behind."""
    site_name: str = ""
    description: str = ""
    body: str = ""
    author: str = ""
    dates: tuple[str, ...] = ()
    """Dates of publication in order of trust; never one of modification."""
    canonical: str | None = None


def read(tree: Selector) -> Metadata:
    """The metadata of a page; what is broken in it counts as missing."""
    named = _named(tree)
    articles = [node for node in _linked_data(tree) if _is_article(node)]
    dates = (*_texts(articles, "datePublished"), *_values(named, _PUBLISHED), *_marked_dates(tree))
    return Metadata(
        headline=_first(_texts(articles, "headline")),
        shared_title=named.get("og:title", ""),
        tab_title=_plain(tree.xpath("string(//title)").get("")),
        site_name=named.get("og:site_name", ""),
        description=_first([*_texts(articles, "description"), *_values(named, _DESCRIPTION)]),
        body=max(_texts(articles, "articleBody", plain=False), key=len, default=""),
        author=_first([*_authors(articles), named.get("author", ""), named.get("article:author", "")]),
        dates=tuple(dict.fromkeys(filter(None, dates))),
        canonical=tree.xpath("//link[@rel='canonical']/@href").get() or named.get("og:url"),
    )


def _named(tree: Selector) -> dict[str, str]:
    """The content of each meta element by its name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.attrib.get("property") or meta.attrib.get("name") or meta.attrib.get("itemprop") or ""
        if content := _plain(meta.attrib["content"]):
            found.setdefault(name.lower(), content)
    return found


def _marked_dates(tree: Selector) -> list[str]:
    """The dates that the page carries for machines outside its head."""
    return tree.xpath(
        "//meta[contains(@class, 'date')]/@content | //*[@itemprop='datePublished']/@datetime"
        " | //*[@itemprop='datePublished']/@content"
    ).getall()


def _linked_data(tree: Selector) -> Iterator[dict[str, Any]]:
    """Each object of the page's JSON-LD, however it is nested in lists and graphs."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()").getall():
        try:
            waiting = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = node + waiting
            elif isinstance(node, dict):
                yield node
                waiting.append(node.get("@graph"))


def _is_article(node: dict[str, Any]) -> bool:
    """Whether an object of the linked data describes an article."""
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and (kind.endswith("Article") or kind in {"BlogPosting", "Report"})
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _texts(nodes: list[dict[str, Any]], key: str, *, plain: bool = True) -> list[str]:
    """The texts that the objects have under a key."""
    values = [value for node in nodes if isinstance(value := node.get(key), str)]
    return [_plain(value) for value in values] if plain else [html.unescape(value) for value in values]


def _authors(nodes: list[dict[str, Any]]) -> list[str]:
    """The names of the authors that are persons; a paper is no author of its article."""
    found: list[str] = []
    for node in nodes:
        given = node.get("author")
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, str):
                found.append(_plain(one))
            elif isinstance(one, dict) and one.get("@type") != "Organization" and isinstance(one.get("name"), str):
                found.append(_plain(one["name"]))
    return found


def _values(named: dict[str, str], names: tuple[str, ...]) -> list[str]:
    """The contents under those names, in that order."""
    return [named[name] for name in names if name in named]


def _first(texts: list[str]) -> str:
    """The first text that is not empty, or the empty one."""
    return next(filter(None, texts), "")


def _plain(text: str) -> str:
    """A text of an attribute on one line; many sites escape it twice."""
    return " ".join(html.unescape(text).split())
