"""Python processes that tests start, talk to and end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def start(code: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
    """A process that runs the code; what it prints can be read line by line."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def end(process: subprocess.Popen[str], timeout: float = 60) -> tuple[str, str]:
    """What a process printed, once it has come to its end; one that does not is killed, and TimeoutExpired raised."""
    try:
        return process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise


HOLDER = """
import sys
from pathlib import Path
from storage.database import Database
with Database.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""
"""Opens a dataset for writing and keeps it open until it is told to end."""
