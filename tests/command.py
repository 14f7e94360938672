"""The command as a user runs it: in a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path


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
