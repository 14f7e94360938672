"""What the documents quote from the program, and the same documents with the program's present answers.

Two forms: a fenced block `console` whose first line is `$ parindex …` (a query may go on over several lines), and an
insert between `<!-- parindex … -->` and `<!-- end -->`, for answers in Markdown. Only commands that read are run.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from tests.command import within
from tests.house.tree import ROOT

Answer = Callable[[str], str]
CONSOLE = re.compile(r"(?<=^```console\n)\$ (?P<rest>.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
INSERT = re.compile(
    r"(?P<head>^<!-- (?P<command>parindex .+?) -->\n)(?P<answer>.*?)(?=^<!-- end -->$)", re.M | re.DOTALL
)
WRITERS = {"demo", "crawl", "add"}


def documents() -> list[Path]:
    """The README and everything under docs/ that is written in Markdown."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def refreshed(text: str, answer: Answer) -> str:
    """The document with every quoted answer replaced by the present one."""
    text = CONSOLE.sub(lambda found: _console(found["rest"], answer), text)
    return INSERT.sub(lambda found: f"{found['head']}\n{answer(found['command']).strip()}\n\n", text)


def commands(text: str) -> list[str]:
    """The commands that a document quotes."""
    quoted = [_command(found["rest"]) for found in CONSOLE.finditer(text)]
    return quoted + [found["command"] for found in INSERT.finditer(text)]


def ask(data: Path) -> Answer:
    """A function that answers a command line from the dataset in the folder `data`, errors and all."""

    def answer(command: str) -> str:
        program, *arguments = shlex.split(command)
        if program != "parindex" or (WRITERS & set(arguments[:1]) and "--help" not in arguments):
            raise ValueError(f"the documents quote commands of parindex that read, not {command!r}")
        outcome = within(*arguments, cwd=ROOT, PARINDEX_DATA=str(data), COLUMNS="110")
        return outcome.err + outcome.out

    return answer


def _console(rest: str, answer: Answer) -> str:
    """A console block's content with its answer renewed."""
    command = _command(rest)
    return f"$ {command}\n{answer(command)}"


def _command(rest: str) -> str:
    """The command at the start of a console block: as many lines as it takes to close its quotes."""
    lines = rest.splitlines()
    for count in range(1, len(lines) + 1):
        command = "\n".join(lines[:count])
        try:
            shlex.split(command)
        except ValueError:
            continue
        return command
    raise ValueError(f"a quote is never closed in {rest!r}")
