"""However a document is damaged, it is read without an error, each quote is its slice, and no text takes long."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from time import process_time

import pytest

from pipelines.statements import extract
from tests.pipelines.mutations import damaged
from tests.soak import SOAK

_MANY, _EACH = 100_000, 250
_SLOWEST = 5.0
"""Seconds of a core for a text of up to 12 KB: what grows with the square of a length takes more, on any machine."""


def flaws(seed: int) -> Iterator[str]:
    """What is wrong with how a damaged document is read."""
    document = damaged(seed)
    start = process_time()
    try:
        rows = extract(document).statements
    except Exception as error:  # noqa: BLE001 - whatever it is, the seed is told
        yield f"seed {seed}: {type(error).__name__}: {error}"
        return
    if SOAK and process_time() - start > _SLOWEST:
        yield f"seed {seed}: {process_time() - start:.2f} seconds for {len(document.text)} characters"
    for row in rows:
        whole = document.title if row.part == "title" else document.text
        if not row.quote or whole[row.quote_start : row.quote_end] != row.quote:
            yield f"seed {seed}: {row.quote!r} is not at {row.quote_start}"


def flaws_from(first: int) -> list[str]:
    """The flaws of a run of seeds."""
    return [flaw for seed in range(first, first + _EACH) for flaw in flaws(seed)]


@pytest.mark.soak
def test_damaged_documents_are_read_without_flaws() -> None:
    assert list(chain.from_iterable(_runs() if SOAK else [flaws_from(0)])) == []


def _runs() -> Iterator[list[str]]:
    """The flaws of a hundred thousand new seeds, on all cores."""
    start = secrets.randbelow(2**32)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(flaws_from, range(start, start + _MANY, _EACH))
