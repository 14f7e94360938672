"""One spider per site file: `scrapy list` is the catalogue, `scrapy crawl tcnn.vn` crawls.

- `loader`: makes the spider classes out of the site files.
- `base`: what every spider does; a site file only says where and with which selectors.
"""

from crawler.spiders.loader import SiteSpiderLoader

__all__ = ["SiteSpiderLoader"]
