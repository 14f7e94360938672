"""How pages are found and fetched; knows Scrapy, knows nothing of scores.

- `sites/<domain>.toml`: one file per site, read and checked by `site`.
- `discovery`: listings, feeds and sitemaps as candidates; `limits`: which of them a run wants.
- `spiders/`: one spider per site file, through the loader that `scrapy list` asks too.
- `middlewares`: no request outside the site's hosts, none beyond the run's limits; `resolver`: hosts led elsewhere.
- `answers`: what came back, as `Fetch` and `Issue`; `settings`: the manners of the crawler.
- `runner`: spiders of many sites in one process with one writer; `progress`, `figures` and `monitors` watch it.
- `demo/`: a small bundled press on loopback.
- `cli`, `commands/`: the command `parindex`.
"""

__version__ = "0.1.0"
