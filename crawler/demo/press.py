"""`serve()`: the bundled press on loopback, for the demo and for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from crawler.demo.answers import answers
from crawler.demo.server import Asked, Server


@dataclass(frozen=True)
class Press:
    """The press while it is served."""

    host: str
    """The address to connect to, 127.0.0.1."""
    port: int
    hosts: tuple[str, ...]
    """The names that its papers answer to; a request tells by its Host header which one it means."""
    requests: list[Asked]
    """What was asked so far, in the order of the answers."""


@contextmanager
def serve() -> Iterator[Press]:
    """The press, served until the block is left; slow pages do not hold up the end."""
    server = Server(answers())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="press", daemon=True)
    thread.start()
    try:
        yield Press("127.0.0.1", server.server_port, tuple(server.answers), server.requests)
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
