"""What came back from a request, as records: a `Fetch` for every answer, an `Issue` for every page that failed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from http import HTTPStatus

from scrapy import exceptions
from scrapy.http import Request, Response
from w3lib.encoding import http_content_type_encoding

from crawler.middlewares import LeavesSite
from storage.records import Fetch, Issue, Severity, digest

_LATER = "crawl again later; if it stays so, look at the site in a browser"
_LOOK = "open the address in a browser; if the page is there, the site file needs a look"
_FAILURES: dict[type[Exception], tuple[str, str]] = {
    exceptions.DownloadTimeoutError: ("time-out", _LATER),
    exceptions.CannotResolveHostError: ("no-such-host", "check the site file's domains and the network"),
    exceptions.DownloadConnectionRefusedError: ("refused", _LATER),
    exceptions.ResponseDataLossError: ("cut-off", _LATER),
    exceptions.DownloadCancelledError: ("too-big", "look at the page: no news article is that large"),
}
"""Why no answer came, as Scrapy tells it: the kind of the issue, and what to do."""


def fetch_of(response: Response, run_id: str, site: str, kind: str, at: datetime) -> Fetch:
    """The record of an answer that came."""
    asked = first_address(response.request) if response.request else response.url
    return Fetch(
        id=digest(run_id, asked),
        run_id=run_id,
        site=site,
        url=asked,
        final_url=response.url,
        status=response.status,
        fetched_at=at,
        body_hash=hashlib.sha256(response.body).hexdigest(),
        bytes=len(response.body),
        kind=kind,
    )


def fetch_without_answer(request: Request, run_id: str, site: str, kind: str, error: str) -> Fetch:
    """The record of a request that no page answered; a redirect that was not followed keeps its status."""
    reasons = request.meta.get("redirect_reasons", [])
    return Fetch(
        id=digest(run_id, first_address(request)),
        run_id=run_id,
        site=site,
        url=first_address(request),
        final_url=request.url,
        status=reasons[-1] if reasons and isinstance(reasons[-1], int) else 0,
        fetched_at=datetime.now(UTC),
        body_hash=None,
        bytes=0,
        kind=kind,
        error=error,
    )


def first_address(request: Request) -> str:
    """The address that was asked for, before redirects."""
    redirected: list[str] = request.meta.get("redirect_urls", [])
    return redirected[0] if redirected else request.url


def declared_charset(response: Response) -> str | None:
    """The charset that the header of an answer declares, None where it declares none."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return http_content_type_encoding(header)


def bad_status(response: Response) -> Issue | None:
    """What the status of an answer says against it, None where it brings a page."""
    status = response.status
    if 200 <= status < 300:
        return None
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "unknown status"
    asked = first_address(response.request) if response.request else response.url
    return _issue(f"http-{status}", f"the server answered {status} {phrase}", _LOOK if status < 500 else _LATER, asked)


def trouble_without_answer(request: Request, error: BaseException) -> Issue:
    """Why a request got no page."""
    asked = first_address(request)
    if isinstance(error, LeavesSite):
        reason = f"redirects to another site, {request.url}"
        return _issue("leaves-site", reason, "add that host to the site file if it is the site's own", asked, soft=True)
    if isinstance(error, exceptions.IgnoreRequest):
        return _refused(asked, str(error))
    kind, next_step = next(
        (known for failure, known in _FAILURES.items() if isinstance(error, failure)), ("no-answer", _LATER)
    )
    return _issue(kind, f"no page came: {_one_line(error)}", next_step, asked)


def trouble_reading(url: str, error: Exception) -> Issue:
    """The issue of a page on which the reader broke."""
    reason = f"the reader broke: {_one_line(error)}"
    return _issue("reader-failed", reason, "report it with the address of the page", url, stage="article")


def trouble_with_source(url: str, error: Exception) -> Issue:
    """The issue of a feed or sitemap that cannot be read."""
    return _issue("bad-source", str(error), "open the address; then mend the site file's discovery", url)


def trouble_without_address(url: str) -> Issue:
    """The issue of a page found by its number that does not say what its address is."""
    reason = "found by its number, but the page does not state its own address"
    return _issue("no-address", reason, "add the article by its own address", url, stage="article", soft=True)


def was_asked(request: Request, error: BaseException) -> bool:
    """Whether a server was asked at all, even if only for what then led to a place that is not gone to."""
    return not isinstance(error, exceptions.IgnoreRequest) or "redirect_urls" in request.meta


def is_forbidden(error: BaseException) -> bool:
    """Whether robots.txt kept the page from being asked for."""
    return isinstance(error, exceptions.IgnoreRequest) and "robots.txt" in str(error)


def _refused(asked: str, reason: str) -> Issue:
    """The issue of a request that was not made, or not carried on."""
    if "robots.txt" in reason:
        return _issue("robots", "robots.txt forbids the page", "nothing: the site's wish holds", asked, soft=True)
    return _issue("redirect-loop", f"gave up: {reason}", _LOOK, asked)


def _issue(kind: str, reason: str, next_step: str, url: str, *, stage: str = "fetch", soft: bool = False) -> Issue:
    """An issue with the page; a soft one lost nothing that was there for us."""
    return Issue(stage, Severity.WARNING if soft else Severity.ERROR, kind, reason, next_step, url=url)


def _one_line(error: BaseException) -> str:
    """The error in one line, its kind where it has no words."""
    return " ".join(str(error).split()) or type(error).__name__
