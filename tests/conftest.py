"""What holds for every test: no network but loopback, nothing of the user's environment, no silent skips in CI."""

from __future__ import annotations

import os
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from filelock import FileLock

from tests.command import Outcome, parindex
from tests.soak import SOAK, times

REQUIRE_ALL = os.environ.get("PARINDEX_REQUIRE_ALL") == "1"

# A parallel run on a busy machine must not fail an example for being slow; the same examples in every run but a soak.
hypothesis.settings.register_profile("parindex", deadline=None, derandomize=not SOAK, max_examples=times(100))
hypothesis.settings.load_profile("parindex")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _environment_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PARINDEX_DATA", "PARINDEX_CONTACT", "SCRAPY_SETTINGS_MODULE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="session")
def _loopback_only() -> Iterator[None]:
    """No test reaches another machine: connecting anywhere but to this one fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test wants to reach {address}: tests stay on this machine")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Outcome:
    """What `parindex demo` did in an empty folder, once for the whole run; the folder is for reading only."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder, told = shared / "demo", shared / "demo.outcome"
    with FileLock(shared / "demo.lock"):
        if not told.exists():
            folder.mkdir()
            parindex("demo", cwd=folder).save(told)
    return Outcome.load(told, folder)


@pytest.fixture(scope="session")
def demo_data(demo: Outcome) -> Path:
    """The data folder that the demo made."""
    assert demo.status == 0, demo.err
    return demo.folder / "data"
