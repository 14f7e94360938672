"""What a page is read from and into: the page as it came, the layout of its parts, and what the reading found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records import Article, Issue, Origin


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came, from a server or a file."""

    url: str
    """The address that was asked for, before redirects; `file:<name>` for a saved page of unknown address."""
    final_url: str
    """The address that answered, after redirects."""
    body: bytes
    encoding: str | None
    """The charset that the HTTP header declares, None where it declares none."""
    fetched_at: datetime
    site: str
    """The key of the site whose page it is."""
    origin: Origin = Origin.LIVE
    fetch_id: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a page stand: per part CSS selectors in order of preference, the first that finds text counts.

    A selector may end in `::attr(name)`. A part without a selector that finds anything is looked for in the page's
    metadata and then where most pages have it; an empty layout therefore reads any page, less surely.
    """

    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    """The line that credits another paper."""
    body: tuple[str, ...] = ()
    """The article's container, or its parts one by one: all that the selector matches, in the page's order."""
    drop: tuple[str, ...] = ()
    """What stands inside the body and is no part of the article; read as metadata before it is dropped."""
    related: tuple[str, ...] = ()
    """Boxes that lead to other articles, anywhere on the page."""


GENERIC = Layout()


@dataclass(frozen=True, slots=True)
class PageReading:
    """What came of a page: its article if it has one, what a person should look at, and where it leads."""

    article: Article | None
    issues: tuple[Issue, ...]
    related_links: tuple[str, ...] = ()
    """Addresses that stand in the page's furniture (teasers, related boxes), absolute, in the page's order."""
