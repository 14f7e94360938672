"""`parindex extract`: the rows of files, without a dataset."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import click
import msgspec

from crawler.saved import PAGES, TEXTS, read_saved
from crawler.site import load_sites
from pipelines.document import Document, PartialDate, of_article
from pipelines.files import Given, Unreadable, documents, partial_date
from pipelines.page import Page
from pipelines.statements import extract as extract_rows
from storage.records import ScoreStatement


def published_on(_context: click.Context, _option: click.Parameter, given: str | None) -> PartialDate | None:
    """The date that the option states; one that has not come yet is refused."""
    if given is None:
        return None
    try:
        stated = partial_date(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error
    if date(stated.year, stated.month or 1, stated.day or 1) > datetime.now(UTC).date():
        raise click.BadParameter(f"{given} has not come yet; give the day on which the article was published")
    return stated


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--url", help="The address of the article, for files that do not state one.")
@click.option(
    "--published",
    callback=published_on,
    metavar="DATE",
    help="When it was published (2024, 2024-04 or 2024-04-17), for files that do not say.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write DIR/<document>.jsonl for each document instead, empty where it states nothing.",
)
def extract(files: tuple[Path, ...], url: str | None, published: PartialDate | None, out: Path | None) -> int:
    """Write the rows of files as JSON lines, without a dataset.

    FILE is a page (.html), a text (.txt), a document in JSON (.json, one or a list) or one per line (.jsonl), with the
    keys id, url, published, title and text. What can't be read is told on stderr, and the rest goes on.

    \b
    Examples:
      parindex extract --published 2020-05-20 page.html
      parindex extract --out rows documents.jsonl
    """
    if out:
        out.mkdir(parents=True, exist_ok=True)
    failed = 0
    written: set[str] = set()
    for document in documents_of(files, Given(url, published)):
        problem = document if isinstance(document, Unreadable) else _extract(document, out, written)
        if problem:
            failed += 1
            tell(problem.where, problem.reason)
    return int(failed > 0)


def documents_of(files: tuple[Path, ...], given: Given) -> Iterator[Document | Unreadable]:
    """The documents of all files, in their order."""
    for path in files:
        suffix = path.suffix.lower()
        if suffix in PAGES:
            yield _page(path, given)
        elif suffix in TEXTS:
            yield from documents(path, given)
        else:
            yield Unreadable(str(path), f"is none of the kinds that are read: {', '.join(sorted(PAGES | TEXTS))}")


def _page(path: Path, given: Given) -> Document | Unreadable:
    """The document of a saved page, named after its file."""
    try:
        body = path.read_bytes()
    except OSError as error:
        return Unreadable(str(path), f"{error.strerror}; give a file that can be read")
    address = given.url or f"file:{path.name}"
    reading = read_saved(Page(address, address, body, None, datetime.now(UTC), "file"), load_sites())
    if reading.article is None:
        return Unreadable(str(path), "; ".join(f"{issue.reason}; {issue.next_step}" for issue in reading.issues))
    for issue in reading.issues:
        if not (issue.kind == "no-date" and given.published):
            tell(str(path), issue.reason)
    document = of_article(reading.article)
    return replace(document, id=path.stem, published=document.published or given.published)


def _extract(document: Document, out: Path | None, written: set[str]) -> Unreadable | None:
    """Write the rows of a document, or say why there are none of it."""
    name = file_name(document.id)
    if out and name in written:
        return Unreadable(document.id, "another document has this id; give each its own, or extract them apart")
    written.add(name)
    try:
        extraction = extract_rows(document)
    except Exception as error:  # noqa: BLE001 - whatever breaks on one document must not cost the others
        return Unreadable(document.id, f"the extractor broke: {type(error).__name__}: {error}; report it with the text")
    for issue in extraction.issues:
        tell(document.id, f"{issue.reason}: {issue.quote!r}" if issue.quote else issue.reason)
    lines = _lines(extraction.statements)
    if out:
        (out / f"{name}.jsonl").write_bytes(lines)
    else:
        sys.stdout.buffer.write(lines)
    return None


def file_name(document: str) -> str:
    """The document's id as the name of a file: what no name can hold is percent-encoded, all else stays."""
    safe = "".join(quote(letter, safe="") if letter in "/\\\0%" or letter < " " else letter for letter in document)
    return safe.replace(".", "%2E", 1) if safe.startswith(".") else safe


def _lines(statements: tuple[ScoreStatement, ...]) -> bytes:
    """The rows as JSON, one per line; a whole number is written as one: rank 2, not 2.0."""
    rows = ({name: _plain(value) for name, value in asdict(statement).items()} for statement in statements)
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _plain(value: object) -> object:
    """The value as people write it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def tell(where: str, what: str) -> None:
    """Say on stderr, in one line, what is wrong where."""
    click.echo(f"parindex: {' '.join(f'{where}: {what}'.split())}", err=True)
