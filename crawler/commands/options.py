"""Options that several commands share, so that they read and behave alike everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

FORMATS = {
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


def formats(command: Command) -> Command:
    """The command with a flag for each output format; it gets the chosen one, or `table`, as `output`."""
    for name, meaning in reversed(FORMATS.items()):
        command = click.option(f"--{name}", "output", flag_value=name, help=meaning)(command)
    return click.option("--table", "output", flag_value="table", default=True, help="A table to read (the default).")(
        command
    )
