"""Finding communes and wards by English names, districts with a number, and bodies that no ranking of ours has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation

_TYPES = {"commune": "Xã", "ward": "Phường", "special zone": "Đặc khu"}
_WORD = r"(?!Commune|Ward|Special)[A-ZĐ][\w']*"
_NAME = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}(?: \d{{1,2}})?"
_UNIT = re.compile(
    rf"(?<![\w-])(?P<names>{_NAME})[ \n](?P<type>[Cc]ommune|[Ww]ard|[Ss]pecial [Zz]one)(?![\w-])"
    rf"|(?<![\w-])(?P<list>{_NAME}(?:, {_NAME}){{0,20}},? and {_NAME})"
    r"[ \n](?P<types>[Cc]ommune|[Ww]ard|[Ss]pecial [Zz]one)s"
)
_NUMBERED = re.compile(r"(?<!\w)(?P<type>District|Ward) (?P<number>\d{1,2})(?![\w.,]\d|\d)")


def find(clean: Clean) -> Iterator[Mention]:
    """Every commune and ward with its type, every numbered district and ward, and every other body."""
    for match in _UNIT.finditer(clean.text):
        yield from _communes(match)
    for match in _NUMBERED.finditer(clean.text):
        kind, unit = ("Quận", "district") if match["type"] == "District" else ("Phường", "commune")
        yield Mention(Kind.SUBJECT, match.start(), match.end(), f"{kind} {match['number']}", unit=unit)
    for match in _body_pattern().finditer(clean.text):
        yield Mention(Kind.SUBJECT, match.start(), match.end(), match.group(), unit="body")


def _communes(match: re.Match[str]) -> Iterator[Mention]:
    """The communes of a name with its type, or of an enumeration whose type is said once, in the plural."""
    kind = _TYPES[(match["type"] or match["types"]).lower()]
    start_of_names = match.start("names") if match["names"] else match.start("list")
    names = list(re.finditer(_NAME, match["names"] or match["list"]))
    for one in names:
        words = one.group().split(" ")
        while words and words[0].lower() in _leading():
            words.pop(0)
        if words:
            start = start_of_names + one.end() - len(" ".join(words))
            end = match.end() if one is names[-1] else start_of_names + one.end()
            yield Mention(Kind.SUBJECT, start, end, f"{kind} {' '.join(words)}", unit="commune")


@cache
def _leading() -> frozenset[str]:
    """Words that begin a sentence in capitals and belong to no name."""
    return frozenset(lexicon.entries("english")["names"]["leading"])


@cache
def _body_pattern() -> re.Pattern[str]:
    """The pattern of bodies that are no ministry, department or unit: "the Vietnam Academy of Science"."""
    nouns = alternation(lexicon.entries("english")["names"]["bodies"])
    return re.compile(rf"(?:[A-Z][\w']+ ){{0,8}}{nouns}(?: (?:of|for)(?: (?:and )?[A-Z][\w']+,?)+(?<!,))?(?!\w)")
