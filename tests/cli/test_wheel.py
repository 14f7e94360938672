"""The installed wheel: all that the program needs travels in it, and it works in an empty folder."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from filelock import FileLock

from crawler import __version__
from tests.house.tree import PACKAGES, ROOT, files

BUILD = ("wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-cache-dir")


def pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The wheel of this source tree, built once for the whole run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "wheel"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            pip(*BUILD, "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("parindex-*.whl")
    return built


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """The command of a fresh environment that holds the wheel; the packages it depends on are lent by this one."""
    venv.create(tmp_path / "venv", symlinks=True)
    programs = tmp_path / "venv" / "bin"
    pip("--python", programs / "python", "install", "--quiet", "--no-index", "--no-deps", wheel)
    (site_packages,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    # A line in a .pth file lends the packages, and not the .pth files among them: the source tree stays out of reach.
    (site_packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs / "parindex"


def test_the_wheel_holds_the_packages_with_their_data_and_nothing_else(wheel: Path) -> None:
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == {path.as_posix() for path in files() if path.parts[0] in PACKAGES}


def test_the_wheel_has_the_version_that_the_program_tells(wheel: Path) -> None:
    assert wheel.name.startswith(f"parindex-{__version__}-")


@pytest.mark.parametrize(
    "kind",
    [
        r"crawler/sites/.*\.toml",
        r"crawler/demo/.*\.html",
        r"pipelines/lexicon/.*\.toml",
        r"pipelines/gazetteer/.*\.csv",
        r"storage/schema\.sql",
        r"storage/migrations/.*\.sql",
    ],
)
def test_the_wheel_holds_data_of_each_kind(wheel: Path, kind: str) -> None:
    assert [name for name in ZipFile(wheel).namelist() if re.fullmatch(kind, name)]


def test_the_wheel_carries_the_licence_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]
    assert not [name for name in names if "test" in name]


def test_the_installed_command_makes_the_demo_dataset_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    made = subprocess.run([installed, "demo"], cwd=empty, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert [path.name for path in empty.iterdir()] == ["data"]
    asked = subprocess.run(
        [installed, "select count(*) as rows from statements", "--csv"],
        cwd=empty,
        capture_output=True,
        text=True,
        check=False,
    )
    header, rows = asked.stdout.split()
    assert header == "rows"
    assert int(rows) > 0


def test_the_installed_command_is_not_led_astray_by_another_scrapy_project(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = another.settings\n", encoding="utf-8")
    done = subprocess.run(
        [installed, "sites", "--csv"],
        cwd=tmp_path,
        env={"SCRAPY_SETTINGS_MODULE": "another.settings", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "tcnn.vn" in done.stdout
