"""Dates of publication: the day and time that a page states of itself, never the day on which it is looked at.

Own patterns read the forms that Vietnamese sites write; dateparser, a thousand times slower, reads what is left,
such as "2 giờ trước".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

import dateparser

from pipelines.lexicon import entries

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

# Older dates are a system's zero ("0001-01-01", "1970-01-01"), not a day on which news about an index of 2012 appeared.
FIRST_YEAR = 2000

# dateparser is asked about short strings alone: it finds dates in any longer text.
LONGEST_FOR_DATEPARSER = 40

LONGEST_STAMP = 80

_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ]+(?=\d))?(?!\d{3})")
_DAY_FIRST = re.compile(r"(?<![\d/.])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)")
_OFFSET = re.compile(
    r"\(?(?:gmt|utc) ?([+-]) ?(\d{1,2})(?::?(\d\d))?\)?|(?<=\d) ?([+-])(\d\d):?(\d\d)(?!\d)|(?<=\d)(z)\b"
)


@dataclass(frozen=True, slots=True)
class Published:
    """What a page says of its date: as written and as read, and a date in the future that was not taken."""

    raw: str | None = None
    at: datetime | None = None
    future: str | None = None


def choose(candidates: Iterable[str], fetched_at: datetime) -> Published:
    """The first candidate that can be read and is no day to come; without one, the first as it is written.

    A date later than a day after the page was fetched is a slip or a clock: it is told, and never taken.
    """
    raw, future = None, None
    for written in filter(None, map(_tidy, candidates)):
        if is_today_line(written):
            continue
        raw = raw or written
        at = parse(written, fetched_at)
        if at and at > fetched_at + timedelta(days=1):
            future = future or written
        elif at:
            return Published(written, at, future)
    return Published(raw, None, future)


def parse(written: str, base: datetime) -> datetime | None:
    """The moment that a stamp states, aware and in Vietnamese time; None where it states no day of its own.

    `base` is the moment to which "2 giờ trước" is relative. A time alone is no date.
    """
    text = _tidy(written).casefold()
    day = _day(text)
    if day is None:
        return _relative(text, base)
    found, year, month, number = day
    rest = f"{text[: found.start()]} | {text[found.end() :]}"
    hour, minute, second = _time(_OFFSET.sub(" ", rest)) or (0, 0, 0)
    try:
        stated = datetime(year, month, number, hour, minute, second, tzinfo=_zone(rest))
    except ValueError:
        return None
    return stated.astimezone(ZONE) if stated.year >= FIRST_YEAR else None


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a date of publication, with or without its introduction, weekday and time."""
    return is_introduced_stamp(line) or _bare(line, "")


def is_introduced_stamp(line: str) -> bool:
    """Whether a line is a date that the page itself introduces as its own ("Ngày đăng: 20/05/2020 14:08")."""
    return _bare(line, "introductions")


def is_today_line(line: str) -> bool:
    """Whether a line tells the day on which the page is looked at ("Hà Nội, Ngày 19/04/2024", "Hôm nay: ...").

    A place, or the word today, stands before the date; no time follows a place.
    """
    if _bare(line, "today"):
        return True
    place, comma, rest = _tidy(line).partition(",")
    return (
        bool(comma) and place.istitle() and len(place.split()) <= 4 and not _is_weekday(place) and _is_day_alone(rest)
    )


def _is_weekday(word: str) -> bool:
    """Whether it is the name of a weekday."""
    return word.casefold() in entries("published")["weekdays"]


def _is_day_alone(text: str) -> bool:
    """Whether a text is a day, with or without its weekday, and no time."""
    return _bare(text, "") and _time(_DAY_FIRST.sub(" | ", _OFFSET.sub(" ", _tidy(text)))) is None


def _bare(line: str, start: str) -> bool:
    """Whether a line is a word of the list `start`, a day, and else only weekday, time, zone and joining words."""
    if len(line) > LONGEST_STAMP or not _DIGIT.search(line):
        return False
    text = _tidy(line).casefold()
    if (day := _day(text)) is None:
        return False
    found = day[0]
    rest = _time_pattern().sub(" ", _OFFSET.sub(" ", f"{text[: found.start()]} | {text[found.end() :]}"))
    return _rest_of_stamp(start).fullmatch(rest) is not None


