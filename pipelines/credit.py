"""Credits: the line on which a page says from which paper its text is taken."""

from __future__ import annotations

import re
from functools import cache

from pipelines.lexicon import entries, words
from pipelines.text import clean, fold

LONGEST = 60
"""A longer line that begins with "Theo" is a sentence."""

_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?$")
_BRACKETS = re.compile(r"\(([^()]{2,60})\)[\s./]*$")
_SENTENCE = re.compile(r"[.!?;,] |\d%|[,;]$")


def credited(line: str, *, last: bool = False) -> str | None:
    """Whom a line credits, without the word that introduces it; None where it is no credit line.

    On an article's last line (`last`) the colon may be missing ("Theo TTXVN"), and a known agency may stand alone.
    """
    text = " ".join(clean(line).text.split()).strip("()[]•-–* ")
    if not text or len(text) > LONGEST or _SENTENCE.search(text):
        return None
    if found := _introduced(colon=True).match(text):
        return _name(found[1])
    if fold(text) in _agencies() and (last or line.strip().startswith("(")):
        return text
    found = _introduced(colon=False).match(text)
    if found and (last or line.strip().startswith("(")) and _looks_like_a_name(found[1]):
        return _name(found[1])
    return None


def is_credit(line: str) -> bool:
    """Whether a line, wherever it stands, is nothing but a credit."""
    return credited(line) is not None


def at_end(text: str) -> str | None:
    """Whom the brackets behind a text's last sentence credit ("… phát triển. (TTXVN/Vietnam+)"), else None."""
    found = _BRACKETS.search(text)
    return credited(found[0].rstrip(" ./")) if found else None


def _name(text: str) -> str | None:
    """The credited name without the marks around it."""
    return text.strip(" .:-–()\"'") or None


def _looks_like_a_name(text: str) -> bool:
    """Whether a text is a host, a known agency, or a few words that begin with a capital."""
    if _HOST.match(text) or fold(text) in _agencies():
        return True
    return len(text.split()) <= 5 and text[0].isupper() and not text.endswith(".")


@cache
def _introduced(*, colon: bool) -> re.Pattern[str]:
    """The words that introduce a credit, with the colon or dash behind them or without."""
    forms = "|".join(sorted(map(re.escape, words(entries("credit")["introductions"])), key=len, reverse=True))
    return re.compile(rf"(?:{forms}){' ?[:-] ?' if colon else ' '}(\S.*)$", re.IGNORECASE)


@cache
def _agencies() -> frozenset[str]:
    """The papers and agencies that are known by name."""
    return frozenset(words(entries("credit")["agencies"]))
