"""Finding scores, percents, fractions and amounts of change, with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines import lexicon, numbers
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Led


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of a number with sign, maximum and unit."""
    units = lexicon.entries("values")["units"]
    kinds = "|".join(
        f"(?P<{kind}>{alternation(lexicon.words(units[kind]))}(?!\\w))"
        for kind in ("percentage_points", "points", "places")
    )
    number = numbers.NUMBER
    return re.compile(
        rf"(?<![\w.,/])(?P<sign>\+ ?|(?<=[(:|]) ?- ?|(?<=[^\d%\s] )-(?=\d))?(?P<number>{number})"
        rf"(?: ?/ ?(?P<out_of>{number})(?P<field>/\d{{1,3}})?)?"
        rf"(?:(?P<percent> ?(?:%|phần trăm|percent\b|per cent\b|pct\b)(?! ?điểm phần)(?: (?:số )?điểm(?! phần))?)|"
        rf"[ \n]?(?:{kinds}))?(?![\w/])"
    )


@cache
def _word_amounts() -> tuple[Led, dict[str, int]]:
    """The pattern of an amount of places in words: "ba bậc", "một hạng"."""
    values = lexicon.entries("values")
    places = [unit for unit in lexicon.words(values["units"]["places"]) if unit != "rank"]
    return (
        Led(
            rf"(?<!\w)(?P<number>{alternation(values['numbers'])}) (?P<unit>{alternation(places)})(?!\w)",
            values["numbers"],
        ),
        values["numbers"],
    )


_AMOUNTS = Led(
    r"(?<![\w.,/])(?P<list>\d{1,2}(?:(?:,|;| và|, và) \d{1,2})+)(?= (?:bậc|hạng|places|vị trí)(?!\w))",
    (),
    numbers=True,
)
"""Enumerated places with one unit at the end: "tăng 24, 12, 5, 3 và 1 bậc"; the last one is found with its unit."""


@cache
def _bounds() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, str]]:
    """The patterns of bounds before and after a number, with their meaning."""
    values = lexicon.entries("values")
    before = {word: sign for sign, words in values["bounds"].items() for word in lexicon.words(words)}
    after = {word: sign for sign, words in values["bounds_after"].items() for word in lexicon.words(words)}
    return (
        re.compile(rf"(?:(?<!\w)|(?<=[(:]))({alternation(before)})(?: (?:mức|mốc|ngưỡng|con số|tới|đến))? ?$"),
        before,
        re.compile(rf" ?({alternation(after)})(?!\w)"),
        after,
    )


@cache
def _not_points() -> re.Pattern[str]:
    """The pattern of words behind "điểm" that make it a place or a trait."""
    return re.compile(rf"[ \n](?:{alternation(lexicon.words(lexicon.entries('values')['units']['not_points']))})(?!\w)")


def find(clean: Clean, *, english: bool) -> Iterator[Mention]:
    """Every number that may be a level, a place of a field, or an amount of change."""
    for match in _pattern().finditer(clean.lower):
        mention = _read(clean, match, english)
        if mention is not None:
            yield mention
    for match in _AMOUNTS.finditer(clean.lower):
        for each in re.finditer(r"\d{1,2}", match["list"]):
            start = match.start("list") + each.start()
            yield Mention(
                Kind.AMOUNT,
                start,
                start + len(each.group()),
                number=float(each.group()),
                unit="places",
                group=match.start(),
            )
    pattern, words = _word_amounts()
    for match in pattern.finditer(clean.lower):
        bound, start = _bound_of_amount(clean, match.start())
        number = float(words[folded(match["number"])])
        yield Mention(
            Kind.AMOUNT, match.start(), match.end(), number=number, unit="places", bound=bound, bound_start=start
        )


def _read(clean: Clean, match: re.Match[str], english: bool) -> Mention | None:
    """The mention of a matched number, None where it can be no result."""
    number = numbers.parse(match["number"], english=english)
    if number is None and (match["percent"] or match["points"]):
        number = numbers.parse_decimal(match["number"])
    if number is None:
        return None
    if match["places"]:
        return _amount(clean, match, number, "places")
    if match["percentage_points"]:
        return _amount(clean, match, number, "percent")
    if match["points"] and _not_points().match(clean.lower, match.end()):
        return None
    return _level(clean, match, number, english)


def _amount(clean: Clean, match: re.Match[str], number: float, unit: str) -> Mention | None:
    """An amount of change; places are whole numbers."""
    if match["out_of"] or (unit == "places" and (not number.is_integer() or number > 99)):
        return None
    signed = -number if (match["sign"] or "").startswith("-") else number
    tags = frozenset({"signed"}) if match["sign"] else frozenset[str]()
    bound, start = ("=", -1) if tags else _bound_of_amount(clean, match.start())
    return Mention(
        Kind.AMOUNT, match.start(), match.end(), number=signed, unit=unit, bound=bound, bound_start=start, tags=tags
    )


def _bound_of_amount(clean: Clean, start: int) -> tuple[str, int]:
    """The bound of an amount of places, and where its words begin: "tụt hơn 10 bậc"; verbs of change are none."""
    before, signs, _, _ = _bounds()
    lead = before.search(clean.lower, max(0, start - 24), start)
    if lead is None or lead.group(1).startswith(("từ", "vượt", "quá")):
        return "=", -1
    return signs[folded(lead.group(1))], lead.start(1)


def _level(clean: Clean, match: re.Match[str], number: float, english: bool) -> Mention | None:
    """A score or percent, a signed amount, or a fraction whose meaning is still open."""
    out_of = numbers.parse(match["out_of"], english=english) if match["out_of"] else None
    unit = "percent" if match["percent"] else "points" if match["points"] else ""
    if match["sign"]:
        signed = -number if match["sign"].startswith("-") else number
        return Mention(Kind.AMOUNT, match.start(), match.end(), number=signed, unit=unit, tags=frozenset({"signed"}))
    if (
        out_of is not None
        and not unit
        and number.is_integer()
        and "," not in match["number"]
        and "." not in match["number"]
    ):
        end = match.start("field") if match["field"] else match.end()
        return Mention(Kind.FRACTION, match.start(), end, number=number, out_of=out_of)
    if match["field"] or (not unit and out_of is None and not numbers.decimals(match["number"])):
        return None
    return _bounded(clean, match, number, out_of, unit)


def _bounded(clean: Clean, match: re.Match[str], number: float, out_of: float | None, unit: str) -> Mention:
    """The level with the bound that stands before or behind it."""
    before, signs_before, after, signs_after = _bounds()
    left = max(0, match.start() - 24)
    lead = before.search(clean.lower, left, match.start())
    trail = after.match(clean.lower, match.end())
    bound, start, end = "=", match.start(), match.end()
    if lead and lead.group(1) == "tối đa" and clean.lower.endswith("đạt ", 0, lead.start(1)):
        # "Đạt tối đa 100%" is all that can be had, and no more than that.
        lead = None
    if trail:
        bound, end = signs_after[folded(trail.group(1))], trail.end()
    elif lead and signs_before[folded(lead.group(1))] != ">=":
        bound = signs_before[folded(lead.group(1))]
    elif lead and lead.group(1) != "từ":
        bound = ">="
    if lead and bound != "=":
        start = lead.start(1)
    return Mention(Kind.VALUE, match.start(), end, match["number"], number, out_of, unit, bound, bound_start=start)
