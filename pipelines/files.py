"""Files as documents: plain text, and JSON documents one, listed, or one per line.

A file that can't be read, or one document of it, becomes an `Unreadable` with its reason; the rest goes on.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from pipelines.document import Document, PartialDate

PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII)
"""A year, a month or a day; what follows a day is a time, which nothing here depends on."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or one document of it, that gives no rows because it can't be read."""

    where: str
    reason: str
    """What is wrong and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a file from outside; it holds where the file itself does not say."""

    url: str | None = None
    published: PartialDate | None = None


class _Stated(msgspec.Struct):
    """A document as JSON states it."""

    id: str | int
    text: str
    title: str | None = None
    url: str | None = None
    published: str | int | None = None


_ONE = msgspec.json.Decoder(_Stated)


def documents(path: Path, given: Given) -> Iterator[Document | Unreadable]:
    """Each document of a .txt, .json or .jsonl file in its order, or why it can't be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        yield Unreadable(str(path), f"{error.strerror}; give a file that can be read")
        return
    if not raw.strip():
        yield Unreadable(str(path), "is empty; save it again")
    elif path.suffix == ".txt":
        yield _text(path, raw, given)
    elif path.suffix == ".jsonl":
        for number, line in enumerate(raw.removeprefix(codecs.BOM_UTF8).splitlines(), 1):
            if line.strip():
                yield _document(f"{path}:{number}", line, given)
    else:
        yield from _json(path, raw.removeprefix(codecs.BOM_UTF8), given)


def partial_date(text: str) -> PartialDate:
    """The date that `2024`, `2024-04` or `2024-04-17` names; raises ValueError with what to write instead."""
    found = PUBLISHED.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no date; write a year, a month or a day: 2024, 2024-04 or 2024-04-17")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"{text!r} is not in the calendar; write it as 2024, 2024-04 or 2024-04-17") from None
    return PartialDate(year or 0, month, day)


def _text(path: Path, raw: bytes, given: Given) -> Document | Unreadable:
    """The whole file as one document of its name; offsets count its code points, line ends as they are."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Unreadable(str(path), f"byte {error.start} is not UTF-8; save the file as UTF-8")
    return Document(id=path.stem, text=text, url=given.url, published=given.published)


def _json(path: Path, raw: bytes, given: Given) -> Iterator[Document | Unreadable]:
    """The document that the file holds, or each of its list."""
    try:
        listed = msgspec.json.decode(raw, type=list[msgspec.Raw]) if raw.lstrip().startswith(b"[") else None
    except msgspec.DecodeError as error:
        yield Unreadable(str(path), f"is no JSON: {error}")
        return
    if listed is None:
        yield _document(str(path), raw, given)
        return
    for number, item in enumerate(listed, 1):
        yield _document(f"{path}, document {number}", bytes(item), given)


def _document(where: str, raw: bytes, given: Given) -> Document | Unreadable:
    """The document that a JSON object states, or what it lacks."""
    try:
        stated = _ONE.decode(raw)
        published = partial_date(str(stated.published)) if stated.published is not None else given.published
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        return Unreadable(where, f"is no document {{id, url, published, title, text}}: {error}")
    return Document(
        id=str(stated.id),
        text=stated.text,
        title=stated.title or "",
        url=stated.url or given.url,
        published=published,
    )
