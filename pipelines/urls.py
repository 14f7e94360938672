"""Addresses: one canonical form for every way of writing the address of the same page."""

from __future__ import annotations

from fnmatch import fnmatchcase
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from pipelines.lexicon import entries

WEB = ("http", "https")


def canonical(url: str) -> str:
    """The one form of a page's address, without what does not tell pages apart; anything else comes back stripped.

    http and https, www., m. and amp. hosts, default ports, fragments, tracking parameters, the order of parameters and
    a trailing slash are no difference. Idempotent: the canonical form of a canonical address is itself.
    """
    url = url.strip()
    try:
        parts = urlsplit(canonicalize_url(url))
        host, port = host_of(url), parts.port
    except ValueError:
        return url
    if parts.scheme not in WEB or not host:
        return url
    place = host if port in {None, 80, 443} else f"{host}:{port}"
    return urlunsplit(SplitResult("https", place, _path(parts.path), _query(parts.query), ""))


def host_of(url: str) -> str:
    """The host of an address in lower case, without the prefixes of its other dresses; empty where it has none."""
    host = (urlsplit(url.strip()).hostname or "").rstrip(".")
    prefixes = tuple(entries("urls")["host_prefixes"])
    while host.startswith(prefixes) and "." in (rest := host.split(".", 1)[1]):
        host = rest
    return host


def same_site(one: str, other: str) -> bool:
    """Whether both addresses are of one host, or one's host is a subdomain of the other's."""
    try:
        first, second = host_of(one), host_of(other)
    except ValueError:
        return False
    return bool(first and second) and (first == second or first.endswith(f".{second}") or second.endswith(f".{first}"))


def absolute(base: str, link: str) -> str | None:
    """The full address of a link on the page `base`, or None where it leads to no web page."""
    try:
        full = urljoin(base, link.strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in WEB and parts.netloc else None


def _path(path: str) -> str:
    """The path without trailing slashes and without the suffix of the accelerated form."""
    suffixes = tuple(entries("urls")["path_suffixes"])
    path = path.rstrip("/")
    while path.endswith(suffixes):
        path = path.rpartition("/")[0].rstrip("/")
    return path or "/"


def _query(query: str) -> str:
    """The query without the parameters that count visitors."""
    kept = [pair for pair in query.split("&") if pair and not _counts_visitors(pair.partition("=")[0])]
    return "&".join(kept)


def _counts_visitors(name: str) -> bool:
    """Whether a query parameter of that name only tells where a visitor came from."""
    return any(fnmatchcase(name.lower(), known) for known in entries("urls")["tracking"])
