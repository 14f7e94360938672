"""The manners of the crawler, as Scrapy settings: one reader among many, who says who he is."""

from __future__ import annotations

import os

from crawler import __version__

BOT_NAME = "parindex"
SPIDER_LOADER_CLASS = "crawler.spiders.SiteSpiderLoader"
SPIDER_MODULES = ["crawler.spiders"]

# Who asks. A live crawl without a contact does not start; the bundled press wants none.
PARINDEX_CONTACT = os.environ.get("PARINDEX_CONTACT", "").strip()
USER_AGENT = f"parindex/{__version__} (+{PARINDEX_CONTACT})" if PARINDEX_CONTACT else f"parindex/{__version__}"
ROBOTSTXT_USER_AGENT = "parindex"
ROBOTSTXT_OBEY = True

# Where the dataset is, where its rows come from, and which hosts are led to a server of our own.
PARINDEX_DATA = os.environ.get("PARINDEX_DATA", "data")
PARINDEX_ORIGIN = "live"
PARINDEX_HOSTS: dict[str, str] = {}
TWISTED_DNS_RESOLVER = "crawler.resolver.Resolver"

# Pace: one page at a time and no more than one a second from a site, slower where the site is slow.
CONCURRENT_REQUESTS = 4  # of one site: those that wait for their turn have passed the limits already, so not many
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0

# Bounds: a news page is small and comes soon; what does not is an issue, not a reason to wait.
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_VERIFY_CERTIFICATES = True  # a number in the dataset must come from the site, not from someone in between
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # the answer that never came is kept as an issue
REDIRECT_MAX_TIMES = 5
DEPTH_LIMIT = 50
URLLENGTH_LIMIT = 2083
COOKIES_ENABLED = False
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}

# No doors into the running process; what is switched off is not even loaded.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
EXTENSIONS = {
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
    "scrapy.extensions.feedexport.FeedExporter": None,
}

# The spiders see every status and judge it; they know what they asked for, so that a redirect to a page that was read
# before still leaves its trace.
HTTPERROR_ALLOW_ALL = True
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # drops redirects without a word
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.middlewares.OwnHosts": 50,
    "crawler.middlewares.Enough": 860,
}
ITEM_PIPELINES = {"pipelines.items.ExtractPipeline": 100, "pipelines.items.StorePipeline": 200}

LOG_LEVEL = "INFO"
STATS_DUMP = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.1",
    "Accept-Language": "vi,en;q=0.5",
}
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # sources give the newest first
