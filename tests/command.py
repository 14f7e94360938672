"""The command as a user runs it: in a folder of its own, and in a process of its own where that is the point."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unittest import mock

from crawler import cli


@dataclass(frozen=True)
class Outcome:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str
    folder: Path

    def save(self, path: Path) -> None:
        path.write_text(json.dumps({**asdict(self), "folder": str(self.folder)}), encoding="utf-8")

    @classmethod
    def load(cls, path: Path, folder: Path) -> Outcome:
        return cls(**{**json.loads(path.read_text(encoding="utf-8")), "folder": folder})


def parindex(*arguments: str | Path, cwd: Path, stdin: str = "", **environment: str) -> Outcome:
    """The outcome of `parindex` with these arguments, run in the folder `cwd`."""
    command = [sys.executable, "-W", "error", "-m", "crawler", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
        env={**os.environ, "COLUMNS": "120", **environment},
    )
    return Outcome(done.returncode, done.stdout, done.stderr, cwd)


def within(*arguments: str | Path, cwd: Path, stdin: str = "", **environment: str) -> Outcome:
    """The outcome of the same command inside the tests' own process: many times faster, for what starts no crawl."""
    out, err = BytesIO(), BytesIO()
    with ExitStack() as changed:
        changed.enter_context(chdir(cwd))
        changed.enter_context(mock.patch.dict(os.environ, {"COLUMNS": "120", **environment}))
        changed.enter_context(mock.patch.object(sys, "stdin", StringIO(stdin)))
        changed.enter_context(redirect_stdout(TextIOWrapper(out, encoding="utf-8", write_through=True)))
        changed.enter_context(redirect_stderr(TextIOWrapper(err, encoding="utf-8", write_through=True)))
        status = cli.run([*map(str, arguments)])
        return Outcome(status, out.getvalue().decode(), err.getvalue().decode(), cwd)
