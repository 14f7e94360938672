"""Saved pages come into the dataset as if they had been crawled; what cannot be read is told, and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from crawler.cli import run
from tests.command import Outcome
from tests.crawler.press import article

TCNN = """<html><head><link rel="canonical" href="https://tcnn.vn/news/detail/47012/Ha-Noi.html"></head><body>
<div class="top-line">Hà Nội, Ngày 19/04/2024</div><h1 class="titleMain">Quảng Ninh đứng đầu</h1>
<div class="thongke-ngay"><span>Ngày đăng: 20/05/2020   14:08</span></div>
<div class="noidung fwd fwb"><p>Kết quả được công bố hôm qua tại Hà Nội.</p></div>
<div class="noidung"><p>Chỉ số cải cách hành chính (PAR INDEX) năm 2019 của tỉnh Quảng Ninh xếp thứ 1, đạt 90,09%.</p>
<p class="pt5">Theo: hanoimoi.com.vn</p></div></body></html>"""

Add = Callable[..., Outcome]


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(folder / "data" / "parindex.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Add:
    """`parindex add` in the folder of the test, in this process: nothing here needs Scrapy's event loop."""

    def added(*names: str) -> Outcome:
        monkeypatch.chdir(tmp_path)
        status = run(["add", *names])
        told = capsys.readouterr()
        return Outcome(status, told.out, told.err, tmp_path)

    return added


def test_a_saved_page_is_the_article_of_the_address_that_it_names(tmp_path: Path, add: Add) -> None:
    (tmp_path / "saved.html").write_text(TCNN, encoding="utf-8")
    done = add("saved.html")
    assert (done.status, done.err) == (0, "")
    [found] = rows(tmp_path, "select url, site, published_at::date::text, credited_source from articles")
    assert found == ("https://tcnn.vn/news/detail/47012/Ha-Noi.html", "tcnn.vn", "2020-05-20", "hanoimoi.com.vn")
    assert rows(tmp_path, "select value from statements where metric = 'rank'") == [(1.0,)]
    assert rows(tmp_path, "select kind, status from fetches") == [("file", 0)]


def test_a_folder_is_read_whole_and_files_of_one_name_stay_apart(tmp_path: Path, add: Add) -> None:
    for number in (1, 2):
        (tmp_path / "pages" / str(number)).mkdir(parents=True)
        (tmp_path / "pages" / str(number) / "index.html").write_text(article(number), encoding="utf-8")
    (tmp_path / "pages" / "style.css").write_text("p {}")
    assert add("pages").status == 0
    assert rows(tmp_path, "select url from articles order by url") == [("file:1/index.html",), ("file:2/index.html",)]


def test_texts_and_documents_are_taken_with_what_is_known_of_them(tmp_path: Path, add: Add) -> None:
    text = "Chỉ số cải cách hành chính (PAR INDEX) năm 2019 của tỉnh Quảng Ninh xếp thứ 1.\nHết."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    documents = [
        {"id": "a", "url": "https://tcnn.vn/a", "published": "2020-05-20", "title": "A", "text": text},
        {"id": "b", "url": None, "published": "2020", "title": None, "text": text},
    ]
    (tmp_path / "two.json").write_text(json.dumps(documents), encoding="utf-8")
    assert add("one.txt", "two.json").status == 0
    found = rows(tmp_path, "select url, published_at::date::text, published_raw, text from articles order by url")
    assert found == [
        ("file:one.txt#one", None, None, text),
        ("file:two.json#b", None, "2020", text),
        ("https://tcnn.vn/a", "2020-05-20", "2020-05-20", text),
    ]
    assert rows(tmp_path, "select distinct entity, year, value from statements where metric = 'rank'") == [
        ("Quảng Ninh", 2019, 1.0)
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.html", b""), ("picture.html", b"\x89PNG\r\n"), ("broken.json", b"{"), ("no.pdf", b"%PDF-1.7")],
)
def test_a_file_that_cannot_be_read_is_told_and_kept_as_an_issue(
    tmp_path: Path, add: Add, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.html").write_text(TCNN, encoding="utf-8")
    done = add(name, "good.html")
    assert done.status == 1
    assert name in done.err
    assert len(done.err.splitlines()) == 1
    assert rows(tmp_path, "select count(*) from articles") == [(1,)]
    assert rows(tmp_path, "select count(*) from issues where severity = 'error'") == [(1,)]


def test_adding_twice_gives_the_same_answers(tmp_path: Path, add: Add) -> None:
    (tmp_path / "saved.html").write_text(TCNN, encoding="utf-8")
    answers = []
    for _ in range(2):
        assert add("saved.html").status == 0
        answers.append([rows(tmp_path, f"from {table}") for table in ("articles", "statements", "scores")])
    assert answers[0] == answers[1]


def test_a_folder_without_pages_and_a_file_that_is_not_there_are_wrong_usage(tmp_path: Path, add: Add) -> None:
    (tmp_path / "empty").mkdir()
    assert add("empty").status == 2
    assert add("nowhere.html").status == 2
    assert add().status == 2
