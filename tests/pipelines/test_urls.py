import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.urls import absolute, canonical, same_site

ARTICLE = "https://hanoimoi.vn/chi-so-cai-cach-703441.html"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("http://hanoimoi.vn/chi-so-cai-cach-703441.html", id="http"),
        pytest.param("https://www.hanoimoi.vn/chi-so-cai-cach-703441.html", id="www"),
        pytest.param("https://m.hanoimoi.vn/chi-so-cai-cach-703441.html", id="mobile host"),
        pytest.param("https://amp.hanoimoi.vn/chi-so-cai-cach-703441.html", id="amp host"),
        pytest.param("HTTPS://HaNoiMoi.vn/chi-so-cai-cach-703441.html", id="capitals of scheme and host"),
        pytest.param("https://hanoimoi.vn:443/chi-so-cai-cach-703441.html", id="default port"),
        pytest.param("http://hanoimoi.vn:80/chi-so-cai-cach-703441.html", id="default port of http"),
        pytest.param(" https://hanoimoi.vn/chi-so-cai-cach-703441.html\n", id="spaces around"),
        pytest.param("https://hanoimoi.vn/chi-so-cai-cach-703441.html#binh-luan", id="fragment"),
        pytest.param("https://hanoimoi.vn/chi-so-cai-cach-703441.html?utm_source=zalo&fbclid=x", id="tracking"),
        pytest.param("https://hanoimoi.vn/chi-so-cai-cach-703441.html/", id="trailing slash"),
        pytest.param("https://hanoimoi.vn/chi-so-cai-cach-703441.html/amp/", id="amp path"),
    ],
)
def test_every_way_of_writing_an_address_is_one_address(written: str) -> None:
    assert canonical(written) == ARTICLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("https://a.vn/tin?id=1", "https://a.vn/tin?id=2", id="another id"),
        pytest.param("https://a.vn/tin", "https://a.vn/Tin", id="capitals of the path"),
        pytest.param("https://a.vn:8080/tin", "https://a.vn/tin", id="another port"),
        pytest.param("https://sonoivu.a.vn/tin", "https://a.vn/tin", id="another subdomain"),
        pytest.param("https://m.vn/tin", "https://www.vn/tin", id="a host that only looks like a prefix"),
    ],
)
def test_what_tells_pages_apart_is_kept(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_the_order_of_parameters_is_no_difference() -> None:
    assert canonical("http://a.vn/x.aspx?oid=2&nid=1") == canonical("https://a.vn/x.aspx?nid=1&oid=2")


def test_written_and_escaped_letters_are_no_difference() -> None:
    assert canonical("https://a.vn/hà-nội") == canonical("https://a.vn/h%c3%a0-n%E1%BB%99i")


@pytest.mark.parametrize("given_url", ["", "file:trang.html", "http://[", "mailto:a@b.vn", "http://a.vn:x/"])
def test_what_is_no_address_of_a_page_comes_back_as_it_is(given_url: str) -> None:
    assert canonical(given_url) == given_url


LABEL = st.text("abmw-", min_size=1, max_size=4)
HOSTS = st.lists(LABEL, min_size=1, max_size=4).map(".".join)
TAILS = st.text("ab/?&=#%.:ăé utm_", max_size=30)


@given(st.sampled_from(["http://", "https://", "HTTP://www.", "https://m.", ""]), HOSTS, TAILS)
def test_the_canonical_form_is_its_own_canonical_form(scheme: str, host: str, tail: str) -> None:
    once = canonical(f"{scheme}{host}/{tail}")
    assert canonical(once) == once


@given(st.text(max_size=60))
def test_no_text_whatever_breaks_it(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://tcnn.vn/a", "http://www.tcnn.vn/b", True),
        ("https://daknong.gov.vn/a", "https://bqlkcn.daknong.gov.vn/b", True),
        ("https://tcnn.vn/a", "https://tcnnld.vn/a", False),
        ("https://tcnn.vn/a", "file:trang.html", False),
        ("http://[", "https://tcnn.vn", False),
    ],
)
def test_addresses_are_of_one_site_where_hosts_are_equal_or_nested(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


@pytest.mark.parametrize(
    ("link", "full"),
    [
        ("/news/detail/1/a.html", "https://tcnn.vn/news/detail/1/a.html"),
        ("b.html", "https://tcnn.vn/news/b.html"),
        ("//a.tcnn.vn/x", "https://a.tcnn.vn/x"),
        ("javascript:void(0)", None),
        ("mailto:a@b.vn", None),
        ("http://[", None),
    ],
)
def test_a_link_is_made_whole_or_is_none(link: str, full: str | None) -> None:
    assert absolute("https://tcnn.vn/news/a.html", link) == full
