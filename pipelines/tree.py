"""The page as the fast parser sees it: texts and places of elements that CSS selectors find."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement
from parsel import Selector

from pipelines.lexicon import entries
from pipelines.markup import BLOCKS, tidy


class Tree:
    """A parsed page; what it finds it finds in the page's order."""

    def __init__(self, text: str) -> None:
        # An empty page still is one: libxml2 makes no tree of nothing.
        self.selector = Selector(text=text or "<html></html>")
        self.root: HtmlElement = self.selector.root

    def strip(self) -> None:
        """Take off, for good, what never holds text: scripts, styles, buttons, comments."""
        etree.strip_elements(self.root, etree.Comment, *entries("furniture")["html"]["never"], with_tail=False)

    def elements(self, selectors: Iterable[str]) -> list[HtmlElement]:
        """The elements of the first selector that finds text, none inside another of them."""
        for selector in selectors:
            found = [one.root for one in self.selector.css(selector) if isinstance(one.root, HtmlElement)]
            if any(size(one) for one in found):
                known = set(found)
                return [one for one in found if not known.intersection(one.iterancestors())]
        return []

    def texts(self, selectors: Iterable[str]) -> list[str]:
        """The texts, each on one line, that the first selector to find any finds."""
        for selector in selectors:
            roots = [one.root for one in self.selector.css(selector)]
            if found := [text for root in roots if (text := tidy(root) if isinstance(root, str) else shown(root))]:
                return found
        return []

    @cached_property
    def places(self) -> dict[HtmlElement, int]:
        """The place of each element in the page's order."""
        return {one: place for place, one in enumerate(self.root.iter("*"))}


def shown(element: HtmlElement) -> str:
    """The text of an element on one line, a space between its blocks and at line breaks."""
    parts: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        parts.append(" " if one.tag in BLOCKS or one.tag == "br" else "")
        parts.append((one.text if event == "start" else one.tail if one is not element else None) or "")
    return tidy("".join(parts))


def size(element: HtmlElement) -> int:
    """How much text an element holds, stretches of spaces counted once."""
    return len(" ".join(element.text_content().split()))
