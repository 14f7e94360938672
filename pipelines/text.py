"""One normalised reading of a text, with the way back to the characters that it was made from.

The reading is NFC, has plain spaces, hyphens and quotes, and one place for the tone mark ("hoà" becomes "hòa"), so that
the same words always look the same to the finders. Each of its characters knows the half-open span of the raw text
behind it: offsets are recorded while cleaning, never guessed afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t\v\f\x1c\x1d\x1e\x1f"
)
_LINES = "\r\u0085\u2028\u2029"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe58\u2043"
_DOUBLE = "“”„‟«»″＂"
_SINGLE = "‘’‚‛′`´"
_REPLACED: dict[int, str] = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_LINES, "\n"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_SINGLE, "'"),
        "％": "%",
        "：": ":",
        "，": ",",
        "；": ";",
        "（": "(",
        "）": ")",
        "Ð": "Đ",  # U+00D0, the Icelandic letter that old keyboards gave for Đ
        "đ": "đ",
    }
)
_REPLACEABLE = re.compile("[" + "".join(map(chr, _REPLACED)) + "]")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")

_ANY_INVISIBLE = re.compile("[" + "".join(_INVISIBLE) + "]")

# The tone mark of an open "oa", "oe", "uy" stands on either vowel; the first is the one that newspapers use most.
_TONES = {
    f"{first}{second}": f"{marked}{plain}"
    for first, seconds, plain, tones in (
        ("o", "àáảãạ", "a", "òóỏõọ"),
        ("o", "èéẻẽẹ", "e", "òóỏõọ"),
        ("u", "ỳýỷỹỵ", "y", "ùúủũụ"),
    )
    for second, marked in zip(seconds, tones, strict=True)
}
_TONES = {
    form(key[0]) + other(key[1]): form(value[0]) + other(value[1])
    for key, value in _TONES.items()
    for form in (str.lower, str.upper)
    for other in (str.lower, str.upper)
}
# The vowel comes first, since a search skips to one of a few characters at once.
_TONE = re.compile(r"[oOuU](?<![qQ].)[" + "".join({key[1] for key in _TONES}) + r"](?!\w)")


@dataclass(frozen=True, slots=True)
class Clean:
    """A normalised text, its lower-case twin of equal length, and the map back to the raw text."""

    raw: str
    text: str
    lower: str
    starts: tuple[int, ...] | range
    """For each character the raw offset where it begins; one more entry, the raw length, at the end."""
    ends: tuple[int, ...] | range
    """For each character the raw offset behind its last part."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open offsets behind a stretch of the reading."""
        return (self.starts[start], self.ends[end - 1]) if end > start else (self.starts[start], self.starts[start])

    def offset(self, raw: int) -> int:
        """The place in the reading of a raw offset: of the first character that begins at or behind it."""
        return bisect_left(self.starts, raw)


def clean(raw: str) -> Clean:
    """The normalised reading of a raw text; the empty text has an empty reading."""
    replaced = _replace(raw)
    if _is_plain(raw, replaced):
        text = fold_tones(replaced)
        offsets = range(len(raw) + 1)
        return Clean(raw, text, lower(text), offsets, offsets[1:])
    return _clean_with_map(raw)


# Spaces that no careful typist sets: doubled ones, those inside brackets and before a mark ("83 ,87"), but not those
# before the face ":)". What is left has none of them, so that a reading reads as itself.
_ODD_SPACES = re.compile(r"(?<! ) ++(?=[,;:)\]%])(?![:;][)(])|(?<=\S) +(?= \S)|(?<=[(\[]) ++")
# Each odd space shows as one of these pairs, which are found in a fraction of the time of the pattern.
_ODD_PAIRS = ("  ", " ,", " ;", " :", " )", " ]", " %", "( ", "[ ")


def _is_plain(raw: str, replaced: str) -> bool:
    """Whether a text can be read character by character: composed, nothing invisible, no odd space."""
    if not raw.isascii() and (not unicodedata.is_normalized("NFC", raw) or _ANY_INVISIBLE.search(raw)):
        return False
    return not any(pair in replaced for pair in _ODD_PAIRS) or not _ODD_SPACES.search(replaced)


def _clean_with_map(raw: str) -> Clean:
    """The reading of a text whose characters have to be composed or left out."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _clusters().finditer(raw):
        stretch, (start, end) = match.group(), match.span()
        if not match["marked"] and unicodedata.is_normalized("NFC", stretch):
            out += stretch
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            continue
        for cluster in (stretch,) if match["marked"] else stretch:
            end = start + len(cluster)
            for char in _composed(cluster):
                out.append(char)
                starts.append(start)
                ends.append(end)
            start = end
    text = _replace("".join(out))
    kept = [True] * len(text)
    for match in _ODD_SPACES.finditer(text):
        kept[slice(*match.span())] = [False] * len(match.group())
    read = fold_tones("".join(compress(text, kept)))
    return Clean(raw, read, lower(read), (*compress(starts, kept), len(raw)), tuple(compress(ends, kept)))


def _replace(text: str) -> str:
    """The text with plain spaces, hyphens and quotes; its length stays.

    Few characters are replaced, and a pattern finds them in a tenth of the time in which all are translated.
    """
    return _REPLACEABLE.sub(lambda match: _REPLACED[ord(match.group())], text)


@cache
def _clusters() -> re.Pattern[str]:
    """The pattern of plain characters, and of one with the marks that compose with it; none holds what is invisible."""
    marks = "".join(char for char in map(chr, range(_FIRST_MARK, _LAST_MARK)) if unicodedata.combining(char))
    hidden = "".join(_INVISIBLE)
    return re.compile(
        f"(?P<marked>[^{hidden}][{marks}]{{1,7}})|(?P<plain>(?:[^{hidden}{marks}](?![{marks}]))++|[{marks}])"
    )


_FIRST_MARK, _LAST_MARK = 0x300, 0xFFFF  # those beyond belong to no script that a paper sets, and slow a pattern down


@lru_cache(maxsize=4096)  # a text has few different ones
def _composed(cluster: str) -> str:
    """The reading of a character and its marks."""
    return unicodedata.normalize("NFC", cluster)


def fold_tones(text: str) -> str:
    """The text with the tone mark of open syllables on the first vowel; its length stays."""
    return _TONE.sub(lambda match: _TONES.get(match.group(), match.group()), text)


def lower(text: str) -> str:
    """The text in lower case, character by character, so that its length stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def fold(name: str) -> str:
    """The form of a name in which it is looked up: one reading, lower case, single spaces, no spaces around hyphens."""
    # Line breaks become spaces first: a space before a colon is left out, a break is not.
    plain = " ".join(clean(" ".join(name.split())).lower.split())
    return re.sub(r" ?- ?", "-", plain)
