"""Finding index years and words that count from them; dates, periods and numbers of documents, which hold no year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.writings import Writings

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_ENGLISH_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|"
    r"apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?"
)

_SKIPPED = re.compile(
    "|".join(
        (
            rf"(?<![\d/]){_DAY} ?[/.-] ?{_MONTH} ?[/.-] ?{_YEAR}(?!\d)",  # 19/5/2020
            rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)",  # 2020-05-19
            rf"(?<!\w)ngày {_DAY} tháng {_MONTH}(?:,? năm {_YEAR})?",
            rf"(?<!\w)tháng {_MONTH}(?:(?: ?[/-] ?|,? năm ){_YEAR})?(?!\d)",
            r"(?:(?<!\w)(?:ngày|sáng|chiều|tối|trưa|đêm|hôm|nay|qua|hai|ba|tư|năm|sáu|bảy|nhật) ?\(?)"
            rf"{_DAY}[/-]{_MONTH}(?![\d/]|,\d)\)?",
            rf"(?<![\d/]){_MONTH}/{_YEAR}(?!\d)",  # 4/2024
            rf"(?<!\w)quý (?:[ivx]+|\d)(?:(?:/| năm ){_YEAR})?(?!\w)",
            rf"(?<!\d)\d{{1,2}} tháng(?: đầu| cuối)? năm(?: {_YEAR})?",
            r"(?<!\d)\d{1,2}(?:h|g|:)\d{2}(?!\d)",
            r"(?<!\w)\d{1,2} ?giờ(?: \d{1,2})?(?!\w)",
            rf"(?<!\d){_YEAR} ?- ?(?:{_YEAR}|\d\d)(?!\d)",  # 2016-2020
            rf"(?<!\w)(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học)(?: từ)?(?: năm)? {_YEAR}(?: ?-| đến(?: năm)?) ?{_YEAR}",
            r"(?<![\w/])\d+(?:/\d{4})?/[a-zđ]{2,}[\w-]*",  # 876/QĐ-BNV, 202/2025/QH15
            rf"(?<!\w){_DAY}(?:st|nd|rd|th)? {_ENGLISH_MONTH}(?:,? {_YEAR})?(?!\w)",
            rf"(?<!\w){_ENGLISH_MONTH} {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\w)",
            rf"(?<!\w)(?:in |of )?{_ENGLISH_MONTH} {_YEAR}(?!\w)",
            r"\b(?:https?://|www\.)\S+",
        )
    )
)
_STANDING = re.compile(r"(?<![\w/.,-])(20(?:0[5-9]|[12]\d|3[0-5]))(?![\d/]|[.,]\d|-\d|%| ?-? ?\d+%)(?!\w)")


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
    for match in _SKIPPED.finditer(clean.lower):
        yield Mention(Kind.SKIPPED, match.start(), match.end())


def find(clean: Clean) -> Iterator[Mention]:
    """Every year that stands alone, and every word that counts from one."""
    for match in _STANDING.finditer(clean.lower):
        head = re.search(r"(?:năm|year|trong năm|in)\s*$", clean.lower[max(0, match.start() - 9) : match.start()])
        start = match.start() - (len(head.group()) if head else 0)
        yield Mention(Kind.YEAR, match.start(), match.end(), number=int(match.group(1)), bound_start=start)
    writings, meaning = _relative()
    for match in writings.finditer(clean.lower):
        yield Mention(Kind.RELATIVE_YEAR, match.start(), match.end(), meaning[" ".join(match.group().split())])
