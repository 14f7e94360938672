"""Bytes of a page to text: what the bytes are counts for more than what the page says of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Windows-1258 is the one legacy code page of Vietnamese that Python knows; its tone marks are characters of their own.
FALLBACKS = ("cp1258", "cp1252")

# Families of code pages that a news page may be written in; Python's other codecs are no charset of a page.
_FAMILIES = ("utf", "cp", "iso8859", "mac")

_HORNED = frozenset("ăđơư")
_TONED = range(0x1EA0, 0x1EFA)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, how its bytes were read, and how many places could not be read."""

    text: str
    encoding: str
    broken: int


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes; never fails: a byte that can't be read becomes U+FFFD and is counted.

    A byte order mark decides; then UTF-8 wherever the bytes are valid UTF-8, whatever is declared, since Vietnamese
    text of another charset almost never is; then UTF-8 with a few broken places; then the declared charset (`declared`
    by HTTP, or by the page's head) and the Windows code pages, whichever gives the most Vietnamese letters.
    """
    marked, mark = read_bom(body)
    if marked and mark:
        return _lossy(body[len(mark) :], marked)
    text = _strict(body, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", 0)
    damaged = _lossy(body, "utf-8")
    if _mostly_utf8(body, damaged.broken):
        return damaged
    return max(_readings(body, declared), key=lambda reading: _vietnamese(reading.text), default=damaged)


def _readings(body: bytes, declared: str | None) -> list[Decoded]:
    """The readings of the bytes in the declared charsets and the Windows ones, in the order of trust."""
    names = (_known(declared), _known(html_body_declared_encoding(body)), *FALLBACKS)
    return [_lossy(body, name) for name in dict.fromkeys(names) if name and name != "utf-8"]


def _known(declared: str | None) -> str | None:
    """Python's name of a declared charset, or None where it is none that can be read ("tcvn", "x-user-defined")."""
    name = resolve_encoding(declared) if declared else None
    return name if name and name.startswith(_FAMILIES) else None


def _strict(body: bytes, encoding: str) -> str | None:
    """The text, or None where a byte does not fit the encoding."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None


def _lossy(body: bytes, encoding: str) -> Decoded:
    """The text with U+FFFD for what does not fit; marks that stand apart are composed with their letters."""
    text = body.decode(encoding, "replace")
    composed = unicodedata.normalize("NFC", text) if encoding.startswith("cp") else text
    return Decoded(composed, encoding, text.count(REPLACEMENT))


def _mostly_utf8(body: bytes, broken: int) -> bool:
    """Whether the bytes are UTF-8 with a few broken places, rather than something else."""
    leads = sum(1 for byte in body if 0xC3 <= byte <= 0xF4)
    return broken * 4 < leads


def _vietnamese(text: str) -> int:
    """How much a text looks Vietnamese: the letters that no other language writes, less the places that broke."""
    beyond = [letter for letter in text.lower() if letter > "\x7f"]
    return sum((letter in _HORNED or ord(letter) in _TONED) - (letter == REPLACEMENT) for letter in beyond)
