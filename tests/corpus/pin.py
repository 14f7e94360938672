"""Pins the floors of accuracy a little below what is reached: `python -m tests.corpus.pin [--lower]`."""

from __future__ import annotations

import sys
from math import floor

from pipelines.gold import fingerprint
from tests.corpus.parts import FLOORS, JUDGED, PARTS, cases, floors, reached, wrong

SLACK, ROWS = 0.02, 2
"""A floor is so far, and at least so many rows, below what is reached, so that a change may trade a row or two."""


def pin(*, lower: bool) -> str:
    """The content of floors.toml: nothing sinks unless `lower` is said."""
    lines = [
        "# Written by `python -m tests.corpus.pin`: least precision and recall, most wrong rows, and of which corpus."
    ]
    old = {} if lower or not FLOORS.exists() else floors()
    for part in PARTS:
        lines += ["", f'["{part}"]', f'fingerprint = "{fingerprint(cases(part))}"', f"documents = {len(cases(part))}"]
        lines += _floors(part, old.get(part, {}).get("floors", {})) if part in JUDGED else []
        if part == "negative":
            lines.append(f"wrong = {min(wrong(part), old.get(part, {}).get('wrong', wrong(part)))}")
    return "\n".join(lines) + "\n"


def _floors(part: str, pinned: dict[str, dict[str, float]]) -> list[str]:
    """The floors of a part: a little below what is reached, and never below what was pinned."""
    lines = [f'["{part}".floors]']
    for name, counts in reached(part).items():
        least = {
            figure: max(below(getattr(counts, figure), of), pinned.get(name, {}).get(figure, 0.0))
            for figure, of in (("precision", counts.right + counts.wrong), ("recall", counts.right + counts.missed))
        }
        lines.append(f"{name} = {{ precision = {least['precision']:.3f}, recall = {least['recall']:.3f} }}")
    return lines


def below(figure: float, of: int) -> float:
    """The floor for a figure that is a share of so many rows."""
    return max(floor((figure - max(SLACK, ROWS / max(of, 1))) * 1000) / 1000, 0.0)


if __name__ == "__main__":
    FLOORS.write_text(pin(lower="--lower" in sys.argv[1:]), encoding="utf-8")
