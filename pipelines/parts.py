"""The parts around an article's text: title, lead, author, credit and the dates that may be its own.

Each is looked for where the site's layout says, then in what the page says of itself, then where most pages have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml.html import HtmlElement

from pipelines import credit, published
from pipelines.container import generic_layout, of_others
from pipelines.looks import is_prose
from pipelines.markup import BLOCKS
from pipelines.metadata import Metadata
from pipelines.page import Layout
from pipelines.tree import Tree, shown

# What stands at a usual place of names and leads and is longer is something else.
_LONGEST_AUTHOR, _LONGEST_LEAD = 80, 1500
_OF_LEADS = frozenset({"p", "div", "h2", "h3", "h4", "strong", "b"})
# A date may be set in pieces, "Ngày đăng:" apart from the day; in so many at most.
_FEW = 4
# An element with one of these inside is no single text of the article.
_PARTED = BLOCKS | {"a"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Finds the parts of one page; `body` is the container of its text."""

    tree: Tree
    layout: Layout
    metadata: Metadata
    body: list[HtmlElement]
    site: str

    def title(self) -> str:
        """The title as the page shows it, else as it names it without the site's name behind; empty without one."""
        about, named = self.metadata, self.tree.texts(self.layout.title)
        named = named or [about.headline or self._heading() or about.shared_title or about.tab_title]
        site = re.escape(about.site_name)
        return re.sub(rf"\s*[|»:–-]\s*{site}$", "", named[0]) if site else named[0]

    def _heading(self) -> str:
        """The page's heading, where the title for sharing does not gainsay it and it is not the site's name."""
        shared = self.metadata.shared_title
        headings = self.tree.texts(generic_layout().title)
        usual = (one for one in headings if one != self.metadata.site_name and shared.startswith(one if shared else ""))
        return next(usual, "")

    def lead(self) -> str:
        """The lead where the page sets it apart from the text, else empty."""
        texts = self.tree.texts(self.layout.lead) or self.tree.texts(generic_layout().lead)[:1] or self._above_text()
        lead = " ".join(texts)
        return lead if len(lead) <= _LONGEST_LEAD else ""

    def _above_text(self) -> list[str]:
        """The first prose between the title and the text, outside of links, as a list of one or none."""
        titles = self._titles()
        if not titles or not self.body:
            return []
        first, last = self.tree.places[titles[0]], self.tree.places[self.body[0]]
        between = (one for one, place in self.tree.places.items() if first < place < last and one.tag in _OF_LEADS)
        prose = (text for one in between if not _PARTED & _inside(one) and is_prose(text := shown(one)))
        return list(islice(prose, 1))

    def author(self) -> str | None:
        """Who signed the text; a paper is no author of it."""
        papers = {self.metadata.site_name.casefold(), self.site.casefold()}
        named = [] if self.metadata.author.casefold() in papers else [self.metadata.author]
        names = [*self.tree.texts(self.layout.author or generic_layout().author), *named]
        return next((name for name in names if _is_author(name)), None)

    def credited(self) -> str | None:
        """Whom the page credits in the places for it."""
        places = (self.layout.source or generic_layout().source, self.layout.author)
        stated = (credit.credited(text, last=True) for place in places for text in self.tree.texts(place))
        return next(filter(None, stated), None)

    def dates(self) -> Iterator[str]:
        """What may be the date of publication, the most trusted first.

        Without a word of metadata or layout only the stretch from the title to the text's end is looked at: above it
        stands the day of the visit, below it the dates of other articles.
        """
        yield from self.metadata.dates
        yield from self.tree.texts(self.layout.date)
        near = self._near()
        yield from (text for one in near for text in _own_texts(one) if published.is_introduced_stamp(text))
        inside = set(near)
        for selector in generic_layout().date:
            for one in self.tree.selector.css(selector):
                if one.root in inside:
                    yield from filter(published.is_stamp, _machine_or_shown(one.root))
        above = takewhile(lambda text: not is_prose(text), (text for one in near for text in _own_texts(one)))
        yield from filter(published.is_stamp, above)

    def _titles(self) -> list[HtmlElement]:
        """The elements of the title."""
        return self.tree.elements([*self.layout.title, *generic_layout().title])

    def _near(self) -> list[HtmlElement]:
        """The elements from the title, or without one from the text's beginning, to the text's end.

        Boxes of other articles inside the text are left out: their dates are those of the others.
        """
        if not self.body:
            return []
        titles = self._titles()
        first = self.tree.places[min((titles or self.body)[0], self.body[0], key=self.tree.places.__getitem__)]
        last = self.tree.places[list(self.body[-1].iter("*"))[-1]]
        others = of_others(self.body, [*self.layout.drop, *self.layout.related])
        return [one for one, place in self.tree.places.items() if first <= place <= last and one not in others]


def _inside(element: HtmlElement) -> set[str]:
    """The names of the elements inside an element."""
    return {str(one.tag) for one in element.iterdescendants("*")}


def _is_author(name: str) -> bool:
    """Whether a text is a name and neither a credit, an address nor a sentence."""
    return 0 < len(name) <= _LONGEST_AUTHOR and "://" not in name and not credit.credited(name, last=True)


def _own_texts(element: HtmlElement) -> list[str]:
    """The texts of an element itself, and its whole text where it holds but few elements."""
    few = 0 < sum(1 for _ in islice(element.iterdescendants("*"), _FEW + 1)) <= _FEW
    return [*([shown(element)] if few else []), element.text or "", *(child.tail or "" for child in element)]


def _machine_or_shown(element: HtmlElement) -> list[str]:
    """The date of an element for machines, and as it is shown."""
    return [*(element.get(name, "") for name in ("datetime", "content", "title")), shown(element)]
