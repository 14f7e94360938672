"""Records for the tests, each with one thing to say and the rest filled in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from storage.records import (
    Article,
    Block,
    BlockKind,
    Fetch,
    Issue,
    Origin,
    Run,
    ScoreStatement,
    Severity,
)

DAY = datetime(2020, 5, 20, 3, 0, tzinfo=UTC)
"""10 o'clock in Vietnam on the day after PAR INDEX 2019 was announced."""


def run(name: str = "first", **changes: Any) -> Run:
    """A run of the demo; a later name is a later run."""
    started = DAY + timedelta(days=sum(name.encode()))
    own: dict[str, Any] = {
        "id": name,
        "command": "crawl",
        "origin": Origin.DEMO,
        "started_at": started,
        "extractor_version": "1",
    }
    return Run(**own | changes)


def article(url: str = "https://tcnn.test/1", text: str = "Hà Nội đạt 84,64%.", **changes: Any) -> Article:
    """An article of one paragraph."""
    own: dict[str, Any] = {
        "url": url,
        "site": url.split("/")[2],
        "title": "Kết quả cải cách hành chính",
        "lead": "",
        "blocks": (Block(BlockKind.PARAGRAPH, text),),
        "author": None,
        "credited_source": None,
        "published_at": DAY,
        "published_raw": "20/05/2020 10:00",
        "fetched_at": DAY + timedelta(hours=1),
        "origin": Origin.DEMO,
        "fetch_id": None,
    }
    return Article(**own | changes)


def statement(of: Article, value: float = 84.64, quote: str | None = None, **changes: Any) -> ScoreStatement:
    """A value that the article states: the total of Hà Nội in percent, unless changed."""
    said = of.text if quote is None else quote
    start = of.text.index(said)
    own: dict[str, Any] = {
        "index": "par_index",
        "year": 2019,
        "entity": "Hà Nội",
        "entity_id": "VN-HN",
        "entity_type": "province",
        "parent": None,
        "component": "total",
        "metric": "percent",
        "value": value,
        "out_of": None,
        "bound": "=",
        "vs_year": None,
        "scope": None,
        "part": "text",
        "quote": said,
        "quote_start": start,
        "quote_end": start + len(said),
        "document": of.id,
        "rule": "subject-value",
        "confidence": 0.9,
    }
    return ScoreStatement(**own | changes)


def fetch(name: str, run_id: str, url: str = "https://tcnn.test/1", **changes: Any) -> Fetch:
    """An answer of a server."""
    own: dict[str, Any] = {
        "id": name,
        "run_id": run_id,
        "site": "tcnn.test",
        "url": url,
        "final_url": url,
        "status": 200,
        "fetched_at": DAY,
        "body_hash": "0" * 64,
        "bytes": 10,
        "kind": "article",
    }
    return Fetch(**own | changes)


def issue(kind: str = "no-date", **changes: Any) -> Issue:
    """A problem of a page."""
    own: dict[str, Any] = {
        "stage": "article",
        "severity": Severity.WARNING,
        "kind": kind,
        "reason": "no date was found",
        "next_step": "look at the page",
        "url": "https://tcnn.test/1",
    }
    return Issue(**own | changes)
