"""Every command explains itself: what it does, each option, and an example that is a real command line."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from crawler import cli
from tests.house.tree import ROOT

EXAMPLE = re.compile(r"^ +(?:\w+=\S+ |echo .+ \| )?parindex .+$", re.MULTILINE)


def command(name: str) -> click.Command:
    found = cli.parindex.get_command(click.Context(cli.parindex), name)
    assert found
    return found


def examples(of: click.Command) -> list[str]:
    """The example lines in a command's help."""
    _, mark, after = (of.help or "").partition("Example")
    assert mark, f"{of.name} shows no example"
    return [line.strip() for line in EXAMPLE.findall(after)]


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_option_of_a_command_says_what_it_does(name: str) -> None:
    options = [one for one in command(name).params if isinstance(one, click.Option)]
    assert not [option.opts for option in options if not option.help or not option.help.endswith(".")]


@pytest.mark.parametrize("name", ["", *cli.COMMANDS])
def test_each_command_shows_examples_that_it_understands(name: str) -> None:
    shown = examples(command(name) if name else cli.parindex)
    assert shown
    for line in shown:
        words = shlex.split(line.partition(" > ")[0])
        arguments = words[words.index("parindex") + 1 :]
        if cli.is_sql(arguments[0]):
            arguments.insert(0, "sql")
        own = command(arguments[0])
        # Parsing alone: a wrong option or argument raises, nothing is run, and no file has to be there.
        own.make_context(arguments[0], arguments[1:], resilient_parsing=arguments[0] == "add")


def test_the_reference_shows_the_help_of_each_command() -> None:
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in cli.COMMANDS if f"$ parindex {name} --help\n" not in reference] == []
