"""How pages are found and fetched; knows Scrapy, knows nothing of scores.

What a site is:
- `sites/<domain>.toml`: one file per site, read and checked by `site`; `sources` are its ways to articles.
What a crawl of it does, in this order:
- `contact`, `limits`: who asks, and what the run wants.
- `spiders/`: one spider per site file; `scrapy list` asks its loader.
- `frontier`: which addresses are asked for, each once; `offers`: where a page leads; `discovery`: how listings, feeds
  and sitemaps are read.
- `middlewares`: no request off the site, none beyond the limits; `resolver`: hosts that are led elsewhere.
- `answers`: what came back, as `Fetch` and `Issue`; `saved`: the same of files.
- `settings`: the manners of the crawler.
What watches it:
- `runner`: many sites in one process with one writer; `progress` while it runs, `figures` and `monitors` when it ends,
  `report` for the person who asked.
What people type:
- `cli`, `commands/`: the command `parindex`; `demo/`: a small bundled press on loopback.
"""

__version__ = "0.1.0"
