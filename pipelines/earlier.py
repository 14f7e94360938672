"""What an earlier revision of the extractor said: its own code, checked out beside this one, run by itself."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipelines.gold import Case, Row


class RevisionError(ValueError):
    """Why a revision can't be asked and what to do, in one line."""


def rows_at(revision: str, repository: Path, cases: Sequence[Case]) -> list[list[Row]]:
    """The rows that a revision of the repository makes of each case, in the order of the cases."""
    with (
        tempfile.TemporaryDirectory(prefix="parindex-") as folder,
        _checkout(revision, repository, folder) as tree,
    ):
        given, made = Path(folder) / "given.jsonl", Path(folder) / "rows"
        lines = [json.dumps(_stated(str(number), case), ensure_ascii=False) for number, case in enumerate(cases)]
        given.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, "-m", "crawler", "extract", "--out", str(made), str(given)]
        told = subprocess.run(command, cwd=tree, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
        if not made.is_dir():
            last = (told.stderr.strip().splitlines() or ["it says nothing"])[-1]
            raise RevisionError(f"revision {revision} cannot extract: {last}")
        return [_rows(made / f"{number}.jsonl") for number in range(len(cases))]


def _stated(name: str, case: Case) -> dict[str, str | None]:
    """The document of a case as JSON states one, under another name: two corpora may share theirs."""
    document, day = case.document, case.document.published
    parts = [day.year, day.month, day.day] if day else []
    published = "-".join(f"{part:02}" for part in parts if part is not None)
    return {
        "id": name,
        "url": document.url,
        "published": published or None,
        "title": document.title,
        "text": document.text,
    }


def _rows(path: Path) -> list[Row]:
    """The rows of a written file; none where the revision broke on that document."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@contextmanager
def _checkout(revision: str, repository: Path, folder: str) -> Iterator[Path]:
    """A folder with the files of a revision, for as long as the block lasts."""
    tree = Path(folder) / "tree"
    _git(repository, "worktree", "add", "--quiet", "--detach", str(tree), revision)
    try:
        yield tree
    finally:
        _git(repository, "worktree", "remove", "--force", str(tree))


def _git(repository: Path, *arguments: str) -> None:
    """Run git in the repository; its last line tells what went wrong."""
    try:
        done = subprocess.run(["git", *arguments], cwd=repository, capture_output=True, encoding="utf-8", check=False)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise RevisionError("git is not installed: comparing with a revision needs it") from error
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise RevisionError(f"git {arguments[0]} failed: {said[-1] if said else done.returncode}")
