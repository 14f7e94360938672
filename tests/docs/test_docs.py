"""The documents tell the truth: what they quote is what the program answers, and what they link is there."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from crawler.site import Site, parse_site
from crawler.sources import Feed, Ids, Listing, Related, Sitemap
from tests.docs.examples import ask, commands, documents, refreshed
from tests.docs.picture import PICTURE, picture
from tests.house.tree import ROOT

STALE = "`make docs` brings the documents up to date"


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_a_document_quotes_what_the_program_answers(path: Path, demo_data: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert refreshed(text, ask(demo_data)) == text, STALE


def test_the_picture_shows_what_the_program_answers(demo_data: Path) -> None:
    drawn = picture(ask(demo_data))
    assert PICTURE.read_text(encoding="utf-8") == drawn, STALE
    assert etree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"


def test_the_readme_shows_five_queries_and_their_answers() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len([one for one in commands(readme) if one.startswith('parindex "')]) == 5


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_what_a_document_links_is_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_guide_to_sites_explains_every_key_of_a_site_file() -> None:
    guide = (ROOT / "docs" / "adding-a-site.md").read_text(encoding="utf-8")
    kinds = (Site, Feed, Ids, Listing, Related, Sitemap)
    keys = {field.encode_name for kind in kinds for field in msgspec.structs.fields(kind)}
    assert {key for key in keys if f"`{key}`" not in guide} == set()


def test_the_example_of_the_guide_is_a_site_file() -> None:
    guide = (ROOT / "docs" / "adding-a-site.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert example
    assert parse_site(example[1].encode(), "baovidu.vn.toml").key == "baovidu.vn"


def test_an_answer_that_changed_is_seen() -> None:
    text = '```console\n$ parindex "select\n  1"\nold\n```\n\n<!-- parindex sites -->\nold\n<!-- end -->\n'
    renewed = refreshed(text, lambda command: f"new {len(command)}\n")
    assert renewed.count("new") == 2
    assert "old" not in renewed
    assert refreshed(renewed, lambda command: f"new {len(command)}\n") == renewed
