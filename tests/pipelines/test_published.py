from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.published import ZONE, choose, is_introduced_stamp, is_stamp, is_today_line, parse

FETCHED = datetime(2024, 5, 1, 5, 0, tzinfo=UTC)  # noon in Vietnam, on the first of a month


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ngày đăng: 20/05/2020   14:08", "2020-05-20 14:08"),
        ("Ngày đăng 17/04/2024", "2024-04-17 00:00"),
        ("Ngày đăng 17/04/2024 | 08:15", "2024-04-17 08:15"),
        ("Thứ tư, 17/04/2024 - 10:35", "2024-04-17 10:35"),
        ("Thứ Tư, 17/4/2024, 10:35 (GMT+7)", "2024-04-17 10:35"),
        ("Thứ 4, 17/04/2024 10:35", "2024-04-17 10:35"),
        ("T4, 17/04/2024 10:35", "2024-04-17 10:35"),
        ("Thứ năm, 10:35, 18/04/2024 |", "2024-04-18 10:35"),
        ("17/04/2024 | 08:15 GMT+7", "2024-04-17 08:15"),
        ("17/04/2024 08:15 GMT+07:00", "2024-04-17 08:15"),
        ("08h15 17/04/2024", "2024-04-17 08:15"),
        ("8 giờ 15, ngày 17/4/2024", "2024-04-17 08:15"),
        ("17h 17/04/2024", "2024-04-17 17:00"),
        ("17/04/2024 10:35 SA", "2024-04-17 10:35"),
        ("05/02/2023 10:35 CH", "2023-02-05 22:35"),
        ("17/04/2024 12:05 SA", "2024-04-17 00:05"),
        ("17/04/2024 12:05 CH", "2024-04-17 12:05"),
        ("17-04-2024 - 10:35 AM", "2024-04-17 10:35"),
        ("17.04.2024 10:35", "2024-04-17 10:35"),
        ("17 / 04 / 2024 10:35", "2024-04-17 10:35"),
        ("Cập nhật lúc 10:35, ngày 17/04/2024", "2024-04-17 10:35"),
        ("Cập nhật: 10:35 | 17/04/2024", "2024-04-17 10:35"),
        ("Xuất bản: Thứ năm, 18/04/2024 07:00 (GMT+7)", "2024-04-18 07:00"),
        ("17 tháng 4 năm 2024", "2024-04-17 00:00"),
        ("ngày 17 tháng 04 năm 2024 lúc 9:05", "2024-04-17 09:05"),
        ("17 Tháng Tư, 2024", "2024-04-17 00:00"),
        ("Tháng Tư 17, 2024", "2024-04-17 00:00"),
        ("17 tháng mười một, 2023", "2023-11-17 00:00"),
        ("April 17, 2024 | 08:15 am GMT+7", "2024-04-17 08:15"),
        ("17 April 2024", "2024-04-17 00:00"),
        ("Updated: 20:35, 17/04/2024", "2024-04-17 20:35"),
        ("Wed, 17 Apr 2024 08:15:00 +0700", "2024-04-17 08:15"),
        ("Wed, 17 Apr 2024 20:15:00 GMT+0", "2024-04-18 03:15"),
        ("2024-04-17T08:15:30+07:00", "2024-04-17 08:15"),
        ("2024-04-17T20:15:30Z", "2024-04-18 03:15"),
        ("2024-04-17T20:15:30.123Z", "2024-04-18 03:15"),
        ("2024-04-17T08:15:30", "2024-04-17 08:15"),
        ("2024-04-17 08:15", "2024-04-17 08:15"),
        ("2024-04-17", "2024-04-17 00:00"),
        ("2024/04/17", "2024-04-17 00:00"),
        ("2 giờ trước", "2024-05-01 10:00"),
        ("hôm qua", "2024-04-30 12:00"),
        ("Hôm qua 17:05", "2024-04-30 17:05"),
        ("3 ngày trước", "2024-04-28 12:00"),
        ("Nga\u0300y đăng: 20/05/2020 14:08", "2020-05-20 14:08"),
        ("\u00a0\u00a017/04/2024\u00a0-\u00a010:35\u00a0", "2024-04-17 10:35"),
    ],
)
def test_a_date_is_read_in_vietnamese_time(written: str, read: str) -> None:
    at = parse(written, FETCHED)
    assert at is not None
    assert at.tzinfo is ZONE
    assert at.strftime("%Y-%m-%d %H:%M") == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "10:35 CH",
        "22:35",
        "Thứ 2",
        "Thứ tư",
        "17/04",
        "tháng 4 2024",
        "năm 2024",
        "84,64%",
        "31/02/2024",
        "17/13/2024",
        "0001-01-01T00:00:00",
        "1970-01-01T00:00:00Z",
        "Báo Hà Nội mới",
        "117/04/20245",
        "1/2/3/2024",
    ],
)
def test_what_states_no_day_is_no_date(written: str) -> None:
    assert parse(written, FETCHED) is None


