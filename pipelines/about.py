"""What a text is about as a whole: its language, its home province, the index, year and subject that it starts from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from pipelines import gazetteer
from pipelines.context import Context, Subject
from pipelines.document import Document, PartialDate
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean


def focus(found_title: Iterable[Mention], context: Context) -> Subject | None:
    """The one subject that an article is about: that of its title, else the home province of its paper."""
    named = {
        Subject(one.key, one.unit)
        for one in found_title
        if one.kind is Kind.SUBJECT and one.unit in {"province", "ministry"}
    }
    if len(named) == 1:
        return named.pop()
    return Subject(context.home, "province") if context.home and not named else None


def only_province(found: Iterable[Mention]) -> str | None:
    """The province that a text names where it names one alone."""
    names = {one.key for one in found if one.kind is Kind.SUBJECT and one.unit == "province" and not one.weak}
    return names.pop() if len(names) == 1 else None


def dominant(found: Sequence[Mention]) -> Subject | None:
    """The subject of a text without one in its title: the first named, where references keep coming back to it."""
    for unit, key in (("province", "province"), ("ministry", "ministry")):
        names = [one.key for one in found if one.kind is Kind.SUBJECT and one.unit == unit and not one.weak]
        references = sum(one.kind is Kind.REFERENCE and one.key == key for one in found)
        counts = {name: names.count(name) for name in names}
        first = next(
            (name for name in names if name != "Bộ Nội vụ" and (unit == "province" or name.startswith("Bộ"))), None
        )
        if (
            first
            and references >= 2
            and counts[first] + references
            > 2 * max([0, *(n for name, n in counts.items() if name not in (first, "Bộ Nội vụ"))])
        ):
            return Subject(first, unit)
    return None


def typed_names(found: Iterable[Mention]) -> dict[str, str]:
    """The full names of districts and communes by their bare names, where the text gives one full name."""
    full: dict[str, set[str]] = {}
    for one in found:
        if one.kind is Kind.SUBJECT and one.unit in {"district", "commune"} and not one.weak and " " in one.key:
            kind = 2 if one.key.startswith(("Thành phố", "Thị xã", "Thị trấn", "Đặc khu")) else 1
            full.setdefault(one.key.split(" ", kind)[-1].lower(), set()).add(one.key)
    return {name: names.pop() for name, names in full.items() if len(names) == 1}


def default_measure(found: Iterable[Mention]) -> str | None:
    """The first index that a text names outright."""
    return next((one.key for one in found if one.kind is Kind.INDEX and not one.weak and one.key != "other"), None)


_BETWEEN = frozenset({Kind.SUBJECT, Kind.GROUP, Kind.REFERENCE, Kind.INDEX, Kind.PUNCTUATION})


def default_year(found: Sequence[Mention], published: PartialDate | None = None) -> int | None:
    """The first year at the index that is named first, else at any; one after publication, of a plan, is last.

    At most its owner stands between an index and its year.
    """
    index = default_measure(found)
    own = list(_index_years(found, index))
    if published and own and own[0] == published.year and _out_in_its_year(index, published):
        return own[0]
    if published and _leads_with(found, published.year - 1) and (not own or _told_first(found, own[0])):
        return published.year - 1
    years = [*own, *_index_years(found, None)]
    earlier = [year for year in years if published is None or year < published.year]
    if published and published.year - 1 in years:
        return published.year - 1
    return next(iter([*earlier, *years]), None)


def _out_in_its_year(index: str | None, published: PartialDate) -> bool:
    """Whether an index of a year can be out in it: PII in autumn, those of a province's own units in December."""
    month = published.month or 1
    return (index in {"pii", "ddci", "ict"} and month >= _AUTUMN) or (index == "par_index" and month == _LAST_MONTH)


def _told_first(found: Sequence[Mention], year: int) -> bool:
    """Whether the first index year is an older one that the lead counts up from: two later years follow in it."""
    later = {one.number for one in found if one.kind is Kind.YEAR and one.start < _LEAD and (one.number or 0) > year}
    return len(later) > 1


