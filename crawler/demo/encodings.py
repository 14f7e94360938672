"""The text of a page as the bytes that a server sends."""

from __future__ import annotations

import unicodedata

_TONES = frozenset(
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}"
    "\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}"
)


def encoded(text: str, encoding: str) -> bytes:
    """The text in that encoding; windows-1258 has no letters with a tone, so there each tone follows its letter."""
    if encoding == "windows-1258":
        text = "".join(map(_with_tone_apart, text))
    return text.encode(encoding)


def _with_tone_apart(character: str) -> str:
    """The letter without its tone, then the tone."""
    parts = unicodedata.normalize("NFD", character)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return letter + "".join(part for part in parts if part in _TONES)