@given(st.text("0123456789/:-. thgnàyđ+TZ", max_size=30))
def test_no_stamp_whatever_breaks_it(written: str) -> None:
    at = parse(written, FETCHED)
    assert at is None or at.tzinfo is not None
    assert is_stamp(written) in {True, False}


@given(st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001 - the form that pages write has no zone
def test_the_form_of_the_sites_comes_back_to_the_minute(moment: datetime) -> None:
    read = parse(f"Ngày đăng: {moment:%d/%m/%Y   %H:%M}", FETCHED)
    assert read == moment.replace(second=0, microsecond=0, tzinfo=ZONE)


def test_the_first_date_that_can_be_read_is_chosen_with_its_wording() -> None:
    chosen = choose(["", "mới đây thôi nhé", "Ngày đăng: 20/05/2020   14:08", "17/04/2024"], FETCHED)
    assert (chosen.raw, chosen.at) == ("Ngày đăng: 20/05/2020 14:08", datetime(2020, 5, 20, 14, 8, tzinfo=ZONE))


def test_without_a_date_the_wording_is_kept() -> None:
    chosen = choose(["ngày lành tháng tốt"], FETCHED)
    assert (chosen.raw, chosen.at, chosen.future) == ("ngày lành tháng tốt", None, None)


def test_a_date_to_come_is_told_and_not_taken() -> None:
    assert choose(["20/05/2025 14:08"], FETCHED).at is None
    chosen = choose(["20/05/2025 14:08", "20/04/2024"], FETCHED)
    assert (chosen.future, chosen.at) == ("20/05/2025 14:08", datetime(2024, 4, 20, tzinfo=ZONE))


def test_a_clock_that_is_some_hours_ahead_is_no_date_to_come() -> None:
    assert choose(["02/05/2024 06:00"], FETCHED).at is not None


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội, Ngày 19/04/2024",
        "Hà Nội, ngày 19 tháng 4 năm 2024",
        "Hà Nội, Thứ Sáu, ngày 19/04/2024",
        "Hôm nay: Thứ sáu, ngày 19/04/2024",
        "Hôm nay, 19/04/2024 10:20",
    ],
)
def test_the_line_of_today_is_known_and_never_the_date(line: str) -> None:
    assert is_today_line(line)
    assert choose([line], FETCHED).at is None


@pytest.mark.parametrize(
    "line",
    [
        "Thứ tư, 17/04/2024",
        "Ngày đăng: 17/04/2024",
        "17/04/2024",
        "Hà Nội, 10:35 17/04/2024",
        "Chủ Nhật, ngày 21/04/2024",
        "",
    ],
)
def test_a_date_of_publication_is_no_line_of_today(line: str) -> None:
    assert not is_today_line(line)


@pytest.mark.parametrize(
    ("line", "stamp", "introduced"),
    [
        ("Ngày đăng: 20/05/2020   14:08", True, True),
        ("Ngày đăng 17/04/2024", True, True),
        ("Cập nhật lúc 10:35 ngày 17/04/2024", True, True),
        ("Thứ tư, 17/04/2024 - 10:35", True, False),
        ("17/04/2024 | 08:15 GMT+7", True, False),
        ("April 17, 2024 | 08:15 am", True, False),
        ("Ngày 17/4/2024, Bộ Nội vụ công bố PAR INDEX", False, False),
        ("Cập nhật đến ngày 17/04/2024, Hà Nội đạt 84,64%", False, False),
        ("Quyết định số 876/QĐ-BNV ngày 10/11/2022", False, False),
        ("Hà Nội", False, False),
    ],
)
def test_a_line_is_a_stamp_where_nothing_else_stands_on_it(line: str, stamp: bool, introduced: bool) -> None:
    assert (is_stamp(line), is_introduced_stamp(line)) == (stamp, introduced)
