"""The spiders of the catalogue: a class per site file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from crawler.site import Site, load_site, site_names
from crawler.spiders.base import SiteSpider

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.settings import BaseSettings


Names: TypeAlias = list[str]


def spider_of(site: Site) -> type[SiteSpider]:
    """The spider class of a site, named after its domain."""
    return type(f"Spider of {site.key}", (SiteSpider,), {"name": site.key, "site": site, "__doc__": site.name})


class SiteSpiderLoader:
    """Scrapy's way to the spiders: the catalogue is the folder of site files."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> SiteSpiderLoader:  # noqa: ARG003 - Scrapy's protocol
        """The loader; no setting changes it."""
        return cls()

    def load(self, spider_name: str) -> type[Spider]:
        """The spider of that name; a `KeyError` where there is no such site, a `SiteError` where its file is wrong."""
        if spider_name not in site_names():
            raise KeyError(f"Spider not found: {spider_name}")
        return spider_of(load_site(spider_name))

    def list(self) -> Names:
        """The names of all spiders."""
        return site_names()

    def find_by_request(self, request: Request) -> Names:
        """The spiders whose site the address belongs to."""
        return [name for name in site_names() if load_site(name).owns(request.url)]
