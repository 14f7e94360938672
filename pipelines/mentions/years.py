"""Finding index years and words that count from them; dates, periods and numbers of documents, which hold no year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Led, Writings, at_words

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    *("december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
)
_ENGLISH_MONTH = rf"(?:{'|'.join(_ENGLISH_MONTHS)})\.?"

_FROM_NUMBER = re.compile(
    "|".join(
        (
            rf"(?<![\d/]){_DAY} ?[/.-] ?{_MONTH} ?[/.-] ?{_YEAR}(?!\d)",  # 19/5/2020
            rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)",  # 2020-05-19
            rf"(?<![\d/]){_MONTH}/{_YEAR}(?!\d)",  # 4/2024
            rf"(?<!\d)\d{{1,2}} tháng(?: đầu| cuối)? năm(?: {_YEAR})?",
            r"(?<!\d)\d{1,2}(?:h|g|:)\d{2}(?!\d)",
            r"(?<!\w)\d{1,2} ?giờ(?: \d{1,2})?(?!\w)",
            rf"(?<!\d)(?<!hai năm )(?<!2 năm ){_YEAR} ?- ?(?:{_YEAR}|\d\d)(?!\d)",  # 2016-2020
            r"(?<![\w/])\d+(?:/\d{4})?/[a-zđ]{2,}[\w-]*",  # 876/QĐ-BNV, 202/2025/QH15
            rf"(?<!\w){_DAY}(?:st|nd|rd|th)? {_ENGLISH_MONTH}(?:,? {_YEAR})?(?!\w)",
        )
    )
)
_FROM_WORD = re.compile(
    "|".join(
        (
            rf"(?<!\w)ngày {_DAY} tháng {_MONTH}(?:,? năm {_YEAR})?",
            rf"(?<!\w)tháng {_MONTH}(?:(?: ?[/-] ?|,? năm ){_YEAR})?(?!\d)",
            r"(?:(?<!\w)(?:ngày|sáng|chiều|tối|trưa|đêm|hôm|nay|qua|hai|ba|tư|năm|sáu|bảy|nhật) ?\(?)"
            rf"{_DAY}[/-]{_MONTH}(?![\d/]|,\d)\)?",
            rf"(?<!\w)quý (?:[ivx]+|\d)(?:(?:/| năm ){_YEAR})?(?!\w)",
            rf"(?<!\w)(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học)(?: từ)?(?: năm)? {_YEAR}(?: ?-| đến(?: năm)?) ?{_YEAR}",
            rf"(?<!\w){_ENGLISH_MONTH} {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\w)",
            rf"(?<!\w)(?:in |of )?{_ENGLISH_MONTH} {_YEAR}(?!\w)",
            r"\b(?:https?://|www\.)\S+",
        )
    )
)
_FIRST_WORDS = frozenset(
    (
        *("ngày", "tháng", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "nay", "qua", "hai", "ba", "tư", "năm", "sáu"),
        *("bảy", "nhật", "quý", "giai", "nhiệm", "thời", *_ENGLISH_MONTHS, "in", "of", "http", "https", "www"),
    )
)
"""The words that `_FROM_WORD` begins with."""
_STANDING = Led(r"(?<![\w/.,-])(20(?:0[5-9]|[12]\d|3[0-5]))(?![\d/]|[.,]\d|-\d|%| ?-? ?\d+%)(?!\w)", (), numbers=True)


_YEAR_OF_PAIR = Led(r"(?<!\w)năm (?P<year>20[0-3]\d) ?/ ?(?P<other>20[0-3]\d)(?![\w/.,-]*\d)", ("năm",))
"""A year and the one that it is compared with: "năm 2014/2013 giảm 19 bậc"."""


@cache
def _later() -> tuple[Led, dict[str, int]]:
    """The pattern of years counted from the one in force, and the numbers in words: "bảy năm sau"."""
    numbers = lexicon.entries("values")["numbers"]
    count = rf"(?P<count>[2-9]|{alternation(numbers)})"
    later = rf"(?<![\w/.,-]){count} năm sau(?: đó)?(?!\w| khi)"
    earlier = rf"(?<!\w)(?:trước|cách) đó (?P<back>[2-9]|{alternation(numbers)}) năm(?!\w)"
    return Led(f"{later}|{earlier}", {*numbers, "trước", "cách"}, numbers=True), numbers


@cache
def _relative() -> tuple[Writings, dict[str, str]]:
    """The words that count years, and what each means."""
    years = lexicon.entries("context")["years"]
    meaning: dict[str, str] = {}
    for key, name in (
        ("previous", "previous"),
        ("following", "following"),
        ("past", "past_of_publication"),
        ("before_past", "before_past"),
        ("before", "before"),
        ("current", "of_publication"),
    ):
        meaning |= dict.fromkeys(lexicon.words(years[name]), key)
    return Writings(meaning, after=r"(?!\w| \d{4})"), meaning


def skipped(clean: Clean) -> Iterator[Mention]:
    """Dates, times, periods, numbers of documents and web addresses: what no value may be read from."""
    places = [(number.start(), _FROM_NUMBER) for number in re.finditer(r"\d+", clean.lower)]
    places += [(at, _FROM_WORD) for at, _ in at_words(clean.lower, _FIRST_WORDS)]
    end = 0
    for at, pattern in sorted(places, key=itemgetter(0)):
        if at >= end and (match := pattern.match(clean.lower, at)):
            end = match.end()
            yield Mention(Kind.SKIPPED, at, end)


def find(clean: Clean) -> Iterator[Mention]:
    """Every year that stands alone, and every word that counts from one."""
    for match in _STANDING.finditer(clean.lower):
        head = re.search(r"(?:năm|year|trong năm|in)\s*$", clean.lower[max(0, match.start() - 9) : match.start()])
        start = match.start() - (len(head.group()) if head else 0)
        yield Mention(Kind.YEAR, match.start(), match.end(), number=int(match.group(1)), bound_start=start)
    for match in _YEAR_OF_PAIR.finditer(clean.lower):
        year, other = int(match["year"]), int(match["other"])
        if other == year - 1:
            yield Mention(Kind.YEAR, match.start(), match.end(), number=year, out_of=other)
    pattern, numbers = _later()
    for match in pattern.finditer(clean.lower):
        said = match["count"] or match["back"]
        count = numbers.get(said) or int(said)
        if count > 1:
            yield Mention(Kind.RELATIVE_YEAR, match.start(), match.end(), "later", count if match["count"] else -count)
    writings, meaning = _relative()
    for match in writings.finditer(clean.lower):
        yield Mention(Kind.RELATIVE_YEAR, match.start(), match.end(), meaning[folded(match.group())])
