"""What is looked at when a crawl ends: each monitor says what is wrong with a site in one line, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crawler.figures import SiteFigures

_HALF = 0.5
"""A site whose pages fail by half has changed its pages; less is the odd page that every site has."""
_FEW = 4
"""Of fewer pages than this no share is judged: each failing one is an issue of its own."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a site, and what to do."""

    site: str
    kind: str
    message: str


def findings(figures: SiteFigures) -> list[Finding]:
    """What the monitors find wrong with a site; nothing for one that somebody stopped, which proves nothing."""
    if figures.is_interrupted:
        return []
    said = ((monitor.__name__, monitor(figures)) for monitor in MONITORS)
    return [Finding(figures.site, name, message) for name, message in said if message]


def crashed(figures: SiteFigures) -> str | None:
    """Errors of the program itself; on zero there is nothing to say."""
    return f"{figures.broken} errors of the program: see the log" if figures.broken else None


def silent(figures: SiteFigures) -> str | None:
    """A site that gave nothing: no page, no address of an article, or no article; zero is what this looks for.

    Articles passed over for their date, and limits that left no room for one, are no silence.
    """
    if figures.articles or figures.outside:
        return None
    if not figures.pages:
        return "no page came: see `parindex issues`"
    if not figures.found:
        return "no address of an article came up: its listings have changed, look at the site file's discovery"
    if figures.not_wanted:
        return None
    return "addresses of articles came up, but no article: see `parindex issues`"


def unreadable(figures: SiteFigures) -> str | None:
    """Half of the pages or more that could not be read as articles; on zero or few pages nothing is said."""
    if figures.read < _FEW or figures.unreadable < _HALF * figures.read:
        return None
    return f"{figures.unreadable} of {figures.read} pages could not be read: look at the site file's layout"


def undated(figures: SiteFigures) -> str | None:
    """Half of the articles or more without a date; on zero or few articles nothing is said."""
    missing = figures.articles - figures.dated
    if figures.articles < _FEW or missing < _HALF * figures.articles:
        return None
    return f"{missing} of {figures.articles} articles have no date: look at `date` in the site file's layout"


MONITORS: tuple[Callable[[SiteFigures], str | None], ...] = (crashed, silent, unreadable, undated)
