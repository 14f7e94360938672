"""`parindex extract`: rows of files as JSON lines, without a dataset."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.commands.extract import file_name
from tests.command import Outcome, within

CONTRACT = [
    *(
        "index",
        "year",
        "entity",
        "entity_id",
        "entity_type",
        "parent",
        "component",
        "metric",
        "value",
        "out_of",
        "bound",
    ),
    *("vs_year", "scope", "part", "quote", "quote_start", "quote_end", "document", "rule", "confidence"),
]
REST = "<p>Đó là kết quả mà thành phố công bố trong buổi họp báo sáng nay, trước sự có mặt của nhiều cơ quan.</p>" * 3
SENTENCE = "Năm 2019, Hà Nội đạt 84,64% Chỉ số cải cách hành chính (PAR INDEX)."


def rows(told: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.out.splitlines()]


def page(title: str = "Hà Nội", date: str = "20/05/2020 14:08", body: str = SENTENCE) -> str:
    return (
        f"<html><head><title>{title}</title></head><body><h1 class='titleMain'>{title}</h1>"
        f"<div class='thongke-ngay'><span>Ngày đăng: {date}</span></div>"
        f"<div class='noidung fwd fwb'><p>Lời dẫn của bài.</p></div>"
        f"<div class='noidung'><p>{body}</p>{REST}</div></body></html>"
    )


def test_a_row_carries_every_field_and_its_quote_is_a_slice_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "ha-noi.txt").write_bytes(f"\r\n{SENTENCE}\r\n".encode())
    told = within("extract", "ha-noi.txt", cwd=tmp_path)
    assert (told.status, told.err) == (0, "")
    (row,) = rows(told)
    assert list(row) == CONTRACT
    assert (row["index"], row["year"], row["entity"], row["metric"], row["value"]) == (
        "par_index",
        2019,
        "Hà Nội",
        "percent",
        84.64,
    )
    assert f"\r\n{SENTENCE}"[row["quote_start"] : row["quote_end"]] == row["quote"]
    assert row["document"] == "ha-noi"
    assert [path.name for path in tmp_path.iterdir()] == ["ha-noi.txt"]


def test_a_whole_number_is_written_as_one(tmp_path: Path) -> None:
    (tmp_path / "rank.txt").write_text("PAR INDEX năm 2019: Hà Nội xếp thứ 2.", encoding="utf-8")
    assert '"value":2,' in within("extract", "rank.txt", cwd=tmp_path).out


def test_pages_texts_and_documents_are_read_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(), encoding="utf-8")
    (tmp_path / "text.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps({"id": "one", "text": SENTENCE}), encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text(
        "\n".join(json.dumps({"id": f"line-{n}", "text": SENTENCE}) for n in (1, 2)), encoding="utf-8"
    )
    told = within("extract", "page.html", "text.txt", "one.json", "lines.jsonl", cwd=tmp_path)
    assert (told.status, told.err) == (0, "")
    assert [row["document"] for row in rows(told)] == ["page", "text", "one", "line-1", "line-2"]
    assert {row["value"] for row in rows(told)} == {84.64}


def test_the_page_of_a_known_site_is_read_as_such(tmp_path: Path) -> None:
    teaser = "<div class='group'><div class='item'><a href='/news/detail/1/x.html'>Huế đạt 82,00%</a></div></div>"
    (tmp_path / "page.html").write_text(page().replace("</body>", f"{teaser}</body>"), encoding="utf-8")
    told = within("extract", "--url", "https://tcnn.vn/news/detail/2/y.html", "page.html", cwd=tmp_path)
    assert (told.status, told.err) == (0, "")
    assert [row["entity"] for row in rows(told)] == ["Hà Nội"]


def test_the_date_of_publication_is_given_where_the_page_has_none(tmp_path: Path) -> None:
    relative = SENTENCE.replace("Năm 2019", "Năm ngoái")
    (tmp_path / "page.html").write_text(page(date="", body=relative), encoding="utf-8")
    dated = within("extract", "--published", "2020-05-20", "page.html", cwd=tmp_path)
    assert (dated.status, dated.err) == (0, "")
    undated = within("extract", "page.html", cwd=tmp_path)
    assert [row["year"] for row in rows(dated) + rows(undated)] == [2019, None]
    assert "date" in undated.err


def test_a_date_that_has_not_come_is_wrong_usage(tmp_path: Path) -> None:
    told = within("extract", "--published", "2999", "x.txt", cwd=tmp_path)
    assert told.status == 2
    assert "2999 has not come yet" in told.err


def test_a_folder_gets_a_file_for_each_document_empty_where_it_states_nothing(tmp_path: Path) -> None:
    documents = [{"id": "a", "text": SENTENCE}, {"id": "b/../c", "text": "Trời nắng."}]
    (tmp_path / "list.json").write_text(json.dumps(documents), encoding="utf-8")
    told = within("extract", "--out", "rows/new", "list.json", cwd=tmp_path)
    assert (told.status, told.out, told.err) == (0, "", "")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "rows" / "new").iterdir()}
    assert sorted(written) == ["a.jsonl", "b%2F..%2Fc.jsonl"]
    assert json.loads(written["a.jsonl"])["value"] == 84.64
    assert written["b%2F..%2Fc.jsonl"] == ""


def test_two_documents_of_one_id_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same.txt").write_text(SENTENCE, encoding="utf-8")
    told = within("extract", "--out", "rows", "a/same.txt", "b/same.txt", cwd=tmp_path)
    assert told.status == 1
    assert "another document has this id" in told.err
    assert (tmp_path / "rows" / "same.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        pytest.param("missing.html", None, "No such file", id="a missing page"),
        pytest.param("empty.html", b"", "empty", id="an empty page"),
        pytest.param("picture.html", b"\x89PNG\r\n\x1a\n", "no HTML page", id="a picture"),
        pytest.param("words.html", b"just words", "no HTML page", id="no HTML"),
        pytest.param("bare.html", b"<html><body></body></html>", "no text of an article", id="a page without text"),
        pytest.param("huge.html", b"<p>" + b"x" * 20_000_000, "bytes", id="a page of 20 MB"),
        pytest.param("broken.txt", b"H\xe0 N\xf4i", "not UTF-8", id="another encoding"),
        pytest.param("page.pdf", b"%PDF-1.7", "none of the kinds", id="another kind of file"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    tmp_path: Path, name: str, raw: bytes | None, why: str
) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    told = within("extract", name, "good.txt", cwd=tmp_path)
    assert told.status == 1
    assert [row["document"] for row in rows(told)] == ["good"]
    assert told.err.startswith(f"parindex: {name}: ")
    assert told.err.count("\n") == 1
    assert why in told.err


def test_broken_bytes_of_a_page_are_told_and_its_rows_come(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page().encode().replace(b"</div></body>", b"<p>\xff\xfe</p></div></body>"))
    told = within("extract", "page.html", cwd=tmp_path)
    assert told.status == 0
    assert len(rows(told)) == 1
    assert "can't be read" in told.err


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("003", "003"),
        ("Hà Nội 2019", "Hà Nội 2019"),
        ("a/b", "a%2Fb"),
        ("..", "%2E."),
        (".hidden", "%2Ehidden"),
        ("a\0b%", "a%00b%25"),
    ],
)
def test_the_name_of_a_file_keeps_all_of_an_id_that_it_can(document: str, name: str) -> None:
    assert file_name(document) == name
