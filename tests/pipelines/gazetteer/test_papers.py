"""The home of a paper is read off its host."""

from __future__ import annotations

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.entities import slug
from pipelines.gazetteer.tables import read


@pytest.mark.parametrize(
    ("host", "year", "expected"),
    [
        ("baoquangninh.vn", 2023, "Quảng Ninh"),
        ("daihoidang.baoquangninh.vn", 2023, "Quảng Ninh"),
        ("www.baodongnai.com.vn", 2022, "Đồng Nai"),
        ("BAONINHBINH.ORG.VN.", 2023, "Ninh Bình"),
        ("hanoimoi.vn", 2019, "Hà Nội"),
        ("hanoimoi.com.vn", 2019, "Hà Nội"),
        ("hanoimoi.test", 2019, "Hà Nội"),
        ("baohue.vn", 2024, "Thừa Thiên Huế"),
        ("baohue.vn", 2025, "Huế"),
        ("news.baothuathienhue.vn", 2020, "Thừa Thiên Huế"),
        ("baobinhdinh.vn", 2024, "Bình Định"),
        ("baobinhdinh.vn", 2025, "Gia Lai"),
        ("baobinhdinh.vn", None, "Bình Định"),
        ("baoapbac.vn", 2021, "Tiền Giang"),
        ("sonoivu.namdinh.gov.vn", 2021, "Nam Định"),
        ("stttt.quangngai.gov.vn", 2021, "Quảng Ngãi"),
        ("hoabinh.baclieu.gov.vn", 2021, "Bạc Liêu"),
        ("quangninh.quangbinh.gov.vn", 2021, "Quảng Bình"),
        ("quangninh.com", 2021, None),
        ("thudo.chinhphu.vn", 2021, "Hà Nội"),
        ("xaydungchinhsach.chinhphu.vn", 2021, None),
        ("baophapluat.vn", 2021, None),
        ("tuoitre.vn", 2021, None),
        ("moha.gov.vn", 2021, None),
        ("localhost", 2021, None),
        ("", 2021, None),
    ],
)
def test_the_home_of_a_paper_is_read_off_its_host(host: str, year: int | None, expected: str | None) -> None:
    home = gazetteer.home_province(host, year)
    assert (home and home.name) == expected


@pytest.mark.parametrize("unit", gazetteer.provinces(2024), ids=lambda unit: slug(unit.name))
def test_every_province_has_a_paper_and_a_portal(unit: gazetteer.Province) -> None:
    label = slug(unit.name).replace("-", "")
    assert gazetteer.home_province(f"bao{label}.vn", 2024) == unit
    assert gazetteer.home_province(f"sonoivu.{label}.gov.vn", 2024) == unit


def test_every_paper_belongs_to_a_province_or_to_none() -> None:
    names = {unit.name for unit in gazetteer.provinces(2024)}
    assert {row["province"] for row in read("papers")} - {""} == names
    keys = [(row["label"], row["ending"]) for row in read("papers")]
    assert len(set(keys)) == len(keys)
