"""Which addresses a run asks for: each article once, and only as far as the limits go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.discovery import Entry
from crawler.sources import Ids, Related, Sitemap, Source

if TYPE_CHECKING:
    from crawler.limits import Limits
    from crawler.site import Site


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page is asked for as."""

    kind: str
    """`listing` for a page of a source, `article` for an article."""
    source: Source
    """The source that the page is, or that led to it."""
    page: int = 1
    """Which page of a listing it is, or how deep it lies in a sitemap's files."""
    hops: int = 0
    """How many related links in a row led to it."""

    @property
    def is_guess(self) -> bool:
        """Whether no page links the address: it was made from a number."""
        return isinstance(self.source, Ids)


@dataclass(frozen=True, slots=True)
class Step:
    """An address to ask for next."""

    url: str
    visit: Visit


class Frontier:
    """Remembers what came up on a site, and says what is new and wanted."""

    def __init__(self, site: Site, limits: Limits) -> None:
        self._site = site
        self.limits = limits
        self._seen: set[str] = set()
        self._guessed: set[int] = set()
        self._misses = 0
        self._open = 0
        self._followed: Counter[Source] = Counter()
        self.counts: Counter[str] = Counter()
        """`found` articles, links `off_site` that were not followed, articles that their source dates `outside`."""

    def start(self) -> Iterator[Step]:
        """The first page of every source that has one."""
        for source in self._site.discovery:
            if not isinstance(source, Related | Ids):
                url = self._site.address(source.url)
                self._seen.add(url)
                yield Step(url, Visit("listing", source))

    def articles(self, entries: Iterable[Entry], source: Source, *, trusted: bool = False) -> Iterator[Step]:
        """The new and wanted articles among a source's entries; a trusted source has nothing else."""
        for entry in entries:
            if not self._is_article(entry.url, trusted=trusted):
                continue
            if not (self.limits.admits(entry.published) and self.limits.may_admit(entry.changed)):
                self.counts["outside"] += 1
            elif self._has_room(source) and self._is_new(entry.url):
                yield Step(entry.url, Visit("article", source))

    def further_pages(self, urls: Iterable[str], visit: Visit, last: int) -> Iterator[Step]:
        """The pages that follow a page of a source, none beyond the `last` one and none twice."""
        for url in urls:
            if visit.page < last and self._is_own(url) and self._is_new(url):
                yield Step(url, replace(visit, page=visit.page + 1))

    def related(self, urls: Iterable[str], source: Related, visit: Visit) -> Iterator[Step]:
        """The other articles that an article page links."""
        for url in urls:
            if visit.hops < source.hops and self._is_article(url) and self._is_new(url):
                yield Step(url, Visit("article", source, hops=visit.hops + 1))

    def neighbours(self, url: str, source: Ids) -> Iterator[Step]:
        """The addresses whose number stands next to an article's."""
        key = self._site.article_key(url) or ""
        if not key.isdecimal():
            return
        for number in (int(key) + step for reach in range(1, source.reach + 1) for step in (reach, -reach)):
            if number > 0 and number not in self._guessed and str(number) not in self._seen:
                self._guessed.add(number)
                yield Step(self._site.address(source.url.format(id=number)), Visit("article", source))

    def take(self, step: Step) -> bool:
        """Whether the step is worth its request; a guess is not once its article was found or guesses keep missing."""
        source = step.visit.source
        if not isinstance(source, Ids):
            return True
        if self._misses + self._open >= source.misses or self._site.article_key(step.url) in self._seen:
            return False
        self._open += 1
        return True

    def guessed(self, *, right: bool) -> None:
        """Take note of how a guess went."""
        self._open -= 1
        self._misses = 0 if right else self._misses + 1

    def _is_own(self, url: str) -> bool:
        """Whether the address is on the site's own hosts, which is counted where it is not."""
        own = self._site.owns(url)
        self.counts["off_site"] += not own
        return own

    def _is_article(self, url: str, *, trusted: bool = False) -> bool:
        """Whether the address is an article's."""
        return self._is_own(url) and (trusted or self._site.article_key(url) is not None)

    def _is_new(self, url: str) -> bool:
        """Whether the address comes up for the first time, which this notes."""
        key = self._site.article_key(url)
        is_new = (key or url) not in self._seen
        self._seen.add(key or url)
        self.counts["found"] += is_new and key is not None
        return is_new

    def _has_room(self, source: Source) -> bool:
        """Whether the source may bring one more, which this notes."""
        self._followed[source] += 1
        return not isinstance(source, Sitemap) or self._followed[source] <= source.limit