_AUTUMN, _LAST_MONTH = 9, 12
_LEAD = 300
"""Within how many characters a text says of what year it tells."""


def _leads_with(found: Sequence[Mention], year: int) -> bool:
    """Whether the lead of a text names a year."""
    return any(one.kind is Kind.YEAR and one.number == year and one.start < _LEAD for one in found)


def _index_years(found: Sequence[Mention], index: str | None) -> Iterator[int]:
    """Every year that stands at an index, at that one if one is given."""
    for at, one in enumerate(found):
        if one.kind is not Kind.INDEX or one.weak or (index is not None and one.key != index):
            continue
        if at and found[at - 1].kind is Kind.YEAR and one.start - found[at - 1].end == 1:
            yield int(found[at - 1].number or 0)
        place = at + 1
        while (
            place < len(found)
            and found[place].kind in _BETWEEN
            and found[place].start - one.end < 60
            and found[place].key not in {",", ";", ":"}
        ):
            place += 1
        if place < len(found) and found[place].kind is Kind.YEAR and found[place].start - one.end < 70:
            yield int(found[place].number or 0)


def year_before_publication(found: Iterable[Mention], published: PartialDate | None) -> int | None:
    """The year before publication, where the text names it or says "năm ngoái": indexes come out in the next spring."""
    if published is None:
        return None
    told = any(
        one.key == "past"
        if one.kind is Kind.RELATIVE_YEAR
        else one.kind is Kind.YEAR and one.number == published.year - 1
        for one in found
    )
    return published.year - 1 if told else None


def ranking_year(clean: Clean, found: Sequence[Mention], published: PartialDate | None) -> int | None:
    """The year of rankings that a lead announces apart from the index: "hai bảng xếp hạng năm 2024"."""
    index = default_measure(found)
    for one in found:
        if one.kind is not Kind.YEAR or one.start > _LEAD:
            continue
        year = int(one.number or 0)
        late = published is not None and year == published.year and _out_in_its_year(index, published)
        past = published is None or year < published.year
        if (late or past) and _RANKING.search(clean.lower, max(0, one.start - 40), one.start):
            return year
    return None


_RANKING = re.compile(
    r"(?:bảng xếp hạng|kết quả xếp hạng|xếp hạng|kết quả|bảng điểm|bộ chỉ số)(?: \w+){0,3} ?(?:năm )?$"
)


def year_after_compared(found: Sequence[Mention]) -> int | None:
    """The year behind the one that all changes of a text are compared with, where it names no year of its own."""
    years = {
        int(one.number or 0)
        for before, one in pairwise(found)
        if one.kind is Kind.YEAR and before.kind is Kind.COMPARED
    }
    named = any(one.kind is Kind.INDEX and not one.weak for one in found)
    return years.pop() + 1 if len(years) == 1 and named else None


def only_year(found: Sequence[Mention], published: PartialDate | None) -> int | None:
    """The year that a text names where it names one alone, and it is not that of publication.

    One that something is compared with does not count.
    """
    marks = [one for one in found if one.kind is not Kind.PUNCTUATION]
    years = {
        int(one.number or 0)
        for before, one in zip([None, *marks], marks, strict=False)
        if one.kind is Kind.YEAR and (before is None or before.kind is not Kind.COMPARED)
    }
    year = years.pop() if len(years) == 1 else None
    return None if year is None or (published and year >= published.year) else year


def is_english(lowered: str) -> bool:
    """Whether a text is English: hardly a letter of it has a Vietnamese mark."""
    letters = "".join(filter(str.isalpha, lowered[:6000]))
    marked = len(letters) - len(letters.encode("ascii", "ignore"))
    return len(letters) > 40 and marked < len(letters) * 0.06


def home(document: Document) -> str | None:
    """The home province of the document's paper, by its host."""
    host = urlsplit(document.url).hostname if document.url else None
    if not host:
        return None
    province = gazetteer.home_province(host, document.published.year - 1 if document.published else None)
    return province.name if province else None
