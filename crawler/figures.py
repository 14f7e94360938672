"""What a crawl found, site by site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class SiteFigures:
    """The counts of one site in one run."""

    site: str
    ended: str = ""
    """Why the spider stopped: `finished`, `shutdown` by somebody, `failed` to begin, or empty where it was killed."""
    found: int = 0
    """Addresses of articles that came up."""
    fetched: int = 0
    """Answers that came, of whatever status."""
    pages: int = 0
    """Answers that brought a page."""
    articles: int = 0
    """Articles that were read and kept."""
    dated: int = 0
    """Articles whose date of publication could be read."""
    statements: int = 0
    issues: int = 0
    read: int = 0
    """Pages that should be articles."""
    unreadable: int = 0
    """Pages that should be articles and could not be read as such."""
    outside: int = 0
    """Articles passed over because they are dated outside `since` and `until`."""
    not_wanted: int = 0
    """Requests not made because the run had enough."""
    forbidden: int = 0
    """Pages that robots.txt forbids."""
    off_site: int = 0
    """Links and redirects off the site, not followed."""
    broken: int = 0
    """Errors of the program itself, which may have cost pages."""

    @property
    def is_interrupted(self) -> bool:
        """Whether somebody stopped it."""
        return self.ended in {"shutdown", ""}

    def counts(self) -> dict[str, int]:
        """The counts by name."""
        return {name: value for name, value in asdict(self).items() if isinstance(value, int)}


def figures_of(site: str, stats: Mapping[str, Any], passed: Mapping[str, int]) -> SiteFigures:
    """The figures of a site, from the spider's statistics and from the addresses that it passed over."""
    counted = {field.name: stats.get(f"parindex/{field.name}", 0) for field in fields(SiteFigures)[2:]}
    for name, count in passed.items():
        counted[name] += count
    counted["broken"] = stats.get("spider_exceptions/count", 0)
    return SiteFigures(site, str(stats.get("finish_reason", "")), **counted)
