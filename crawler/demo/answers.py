"""What the press answers to every address: a fixed table, made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from hashlib import blake2b
from types import MappingProxyType

from crawler.demo import feeds, pages
from crawler.demo.encodings import encoded
from crawler.demo.sheets import Extra, Paper, Piece, papers

_HTML = "text/html; charset=utf-8"
_XML = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the server: the same bytes every time."""

    status: int
    content_type: str
    body: bytes
    modified: datetime
    """Aware; when the page last changed."""
    location: str | None = None
    delay: float = 0.0
    """Seconds that pass before it."""

    @property
    def etag(self) -> str:
        """The validator of exactly these bytes."""
        return f'"{blake2b(self.body, digest_size=8).hexdigest()}"'


@cache
def answers() -> Mapping[str, Mapping[str, Answer]]:
    """The answers of every host by path; the path `404` is for all that is not there."""
    return MappingProxyType({paper.sheet.host: MappingProxyType(dict(_paper(paper))) for paper in papers()})


def _paper(paper: Paper) -> Iterator[tuple[str, Answer]]:
    """Every path of a paper with its answer."""
    today = datetime.combine(paper.sheet.today, time(), UTC)
    yield "404", Answer(404, _HTML, pages.missing(paper).encode(), today)
    yield "/", Answer(200, _HTML, pages.front(paper).encode(), today)
    yield "/robots.txt", Answer(200, "text/plain; charset=utf-8", paper.sheet.robots.encode(), today)
    for path, text in {**feeds.sitemaps(paper), **feeds.rss(paper)}.items():
        yield path, Answer(200, _XML, text.encode(), today)
    for category in paper.sheet.categories:
        for number, page in enumerate(pages.listings(paper, category), 1):
            yield paper.listing(category, number), Answer(200, _HTML, page.encode(), today)
    for piece in paper.pieces:
        yield paper.path(piece), _article(paper, piece, today)
    for extra in paper.sheet.extras:
        if extra.status != 404:
            yield extra.path, _extra(paper, extra)


def _article(paper: Paper, piece: Piece, today: datetime) -> Answer:
    """The answer with an article, in the encoding and after the delay that its file asks for."""
    body = encoded(pages.article(paper, piece), piece.encoding)
    return Answer(200, f"text/html; charset={piece.charset}", body, piece.published or today, delay=piece.delay)


def _extra(paper: Paper, extra: Extra) -> Answer:
    """A redirect, or an article in its print layout."""
    body = pages.printed(paper, paper.piece(extra.prints)).encode() if extra.prints else b""
    return Answer(extra.status, _HTML, body, extra.published, location=extra.to or None)