def _day(text: str) -> tuple[re.Match[str], int, int, int] | None:
    """The first day in a folded text: where it stands, and its year, month and day."""
    if found := _DAY_FIRST.search(text):
        return found, int(found[4]), int(found[3]), int(found[1])
    if found := _ISO.search(text):
        return found, int(found[1]), int(found[2]), int(found[3])
    if found := _in_words().search(text):
        month = found["month"]
        number = int(month.rpartition(" ")[2]) if month[-1].isdigit() else entries("published")["months"][month]
        return found, int(found["year"]), number, int(found["before"] or found["after"])
    return None


def _time(text: str) -> tuple[int, int, int] | None:
    """Hour, minute and second of the first time in a folded text without its day and zone."""
    found = _time_pattern().search(text)
    if not found or not (found["minute"] or found["half"] or "h" in found[0] or "g" in found[0]):
        return None
    hour, half = int(found["hour"]), found["half"] or ""
    if half in entries("published")["afternoon"] and hour < 12:
        hour += 12
    elif half in entries("published")["morning"] and hour == 12:
        hour = 0
    return hour, int(found["minute"] or 0), int(found["second"] or 0)


def _zone(text: str) -> timezone | ZoneInfo:
    """The zone that a stamp states, Vietnamese time where it states none."""
    found = _OFFSET.search(text)
    if not found:
        return ZONE
    sign, hours, minutes = found[1] or found[4] or "+", int(found[2] or found[5] or 0), int(found[3] or found[6] or 0)
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if sign == "-" else shift) if shift < timedelta(hours=15) else ZONE


def _relative(text: str, base: datetime) -> datetime | None:
    """What dateparser makes of a short string without a day of its own, such as "2 giờ trước" or "hôm qua"."""
    if not text or len(text) > LONGEST_FOR_DATEPARSER:
        return None
    read = dateparser.parse(
        text,
        languages=["vi"],
        settings={
            "DATE_ORDER": "DMY",
            "TIMEZONE": ZONE.key,
            "RETURN_AS_TIMEZONE_AWARE": True,
            "RELATIVE_BASE": base.astimezone(ZONE).replace(tzinfo=None),
            "PREFER_DATES_FROM": "current_period",
            # Without these a weekday or a time alone would become some day near the base.
            "REQUIRE_PARTS": ["day", "month", "year"],
        },
    )
    return read.astimezone(ZONE) if read else None


@cache
def _rest_of_stamp(start: str) -> re.Pattern[str]:
    """What is left of a stamp without day, time and zone, after a word of the list `start`, if it names one."""
    words = _any([*entries("published")["weekdays"], *entries("published")["joiners"]])
    first = f"(?:{_any(entries('published')[start])})" if start else ""
    return re.compile(rf"\W*{first}(?:\W|\b(?:{words})\b)*")


@cache
def _time_pattern() -> re.Pattern[str]:
    """A time of day: 14:08, 14:08:30, 08h15, 8 giờ 15, 10:35 SA."""
    halves = _any([*entries("published")["morning"], *entries("published")["afternoon"]])
    return re.compile(
        r"(?<![\d/.-])(?P<hour>[01]?\d|2[0-3]) ?(?:giờ|[:hg]) ?(?P<minute>[0-5]\d)?(?::(?P<second>[0-5]\d))?(?:\.\d+)?"
        rf"(?: ?(?P<half>{halves})(?!\w))?(?!\d)"
    )


@cache
def _in_words() -> re.Pattern[str]:
    """A day whose month is a word or is introduced by one: 17 tháng 4 năm 2024, Tháng Tư 17, 2024, April 17, 2024."""
    month = rf"(?P<month>tháng \d{{1,2}}|{_any(entries('published')['months'])})"
    year = r"(?P<year>\d{4})(?!\d)"
    both = rf"(?:(?<!\d)(?P<before>\d{{1,2}})(?:st|nd|rd|th)?[ ,-]+)?{month}"
    after = r"(?(before)|[ ,]+(?:ngày )?(?P<after>\d{1,2})(?:st|nd|rd|th)?(?!\d))"
    return re.compile(rf"{both}{after}[ ,.-]+(?:năm )?{year}")


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _tidy(text: str) -> str:
    """The text in NFC on one line, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
