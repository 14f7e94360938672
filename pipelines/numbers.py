"""Numbers as Vietnamese and English papers write them: decimals with comma or point, thousands, words.

A locale is never guessed from one number alone: three digits behind a point are thousands in a Vietnamese text,
decimals only where a zero leads ("0.717") or where the text is English.
"""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?![.,]?\d)|\d+(?:[.,]\d+)?"
"""The pattern of a number, thousands first; it has no groups."""

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


def parse(written: str, *, english: bool = False) -> float | None:
    """The value of a number as written; None where it is a count in thousands, which no index has."""
    if "." not in written and "," not in written:
        return float(written)
    thousands = _ENGLISH_THOUSANDS if english else _THOUSANDS
    if thousands.fullmatch(written) and not written.startswith("0"):
        return None
    if written.count(".") + written.count(",") > 1:
        return None
    return float(written.replace(",", "."))


def parse_decimal(written: str) -> float | None:
    """The value of a number whose one sign is a decimal one, whatever follows: "91.651" before "%"; None above 100."""
    if written.count(".") + written.count(",") != 1:
        return None
    value = float(written.replace(",", "."))
    return value if value <= 100 else None


def decimals(written: str) -> int:
    """How many digits stand behind the decimal sign; 0 for a whole number."""
    parts = written.replace(",", ".").split(".", 2)
    return len(parts[1]) if len(parts) > 1 else 0


def show(value: float) -> str:
    """The number as a Vietnamese paper writes it: a decimal comma, no needless zeros."""
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
