"""The articles as they were kept, so that their rows can be made again without the network."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from storage import rows
from storage.records import Article

_AT_ONCE = 200
"""Articles held in memory while they are read."""


def stored(connection: duckdb.DuckDBPyConnection) -> Iterator[Article]:
    """Every version of every article in the order of their ids, each equal to the record that was kept.

    The reading has a connection of its own: the caller may write meanwhile, and sees what was there at the start.
    """
    with connection.cursor() as reading:
        reading.execute(_VERSIONS)
        names = [column[0] for column in reading.description or ()]
        while some := reading.fetchmany(_AT_ONCE):
            for row in some:
                yield rows.to_article(dict(zip(names, row, strict=True)))


_VERSIONS = """
    SELECT article_versions.*, articles.url, articles.site, articles.origin
    FROM article_versions JOIN articles ON articles.id = article_versions.article_id
    ORDER BY article_versions.id
"""
