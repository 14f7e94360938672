"""`parindex explain`: how a text is read, and why."""

from __future__ import annotations

from pathlib import Path

from tests.command import within as parindex

TEXT = "Năm ngoái, Hà Nội đạt 84,64% Chỉ số cải cách hành chính (PAR INDEX)."


def test_a_text_is_shown_with_its_rows(tmp_path: Path) -> None:
    (tmp_path / "ha-noi.txt").write_text(TEXT, encoding="utf-8")
    told = parindex("explain", "--published", "2020", "ha-noi.txt", cwd=tmp_path)
    assert (told.status, told.err) == (0, "")
    name, line, *context, row = told.out.splitlines()
    assert (name, line) == ("ha-noi", TEXT)
    assert context[-1] == "    @ «Hà Nội» par_index · 2019 · Hà Nội · total"
    assert "→ «đạt 84,64%» par_index 2019, Hà Nội, total: percent = 84.64" in row


def test_a_page_of_html_holds_all_documents(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    told = parindex("explain", "--html", "a.txt", "b.txt", cwd=tmp_path)
    assert told.out.startswith("<!DOCTYPE html>")
    assert told.out.count("<section>") == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    told = parindex("explain", "missing.txt", "good.txt", cwd=tmp_path)
    assert told.status == 1
    assert told.err.startswith("parindex: missing.txt: ")
    assert TEXT in told.out


def test_the_word_alone_is_the_command_and_a_query_stays_one(tmp_path: Path) -> None:
    assert "FILE" in parindex("explain", cwd=tmp_path).err
    assert "dataset" in parindex("explain select 1", cwd=tmp_path).err
