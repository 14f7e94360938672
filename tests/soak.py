"""How long the tests that try many inputs and moments go on: short with a fixed seed, whole by `make soak`."""

from __future__ import annotations

import os

SOAK = os.environ.get("PARINDEX_SOAK") == "1"
_FACTOR = 10


def times(few: int) -> int:
    """That many, or ten times as many in a soak run."""
    return few * _FACTOR if SOAK else few
