"""What a run wants: articles of which days, how many of them, and at the price of how many pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class LimitError(ValueError):
    """A limit that makes no sense, in one line that names it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a run on one site; None sets no limit."""

    since: date | None = None
    """The first day of publication that is wanted."""
    until: date | None = None
    """The last day of publication that is wanted."""
    sample: int | None = None
    """How many articles are enough."""
    max_pages: int | None = None
    """How many pages may be asked for, robots.txt aside."""

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise LimitError(f"since {self.since} lies after until {self.until}")
        for name, count in (("sample", self.sample), ("max_pages", self.max_pages)):
            if count is not None and count < 1:
                raise LimitError(f"{name} has to be 1 or more, not {count}")

    def admits(self, day: date | None) -> bool:
        """Whether an article of that day is wanted; one without a date is, for nobody can tell."""
        return day is None or ((self.since or date.min) <= day <= (self.until or date.max))

    def may_admit(self, changed: date | None) -> bool:
        """Whether a page last changed that day can be a wanted article: it was published then or before."""
        return changed is None or changed >= (self.since or date.min)


def limits_of(since: object, until: object, sample: object, max_pages: object) -> Limits:
    """The limits as given by the program or, as text, after `scrapy crawl -a`."""
    return Limits(_day("since", since), _day("until", until), _count("sample", sample), _count("max_pages", max_pages))


def _day(name: str, given: object) -> date | None:
    """The day that is given as a date or as text."""
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as error:
        raise LimitError(f"{name} has to be a day like 2024-05-31, not {given!r}") from error


def _count(name: str, given: object) -> int | None:
    """The number that is given as such or as text."""
    try:
        return None if given is None else int(str(given))
    except ValueError as error:
        raise LimitError(f"{name} has to be a whole number, not {given!r}") from error
