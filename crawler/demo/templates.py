"""Templates of the press with their places filled."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from string import Template


def fill(paper: str, template: str, /, **values: str) -> str:
    """The template of that name with every place filled; `html_` values go in as they are, all others escaped."""
    places = {
        key.removeprefix("html_"): value if key.startswith("html_") else escape(value) for key, value in values.items()
    }
    return _template(paper, template).substitute(places)


@cache
def _template(paper: str, name: str) -> Template:
    """The template as its file gives it."""
    entry = files(__package__) / "templates" / paper / f"{name}.html"
    return Template(entry.read_text("utf-8").rstrip("\n"))
