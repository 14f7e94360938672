"""The rules of the house that a machine can check: what lies where, which way imports go, how long things get."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, ROOT, files, sources, text, top_level, tree

TOP_LEVEL = {
    *("crawler", "pipelines", "storage", "tests", "docs", "benchmarks", "deploy", "requirements"),
    *("scrapy.cfg", "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "LICENSE"),
}
# Each is written in two parts, so that this file does not name what it forbids.
FORBIDDEN = {
    "a package registry's host": "|".join(
        re.escape("".join(parts))
        for parts in (
            ("pypi", ".org"),
            ("python", "hosted.org"),
            ("npmjs", ".org"),
            ("npmjs", ".com"),
            ("yarnpkg", ".com"),
            ("golang", ".org"),
        )
    ),
    "the address of an index": "index" + r"-url\s*[=:]|/sim" + "ple/",
    "a path of somebody's machine": r"(?<![\w.])/(?:ho" + r"me|Us" + r"ers|ro" + r"ot|work)/\w",
    "a note to do later": r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X)\b",
}


def test_the_top_level_holds_only_what_the_architecture_names() -> None:
    assert set(top_level()) <= TOP_LEVEL


def imported(module: ast.Module) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_go_from_crawler_to_pipelines_to_storage_and_never_back(package: str) -> None:
    later = {*PACKAGES[PACKAGES.index(package) + 1 :], "tests"}
    back = {
        f"{path} imports {name}"
        for path in sources()
        if path.parts[0] == package
        for name in imported(tree(path)) & later
    }
    assert not back


def undocumented(path: Path) -> list[str]:
    """The public parts of a module that have no docstring."""
    missing = [] if ast.get_docstring(tree(path)) else ["the module"]
    places: list[ast.Module | ast.ClassDef] = [tree(path)]
    while places:
        for node in places.pop().body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
                missing += [] if ast.get_docstring(node) else [node.name]
                places += [node] if isinstance(node, ast.ClassDef) else []
    return missing


def test_every_module_and_its_public_classes_and_functions_say_what_they_are() -> None:
    assert not {str(path): missing for path in sources() if (missing := undocumented(path))}


def test_the_docstring_of_each_package_names_its_modules() -> None:
    unnamed = set()
    for init in (path for path in sources() if path.name == "__init__.py"):
        words = set(re.findall(r"\w+", ast.get_docstring(tree(init)) or ""))
        inside = {
            path.relative_to(init.parent).parts[0].removesuffix(".py")
            for path in sources()
            if init.parent in path.parents
        }
        unnamed |= {f"{init}: {name}" for name in inside - words - {"__init__", "__main__"}}
    assert not unnamed


def test_no_file_is_longer_than_400_lines_and_half_of_them_stay_under_120() -> None:
    lengths = {path: text(path).count("\n") for path in files() if path.suffix == ".py"}
    assert {str(path): length for path, length in lengths.items() if length > 400} == {}
    assert statistics.median(lengths[path] for path in sources()) <= 120


def test_nine_functions_of_ten_are_shorter_than_30_lines() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert lengths[len(lengths) * 9 // 10] < 30


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = {f"{path}: {match[0]}" for path in files() if (match := re.search(FORBIDDEN[what], text(path)))}
    assert not found


def test_no_file_names_the_folder_of_this_clone() -> None:
    assert not [str(path) for path in files() if str(ROOT) in text(path)]
