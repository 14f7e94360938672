"""The reading of a document, line by line: nothing that was found is hidden, nothing is moved."""

from __future__ import annotations

import unicodedata

import pytest

from pipelines.document import Document
from pipelines.explain import Line, NoteKind, explain
from pipelines.mentions import Kind
from pipelines.statements import extract, read

SENTENCE = "Năm 2019, Hà Nội đạt 84,64% Chỉ số cải cách hành chính (PAR INDEX), xếp thứ 2/63 tỉnh, thành phố."


def notes(text: str, kind: NoteKind, title: str = "") -> list[tuple[str, str]]:
    """The words and the saying of each note of a kind."""
    lines = explain(Document("1", text, title))
    return [(note.words, note.said) for line in lines for note in line.notes if note.kind is kind]


def marked(line: Line) -> dict[str, Kind]:
    return {line.text[mark.start : mark.end]: mark.kind for mark in line.marks}


def test_each_row_is_told_under_its_line_with_rule_and_confidence() -> None:
    (row, rank) = extract(Document("1", SENTENCE)).statements
    assert notes(SENTENCE, NoteKind.ROW) == [
        (row.quote, f"par_index 2019, Hà Nội, total: percent = 84.64 [{row.rule} {row.confidence:g}]"),
        (rank.quote, f"par_index 2019, Hà Nội, total: rank = 2 of 63 [{rank.rule} {rank.confidence:g}]"),
    ]


def test_each_mention_stands_where_it_is_written() -> None:
    (line,) = explain(Document("1", SENTENCE))
    found = marked(line)
    assert found["Hà Nội"] is Kind.SUBJECT
    assert found["PAR INDEX"] is Kind.INDEX
    assert found["84,64%"] is Kind.VALUE
    assert line.text == SENTENCE


def test_a_line_shows_as_it_is_written_decomposed_too() -> None:
    decomposed = unicodedata.normalize("NFD", SENTENCE)
    (line,) = explain(Document("1", f"\n\n  {decomposed}\n"))
    assert line.text == f"  {decomposed}"
    assert {unicodedata.normalize("NFC", words) for words in marked(line)} >= {"Hà Nội", "84,64%"}


def contexts(text: str, title: str = "", url: str | None = None) -> list[tuple[str, str]]:
    """The words from which on a context is in force, and what is."""
    lines = explain(Document("1", text, title, url=url))
    return [(note.words, note.said) for line in lines for note in line.notes if note.kind is NoteKind.CONTEXT]


def test_the_context_is_told_where_a_line_begins_and_wherever_it_changes() -> None:
    text = f"{SENTENCE[:-1]}; năm 2018 đạt 83,98%.\nChỉ số SIPAS của Huế đạt 90%, tiếp cận dịch vụ 95%."
    assert contexts(text) == [
        ("2019", "par_index · 2019 · no subject · total"),
        ("Hà Nội", "par_index · 2019 · Hà Nội · total"),
        ("2018", "par_index · 2018 · Hà Nội · total"),
        ("Chỉ số SIPAS", "sipas · 2019 · Hà Nội · total"),
        ("Huế", "sipas · 2019 · Thừa Thiên Huế · total"),
        ("tiếp cận dịch vụ", "sipas · 2019 · Thừa Thiên Huế · tiếp cận dịch vụ"),
    ]


def test_means_and_years_compared_with_are_told_as_such() -> None:
    told = [
        said for _, said in contexts("Năm 2023, PAR INDEX trung bình của 63 tỉnh đạt 86,98%, so với năm 2022 tăng 2%.")
    ]
    assert any("mean" in said for said in told)
    assert any("compared with 2022" in said for said in told)


def test_each_mention_that_was_read_has_its_context() -> None:
    (line,) = explain(Document("1", SENTENCE))
    found = {line.text[mark.start : mark.end]: mark.in_force for mark in line.marks}
    assert found["84,64%"] == "par_index · 2019 · Hà Nội · total"


def test_the_cells_of_a_table_have_the_context_around_it() -> None:
    table = "Kết quả PAR INDEX năm 2023:\n\nTỉnh Điểm Hạng\nHải Phòng 91,80 1\nQuảng Ninh 91,14 2\n"
    lines = explain(Document("1", table))
    assert {mark.in_force.split(" · ")[0] for line in lines for mark in line.marks} == {"par_index"}


def test_reading_keeps_no_context_unless_it_is_asked_to() -> None:
    assert read(Document("1", SENTENCE)).in_force == {}
    assert read(Document("1", SENTENCE), traced=True).facts == read(Document("1", SENTENCE)).facts


def test_rows_that_contradict_each_other_are_told_with_the_numbers() -> None:
    told = notes(f"{SENTENCE} Năm 2019, Hà Nội xếp thứ 5 PAR INDEX.", NoteKind.CLASH)
    assert told == [("xếp thứ 2/63", "contradicts (single): 2 and 5"), ("xếp thứ 5", "contradicts (single): 2 and 5")]


def test_a_number_that_gives_no_row_is_told_with_the_reason() -> None:
    target = f"{SENTENCE} Năm 2020, Hà Nội phấn đấu đạt trên 85%."
    ((words, reason),) = notes(target, NoteKind.REFUSED)
    assert "85%" in words
    assert "target" in reason


def test_what_is_said_again_is_told_as_such() -> None:
    ((words, said),) = notes(f"{SENTENCE}\n{SENTENCE.replace('đạt 84,64% ', '')}", NoteKind.AGAIN)
    assert words == "xếp thứ 2/63"
    assert said == "par_index 2019, Hà Nội, total: rank = 2 is stated elsewhere too"


def test_what_only_the_title_states_is_told_there() -> None:
    lines = explain(Document("1", "Trời nắng.", "Hà Nội đạt 84,64% PAR INDEX năm 2019"))
    assert [(line.part, [note.kind for note in line.notes]) for line in lines] == [
        ("title", [NoteKind.CONTEXT, NoteKind.ROW]),
        ("text", []),
    ]


def test_furniture_is_told_with_its_reason() -> None:
    text = f"{SENTENCE}\nTất cả đã được công bố trong sáng nay tại Hà Nội./.\n\nBình luận\n\nTin tức cùng chuyên mục\n"
    teaser = "PAR INDEX năm 2023: Bộ Nội vụ đạt 87.04%, xếp thứ 04/17 bộ, cơ quan ngang bộ\nNgày đăng 17/04/2024"
    ((words, said),) = notes(f"{text}{teaser}", NoteKind.FURNITURE)
    assert words.startswith("Bình luận Tin tức")
    assert said == "is no part of the article: section"


@pytest.mark.parametrize("text", ["", "\n \n", "\x00", "(" * 50, "1" * 50 + "%"])
def test_any_text_can_be_explained(text: str) -> None:
    assert [line.text for line in explain(Document("1", text))] == [one for one in [text.rstrip()] if one.strip()]
