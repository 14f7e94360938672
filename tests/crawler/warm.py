"""What a crawling process needs, loaded and warmed once; the processes of the tests are forks of one that has it."""

from scrapy.core.downloader.handlers import http11
from scrapy.settings import default_settings
from scrapy.utils.misc import load_object

from crawler import settings
from pipelines.document import Document
from pipelines.statements import extract
from tests.crawler import crawling

__all__ = ["crawling", "http11"]

for parts in (default_settings.DOWNLOADER_MIDDLEWARES_BASE, default_settings.EXTENSIONS_BASE):
    for part in parts.keys() - settings.DOWNLOADER_MIDDLEWARES.keys() - settings.EXTENSIONS.keys():
        load_object(part)
extract(Document("warm", "Chỉ số cải cách hành chính (PAR INDEX) năm 2023 của tỉnh Quảng Ninh xếp thứ 1, đạt 92,18%."))
