"""What listings, feeds and sitemaps offer: addresses with the day that the source states."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from lxml import etree
from scrapy.http import TextResponse
from scrapy.utils.gz import gunzip

_GZIP = b"\x1f\x8b"
_LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


class SourceError(ValueError):
    """A feed or sitemap that cannot be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address that a source offers."""

    url: str
    published: date | None = None
    """The day of publication, where the source states one."""
    changed: date | None = None
    """The day of the last change, where the source states one: publication was no later."""


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What one file of a sitemap holds, newest first: articles, or further files of it."""

    is_index: bool
    entries: tuple[Entry, ...]


def links(response: TextResponse, selectors: tuple[str, ...]) -> list[str]:
    """The addresses that the selected links of a page lead to, in their order, each once, without fragments."""
    found = (link for selector in selectors for link in response.css(selector).xpath("@href").getall())
    return list(dict.fromkeys(_absolute(response, link) for link in found if _leads_somewhere(link)))


def feed(body: bytes) -> list[Entry]:
    """The entries of an RSS or Atom feed in its order."""
    root = _parsed(body)
    if _name(root) not in {"rss", "RDF", "feed"}:
        raise SourceError(f"neither RSS nor Atom but <{_name(root)}>")
    entries = (_feed_entry(node) for node in root.iter(etree.Element) if _name(node) in {"item", "entry"})
    return [entry for entry in entries if entry]


def sitemap(body: bytes, max_size: int) -> SitemapPage:
    """The entries of a sitemap or of an index of sitemaps, unpacked to at most `max_size` bytes, newest first."""
    root = _parsed(_unpacked(body, max_size))
    if _name(root) not in {"urlset", "sitemapindex"}:
        raise SourceError(f"no sitemap but <{_name(root)}>")
    entries = [entry for node in root if (entry := _sitemap_entry(node))]
    entries.sort(key=lambda entry: entry.changed or date.min, reverse=True)
    return SitemapPage(_name(root) == "sitemapindex", tuple(entries))


def _leads_somewhere(link: str) -> bool:
    """Whether a link has an address that can be asked for."""
    return not link.strip().lower().startswith(("javascript:", "mailto:", "tel:", "data:", "#"))


def _absolute(response: TextResponse, link: str) -> str:
    """The full address of a link; a broken one stays as it is and is nobody's own host."""
    try:
        return response.urljoin(link.strip()).partition("#")[0]
    except ValueError:
        return link


def _parsed(body: bytes) -> etree._Element:
    """The root of an XML document, read forgivingly and without entities or the network."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(body.strip(), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"no XML: {error}") from error
    if root is None:
        raise SourceError("no XML")
    return root


def _unpacked(body: bytes, max_size: int) -> bytes:
    """The body, unzipped where it is zipped."""
    if not body.startswith(_GZIP):
        return body
    try:
        return gunzip(body, max_size=max_size)
    except (OSError, EOFError, ValueError, struct.error) as error:
        raise SourceError(f"cannot be unzipped: {error}") from error


def _name(node: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _texts(node: etree._Element) -> Iterator[tuple[str, str]]:
    """The children of an element as names and texts; an Atom link's text is its address."""
    for child in node.iterchildren(etree.Element):
        text = child.text or ""
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            text = child.get("href") or text
        yield _name(child), text.strip()


def _feed_entry(node: etree._Element) -> Entry | None:
    """One entry of a feed; None where it has no link."""
    texts = dict(reversed([pair for pair in _texts(node) if pair[1]]))
    dates = (texts.get(name, "") for name in ("pubDate", "published", "date", "updated"))
    return Entry(texts["link"], published=next(filter(None, map(_day, dates)), None)) if "link" in texts else None


def _sitemap_entry(node: etree._Element) -> Entry | None:
    """One entry of a sitemap; None where it has no address."""
    texts = dict(_texts(node))
    return Entry(texts["loc"], changed=_day(texts.get("lastmod", ""))) if texts.get("loc") else None


def _day(text: str) -> date | None:
    """The day in Việt Nam of a date as feeds and sitemaps write them; None where it is neither ISO nor RFC 822."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with contextlib.suppress(ValueError):
            moment = read(text)
            return moment.astimezone(_LOCAL).date() if moment.tzinfo else moment.date()
    return None
