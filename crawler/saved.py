"""Saved pages and texts as answers, as if a server had sent them, so that the same pipelines take them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from crawler.site import Site
from pipelines.article import read_page
from pipelines.document import Document, PartialDate
from pipelines.files import Given, Unreadable, documents, written
from pipelines.items import Answer
from pipelines.page import Page, PageReading
from pipelines.urls import canonical, host_of
from storage.records import Article, Block, BlockKind, Fetch, Issue, Run, Severity, digest

PAGES = frozenset({".html", ".htm"})
TEXTS = frozenset({".txt", ".json", ".jsonl"})
_LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Saved:
    """A file, and what it is called in the dataset where it states no address."""

    path: Path
    name: str

    @property
    def address(self) -> str:
        """What stands for the address of a file that states none."""
        return f"file:{self.name}"


def saved_files(paths: Sequence[Path]) -> Iterator[Saved]:
    """The files named, and in folders, however deep, those that can be pages or texts, in the order of their names."""
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in PAGES | TEXTS)
            yield from (Saved(file, file.relative_to(path).as_posix()) for file in inside)
        else:
            yield Saved(path, path.name)


def answers_of(saved: Saved, run: Run, sites: Sequence[Site]) -> Iterator[Answer]:
    """What a file gives: an answer per page or document; one that cannot be read is an answer with an issue alone."""
    suffix = saved.path.suffix.lower()
    if suffix in PAGES:
        yield _page(saved, run, sites)
    elif suffix in TEXTS:
        for document in documents(saved.path, Given()):
            yield _document(document, saved, run)
    else:
        known = ", ".join(sorted(PAGES | TEXTS))
        yield _unreadable(saved.address, f"is no page that can be added; there are {known}")


def _page(saved: Saved, run: Run, sites: Sequence[Site]) -> Answer:
    """The answer of a saved page, read with the layout of the site that it says it is from."""
    try:
        body = saved.path.read_bytes()
    except OSError as error:
        return _unreadable(saved.address, f"{error.strerror}; give a file that can be read")
    fetch = _fetch(saved.address, "file", body, run)
    page = Page(saved.address, saved.address, body, None, fetch.fetched_at, "file", run.origin, fetch.id)
    reading = read_saved(page, sites)
    return Answer(fetch, reading.article, issues=reading.issues)


def read_saved(page: Page, sites: Sequence[Site]) -> PageReading:
    """The reading of a saved page: as one of its own site, where its address or the one that it names is on a site."""
    reading = read_page(page)
    url = reading.article.url if reading.article else page.final_url
    site = next((site for site in sites if site.owns(url)), None)
    if site is None:
        return reading
    return read_page(replace(page, site=site.key), site.layout_on(page.fetched_at.date()))


def _document(document: Document | Unreadable, saved: Saved, run: Run) -> Answer:
    """The answer of a text; its lines are the blocks, so that its offsets stay as they are."""
    if isinstance(document, Unreadable):
        return _unreadable(saved.address, document.reason)
    url = canonical(document.url) if document.url else f"{saved.address}#{document.id}"
    fetch = _fetch(url, host_of(url) or "file", document.text.encode("utf-8", "surrogatepass"), run)
    article = Article(
        url=url,
        site=fetch.site,
        title=document.title,
        lead="",
        blocks=tuple(Block(BlockKind.PARAGRAPH, line) for line in document.text.split("\n")),
        author=None,
        credited_source=None,
        published_at=_moment(document.published),
        published_raw=written(document.published) if document.published else None,
        fetched_at=fetch.fetched_at,
        origin=run.origin,
        fetch_id=fetch.id,
    )
    return Answer(fetch, article)


def _fetch(url: str, site: str, body: bytes, run: Run) -> Fetch:
    """The record of a file that was read; no server answered, hence the status."""
    body_hash = hashlib.sha256(body).hexdigest()
    return Fetch(digest(run.id, url), run.id, site, url, url, 0, datetime.now(UTC), body_hash, len(body), "file")


def _unreadable(address: str, reason: str) -> Answer:
    """The answer of a file that cannot be read: an issue alone."""
    issue = Issue("fetch", Severity.ERROR, "unreadable-file", reason, "mend the file and add it again", url=address)
    return Answer(None, issues=(issue,))


def _moment(published: PartialDate | None) -> datetime | None:
    """The beginning of the day of publication; None where no day is known."""
    if published is None or published.month is None or published.day is None:
        return None
    return datetime(published.year, published.month, published.day, tzinfo=_LOCAL)
