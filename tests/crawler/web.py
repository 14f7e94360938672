"""A real web on loopback for tests: hosts with pages, each as badly behaved as the test asks, and a log of requests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Served:
    """What the server answers at one address."""

    body: bytes = b""
    status: int = 200
    type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    """Seconds before the answer; the end of the test cuts it short."""


@dataclass
class Web:
    """The hosts that a test serves."""

    port: int
    pages: dict[str, Served] = field(default_factory=dict)
    """By `host/path`."""
    log: list[str] = field(default_factory=list)
    """The addresses that were asked for, as `host/path`, in order."""
    agents: set[str] = field(default_factory=set)
    closing: threading.Event = field(default_factory=threading.Event)

    def put(self, address: str, body: str | bytes = b"", **how: Any) -> None:
        """Serve a page at `host/path`."""
        self.pages[address] = Served(body.encode() if isinstance(body, str) else body, **how)

    def redirect(self, address: str, to: str, status: int = 302) -> None:
        """Answer an address with a redirect."""
        self.put(address, status=status, headers=(("Location", to),))

    def asked(self, host: str, *, robots: bool = False) -> list[str]:
        """The paths that were asked for on a host, robots.txt only on demand."""
        paths = [entry.removeprefix(host) for entry in self.log if entry.partition("/")[0] == host]
        return [path for path in paths if robots or path != "/robots.txt"]

    def hosts(self, *names: str) -> dict[str, str]:
        """The setting that leads these hosts here."""
        return dict.fromkeys(names, f"127.0.0.1:{self.port}")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = self.headers["Host"].partition(":")[0]
        address = host + self.path
        self.server.web.log.append(address)
        self.server.web.agents.add(self.headers["User-Agent"])
        page = self.server.web.pages.get(address, Served(b"<html><body>nothing here</body></html>", status=404))
        self.server.web.closing.wait(page.delay)
        self.send_response(page.status)
        for name, value in (("Content-Type", page.type), ("Content-Length", str(len(page.body))), *page.headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.web = Web(self.server_port)

    def handle_error(self, *args: Any) -> None:
        """A crawler that goes away, or gives up on a slow page, is what some tests are about."""


@contextmanager
def served() -> Iterator[Web]:
    """An empty web, served until the block is left."""
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.web
        finally:
            server.web.closing.set()
            server.shutdown()
            thread.join()
