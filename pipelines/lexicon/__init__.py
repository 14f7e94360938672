"""The language knowledge of the extractor, as reviewed data: how names, components, places, values, years are written.

`indexes.toml`, `components.toml` name what is measured, `titles.toml` says it in full; `ranks.toml`, `values.toml` how
results are written; `context.toml` what is in force; `cues.toml` what takes a number out of the results; `tables.toml`
how tables are headed; `english.toml` all of this in English; `patterns.toml` the expressions that rules look for;
`published.toml`, `credit.toml`, `urls.toml`, `generic_layout.toml` how pages are dated, credited, addressed and built;
`furniture.toml` what is no part of an article. `entries` reads a file, `expand` turns a writing with choices into all
the strings that it stands for.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from pipelines.text import fold


@cache
def entries(name: str) -> dict[str, Any]:
    """The content of the lexicon file of that name, without its ending."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def pattern(module: str, name: str) -> re.Pattern[str]:
    """The compiled pattern of that name in the table of a module of rules."""
    return re.compile(entries("patterns")[module][name])


def words(writings: list[str]) -> list[str]:
    """Every string that the writings stand for, folded as the finders see text, without repetition."""
    return list(dict.fromkeys(fold(form) for writing in writings for form in expand(writing) if form.strip()))


def expand(writing: str) -> list[str]:
    """Every string that a writing stands for: `(a|b)` is a choice, `[x|y]` one of them or nothing; they nest."""
    forms, rest = _alternatives(writing, 0, "")
    if rest != len(writing):
        raise ValueError(f"the writing {writing!r} closes a bracket that it does not open, at character {rest}")
    return forms


def _alternatives(writing: str, at: int, closing: str) -> tuple[list[str], int]:
    """The strings of a choice up to its closing bracket, and where that stands."""
    done: list[str] = []
    forms = [""]
    while at < len(writing) and writing[at] not in ")]":
        char = writing[at]
        if char == "|":
            done, forms, at = done + forms, [""], at + 1
        elif char in "([":
            inner, end = _alternatives(writing, at + 1, ")" if char == "(" else "]")
            inner = inner if char == "(" else [*inner, ""]
            forms, at = [form + part for form in forms for part in inner], end + 1
        else:
            forms, at = [form + char for form in forms], at + 1
    if closing and (at >= len(writing) or writing[at] != closing):
        raise ValueError(f"the writing {writing!r} lacks its {closing!r}")
    return done + forms, at
