"""Ministries are known by every name, as of a year."""

from __future__ import annotations

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.ministries import all_ministries
from pipelines.text import fold


def test_a_ministry_alias_has_one_subject_at_a_time() -> None:
    for alias in gazetteer.ministry_aliases():
        same = {other.name for other in gazetteer.ministry_aliases() if fold(other.text) == fold(alias.text)}
        bodies = [body for body in all_ministries() if body.name in same]
        assert all(sum(body.holds(year) for body in bodies) <= 1 for year in range(2012, 2027)), alias


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Bộ Tư pháp", 2022, "btp"),
        ("Ngân hàng Nhà nước Việt Nam", 2022, "nhnn"),
        ("Ngân hàng nhà nước", 2012, "nhnn"),
        ("Bộ KH&ĐT", 2022, "bo-ke-hoach-va-dau-tu"),
        ("Bộ KH&CN", 2022, "bo-khoa-hoc-va-cong-nghe"),
        ("Bộ Khoa học - Công nghệ", 2022, "bo-khoa-hoc-va-cong-nghe"),
        ("Bộ NN-PTNT", 2022, "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ LĐTB&XH", 2022, "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("Bộ Lao động – Thương binh và Xã hội", 2022, "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("Bộ VH-TT&DL", 2022, "bo-van-hoa-the-thao-va-du-lich"),
        ("Bộ TT&TT", 2022, "bo-thong-tin-va-truyen-thong"),
        ("Nông nghiệp & Phát triển nông thôn", 2022, "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Uỷ ban Dân tộc", 2021, "ubdt"),
        ("Bộ Nông nghiệp", 2024, "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ Nông nghiệp", 2025, "bo-nong-nghiep-va-moi-truong"),
        ("Ministry of Justice", 2022, "btp"),
        ("BHXH Việt Nam", 2020, "bhxh"),
        ("Bộ Ngựa", 2022, None),
    ],
)
def test_a_ministry_is_resolved_by_any_of_its_names(name: str, year: int, expected: str | None) -> None:
    found = gazetteer.resolve_ministry(name, year)
    assert (found and found.id) == expected


def test_nineteen_bodies_could_be_assessed_before_the_reorganisation() -> None:
    assert sum(body.assessed for body in gazetteer.ministries(2012)) == gazetteer.field_size(
        "par_index", "ministry", 2012
    )
    assert len([body for body in gazetteer.ministries(2025) if body.kind == "bộ"]) == 14
