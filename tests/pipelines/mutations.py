"""Damaged documents: texts of the corpora cut, spliced, doubled, swapped, typed otherwise; the same for a seed."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pipelines.document import Document
from tests.corpus.parts import PARTS, cases

_ODD = (
    *("\u00a0", "\u200b", "\u2009", "  ", "\t", "\n", "\r\n", "\u2028", "\u0301", "\u0309", "\ufeff", " ,", "( ", " )"),
    *(
        "(",
        ")",
        "[",
        "]",
        '"',
        "“",
        "”",
        "'",
        ",",
        ";",
        ":",
        ".",
        "…",
        "/",
        "-",
        "–",
        "+",
        "%",
        "|",
        "!",
        "?",
        "*",
        "•",
    ),
    *("0", "1", "63", "2024", "84,64", "84.64%", "1/2", "02/63", "+3", "1.250,5", "１", "½", "²", "İ", "ß", "😀", "•"),
)
_LONGEST = 12_000
"""No mutation makes a text longer: many of them would else double it each."""


@cache
def documents() -> tuple[Document, ...]:
    """The documents of the whole corpus."""
    return tuple(case.document for part in PARTS for case in cases(part))


def damaged(seed: int) -> Document:
    """A document after one to eight mutations."""
    chance = random.Random(seed)  # noqa: S311 - slips, no secrets
    document = chance.choice(documents())
    text, title = document.text, document.title
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(_MUTATIONS)(text, chance)[:_LONGEST]
        if chance.random() < 0.2:
            title = chance.choice(_MUTATIONS)(title, chance)[:400]
    return replace(document, text=text, title=title, tables=())


def _part(text: str, chance: random.Random) -> tuple[int, int]:
    """A stretch of a text, mostly a short one."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 2, 8, 40, 200, 1000)))


def _cut(text: str, chance: random.Random) -> str:
    """The text without a stretch."""
    start, end = _part(text, chance)
    return text[:start] + text[end:]


def _splice(text: str, chance: random.Random) -> str:
    """The text with a stretch of another one in it."""
    other = chance.choice(documents()).text
    start, end = _part(other, chance)
    at = chance.randint(0, len(text))
    return text[:at] + other[start:end] + text[at:]


def _repeat(text: str, chance: random.Random) -> str:
    """The text with a stretch several times."""
    start, end = _part(text, chance)
    return text[:start] + text[start:end] * chance.choice((2, 3, 5, 50)) + text[end:]


def _swap(text: str, chance: random.Random) -> str:
    """The text with two neighbouring stretches the other way round."""
    start, end = _part(text, chance)
    _, last = _part(text[end:], chance)
    return text[:start] + text[end : end + last] + text[start:end] + text[end + last :]


def _insert(text: str, chance: random.Random) -> str:
    """The text with digits, marks or odd characters at several places."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_ODD) * chance.choice((1, 1, 1, 2, 20)) + text[at:]
    return text


def _retype(text: str, chance: random.Random) -> str:
    """A stretch in another case or with its marks apart, its spaces or its breaks of another kind."""
    ways: tuple[Callable[[str], str], ...] = (
        str.upper,
        str.lower,
        str.title,
        lambda part: unicodedata.normalize("NFD", part),
        lambda part: unicodedata.normalize("NFKC", part),
        lambda part: part.replace(" ", chance.choice(_ODD)),
        lambda part: part.replace("\n", " "),
        lambda part: part.replace(", ", "\n"),
        lambda part: part[::-1],
    )
    start, end = _part(text, chance) if chance.random() < 0.7 else (0, len(text))
    return text[:start] + chance.choice(ways)(text[start:end]) + text[end:]


def _join(text: str, chance: random.Random) -> str:
    """The text with another document behind it, or before."""
    both = [text, chance.choice(documents()).text]
    chance.shuffle(both)
    return chance.choice(("\n", " ", "", "\n\n")).join(both)


_MUTATIONS = (_cut, _splice, _repeat, _swap, _insert, _insert, _retype, _retype, _join)
