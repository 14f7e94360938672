"""The files of the repository, as a clone holds them, and the sources among them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("storage", "pipelines", "crawler")
"""In the order of their imports: each may import itself and those before it."""
LEFT_OUT = {"data", "build", "dist", "htmlcov", "__pycache__"}
"""Folders that .gitignore leaves out of the repository."""


def top_level() -> list[str]:
    """The names at the top, without dot-files and what is never committed."""
    return sorted(
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and path.name not in LEFT_OUT and path.suffix != ".egg-info"
    )


@cache
def files() -> tuple[Path, ...]:
    """Every file that a commit may hold, relative to the top."""
    found = [ROOT / ".gitignore", *(ROOT / ".ci").iterdir()]
    for name in top_level():
        place = ROOT / name
        found += [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    relative = (path.relative_to(ROOT) for path in found)
    return tuple(sorted(path for path in relative if "__pycache__" not in path.parts))


def sources() -> list[Path]:
    """The Python files of the packages."""
    return [path for path in files() if path.suffix == ".py" and path.parts[0] in PACKAGES]


@cache
def text(path: Path) -> str:
    """The text of a file of the repository; bytes that are none are marked."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file of the repository."""
    return ast.parse(text(path))
