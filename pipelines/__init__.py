"""How a page becomes rows: pure functions first, Scrapy's item pipelines last."""

EXTRACTOR_VERSION = "1.0.0"
