"""Readings for the eye: every kind of mention has a colour, and what a text says never becomes markup."""

from __future__ import annotations

import io
from html.parser import HTMLParser

from rich.console import Console

from pipelines import show
from pipelines.document import Document
from pipelines.explain import Line, Mark, Note, NoteKind, explain
from pipelines.mentions import Kind

LINE = Line(
    "text",
    "Hà Nội <b> 84,64% & [bold]",
    (Mark(0, 6, Kind.SUBJECT, 'subject "Hà Nội"'), Mark(11, 17, Kind.VALUE, "value 84.64%")),
    (Note(NoteKind.ROW, "84,64%", "par_index <i>"), Note(NoteKind.REFUSED, "84,64%\n", "a target")),
)


def shown(*lines: Line, colour: bool = False) -> str:
    """What a terminal gets."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=colour, color_system="standard" if colour else None, soft_wrap=True)
    for line in show.terminal("document", lines):
        console.print(line)
    return stream.getvalue()


def test_a_terminal_shows_each_line_with_its_notes_below() -> None:
    assert shown(LINE).splitlines() == [
        "document",
        "Hà Nội <b> 84,64% & [bold]",
        "    → «84,64%» par_index <i>",
        "    ✗ «84,64%» a target",
    ]


def test_mentions_have_colours_on_a_terminal() -> None:
    assert "\x1b[1;34mHà Nội\x1b[0m" in shown(LINE, colour=True)


def test_every_kind_of_mention_has_a_colour() -> None:
    for kind in set(Kind) - {Kind.PUNCTUATION}:
        assert shown(Line("text", "x", (Mark(0, 1, kind, ""),), ()), colour=True)


class Page(HTMLParser):
    """The marked words, the notes, the addresses and all text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_marks_the_mentions_and_tells_what_they_mean() -> None:
    page = Page(show.page([("document", [LINE])]))
    titles = [attributes.get("title") for tag, attributes in page.tags if tag == "mark"]
    assert [title for title in titles if title] == ['subject "Hà Nội"', "value 84.64%"]
    assert [attributes["class"] for tag, attributes in page.tags if tag == "li"] == ["row", "refused"]


def test_a_mention_tells_under_the_pointer_what_is_in_force() -> None:
    mark = Mark(0, 6, Kind.SUBJECT, "subject Hà Nội", "par_index · 2019 · Hà Nội · total")
    page = Page(show.page([("document", [Line("text", "Hà Nội", (mark,), ())])]))
    titles = [attributes.get("title") for tag, attributes in page.tags if tag == "mark"]
    assert "subject Hà Nội\n@ par_index · 2019 · Hà Nội · total" in titles


def test_every_kind_of_note_has_a_sign_of_its_own() -> None:
    told = shown(Line("text", "x", (), tuple(Note(kind, "x", "said") for kind in NoteKind))).splitlines()[2:]
    assert len({line.split()[0] for line in told}) == len(NoteKind)


def test_what_a_text_says_stays_text() -> None:
    page = Page(show.page([("<script>", [LINE])]))
    assert LINE.text in page.text
    assert "<script>" in page.text
    assert {"script", "b", "i"} & {tag for tag, _ in page.tags} == set()


def test_a_page_needs_no_other_file() -> None:
    page = Page(show.page([("document", explain(Document("1", "Hà Nội đạt 84,64% PAR INDEX năm 2019.")))]))
    assert {"src", "href"} & {name for _, attributes in page.tags for name in attributes} == set()
    assert "{body}" not in page.text
