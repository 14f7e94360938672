"""Runs as a whole: several sites at once, interruption, exit statuses, and what Scrapy's own commands see."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import duckdb
import pytest
from scrapy.settings import Settings

from crawler import __version__
from crawler.site import site_names
from tests.command import parindex
from tests.crawler.crawling import begun, crawled, outcome
from tests.crawler.press import article, listing, path, publish, site_file
from tests.crawler.web import Web, served
from tests.house.tree import ROOT


@pytest.fixture
def web() -> Iterator[Web]:
    with served() as web:
        yield web


def scrapy(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """What Scrapy's own command says in the project."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "scrapy", *words],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env={**os.environ, **environment},
    )


def test_scrapy_list_is_the_catalogue() -> None:
    done = scrapy("list")
    assert (done.stdout.split(), done.stderr) == (site_names(), "")


def test_scrapy_crawl_keeps_what_it_finds_too(web: Web, tmp_path: Path) -> None:
    web.put("tcnn.vn/news/category/5020/Cai-cach-hanh-chinh.html", listing("/news/detail/1/Tin.html"))
    settings = {
        "PARINDEX_HOSTS": f'{{"tcnn.vn": "127.0.0.1:{web.port}"}}',
        "PARINDEX_ORIGIN": "demo",
        "PARINDEX_DATA": str(tmp_path / "data"),
        "RETRY_TIMES": "0",
        "DOWNLOAD_DELAY": "0",
        "DOWNLOAD_TIMEOUT": "2",
    }
    set_to = [word for pair in settings.items() for word in ("-s", "=".join(pair))]
    done = scrapy("crawl", "tcnn.vn", "-a", "max_pages=1", *set_to)
    assert done.returncode == 0, done.stderr
    # The site is asked over TLS, which this server does not speak: the request that failed is what is kept.
    with duckdb.connect(str(tmp_path / "data" / "parindex.duckdb"), read_only=True) as dataset:
        assert dataset.execute("select count(*), any_value(status) from fetches").fetchall() == [(1, 0)]
        assert dataset.execute("select command from runs").fetchall() == [("scrapy crawl",)]


def test_nothing_listens_for_commands_while_a_crawl_runs() -> None:
    settings = Settings()
    settings.setmodule("crawler.settings")
    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")


def test_the_crawler_is_polite_unless_told_otherwise() -> None:
    settings = Settings()
    settings.setmodule("crawler.settings")
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getbool("AUTOTHROTTLE_ENABLED")
    assert not settings.getbool("COOKIES_ENABLED")
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1


def test_the_user_agent_names_the_version_and_whom_to_write_to() -> None:
    done = scrapy("settings", "--get", "USER_AGENT", PARINDEX_CONTACT="name@example.org")
    assert done.stdout.strip() == f"parindex/{__version__} (+name@example.org)"


def test_a_slow_site_does_not_delay_another(web: Web, tmp_path: Path) -> None:
    publish(web, "fast.test", *range(1, 11))
    publish(web, "slow.test", 1, 2)
    web.put("slow.test/tin", listing(path(1), path(2)), delay=60)
    sites = {host: site_file(host) for host in ("slow.test", "fast.test")}
    process = begun(web, tmp_path / "data", sites, DOWNLOAD_TIMEOUT=60)
    wait_for(lambda: len(web.asked("fast.test")) == 11, process)
    web.closing.set()
    process.join(60)
    both = outcome(tmp_path / "data", process)
    assert both.status == 0, both.error
    assert [both.sites[host]["articles"] for host in ("fast.test", "slow.test")] == [10, 2]


def test_a_silent_site_makes_the_run_fail_and_the_others_are_kept(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    found = crawled(web, tmp_path / "data", {host: site_file(host) for host in ("a.test", "dead.test")})
    assert found.status == 1
    assert found.findings == [("dead.test", "silent")]
    assert found.rows("select count(*) from articles") == [(1,)]
    assert found.rows("select exit_status, figures['site.a.test.articles'] from runs") == [(1, 1)]


def test_a_site_whose_pages_all_changed_makes_the_run_fail(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1, 2, 3, 4)
    for number in (2, 3, 4):
        web.put(f"a.test{path(number)}", "<html><body><h1>Tin</h1></body></html>")
    found = crawled(web, tmp_path / "data", {"a.test": site_file("a.test")})
    assert (found.status, found.findings) == (1, [("a.test", "unreadable")])


def test_ctrl_c_keeps_and_publishes_what_came(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1, 2, 3)
    web.put("a.test/tin", listing(*map(path, range(1, 40))))
    for number in range(4, 40):
        web.put(f"a.test{path(number)}", article(number), delay=30)
    process = begun(web, tmp_path / "data", {"a.test": site_file("a.test")}, DOWNLOAD_TIMEOUT=60)
    wait_for(lambda: len(web.asked("a.test")) >= 7, process)
    os.kill(process.pid or 0, signal.SIGINT)
    web.closing.set()
    process.join(60)
    found = outcome(tmp_path / "data", process)
    assert found.status == 130, found.error
    assert {(f"Tin số {number}",) for number in (1, 2, 3)} <= set(found.rows("select title from articles"))
    assert found.rows("select exit_status from runs") == [(130,)]
    assert len(web.asked("a.test")) < 40


def wait_for(condition: Callable[[], bool], process: ForkServerProcess) -> None:
    """Returns when the condition holds, or fails when the process ends before."""
    while not condition():
        process.join(0.01)
        assert process.exitcode is None


def test_a_live_crawl_without_a_contact_does_not_start(tmp_path: Path) -> None:
    done = parindex("crawl", "tcnn.vn", cwd=tmp_path)
    assert done.status == 2
    assert "PARINDEX_CONTACT" in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "data" / "parindex.duckdb").exists()


@pytest.mark.parametrize("contact", ["me", "https:/x"])
def test_a_contact_nobody_can_write_to_is_none(tmp_path: Path, contact: str) -> None:
    assert parindex("crawl", "tcnn.vn", cwd=tmp_path, PARINDEX_CONTACT=contact).status == 2


def test_a_live_crawl_into_the_data_of_the_demo_does_not_start(web: Web, tmp_path: Path) -> None:
    publish(web, "a.test", 1)
    crawled(web, tmp_path / "data", {"a.test": site_file("a.test")})
    done = parindex("crawl", "tcnn.vn", cwd=tmp_path, PARINDEX_CONTACT="name@example.org")
    assert done.status == 3
    assert "demo" in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere.vn"], "there is no site 'nowhere.vn'"),
        (["tcnn.vn", "--since", "2024-02-01", "--until", "2024-01-01"], "lies after"),
        (["tcnn.vn", "--since", "yesterday"], "since"),
        (["tcnn.vn", "--sample", "0"], "sample"),
        (["tcnn.vn", "--max-pages", "none"], "max-pages"),
    ],
)
def test_what_cannot_be_crawled_is_told_in_one_line(tmp_path: Path, words: list[str], told: str) -> None:
    done = parindex("crawl", *words, cwd=tmp_path, PARINDEX_CONTACT="name@example.org")
    assert done.status == 2
    assert told in done.err
    assert len(done.err.splitlines()) == 1
