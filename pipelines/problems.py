"""What can be wrong with a page, with the reason and what to do next: the one table of the article stage's issues."""

from __future__ import annotations

from storage.records import Issue, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_PROBLEMS = {
    "empty": (
        _ERROR,
        "the page is empty",
        "open the address in a browser; save or crawl the page again if it shows an article",
    ),
    "too-large": (
        _ERROR,
        "the {part} has {size} {unit}, more than the {limit} that are read",
        "save the article's part of the page alone and give that file to `parindex add`",
    ),
    "not-html": (
        _ERROR,
        "the content is no HTML page ({kind})",
        "give the address of the article's own page, or save its text as .txt for `parindex add`",
    ),
    "no-body": (
        _ERROR,
        "no text of an article was found on the page",
        "check whether it is an article; if it is, correct `body` in the site file's layout",
    ),
    "no-title": (
        _WARNING,
        "no title was found; the article is kept without one",
        "check `title` in the site file's layout",
    ),
    "no-date": (
        _WARNING,
        "no date of publication was found{wording}; the article is kept without one",
        "check `date` in the site file's layout",
    ),
    "future-date": (
        _WARNING,
        "the page is dated {written!r}, later than it was fetched; that date is not taken",
        "compare the page with its source; correct `date` in the site file's layout if it reads another place",
    ),
    "broken-bytes": (
        _WARNING,
        "{count} places of the page can't be read as {encoding}; each stands as U+FFFD",
        "fetch the page again; compare the text of its numbers with the page in a browser",
    ),
}


def problem(kind: str, url: str | None, /, **facts: object) -> Issue:
    """The issue of that kind about a page, its reason filled with the facts."""
    severity, reason, next_step = _PROBLEMS[kind]
    return Issue("article", severity, kind, reason.format(**facts), next_step, url=url)
