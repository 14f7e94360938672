"""Walking through a piece of markup: what opens and closes in reading order, and the plain text of an element."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto

from bs4.element import CData, NavigableString, Tag

BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
    }
    | {
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
    }
    | {"html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"}
    | {"th", "thead", "tr", "ul"}
)
"""Elements whose text stands on lines of its own; all others run on in the line."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

# Characters without width: they hide in copied text and split words that look whole.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_FOOTNOTE = re.compile(r"\[\w{1,3}\]|\(\d{1,3}\)|\*{1,3}|\d{1,2}")


class Event(Enum):
    """What happens at one step of a walk."""

    OPEN = auto()
    CLOSE = auto()
    TEXT = auto()


def walk(root: Tag) -> Iterator[tuple[Event, Tag, str]]:
    """Each opening, closing and text inside an element, in reading order and without recursion.

    The element itself is not among them; comments and scripts are no text, and neither are the marks of footnotes.
    """
    stack = [(root, iter(root.children))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                yield Event.CLOSE, tag, ""
        elif isinstance(child, Tag):
            if child.name == "sup" and _is_footnote(child):
                continue
            yield Event.OPEN, child, ""
            stack.append((child, iter(child.children)))
        elif type(child) is NavigableString or isinstance(child, CData):
            yield Event.TEXT, tag, str(child)


def tidy(text: str) -> str:
    """The text in NFC on one line, without characters that can't be seen, every stretch of spaces a single one."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def text_of(tag: Tag) -> str:
    """The whole text of an element on one line, a space between its blocks and at line breaks."""
    parts = [
        text if event is Event.TEXT else " " if inner.name in BLOCKS or inner.name == "br" else ""
        for event, inner, text in walk(tag)
    ]
    return tidy("".join(parts))


def classes(tag: Tag) -> list[str]:
    """The classes of an element in lower case."""
    given = tag.get("class") or ""
    return (given if isinstance(given, str) else " ".join(given)).lower().split()


def _is_footnote(sup: Tag) -> bool:
    """Whether raised characters are the mark of a footnote, which would read as digits of the number before it."""
    mark = sup.get_text(strip=True)
    if not _FOOTNOTE.fullmatch(mark):
        return False
    before = sup.previous_sibling
    behind_letter = isinstance(before, NavigableString) and before[-1:].isalpha()
    return not mark.isdigit() or sup.find("a") is not None or not behind_letter
