"""Pins the floors of accuracy a little below what is reached: `python -m tests.corpus.pin [--lower]`."""

from __future__ import annotations

import sys
from math import floor

from pipelines.gold import fingerprint
from tests.corpus.parts import FLOORS, PARTS, cases, floors, reached

SLACK, ROWS = 0.02, 2
"""A floor is so far, and at least so many rows, below what is reached, so that a change may trade a row or two."""


def pin(*, lower: bool) -> str:
    """The content of floors.toml: nothing sinks unless `lower` is said."""
    lines = [
        "# Written by `python -m tests.corpus.pin`: least precision and recall, and the corpus that they hold for."
    ]
    old = floors() if FLOORS.exists() else {}
    for part in PARTS:
        pinned = {} if lower else old.get(part, {}).get("floors", {})
        lines += [
            "",
            f'["{part}"]',
            f'fingerprint = "{fingerprint(cases(part))}"',
            f"documents = {len(cases(part))}",
            f'["{part}".floors]',
        ]
        for name, counts in reached(part).items():
            least = {
                figure: max(below(getattr(counts, figure), of), pinned.get(name, {}).get(figure, 0.0))
                for figure, of in (("precision", counts.right + counts.wrong), ("recall", counts.right + counts.missed))
            }
            lines.append(f"{name} = {{ precision = {least['precision']:.3f}, recall = {least['recall']:.3f} }}")
    return "\n".join(lines) + "\n"


def below(figure: float, of: int) -> float:
    """The floor for a figure that is a share of so many rows."""
    return max(floor((figure - max(SLACK, ROWS / max(of, 1))) * 1000) / 1000, 0.0)


if __name__ == "__main__":
    FLOORS.write_text(pin(lower="--lower" in sys.argv[1:]), encoding="utf-8")
