"""Files as documents: plain text, and JSON documents one, listed, or one per line.

A file that can't be read, one document of it, or its date becomes an `Unreadable` with its reason; the rest goes on.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from pipelines.document import Document, PartialDate
from pipelines.plain import head

PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII)
"""A year, a month or a day; what follows a day is a time, which nothing here depends on."""

MOST_CHARACTERS = 2_000_000
"""A longer text is no document: the longest annexes stay far below, and reading it would take minutes."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or one document of it, that can't be read and gives no rows; or a date of it, which is left out."""

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
    """Each document of a .txt, .json or .jsonl file in its order, or why it can't be read.

    A document that is dated in the future comes without its date, and an `Unreadable` before it says so.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        yield Unreadable(str(path), f"{error.strerror}; give a file that can be read")
        return
    for where, found in _found(path, raw, given):
        checked = _of_bearable_size(where, found)
        if isinstance(checked, Document) and checked.published and _is_to_come(checked.published):
            said = written(checked.published)
            yield Unreadable(where, f"is dated {said}, which has not come yet; correct `published`, it is read without")
            checked = replace(checked, published=None)
        yield checked


def _found(path: Path, raw: bytes, given: Given) -> Iterator[tuple[str, Document | Unreadable]]:
    """What the bytes of a file hold, each with the place where it stands."""
    if not raw.strip():
        yield str(path), Unreadable(str(path), "is empty; save it again")
    elif path.suffix.lower() == ".txt":
        yield str(path), _text(path, raw, given)
    elif path.suffix.lower() == ".jsonl":
        for number, line in enumerate(raw.removeprefix(codecs.BOM_UTF8).splitlines(), 1):
            if line.strip():
                yield (where := f"{path}:{number}"), _document(where, line, given)
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


def written(published: PartialDate) -> str:
    """The date as `partial_date` reads it."""
    known = [part for part in (published.month, published.day) if part is not None]
    return "-".join([f"{published.year:04}", *(f"{part:02}" for part in known)])


def _text(path: Path, raw: bytes, given: Given) -> Document | Unreadable:
    """The whole file as one document of its name; offsets count its code points, line ends as they are.

    It is the visible text of a page: its head may tell the title, which stays a part of the text, and the date.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Unreadable(str(path), f"byte {error.start} is not UTF-8; save the file as UTF-8")
    told = head(text, datetime.now(UTC))
    return Document(path.stem, text, told.title, given.url, given.published or told.published)


def _json(path: Path, raw: bytes, given: Given) -> Iterator[tuple[str, Document | Unreadable]]:
    """The document that the file holds, or each of its list."""
    try:
        listed = msgspec.json.decode(raw, type=list[msgspec.Raw]) if raw.lstrip().startswith(b"[") else None
    except msgspec.DecodeError as error:
        yield str(path), Unreadable(str(path), f"is no JSON: {error}")
        return
    if listed is None:
        yield str(path), _document(str(path), raw, given)
        return
    for number, item in enumerate(listed, 1):
        yield (where := f"{path}, document {number}"), _document(where, bytes(item), given)


def _of_bearable_size(where: str, found: Document | Unreadable) -> Document | Unreadable:
    """What was found, unless its text is too long to be read."""
    if isinstance(found, Unreadable) or len(found.text) <= MOST_CHARACTERS:
        return found
    reason = (
        f"has {len(found.text)} characters, more than the {MOST_CHARACTERS} of the longest document; give its parts"
    )
    return Unreadable(where, reason)


def _is_to_come(published: PartialDate) -> bool:
    """Whether a date of publication lies after tomorrow, as far as it is known; a day's slip is a matter of zones."""
    return date(published.year, published.month or 1, published.day or 1) > datetime.now(UTC).date() + timedelta(days=1)


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
