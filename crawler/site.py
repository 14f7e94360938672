"""A site as its file `crawler/sites/<domain>.toml` describes it, typed and strictly checked."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from urllib.parse import urljoin, urlsplit

import msgspec
from cssselect import SelectorError
from parsel.csstranslator import HTMLTranslator

from crawler.sources import Listing, Source
from pipelines.page import Layout

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Selectors = dict[str, Any]
"""CSS selectors by the part of the page that they find, as the file gives them; `_layout` checks them by name."""
Text = Annotated[str, msgspec.Meta(min_length=1)]
Host = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
_Kind = TypeVar("_Kind", bound=Source)


class SiteError(Exception):
    """A site file that is missing or wrong, in one line that names the file and the key."""


class OlderLayout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the site's pages looked up to a day."""

    until: date
    layout: Selectors


class Site(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One news site: where its articles are found and how its pages are built; the fields are the keys of its file."""

    name: Text
    domains: Annotated[tuple[Host, ...], msgspec.Meta(min_length=1)]
    """The site's own hosts, the present one first; their subdomains are its own too."""
    platform: Text
    """The CMS family that its pages come from."""
    language: Literal["vi", "en"]
    frequency: Literal["hourly", "daily", "weekly"]
    """How often it is worth a visit."""
    confidence: Literal["low", "medium", "high"]
    """How sure it is that the selectors fit the live pages."""
    robots: Text
    """What is known of its robots.txt."""
    article: Text
    """The pattern of an article's path; its group `id`, where it has one, is the article's number."""
    discovery: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]
    layout: Selectors
    """CSS selectors of the parts of a page, by the names of `pipelines.article.Layout`; the first that finds counts."""
    older_layouts: tuple[OlderLayout, ...] = ()
    home_province: str | None = None
    """The slug of the province whose paper it is."""
    scheme: Literal["http", "https"] = "https"

    def __post_init__(self) -> None:
        """Complains of patterns and selectors that cannot work, naming the key."""
        _ = self._pattern, self._layouts
        for place, source in enumerate(self.discovery):
            if isinstance(source, Listing):
                _check_selectors(source.links + source.next, f"discovery[{place}]")

    @property
    def key(self) -> str:
        """The domain that the site file is named after; the spider's name too."""
        return self.domains[0]

    def address(self, path: str) -> str:
        """The full address of a path on the site's present host."""
        return urljoin(f"{self.scheme}://{self.key}/", path)

    def owns(self, url: str) -> bool:
        """Whether the address is a web page on one of the site's own hosts."""
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        own = any(host == domain or host.endswith(f".{domain}") for domain in self.domains)
        return own and parts.scheme in {"http", "https"}

    def article_key(self, url: str) -> str | None:
        """What tells an article from the site's others, its number or else its path; None where it is no article."""
        path = urlsplit(url).path
        found = self._pattern.search(path)
        if not found or not self.owns(url):
            return None
        return found.groupdict().get("id") or path

    def layout_on(self, day: date) -> Layout:
        """How the site's pages looked on a day."""
        return next(layout for until, layout in self._layouts if day <= until)

    def sources_of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """Its sources of one kind."""
        return tuple(source for source in self.discovery if isinstance(source, kind))

    def on_host(self, host: str) -> Site:
        """The same site on another host over plain HTTP, as the bundled press serves it."""
        return msgspec.structs.replace(self, domains=(host,), scheme="http")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The compiled pattern of an article's path."""
        try:
            return re.compile(self.article)
        except re.error as error:
            raise ValueError(f"article: {error}") from error

    @cached_property
    def _layouts(self) -> list[tuple[date, Layout]]:
        """The layouts with the last day of each, oldest first."""
        older = [(look.until, _layout(look.layout, "older_layouts")) for look in self.older_layouts]
        return [*sorted(older, key=lambda dated: dated[0]), (date.max, _layout(self.layout, "layout"))]


def site_names() -> list[str]:
    """The keys of all site files, sorted."""
    return sorted(entry.name.removesuffix(".toml") for entry in _folder().iterdir() if entry.name.endswith(".toml"))


def load_site(key: str) -> Site:
    """The site of that key; a `SiteError` names the ones there are."""
    if key not in site_names():
        raise SiteError(f"there is no site {key!r}; there are {', '.join(site_names())}")
    return parse_site((_folder() / f"{key}.toml").read_bytes(), f"{key}.toml")


def load_sites() -> list[Site]:
    """All sites, sorted by key."""
    return [load_site(key) for key in site_names()]


def parse_site(raw: bytes, file: str) -> Site:
    """The site that the bytes of a site file describe; `file` is its name, which must be that of the first domain."""
    try:
        site = msgspec.toml.decode(raw, type=Site)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SiteError(f"{file}: {_plain(str(error))}") from error
    if file != f"{site.key}.toml":
        raise SiteError(f"{file}: domains: the first is {site.key!r}, so the file has to be {site.key}.toml")
    return site


def _folder() -> Traversable:
    """The folder of the site files inside the package."""
    return files("crawler") / "sites"


def _plain(message: str) -> str:
    """A complaint of the decoder with the key in front: `discovery[0].pages: Expected int`."""
    complaint, _, path = message.partition(" - at `")
    key = path.rstrip("`").removeprefix("$").removeprefix(".")
    return f"{key}: {complaint}" if key else complaint


def _layout(selectors: Selectors, key: str) -> Layout:
    """The layout of the selectors, each of which must be one that the layout knows and a valid one."""
    known = [field.name for field in fields(Layout)]
    parts = {}
    for name, given in selectors.items():
        if name not in known:
            raise ValueError(f"{key}.{name}: there is no such part of a page; there are {', '.join(known)}")
        try:
            parts[name] = msgspec.convert(given, tuple[str, ...])
        except msgspec.ValidationError as error:
            raise ValueError(f"{key}.{name}: {error}") from error
        _check_selectors(parts[name], f"{key}.{name}")
    return Layout(**parts)


def _check_selectors(selectors: tuple[str, ...], key: str) -> None:
    """Complains of a CSS selector that cannot be read."""
    for selector in selectors:
        try:
            HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            raise ValueError(f"{key}: {selector!r} is no CSS selector: {error}") from error
