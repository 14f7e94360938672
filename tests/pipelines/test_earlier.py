"""An earlier revision is asked with its own code, and leaves nothing behind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipelines.document import Document, PartialDate
from pipelines.earlier import RevisionError, rows_at
from pipelines.gold import Case
from tests.house.tree import PACKAGES, ROOT

TEXT = "Năm ngoái, Hà Nội đạt 84,64% Chỉ số cải cách hành chính (PAR INDEX)."
CASES = [
    Case("a", Document("same", TEXT, published=PartialDate(2020, 5)), (), (), ""),
    Case("b", Document("same", "Trời nắng."), (), (), ""),
]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of this code whose first revision has another version of the extractor than its second."""
    folder = tmp_path / "repository"
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__", "demo"))
    git(folder.parent, "init", "-q", str(folder))
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    (folder / "pipelines" / "statements.py").write_text("broken", encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "second")
    return folder


def test_a_revision_says_what_its_own_code_reads_and_leaves_nothing_behind(repository: Path) -> None:
    first, second = rows_at("HEAD~1", repository, CASES)
    assert [(row["entity"], row["year"], row["value"]) for row in first] == [("Hà Nội", 2019, 84.64)]
    assert second == []
    assert len(git(repository, "worktree", "list").splitlines()) == 1
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        pytest.param("HEAD", "cannot extract: .*NameError", id="a revision that does not run"),
        pytest.param("nowhere", "git worktree failed: .*nowhere", id="no revision"),
    ],
)
def test_a_revision_that_cannot_be_asked_is_told(repository: Path, revision: str, why: str) -> None:
    with pytest.raises(RevisionError, match=why):
        rows_at(revision, repository, CASES)
    assert len(git(repository, "worktree", "list").splitlines()) == 1


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="not a git repository"):
        rows_at("HEAD", tmp_path, CASES)
