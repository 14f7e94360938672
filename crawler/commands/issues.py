"""`parindex issues`: what a person should look at."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crawler.commands import options
from storage import formats, query
from storage.records import Severity
from storage.workspace import Workspace

_ISSUES = """
SELECT date_trunc('second', started_at) AS first_met, severity, kind, url, quote, reason, next_step
FROM open_issues JOIN runs ON runs.id = open_issues.run_id
WHERE ($severity IS NULL OR severity = $severity)
    AND ($stage IS NULL OR stage = $stage)
    AND ($kind IS NULL OR kind = $kind)
    AND ($site IS NULL OR regexp_matches(url, '^[a-z]+://([^/]+[.])?' || regexp_escape($site) || '(:[0-9]+)?(/|$)'))
ORDER BY started_at DESC, severity, kind, url, quote, open_issues.id
LIMIT $limit
"""
_SEVERITIES = tuple(severity.value for severity in Severity)
_STAGES = ("fetch", "article", "extract", "store", "check")


@click.command()
@click.option("--site", metavar="SITE", help="Only those of pages on this site.")
@click.option("--stage", type=click.Choice(_STAGES), help="Only those met at this step.")
@click.option(
    "--severity",
    type=click.Choice([one.value for one in Severity]),
    help="Only those that lost something, or want a look.",
)
@click.option("--kind", metavar="KIND", help="Only those of this kind, such as no-date.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than the N newest.")
@options.form
@options.data
def issues(data: Path, form: str, **wanted: object) -> None:
    """List what failed or found no place, with the next step.

    The newest come first. An issue stands until a later run looks at its page again and does not meet it.

    \b
    Examples:
      parindex issues --severity error
      parindex issues --site tcnn.vn --kind no-date --csv
    """
    formats.write(query.run(Workspace(data).published, _ISSUES, wanted), form, sys.stdout)
