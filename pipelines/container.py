"""The article's container: found with the fast parser, and its furniture taken off before anything slower sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement
from parsel import Selector

from pipelines.lexicon import entries
from pipelines.looks import opens_section
from pipelines.markup import BLOCKS
from pipelines.page import Layout
from pipelines.tree import Tree, shown, size

# A shorter text in a place that is only usual for articles is a teaser or a slogan.
_SHORTEST_GUESS = 40
_HIDDEN = (
    ".//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
_PARAGRAPHS = frozenset({"p", "div", "li", "blockquote", "h2", "h3", "h4"})
_OWN_TEXTS = (
    f"//body//text()[string-length(normalize-space()) >= {_SHORTEST_GUESS}]"
    "[not(ancestor::a or ancestor::h1 or ancestor::header or ancestor::footer or ancestor::aside)]"
)
# A text that long, without a link to its own page, is no teaser.
_LONG_TEXTS = ".//*[text()[string-length(normalize-space()) >= 80]]"
_ATTRIBUTES = frozenset({"class", "href", "rowspan", "colspan"})
# How far above the heading of a box the box itself may stand.
_MOST_LEVELS = 4
_SHORT_LEAVES = "descendant-or-self::*[not(*)][string-length() < 100]"
# Looking around a heading costs as much as the page is long; no page of a paper has more boxes than this.
_MOST_HEADINGS = 50


@cache
def generic_layout() -> Layout:
    """Where the parts of a page stand on most sites."""
    return Layout(**{part: tuple(selectors) for part, selectors in entries("generic_layout").items()})


def guess(tree: Tree, probes: tuple[str, ...]) -> list[HtmlElement]:
    """The most likely container on a page of unknown structure, as a list of one or none.

    The usual places first, the longest text of each; then the element whose own paragraphs say the most. With `probes`,
    parts of the text that are known already, it has one of them.
    """
    for selector in generic_layout().body:
        found = [one.root for one in tree.selector.css(selector) if _has_one(one.root, probes)]
        longest = max(found, key=size, default=None)
        if longest is not None and size(longest) >= _SHORTEST_GUESS:
            return [longest]
    return _densest(tree, probes)


def prune(body: HtmlElement, drop: Iterable[str]) -> list[str]:
    """Take the furniture off a container, in place; the links that went with it, as written.

    What `drop` selects goes. What only looks like a box stays where it seems to hold the article itself.
    """
    chosen = [one.root for selector in drop for one in Selector(root=body, type="html").css(selector)]
    links = _drop(one for one in chosen if one is not body)
    whole = size(body)
    return links + _drop(one for one in [*_named_boxes(body), *_headed_boxes(body)] if _is_aside(one, whole))


def links_of_boxes(tree: Tree, selectors: Iterable[str], body: Iterable[HtmlElement]) -> list[str]:
    """The links of the page's boxes of other articles, as written: those that selectors or their headings name."""
    named = [one.root for selector in selectors for one in tree.selector.css(selector)]
    around = {one for part in body for one in [part, *part.iterancestors()]}
    headed = [box for heading in _headings(tree.root) if (box := _box_with_links(heading, around)) is not None]
    return [link for box in dict.fromkeys([*named, *headed]) for link in _links(box)]


def of_others(body: Iterable[HtmlElement], selectors: Iterable[str]) -> set[HtmlElement]:
    """The elements inside a text's containers that are about other articles: what selectors or headings name."""
    boxes: list[HtmlElement] = []
    for part in body:
        boxes += [one.root for selector in selectors for one in Selector(root=part, type="html").css(selector)]
        boxes += _headed_boxes(part)
    return {inside for box in boxes for inside in box.iter("*")}


def markup(body: Sequence[HtmlElement]) -> str:
    """The containers as one piece of HTML, with only the attributes that blocks are made of; takes the others off."""
    for one in (inside for part in body for inside in part.iter("*")):
        for name in [name for name in one.attrib if name not in _ATTRIBUTES]:
            del one.attrib[name]
    return "".join(etree.tostring(one, encoding="unicode", method="html", with_tail=False) for one in body)


