"""The records of the dataset: frozen and typed, one class per table, as the schema stores them.

Every package speaks in these: the crawler makes `Fetch` and `Article`, the pipelines make `ScoreStatement` and `Issue`,
the storage keeps them. Ids are hashes of few raw fields, so the same page and the same claim always get the same id.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE = "table"


class Origin(StrEnum):
    """Where rows come from: the live web, or the bundled press of the demo. The two never mix in one dataset."""

    LIVE = "live"
    DEMO = "demo"


class Severity(StrEnum):
    """How bad an issue is: an error lost something, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table block, with its place in the grid and in the text of its block."""

    row: int
    """Zero-based row of the cell's upper left corner, spans counted in."""
    column: int
    """Zero-based column of the cell's upper left corner, spans counted in."""
    rowspan: int
    colspan: int
    header: bool
    """Whether the page marks it as a head (`th`)."""
    start: int
    """Half-open offsets of the cell's text in the text of its block."""
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One typed block of an article; a table's text has a line per row and a tab between cells."""

    kind: BlockKind
    text: str
    cells: tuple[Cell, ...] = ()
    """Empty unless the block is a table."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """One answer of a server, whether or not an article came of it."""

    id: str
    run_id: str
    site: str
    url: str
    """The address that was asked for, before redirects."""
    final_url: str
    """The address that answered, after redirects."""
    status: int
    """HTTP status; 0 where no answer came."""
    fetched_at: datetime
    body_hash: str | None
    """SHA-256 of the body as received, None where no body came."""
    bytes: int
    kind: str
    """What the page was asked for as: `listing`, `article` or `file`."""
    error: str | None = None
    """Why no answer came, else None."""


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one news article, as its page showed it."""

    url: str
    """The canonical address; the article's id is its hash."""
    site: str
    title: str
    lead: str
    """The sapo; it is also the first block where the page sets it apart from the body."""
    blocks: tuple[Block, ...]
    author: str | None
    credited_source: str | None
    """Whom the page credits ("Theo: hanoimoi.com.vn"), without the word that introduces it."""
    published_at: datetime | None
    """Aware, Asia/Ho_Chi_Minh; None where the page states no date that can be read."""
    published_raw: str | None
    """The date as the page writes it."""
    fetched_at: datetime
    origin: Origin = Origin.LIVE
    fetch_id: str | None = None

    @property
    def text(self) -> str:
        """The blocks joined by a newline: what quotes are offsets into."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def id(self) -> str:
        """The article's id: the hash of its canonical address."""
        return digest(self.url)

    @property
    def content_hash(self) -> str:
        """The hash of what a reader sees: title and text."""
        return digest(self.title, self.text)

    @property
    def version_id(self) -> str:
        """The id of this version: the hash of article and content."""
        return digest(self.id, self.content_hash)


@dataclass(frozen=True, slots=True)
class ScoreStatement:
    """One measured value that a text states about a governance index of a subject."""

    index: str
    year: int | None
    entity: str
    entity_id: str
    entity_type: str
    parent: str | None
    component: str
    metric: str
    value: float
    out_of: float | None
    bound: str
    vs_year: int | None
    scope: str | None
    part: str
    """`text`, or `title` for what only the title states."""
    quote: str
    quote_start: int
    quote_end: int
    document: str
    rule: str
    confidence: float

    def id(self, version_id: str) -> str:
        """The statement's id within a version: the hash of version, offsets and the typed key."""
        key = (self.index, self.year, self.entity_id, self.component, self.metric, self.value, self.bound, self.scope)
        return digest(version_id, self.part, str(self.quote_start), str(self.quote_end), *map(str, key))


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a person should look at: a page that failed, a number that found no place."""

    stage: str
    """`fetch`, `article`, `extract`, `store` or `check`."""
    severity: Severity
    kind: str
    """A short, stable name of what went wrong, such as `no-date`."""
    reason: str
    next_step: str
    url: str | None = None
    version_id: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command that writes: who ran it, when, and what came of it."""

    id: str
    command: str
    origin: Origin
    started_at: datetime
    extractor_version: str
    finished_at: datetime | None = None
    exit_status: int | None = None
    figures: dict[str, int] = field(default_factory=dict)
    """Counts at the end: pages, articles, statements, issues, and per site `site.<name>.<count>`."""


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on each part and on where one part ends and the next begins."""
    whole = hashlib.blake2b(digest_size=8)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        whole.update(len(raw).to_bytes(8, "big"))
        whole.update(raw)
    return whole.hexdigest()
