"""The command `parindex`: a table of subcommands, each loaded when called; here every known error becomes one line.

Exit status: 0 done; 1 ran, but something asked for failed; 2 wrong usage; 3 the dataset is missing, damaged, locked
or newer; 130 interrupted. Results go to stdout, all else to stderr.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from crawler import __version__
from pipelines import EXTRACTOR_VERSION

COMMANDS = {
    "demo": "Crawl the bundled press, offline, and make a dataset of it.",
    "crawl": "Crawl sites and add what they state to the dataset; all sites where none is named.",
    "add": "Take saved pages (.html) and texts (.txt, .json, .jsonl) into the dataset, whole folders too.",
    "extract": "Write the rows of files as JSON lines, without a dataset.",
    "sql": "Ask the dataset in SQL.",
    "sites": "List the sites that can be crawled.",
    "issues": "List what failed or found no place, with the next step.",
    "eval": "Measure how well the extractor reads a corpus of documents with gold rows.",
    "explain": "Show how a text is read: what was found and in force, which rows came of it, what was refused and why.",
}
MODULES = {"eval": "evaluate"}
"""Where a command has the name of one of Python's own functions: its module and function have another."""
SQL = re.compile(
    r"\s*(?:\(|(?:select|with|from|describe|show|summarize|pivot|unpivot|explain|values|table)\b)", re.IGNORECASE
)
"""How a query begins."""

STATUS = {
    "storage.errors.DatasetError": 3,
    "storage.errors.QueryError": 2,
    "crawler.contact.ContactError": 2,
    "crawler.limits.LimitError": 2,
    "crawler.site.SiteError": 2,
}
"""The errors that a user can mend, each one line by itself, and the exit status that belongs to them."""


class CommandTable(click.Group):
    """A group that imports a subcommand's module when it is called, and takes a first argument in SQL for `sql`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name out of its module, None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"crawler.commands.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a query alone is asked by `sql`."""
        return super().resolve_command(ctx, ["sql", *args] if is_sql(args[0]) else args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of subcommands, written without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def tell_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Tell the versions of the program, of the extractor and of the dataset's tables, and end there."""
    if wanted:
        schema = import_module("storage.schema").SCHEMA_VERSION
        click.echo(f"parindex {__version__} (extractor {EXTRACTOR_VERSION}, schema {schema})")
        context.exit()


@click.group(cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=tell_version, help="Tell the versions."
)
def parindex() -> None:
    """Every PAR INDEX score that Vietnamese news has stated, each number traceable to the sentence that states it.

    \b
    Examples:
      parindex demo
      parindex "select entity, value from statements where metric = 'rank' order by value"
    """


def is_sql(argument: str) -> bool:
    """Whether the argument is a query rather than the name of a command: `explain select 1`, but not `explain`."""
    return argument not in COMMANDS and SQL.match(argument) is not None


def main() -> None:
    """Run the command line and leave the process with its exit status."""
    # The installed command works in any folder: no scrapy.cfg or variable of another project decides its settings.
    os.environ["SCRAPY_SETTINGS_MODULE"] = "crawler.settings"
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command line; every known error is told in one line on stderr."""
    try:
        with parindex.make_context("parindex", list(arguments)) as context:
            status: int | None = parindex.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        help_of = f" See {error.ctx.command_path} --help." if error.ctx else ""
        return tell(f"{error.format_message()}{help_of}", error.exit_code)
    except click.ClickException as error:
        return tell(error.format_message(), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return tell("interrupted", 130)
    except BrokenPipeError:
        leave_pipe()
        return 0
    except OSError as error:
        return tell(f"{error.filename or 'the system'}: {error.strerror or error}", 1)
    except Exception as error:
        known = status_of(error)
        if known is None:
            raise
        return tell(str(error), known)
    return status or 0


def status_of(error: Exception) -> int | None:
    """The exit status of an error that a user can mend, None for a fault of the program."""
    kinds = (f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__)
    return next((STATUS[kind] for kind in kinds if kind in STATUS), None)


def tell(message: str, status: int) -> int:
    """The status, after the message went to stderr as one line under the command's name."""
    with contextlib.suppress(BrokenPipeError):
        print("parindex:", " ".join(message.split()), file=sys.stderr)  # noqa: T201 - stderr is where errors are told
    return status


def leave_pipe() -> None:
    """Let the process end in silence after the reader of its output left (`… | head`), who has what it wanted."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
