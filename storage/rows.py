"""Records as rows of the tables and back: the one place that knows which field is which column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from storage.records import Article, Block, BlockKind, Cell, Fetch, Issue, Origin, Run, ScoreStatement, digest

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""The clock of every time in the dataset."""

Row = dict[str, Any]


def clock(moment: datetime | None) -> datetime | None:
    """The moment on the clock of Vietnam, without a zone, as the tables keep it."""
    return moment.astimezone(VIETNAM).replace(tzinfo=None) if moment else None


def of_run(run: Run) -> Row:
    """The row of a run."""
    return asdict(run) | {"started_at": clock(run.started_at), "finished_at": clock(run.finished_at)}


def of_fetch(fetch: Fetch) -> Row:
    """The row of a fetch."""
    return asdict(fetch) | {"fetched_at": clock(fetch.fetched_at)}


def of_version(article: Article) -> Row:
    """The row of an article's version, with the address, site and origin that belong to the article itself."""
    places = _places(article.blocks)
    published_at = clock(article.published_at)
    as_read = (article.lead, article.author, article.credited_source, published_at, article.published_raw, places)
    return {
        "id": article.version_id,
        "article_id": article.id,
        "content_hash": article.content_hash,
        "url": article.url,
        "site": article.site,
        "origin": article.origin,
        "title": article.title,
        "lead": article.lead,
        "text": article.text,
        "blocks": places,
        "reading_hash": digest(repr(as_read)),
        "author": article.author,
        "credited_source": article.credited_source,
        "published_at": published_at,
        "published_raw": article.published_raw,
        "fetched_at": clock(article.fetched_at),
        "fetch_id": article.fetch_id,
    }


def of_statement(statement: ScoreStatement, version_id: str, extractor_version: str) -> Row:
    """The row of a statement within a version."""
    own = {name: getattr(statement, name) for name in ScoreStatement.__slots__}
    return own | {"id": statement.id(version_id), "version_id": version_id, "extractor_version": extractor_version}


def of_issue(issue: Issue, run_id: str) -> Row:
    """The row of an issue; its id makes the same problem the same row in every run."""
    return asdict(issue) | {"id": issue_id(issue), "run_id": run_id}


def issue_id(issue: Issue) -> str:
    """The hash of what the problem is about; the reason counts only where it is all that tells two problems apart.

    A page has one problem of a kind, and the words for it may carry a time or a port that differ from run to run;
    two numbers of one sentence are told apart by their reasons.
    """
    about = (issue.url, issue.version_id, issue.quote)
    reason = issue.reason if issue.quote is not None or about == (None, None, None) else None
    return digest(issue.stage, issue.kind, *map(str, (*about, reason)))


def to_article(row: Mapping[str, Any]) -> Article:
    """The article of a version's row, equal to the one that was kept."""
    return Article(
        url=row["url"],
        site=row["site"],
        title=row["title"],
        lead=row["lead"],
        blocks=tuple(_block(row["text"], block) for block in row["blocks"]),
        author=row["author"],
        credited_source=row["credited_source"],
        published_at=_aware(row["published_at"]),
        published_raw=row["published_raw"],
        fetched_at=row["fetched_at"].replace(tzinfo=VIETNAM),
        origin=Origin(row["origin"]),
        fetch_id=row["fetch_id"],
    )


def _places(blocks: Sequence[Block]) -> list[Row]:
    """The blocks as places in the joined text, so that the text is kept once."""
    places, start = [], 0
    for block in blocks:
        end = start + len(block.text)
        places.append({"kind": block.kind, "start": start, "end": end, "cells": [asdict(cell) for cell in block.cells]})
        start = end + 1
    return places


def _block(text: str, place: Mapping[str, Any]) -> Block:
    """The block at a place of the text."""
    cells = tuple(Cell(**cell) for cell in place["cells"])
    return Block(BlockKind(place["kind"]), text[place["start"] : place["end"]], cells)


def _aware(moment: datetime | None) -> datetime | None:
    """The moment of a clock reading."""
    return moment.replace(tzinfo=VIETNAM) if moment else None
