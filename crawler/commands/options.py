"""Options that several commands share, so that they read and behave alike everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

FORMS = {
    "table": "A table to read; the default.",
    "csv": "Comma-separated values with a header.",
    "json": "One JSON array of objects.",
    "jsonl": "One JSON object per line.",
    "markdown": "A Markdown table.",
}

data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="PARINDEX_DATA",
    default=Path("data"),
    show_default=True,
    show_envvar=True,
    metavar="DIR",
    help="Folder of the dataset.",
)
"""Decorates a command with `--data DIR`, which it gets as the path `data`."""


Command = TypeVar("Command", bound=Callable[..., Any])


def form(command: Command) -> Command:
    """The command with a flag for each form of an answer; it gets the name of the chosen one as `form`."""
    for name, meaning in reversed(FORMS.items()):
        command = click.option(f"--{name}", "form", flag_value=name, default="table", help=meaning)(command)
    return command
