"""Of which year a value is in English: named right behind it, or looked back to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.mentions.types import Kind

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader


_YEARS = re.compile(
    r" ?\(?,?(?:again )?(?:in (?:both )?|of |for |in the (?:national |provincial )?(?:(?:ranking|rankings|table|"
    r"list) (?:of|for) )?)?"
    r"(?:period )?(?P<first>20\d\d)(?: ?(?:-|and|to) "
    r"?(?P<last>20\d\d))?(?!\d|[.,]\d|: ?\w)"
)


_YEAR_BEFORE = re.compile(
    r"(?:^|[;,.] |and |but )(?:(?:a|one) year (?:earlier|before|ago)|the (?:previous year|year before)),? "
    r"(?:[\w']+ ){1,3}$"
)


def years_behind(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The years that stand right behind a value: "9th in 2018", "second in 2014 - 2016"; or that it looks back to."""
    token = reader.sentence.tokens[at]
    if reader.compared_year and re.search(r"when (?:[\w']+ ){1,4}$", reader.sentence.before(at, 40)):
        return (reader.compared_year,)
    if re.search(r"(?:the previous|the preceding|last) year's (?:[a-z]+ ){0,2}$", reader.sentence.before(at, 40)):
        return (reader.context.year - 1,) if reader.context.year else ()
    named = _year_of_index_behind(reader, at)
    if named:
        return (named,)
    if _YEAR_BEFORE.search(reader.sentence.before(at, 60)) or _is_told_of_before(reader, at):
        return (reader.context.year - 1,) if reader.context.year else ()
    match = _YEARS.match(reader.sentence.clean.lower[token.end : min(reader.sentence.end, token.end + 60)])
    match = match or re.match(
        rf"(?: provinces and cities| localities| provinces){_YEARS.pattern}",
        reader.sentence.clean.lower[token.end : token.end + 60],
    )
    published = reader.context.published.year if reader.context.published else 9999
    if match is None:
        return _relative_behind(reader, at)
    if int(match["first"]) >= published:
        return ()
    first, last = int(match["first"]), int(match["last"] or match["first"])
    reader.local = tuple(range(first, last + 1)) if first <= last <= first + 12 else (first,)
    if " and " in match.group() and match["last"]:
        reader.local = (first, last)
    return reader.local


def _is_told_of_before(reader: EnglishReader, at: int) -> bool:
    """Whether the sentence opens with the year before and tells of no other: "A year before, it had been 31st"."""
    opened = r"\W*(?:(?:a|one) year (?:earlier|before)|the (?:previous year|year before)),? "
    start = reader.sentence.start
    if not re.match(opened, reader.sentence.clean.lower[start : start + 40]):
        return False
    return not re.search(r"(?<!\w)(?:20\d\d|but|while|now|this year)(?!\w)", reader.sentence.before(at, 90))


def _relative_behind(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The year that words right behind a value count to: "12th a year ago", "80.08% in the previous year"."""
    place = at + 1
    if reader.sentence.kind(place) is not Kind.RELATIVE_YEAR or not re.fullmatch(
        r" (?:in |of |for )?", reader.sentence.gap(at, place)
    ):
        return ()
    year = reader.relative(reader.sentence.tokens[place].key)
    return (year,) if year is not None and reader.sentence.kind(at + 2) is not Kind.MOVE else ()


def _year_of_index_behind(reader: EnglishReader, at: int) -> int | None:
    """The earlier year of an index named right behind a value: "6th out of 63 in PCI 2011"."""
    tokens, place = reader.sentence.tokens, at + 1
    while place < len(tokens) and tokens[place].kind in {Kind.GROUP, Kind.COUNT, Kind.REFERENCE}:
        place += 1
    pair = tokens[place : place + 2]
    if (
        {one.kind for one in pair} != {Kind.INDEX, Kind.YEAR}
        or pair[1].start - pair[0].end > 4
        or "," in reader.sentence.clean.lower[tokens[at].end : pair[0].start]
    ):
        return None
    year = next(int(one.number or 0) for one in pair if one.kind is Kind.YEAR)
    return year if reader.context.base_year is not None and year < reader.context.base_year else None
