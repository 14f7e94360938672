"""The kinds of places where a site tells of its articles, as a site file names them."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec

Path = Annotated[str, msgspec.Meta(pattern="^/")]
"""An address on the site, without scheme and host."""
Count = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
Pages = Annotated[int, msgspec.Meta(ge=1, le=100)]


class _Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What all sources share: unknown keys are errors, and `kind` says which one it is."""


class Feed(_Source, frozen=True, tag="feed"):
    """An RSS or Atom feed: the cheapest way to what is new, with titles and dates."""

    url: Path


class Sitemap(_Source, frozen=True, tag="sitemap"):
    """A sitemap, or an index of sitemaps, plain or gzipped; the newest entries come first."""

    url: Path
    limit: Count = 500
    """How many new articles of it are followed in a run."""


class Listing(_Source, frozen=True, tag="listing"):
    """A page that lists articles, with the pages that follow it."""

    url: Path
    links: tuple[str, ...] = ()
    """CSS selectors of the links to articles; without them, every link with the pattern of an article counts."""
    next: tuple[str, ...] = ()
    """CSS selectors of the link to the next page; none where the site has no pager that can be followed."""
    pages: Pages = 20
    """How many pages of it are followed in a run, so that a pager without end does no harm."""


class Related(_Source, frozen=True, tag="related"):
    """The links on article pages that lead to other articles, as the reader of the page finds them."""

    hops: Pages = 2
    """How many such links in a row are followed."""


class Ids(_Source, frozen=True, tag="ids"):
    """Articles whose number stands next to a known one's; no page links such an address: its 404 is no fault."""

    url: Annotated[str, msgspec.Meta(pattern=r"^/.*\{id\}")]
    """The address with `{id}` for the number."""
    reach: Pages = 2
    """How far from a known number to look, to either side."""
    misses: Count = 8
    """After how many misses in a row to stop: the site does not answer guesses."""


Source: TypeAlias = Feed | Sitemap | Listing | Related | Ids
