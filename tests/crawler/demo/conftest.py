"""One press for the tests of a module, and a way of asking it that follows nothing and hides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection

import pytest

from crawler.demo.press import Press, serve


@dataclass(frozen=True)
class Said:
    """What the server said."""

    status: int
    headers: Message
    body: bytes


Ask = Callable[..., Said]


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with serve() as served:
        yield served


@pytest.fixture(scope="module")
def ask(press: Press) -> Ask:
    """Ask a host of the press for a path, on a connection of its own."""

    def asking(host: str, path: str, method: str = "GET", **headers: str) -> Said:
        with closing(HTTPConnection(press.host, press.port)) as connection:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers={"Host": host, **names})
            response = connection.getresponse()
            return Said(response.status, response.headers, response.read())

    return asking