def _has_one(element: HtmlElement, probes: tuple[str, ...]) -> bool:
    """Whether an element has one of the probes, or none is given."""
    return not probes or any(probe in shown(element) for probe in probes)


def _densest(tree: Tree, probes: tuple[str, ...]) -> list[HtmlElement]:
    """The element that holds the most text in paragraphs of its own, whatever these are made of."""
    sizes: dict[HtmlElement, int] = {}
    for text in tree.root.xpath(_OWN_TEXTS):
        beside = text.getparent()
        holder = _holder(beside.getparent() if text.is_tail else beside)
        sizes[holder] = sizes.get(holder, 0) + len(text)
    likely = [one for one, much in sizes.items() if much >= _SHORTEST_GUESS and _has_one(one, probes)]
    return sorted(likely, key=lambda one: -sizes[one])[:1]


def _holder(element: HtmlElement) -> HtmlElement:
    """What holds the paragraph that an element's text is in: the element around it, or the one that breaks parted."""
    block = next((one for one in [element, *element.iterancestors()] if one.tag in BLOCKS), element)
    whole = block.tag in _PARAGRAPHS and not any(child.tag in BLOCKS or child.tag == "br" for child in block)
    parent = block.getparent()
    return parent if parent is not None and (whole or block.tag == "p") else block


def _is_aside(box: HtmlElement, whole: int) -> bool:
    """Whether a box is beside the text: small, or a text is left without it and each of its own texts has a link."""
    much = size(box)
    if much * 2 <= whole:
        return True
    return whole - much >= _SHORTEST_GUESS and len(_links(box)) >= len(box.xpath(_LONG_TEXTS))


def _named_boxes(body: HtmlElement) -> list[HtmlElement]:
    """The elements whose name, class, id or style says that they are no part of the text."""
    tags, box = frozenset(entries("furniture")["html"]["tags"]), _box_name()
    inside = [one for one in body.iter("*") if one is not body]
    named = [
        one for one in inside if one.tag in tags or box.search(f"{one.get('class', '')} {one.get('id', '')}".lower())
    ]
    return [*named, *body.xpath(_HIDDEN)]


def _headed_boxes(body: HtmlElement) -> list[HtmlElement]:
    """The elements that begin with a heading such as "Tin liên quan" and hold more than it."""
    boxes = []
    for heading in _headings(body):
        box = heading
        while (parent := box.getparent()) is not None and parent is not body and _is_first(box, parent):
            box = parent
        if size(box) > size(heading):
            boxes.append(box)
    return boxes


def _headings(root: HtmlElement) -> list[HtmlElement]:
    """The elements whose whole text is the heading of other articles' links, the first alone on a page full of them."""
    found = (one for one in root.xpath(_SHORT_LEAVES) if opens_section(one.text or ""))
    return list(islice(found, _MOST_HEADINGS))


def _box_with_links(heading: HtmlElement, around: set[HtmlElement]) -> HtmlElement | None:
    """The nearest element around a heading that has links, unless it is around the article itself."""
    above = list(heading.iterancestors())[:_MOST_LEVELS]
    return next((box for box in above if box not in around and any(link.strip("# ") for link in _links(box))), None)


def _is_first(element: HtmlElement, parent: HtmlElement) -> bool:
    """Whether no text of its parent stands before an element."""
    before = (f"{one.text_content()}{one.tail or ''}" for one in element.itersiblings(preceding=True))
    return not (parent.text or "").strip() and not "".join(before).strip()


def _drop(found: Iterable[HtmlElement]) -> list[str]:
    """Take elements off the page, the text behind each stays; the links inside, as written."""
    links: list[str] = []
    for one in dict.fromkeys(found):
        if one.getparent() is not None:
            links.extend(_links(one))
            one.drop_tree()
    return links


def _links(element: HtmlElement) -> list[str]:
    """The addresses that an element links to, as written."""
    return [str(link) for link in element.xpath("descendant-or-self::a/@href")]


@cache
def _box_name() -> re.Pattern[str]:
    """Words that stand alone in a class or id, or between its hyphens and underscores."""
    words = "|".join(sorted(map(re.escape, entries("furniture")["html"]["class_words"]), key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])")
