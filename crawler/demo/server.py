"""The HTTP server of the press: threaded, with virtual hosts, conditional requests and a log of what was asked."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from socketserver import TCPServer
from threading import Event
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from crawler.demo.answers import Answer

_STRANGER = Answer(
    HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", b"no such host here\n", datetime.fromtimestamp(0, UTC)
)


class Asked(NamedTuple):
    """One request as the server saw it."""

    host: str
    path: str
    status: int
    """What it answered."""


class Server(ThreadingHTTPServer):
    """A server of fixed answers on loopback, at a port of its own."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Mapping[str, Answer]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.requests: list[Asked] = []
        self.closing = Event()

    def server_bind(self) -> None:
        """Take the port; the base class would ask DNS for a name of this machine, which nobody here wants to know."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.socket.getsockname()[1]

    def answer(self, host: str, path: str) -> Answer:
        """The answer of a host to a path: its page, its missing page, or 421 for a host that is not served here."""
        pages = self.answers.get(host)
        return pages.get(path, pages["404"]) if pages else _STRANGER

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Tell of what went wrong, except that a client went away: crawlers may."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """One connection: keeps it open, answers GET and HEAD."""

    protocol_version = "HTTP/1.1"
    server_version = "parindex-press"
    sys_version = ""
    wbufsize = -1  # head and body leave in one packet: two would wait for each other's acknowledgement
    timeout = 10.0
    server: Server

    def do_GET(self) -> None:
        """Answer with the page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the head of the page."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Stay silent: `Server.requests` is the log."""

    def _answer(self, *, with_body: bool) -> None:
        """Find the page, wait if it is slow, say that it has not changed if the client has it, else send it."""
        host, path = self._asked()
        answer = self.server.answer(host, path)
        self.server.closing.wait(answer.delay)
        status = HTTPStatus.NOT_MODIFIED if self._has(answer) else answer.status
        self.server.requests.append(Asked(host, path, int(status)))
        body = answer.body if status != HTTPStatus.NOT_MODIFIED else b""
        self._head(answer, status, len(body))
        if with_body:
            self.wfile.write(body)

    def _asked(self) -> tuple[str, str]:
        """The host and the path asked for; a client that uses the press as its proxy asks for a whole address."""
        target = urlsplit(self.path)
        host = target.hostname or self.headers.get("Host", "").partition(":")[0].lower()
        return host, target._replace(scheme="", netloc="", fragment="").geturl() or "/"

    def _has(self, answer: Answer) -> bool:
        """Whether the client's validators say that it has this page already; an ETag outweighs a date."""
        if answer.status != HTTPStatus.OK:
            return False
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return answer.etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        return _is_since(answer.modified, self.headers.get("If-Modified-Since"))

    def _head(self, answer: Answer, status: int, length: int) -> None:
        """Send the status and the headers."""
        self.send_response(status)
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.status == HTTPStatus.OK:
            self.send_header("ETag", answer.etag)
            self.send_header("Last-Modified", format_datetime(answer.modified.astimezone(UTC), usegmt=True))
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(length))
        self.end_headers()


def _is_since(modified: datetime, header: str | None) -> bool:
    """Whether the page has not changed since the header's date; a date that can't be read counts as none."""
    if header is None:
        return False
    try:
        return modified <= parsedate_to_datetime(header).replace(tzinfo=UTC)
    except ValueError:
        return False
