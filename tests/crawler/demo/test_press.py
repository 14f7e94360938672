"""The server of the press, asked over real sockets."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from contextlib import closing
from http.client import HTTPConnection

import pytest

from crawler.demo.press import Press, serve
from tests.crawler.demo.conftest import Ask
from tests.house.tree import ROOT

TCNN, HANOIMOI = "tcnn.test", "hanoimoi.test"
SEED = "/news/detail/47012/Ha-Noi-nang-diem-o-nhieu-linh-vuc-cai-cach-hanh-chinh.html"
SLOW = "/news/detail/54430/Thanh-Hoa-tang-15-bac.html"


def test_one_port_serves_both_papers_by_the_host_header(ask: Ask) -> None:
    first, second = ask(TCNN, "/"), ask(HANOIMOI, "/")
    assert (first.status, second.status) == (200, 200)
    assert "Tạp chí Tổ chức nhà nước" in first.body.decode()
    assert "Hànộimới" in second.body.decode()


def test_the_port_of_a_host_header_does_not_matter(ask: Ask) -> None:
    assert ask(f"{TCNN}:80", "/").status == 200


def test_a_client_that_takes_the_press_for_its_proxy_gets_the_same_page(ask: Ask) -> None:
    assert ask("elsewhere.test", f"http://{TCNN}{SEED}").body == ask(TCNN, SEED).body


def test_a_host_that_is_not_served_here_is_told_so(ask: Ask) -> None:
    assert ask("bao-ban.test", "/96-17-la-con-so-ky-luc.html").status == 421


@pytest.mark.parametrize("host", [TCNN, HANOIMOI])
def test_what_is_not_there_is_a_404_with_the_furniture_of_its_paper(ask: Ask, host: str) -> None:
    said = ask(host, "/khong-co-trang-nay.html")
    assert said.status == 404
    assert "Không tìm thấy trang" in said.body.decode()


@pytest.mark.parametrize(
    ("host", "path", "status", "location"),
    [
        pytest.param(
            TCNN,
            "/news/detail/59010/Quang-Ninh-giu-ngoi-dau.html",
            301,
            "http://tcnn.test/news/detail/59120/Quang-Ninh-lan-thu-sau-dan-dau-PAR-INDEX.html",
            id="an old address leads to the new one",
        ),
        pytest.param(
            HANOIMOI,
            "/thu-do-giu-vi-tri-thu-ba-663001.html",
            301,
            "http://hanoimoi.test/ha-noi-hai-nam-lien-dung-thu-ba-663870.html",
            id="an old address of the other paper",
        ),
        pytest.param(
            TCNN,
            "/news/detail/62998/Doc-bai-goc-tren-bao-ban.html",
            302,
            "http://bao-ban.test/96-17-la-con-so-ky-luc.html",
            id="out of the site",
        ),
    ],
)
def test_redirects_say_where_to(ask: Ask, host: str, path: str, status: int, location: str) -> None:
    said = ask(host, path)
    assert (said.status, said.headers["Location"]) == (status, location)


def test_a_slow_page_keeps_nobody_else_waiting() -> None:
    with serve() as press, closing(HTTPConnection(press.host, press.port)) as slow:
        slow.request("GET", SLOW, headers={"Host": TCNN})
        with closing(HTTPConnection(press.host, press.port)) as fast:
            fast.request("GET", SEED, headers={"Host": TCNN})
            assert fast.getresponse().status == 200
        assert slow.getresponse().status == 200
        assert [asked.path for asked in press.requests] == [SEED, SLOW]


def test_a_connection_serves_several_requests() -> None:
    with serve() as press, closing(HTTPConnection(press.host, press.port)) as connection:
        for path in ("/", "/robots.txt", "/khong-co.html"):
            connection.request("GET", path, headers={"Host": TCNN})
            connection.getresponse().read()
        assert [(asked.path, asked.status) for asked in press.requests] == [
            ("/", 200),
            ("/robots.txt", 200),
            ("/khong-co.html", 404),
        ]


def test_the_log_counts_who_was_asked_for_what() -> None:
    with serve() as press:
        assert press.requests == []
        for host in (TCNN, TCNN, HANOIMOI):
            with closing(HTTPConnection(press.host, press.port)) as connection:
                connection.request("GET", "/", headers={"Host": host})
                connection.getresponse().read()
        assert sorted(press.requests) == [(HANOIMOI, "/", 200), (TCNN, "/", 200), (TCNN, "/", 200)]


def test_two_presses_run_side_by_side(press: Press) -> None:
    with serve() as other:
        assert other.port != press.port
        assert other.hosts == press.hosts == (HANOIMOI, TCNN)


def test_a_head_request_gets_the_head_alone(ask: Ask) -> None:
    whole, head = ask(TCNN, SEED), ask(TCNN, SEED, "HEAD")
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(whole.body))


def test_who_has_the_page_is_not_sent_it_again(ask: Ask) -> None:
    first = ask(TCNN, SEED)
    by_tag = ask(TCNN, SEED, If_None_Match=first.headers["ETag"])
    by_date = ask(TCNN, SEED, If_Modified_Since=first.headers["Last-Modified"])
    assert (by_tag.status, by_tag.body) == (304, b"")
    assert (by_date.status, by_date.body) == (304, b"")
    assert by_tag.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"If_None_Match": '"another"'}, id="another tag"),
        pytest.param(
            {"If_None_Match": '"another"', "If_Modified_Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
            id="another tag outweighs a later date",
        ),
        pytest.param({"If_Modified_Since": "Thu, 01 Jan 2015 00:00:00 GMT"}, id="an earlier date"),
        pytest.param({"If_Modified_Since": "hôm qua".encode().decode("latin-1")}, id="a date that is none"),
    ],
)
def test_who_has_another_page_is_sent_this_one(ask: Ask, headers: dict[str, str]) -> None:
    assert ask(TCNN, SEED, **headers).status == 200


def test_the_date_of_an_article_is_its_last_change(ask: Ask) -> None:
    assert ask(TCNN, SEED).headers["Last-Modified"] == "Wed, 20 May 2020 07:08:00 GMT"


def test_a_page_may_declare_an_encoding_that_it_is_not_in(ask: Ask) -> None:
    said = ask(HANOIMOI, "/ha-tinh-vao-nhom-10-dia-phuong-dan-dau-598310.html")
    assert said.headers["Content-Type"] == "text/html; charset=iso-8859-1"
    assert "Hà Tĩnh vào nhóm 10 địa phương dẫn đầu" in said.body.decode("utf-8")


def test_an_old_page_is_in_windows_1258_as_it_declares(ask: Ask) -> None:
    said = ask(HANOIMOI, "/an-giang-xep-hang-11-nam-2019-535020.html")
    assert said.headers["Content-Type"] == "text/html; charset=windows-1258"
    assert "An Giang tăng điểm" in unicodedata.normalize("NFC", said.body.decode("windows-1258"))
    with pytest.raises(UnicodeDecodeError):
        said.body.decode("utf-8")


@pytest.mark.parametrize(
    ("host", "rule", "path"),
    [
        (TCNN, "Disallow: /news/print/", "/news/print/62710.html"),
        (HANOIMOI, "Disallow: /ban-in/", "/ban-in/659210.html"),
    ],
)
def test_robots_txt_forbids_a_page_that_is_there_and_that_a_listing_links(
    ask: Ask, host: str, rule: str, path: str
) -> None:
    listings = {TCNN: "/news/category/5020/Cai-cach-hanh-chinh.html", HANOIMOI: "/cai-cach-hanh-chinh?page=2"}
    assert rule in ask(host, "/robots.txt").body.decode().splitlines()
    assert f'href="{path}"' in ask(host, listings[host]).body.decode()
    assert ask(host, path).status == 200


DIGEST = """
import hashlib
from crawler.demo.answers import answers
pages = [(host, path, repr(page)) for host, paths in answers().items() for path, page in paths.items()]
print(hashlib.sha256(repr(pages).encode()).hexdigest())
"""


def said_by(environment: dict[str, str]) -> bytes:
    """The digest of the whole press in a process of its own."""
    command = [sys.executable, "-c", DIGEST]
    return subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment).stdout


def test_every_page_is_the_same_in_every_process_and_time_zone() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", DIGEST], check=True, capture_output=True, env={**os.environ, **place}
        ).stdout
        for place in ({"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1"}, {"TZ": "America/Lima", "PYTHONHASHSEED": "2"})
    }
    assert len(said) == 1
