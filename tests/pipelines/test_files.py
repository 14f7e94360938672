"""Files as documents."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from pipelines.document import Document, PartialDate
from pipelines.files import MOST_CHARACTERS, Given, Unreadable, documents, partial_date, written

NOTHING = Given()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "page.json"


def only(path: Path, given: Given = NOTHING) -> Document | Unreadable:
    (found,) = documents(path, given)
    return found


def document(path: Path, given: Given = NOTHING) -> Document:
    found = only(path, given)
    assert isinstance(found, Document)
    return found


def reason(path: Path) -> str:
    found = only(path)
    assert isinstance(found, Unreadable)
    assert found.where == str(path)
    return found.reason


@pytest.mark.parametrize(
    ("text", "date"),
    {
        "a year": ("2024", PartialDate(2024)),
        "a month": ("2024-04", PartialDate(2024, 4)),
        "a day": ("2024-04-17", PartialDate(2024, 4, 17)),
        "a day with a time": ("2024-04-17T08:15:00+07:00", PartialDate(2024, 4, 17)),
        "a leap day": ("2024-02-29", PartialDate(2024, 2, 29)),
    }.values(),
)
def test_a_date_of_publication_is_a_year_a_month_or_a_day(text: str, date: PartialDate) -> None:
    assert partial_date(text) == date


@pytest.mark.parametrize("text", ["17/04/2024", "2023-02-29", "2024-13", "24", "yesterday", "", "0000", "٢٠٢٤"])
def test_another_date_is_refused_with_what_to_write_instead(text: str) -> None:
    with pytest.raises(ValueError, match="2024-04-17"):
        partial_date(text)


def test_a_text_file_is_a_document_of_its_name_with_every_character_in_its_place(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "Hà Nội đạt 84,64%\r\nxếp thứ 2\n")
    path = tmp_path / "ha-noi.txt"
    path.write_bytes(text.encode())
    assert document(path) == Document(id="ha-noi", text=text)


def test_what_is_given_from_outside_holds_where_a_document_does_not_say(file: Path) -> None:
    given = Given(url="https://given.example/", published=PartialDate(2020))
    file.write_text('{"id": "1", "text": "x"}', encoding="utf-8")
    assert document(file, given) == Document(id="1", text="x", url=given.url, published=given.published)
    file.write_text('{"id": 1, "text": "x", "url": "https://own.example/", "published": 2021}', encoding="utf-8")
    assert document(file, given) == Document(id="1", text="x", url="https://own.example/", published=PartialDate(2021))


def test_a_list_and_lines_of_documents_keep_their_order(tmp_path: Path) -> None:
    stated = [{"id": str(number), "text": "x", "kinds": ["other keys are ignored"]} for number in range(3)]
    (tmp_path / "list.json").write_text(json.dumps(stated), encoding="utf-8-sig")
    (tmp_path / "lines.jsonl").write_text("\n\n".join(map(json.dumps, stated)), encoding="utf-8-sig")
    for name in ("list.json", "lines.jsonl"):
        found = list(documents(tmp_path / name, NOTHING))
        assert [one.id for one in found if isinstance(one, Document)] == ["0", "1", "2"]


def test_one_bad_document_leaves_the_others_readable(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(
        b'{"id": "a", "text": "x"}\n{"id": "b"\n{"text": "x"}\n{"id": "d", "text": "\xff"}\n{"id": "e", "text": ""}'
    )
    found = list(documents(lines, NOTHING))
    assert [type(one) for one in found] == [Document, Unreadable, Unreadable, Unreadable, Document]
    assert [one.where for one in found if isinstance(one, Unreadable)] == [f"{lines}:{number}" for number in (2, 3, 4)]


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        pytest.param("a.txt", b"", "is empty", id="nothing"),
        pytest.param("a.json", b" \n", "is empty", id="spaces alone"),
        pytest.param("a.txt", b"H\xe0 N\xf4i", "byte 1 is not UTF-8", id="another encoding"),
        pytest.param("a.json", b"[{]", "is no JSON", id="broken list"),
        pytest.param("a.json", b"{", "truncated", id="broken document"),
        pytest.param("a.json", b'{"id": "1", "text": null}', "`null`", id="no text"),
        pytest.param("a.json", b'{"id": "1", "text": "x", "published": "17/4"}', "is no date", id="odd date"),
        pytest.param("a.json", b"7", "document", id="a number"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, raw: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(raw)
    assert why in reason(tmp_path / name)


def test_a_text_file_tells_its_title_and_date_at_its_head_where_nothing_else_is_given(tmp_path: Path) -> None:
    path = tmp_path / "ha-noi.txt"
    prose = "Hà Nội đứng thứ 2 về PAR INDEX năm 2019, đạt 84,64%, tăng so với năm 2018."
    text = f"Hà Nội, Ngày 19/04/2024\n\nHà Nội nâng các chỉ số thành phần\n\nNgày đăng: 20/05/2020   14:08\n{prose}\n"
    path.write_bytes(text.encode())
    title = "Hà Nội nâng các chỉ số thành phần"
    assert document(path) == Document("ha-noi", text, title, published=PartialDate(2020, 5, 20))
    given = Given(published=PartialDate(2021))
    assert document(path, given) == Document("ha-noi", text, title, published=PartialDate(2021))


@pytest.mark.parametrize("published", ["9000", "9000-01", "9000-01-01"])
def test_a_date_to_come_is_told_and_the_document_read_without_it(file: Path, published: str) -> None:
    file.write_text(json.dumps({"id": "1", "text": "x", "published": published}), encoding="utf-8")
    told, found = documents(file, NOTHING)
    assert isinstance(told, Unreadable)
    assert published in told.reason
    assert found == Document(id="1", text="x")


def test_a_text_too_long_to_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "all.txt"
    path.write_text("a" * (MOST_CHARACTERS + 1), encoding="utf-8")
    assert str(MOST_CHARACTERS + 1) in reason(path)


@pytest.mark.parametrize("name", ["A.TXT", "a.JSON", "a.Jsonl"])
def test_the_ending_of_a_name_may_have_capitals(tmp_path: Path, name: str) -> None:
    raw = "x" if name == "A.TXT" else '{"id": "1", "text": "x"}'
    (tmp_path / name).write_text(raw, encoding="utf-8")
    assert document(tmp_path / name).text == "x"


@pytest.mark.parametrize("text", ["2024", "2024-04", "2024-04-17"])
def test_a_date_is_written_as_it_is_read(text: str) -> None:
    assert written(partial_date(text)) == text


def test_a_missing_file_and_a_folder_say_why(tmp_path: Path) -> None:
    assert "No such file" in reason(tmp_path / "missing.txt")
    assert "directory" in reason(tmp_path)
