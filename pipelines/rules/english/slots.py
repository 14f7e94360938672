"""The slots of a value in English: whose it is, of which year, component, index and field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.english.groups import NO_MINISTRIES

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader

_OPENING = re.compile(
    r"[\s\"'(]*(?:(?:with|at|on|scoring|claiming|earning|gaining|achieving|getting|recording|posting|"
    r"having|in)(?: (?:a|an|the|its))?(?: (?:total|overall|score|index|average|rate|result|value))*(?: "
    r"of)? ?)?"
)


_YEARS = re.compile(
    r" ?\(?,?(?:again )?(?:in (?:both )?|of |for |in the (?:national |provincial )?(?:(?:ranking|rankings|table|list) (?:of|for) )?)?"
    r"(?:period )?(?P<first>20\d\d)(?: ?(?:-|and|to) "
    r"?(?P<last>20\d\d))?(?!\d|[.,]\d|: ?\w)"
)


_REGIONAL = re.compile(
    r"(?:[ \n](?:in|of|among|out of|within|across|for|the|all|\d+|eleven|provinces?|and|cities|localities|"
    r"country's))*[ \n]"
)


_CITIES = re.compile(
    r",? (?:among|of|in|out of)(?: all)?(?: the)?(?: country's| nation's)?(?: (?:five|six|\d))? "
    r"(?:centrally[ -]\w+ |central )?(?:cities|municipalities)(?!\w)"
)


_CITIES_BEFORE = re.compile(
    r"(?:among|of|in) (?:the )?(?:country's )?(?:(?:five|six|\d) )?(?:centrally[ -]\w+|central) (?:cities|municipalities),? "
    r"(?:[^,;.]{1,30} )?(?:\w+ )?$"
)


def subjects_of(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects of a value that its index can measure; a group has values, but no place."""
    found = _named_subjects(reader, at)
    if found and found[0].unit in {"group", "country"} and _is_place(reader.sentence.tokens[at]):
        found = tuple(one for one in reader.before if one.unit not in {"group", "country"})
    return tuple(one for one in found if _is_measured(reader.context.index, one))


def _is_place(token: Mention) -> bool:
    """Whether a mention tells a place in a ranking, or by how many places one changed."""
    return token.kind in {Kind.RANK, Kind.LAST, Kind.FRACTION} or token.unit == "places"


def _is_measured(index: str | None, subject: Subject) -> bool:
    """Whether an index has results of a subject: DDCI of what is inside a province, PCI and the like of no ministry."""
    if index == "ddci":
        return subject.parent is not None
    return not (index in NO_MINISTRIES and subject.unit == "ministry")


def _named_subjects(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects of a value: all of an enumeration where the text says each or gives a bound, else the last."""
    keyed = reader.pairs.keys.get(at)
    if (holder := holder_behind(reader, at) or reader.group_behind(at)) is not None:
        return (holder,)
    if (opened := opens_with(reader, at)) is not None:
        return (opened,)
    if keyed and any(reader.sentence.kind(key) is Kind.SUBJECT for key in keyed):
        return tuple(one for key in keyed if (one := reader.subject_at(key)))[:1]
    if reader.context.group is not None and not reader.topics and components_of(reader, at):
        return (reader.context.group,)
    subjects = reader.context.subjects
    if not subjects:
        return _assumed(reader)
    if len(subjects) < 2:
        return subjects
    token = reader.sentence.tokens[at]
    each = (
        bound_of(reader, at) != "="
        or token.kind is Kind.RANK
        or re.search(
            r"(?<!\w)(?:both|each|all|tied|equal|joint\w*|shared)(?: \w+){0,3} ?$", reader.sentence.before(at, 40)
        )
    )
    if (
        token.kind in {Kind.RANK, Kind.LAST}
        and len({one.unit for one in subjects}) < len(subjects)
        and not re.search(
            r"(?<!\w)(?:tied|joint\w*|share[ds]?|both|equal)(?!\w)",
            reader.sentence.before(at, 60) + reader.sentence.words(at),
        )
    ):
        return ()
    return subjects if each else subjects[-1:]


def _assumed(reader: EnglishReader) -> tuple[Subject, ...]:
    """Whom a value without any subject is of: whom the text is about, or the only province that it names."""
    context = reader.context
    home = Subject(context.home, "province") if context.home else None
    only = context.by_unit.get("first") if "another" not in context.by_unit else None
    return tuple(one for one in (context.focus or home or only,) if one is not None)


def holder_behind(reader: EnglishReader, at: int) -> Subject | None:
    """The subject in a bracket or phrase right behind a value: "89.7% (the Ministry of Justice)", "6.92 in Dien Bien"."""
    sentence = reader.sentence
    place = at + 2 if sentence.is_mark(at + 1, "(") else at + 1
    if sentence.kind(place) is not Kind.SUBJECT or sentence.tokens[at].kind is not Kind.VALUE:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    bracketed = between.strip() == "(" and sentence.is_mark(place + 1, "),;")
    ranged = between == " in " and bool(re.search(r"(?:from|to|between|and|by|against) $", sentence.before(at, 10)))
    alone = between == " in " and not reader.topics and reader.context.group is None
    return reader.subject_at(place) if bracketed or ranged or alone else None


def opens_with(reader: EnglishReader, at: int) -> Subject | None:
    """The subject behind a value that opens the sentence: "With 90.1 points, Quang Ninh also ranked first"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if reader.topics or not _OPENING.fullmatch(sentence.clean.lower[sentence.start : token.quote_start]):
        return None
    comma = at + 1
    while comma < len(sentence.tokens) and sentence.kind(comma) in {
        Kind.INDEX,
        Kind.YEAR,
        Kind.GROUP,
        Kind.COUNT,
        Kind.VALUE,
    }:
        comma += 1
    if (
        not sentence.is_mark(comma, ",")
        or sentence.kind(comma + 1) is not Kind.SUBJECT
        or len(sentence.gap(comma, comma + 1)) > 40
    ):
        return None
    return reader.subject_at(comma + 1)


def take_index_of_clause(reader: EnglishReader, at: int) -> None:
    """Bring the index of the clause behind an opening value into force: "With 90.1 points, X led the PAR Index"."""
    place = reader.sentence.find(
        at + 1, len(reader.sentence.tokens), lambda one: one.kind is Kind.INDEX and not one.weak
    )
    if place is not None:
        reader.context.index = reader.sentence.tokens[place].key


def years_behind(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The years that stand right behind a value: "9th in 2018", "second in 2014 - 2016"; or that it looks back to."""
    token = reader.sentence.tokens[at]
    if reader.compared_year and re.search(r"when (?:[\w']+ ){1,4}$", reader.sentence.before(at, 40)):
        return (reader.compared_year,)
    if re.search(r"(?:the previous|the preceding|last) year's (?:[a-z]+ ){0,2}$", reader.sentence.before(at, 40)):
        return (reader.context.year - 1,) if reader.context.year else ()
    named = _year_of_index_behind(reader, at)
    if named:
        return (named,)
    match = _YEARS.match(reader.sentence.clean.lower[token.end : min(reader.sentence.end, token.end + 60)])
    match = match or re.match(
        rf"(?: provinces and cities| localities| provinces){_YEARS.pattern}",
        reader.sentence.clean.lower[token.end : token.end + 60],
    )
    published = reader.context.published.year if reader.context.published else 9999
    if match is None:
        return _relative_behind(reader, at)
    if int(match["first"]) >= published:
        return ()
    first, last = int(match["first"]), int(match["last"] or match["first"])
    reader.local = tuple(range(first, last + 1)) if first <= last <= first + 12 else (first,)
    if " and " in match.group() and match["last"]:
        reader.local = (first, last)
    return reader.local


def _relative_behind(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The year that words right behind a value count to: "12th a year ago", "80.08% in the previous year"."""
    place = at + 1
    if reader.sentence.kind(place) is not Kind.RELATIVE_YEAR or not re.fullmatch(
        r" (?:in |of |for )?", reader.sentence.gap(at, place)
    ):
        return ()
    year = reader.relative(reader.sentence.tokens[place].key)
    return (year,) if year is not None and reader.sentence.kind(at + 2) is not Kind.MOVE else ()


def _year_of_index_behind(reader: EnglishReader, at: int) -> int | None:
    """The earlier year of an index named right behind a value: "6th out of 63 in PCI 2011"."""
    tokens, place = reader.sentence.tokens, at + 1
    while place < len(tokens) and tokens[place].kind in {Kind.GROUP, Kind.COUNT, Kind.REFERENCE}:
        place += 1
    pair = tokens[place : place + 2]
    if (
        {one.kind for one in pair} != {Kind.INDEX, Kind.YEAR}
        or pair[1].start - pair[0].end > 4
        or "," in reader.sentence.clean.lower[tokens[at].end : pair[0].start]
    ):
        return None
    year = next(int(one.number or 0) for one in pair if one.kind is Kind.YEAR)
    return year if reader.context.base_year is not None and year < reader.context.base_year else None


def components_of(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The components of a value: those named behind it in its clause, else those in force."""
    sentence = reader.sentence
    if (opened := _component_opened(reader, at)) or _names_component(reader, at):
        return opened or reader.context.components
    place = sentence.find(
        at + 1,
        at + 8,
        lambda one: (
            one.kind in {Kind.COMPONENT, Kind.COMPONENT_REFERENCE, Kind.VALUE, Kind.SUBJECT}
            or (one.kind is Kind.PUNCTUATION and one.key in ",;:(")
        ),
    )
    if place is not None and sentence.kind(place) is Kind.COMPONENT_REFERENCE:
        return inherited(reader)
    if (
        place is not None
        and sentence.kind(place) is Kind.COMPONENT
        and re.search(r"(?<!\w)(?:in|on|for|in terms of|of|at)(?: the)? [\"']?$", sentence.before(place, 20))
    ):
        return _enumerated(reader, place) or reader.context.components
    return reader.context.components


def _names_component(reader: EnglishReader, at: int) -> bool:
    """Whether a value stands right behind its component: "for "institutional reform" 89.95 percent"."""
    place = at - 1
    while reader.sentence.is_mark(place, "\"'"):
        place -= 1
    return reader.sentence.kind(place) is Kind.COMPONENT and len(reader.sentence.gap(at - 1, at)) < 12


def _component_opened(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The component behind a value that opens the sentence: "With 80.93 percent, "public finance" was the lowest"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if not _OPENING.fullmatch(sentence.clean.lower[sentence.start : token.quote_start]):
        return ()
    place = at + 1
    while sentence.is_mark(place, ",\"'"):
        place += 1
    if place == at + 1 or sentence.kind(place) is not Kind.COMPONENT or len(sentence.gap(place - 1, place)) > 6:
        return ()
    return _enumerated(reader, place)


def components_announced(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The components that a place holds in, counted and then named: "took the lead in two fields: A, ..., and B"."""
    sentence = reader.sentence
    if not _FIELDS.match(sentence.after(at, 60)):
        return ()
    named = (one for one in sentence.tokens[at + 1 :] if one.kind is Kind.COMPONENT)
    return tuple(label for one in named if (label := reader.label(one)))


_FIELDS = re.compile(
    r"(?: the (?:country|nation|list|table|ranking))? in (?:\d|both|two|three|four|five|six|seven)(?: of the \w+)?(?: \w+)? ?(?:fields|areas|components|indicators|pillars|"
    r"dimensions|sub-ind\w+|criteria)?(?::|,| -)"
)


def _enumerated(reader: EnglishReader, place: int) -> tuple[str, ...]:
    """The labels of the components enumerated from a position on."""
    sentence, labels = reader.sentence, list[str]()
    while sentence.kind(place) is Kind.COMPONENT:
        label = reader.label(sentence.tokens[place])
        labels += [label] if label else []
        following = place + 1
        while sentence.is_mark(following, "\"'"):
            following += 1
        following = sentence.past_bracket(following)
        while sentence.is_mark(following, ",\"'"):
            following += 1
        if not re.fullmatch(r"[ \"',]*(?:and )?[\"']?", sentence.gap(following - 1, following)):
            break
        place = following
    return tuple(labels)


def inherited(reader: EnglishReader) -> tuple[str, ...]:
    """The components last told of, for a number that is too low for a total."""
    return reader.context.last_components


def index_behind(reader: EnglishReader, at: int) -> int | None:
    """The position of the index behind a place or change: "second in the SIPAS", "a rise of 1.45 in its SIPAS"."""
    sentence = reader.sentence
    place = sentence.find(
        at + 1,
        len(sentence.tokens),
        lambda one: (
            one.kind is Kind.INDEX or one.kind in {Kind.PUNCTUATION, Kind.VALUE, Kind.RANK, Kind.AMOUNT, Kind.LAST}
        ),
    )
    if place is None or sentence.kind(place) is not Kind.INDEX or sentence.tokens[place].weak:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    if len(between) > 80 or re.search(
        r"(?<!\w)(?:while|but|and|as|when)(?!\w)(?! (?:cities|municipalities|ministerial|agencies))", between
    ):
        return None
    return (
        place if not between.strip() or re.search(r"(?<!\w)(?:in|on|of|its|the|for|by|out of)(?!\w)", between) else None
    )


def joined_index(reader: EnglishReader, at: int | None) -> str | None:
    """The index that a place holds in as well: "first in both the PAR Index and the SIPAS"."""
    if at is None or reader.sentence.kind(at + 1) is not Kind.INDEX:
        return None
    joined = re.fullmatch(r" and (?:the )?(?:20\d\d )?", reader.sentence.gap(at, at + 1))
    return reader.sentence.tokens[at + 1].key if joined else None


def index_of_level(reader: EnglishReader, at: int) -> str | None:
    """The index named right behind a level: "With 88.03% in the SIPAS, it took 13th place"."""
    sentence = reader.sentence
    if sentence.kind(at + 1) is not Kind.INDEX or sentence.tokens[at + 1].weak:
        return None
    led = re.fullmatch(r" (?:in|on|for|under) (?:the |its )?(?:20\d\d )?", sentence.gap(at, at + 1))
    return sentence.tokens[at + 1].key if led else None


def scope(reader: EnglishReader, at: int) -> str | None:
    """The region or group that a place holds within, None for the whole field."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    after = sentence.clean.lower[token.end : min(sentence.end, token.end + 60)]
    if (
        _CITIES_BEFORE.search(sentence.before(at, 90))
        or _CITIES.match(after)
        or re.match(r" (?:centrally[ -]\w+ )?(?:cities|municipalities)", after)
    ):
        return "thành phố trực thuộc Trung ương"
    place = sentence.find(at + 1, at + 4, lambda one: one.kind is Kind.SUBJECT)
    if place is None or sentence.tokens[place].unit != "region":
        return reader.field if not re.match(r" (?:nationwide|countrywide|in the country|nationally)", after) else None
    between = sentence.clean.lower[token.end : sentence.tokens[place].start].rstrip()
    return sentence.tokens[place].key if _REGIONAL.fullmatch(between + " ") else None


def bound_of(reader: EnglishReader, at: int) -> str:
    """The bound of a level, its verb included: "passed 90 percent", "fell short of 80 percent"."""
    token, before = reader.sentence.tokens[at], reader.sentence.before(at, 16)
    if token.bound != "=":
        return token.bound
    if re.search(r"(?:passed|surpassed|exceeded|topping|exceeding|surpassing|passing) $", before):
        return ">"
    return "<" if re.search(r"short of $", before) else "="


def unit_of(reader: EnglishReader, at: int) -> str:
    """The unit of a level: its own, else that of its pair or of the nearest level of the sentence."""
    token = reader.sentence.tokens[at]
    unit = token.unit or reader.pairs.units.get(at, "")
    if not token.unit and (token.number or 0) <= 1:
        return ""
    if unit or token.number is None or token.number < 30 or re.search(r"scores? of $", reader.sentence.before(at, 10)):
        return unit
    near = [
        one for one in reader.sentence.tokens[:at] if one.kind is Kind.VALUE and one.unit and (one.number or 0) >= 30
    ][-1:]
    near += [
        one
        for one in reader.sentence.tokens[at + 1 :]
        if one.kind is Kind.VALUE and one.unit and (one.number or 0) >= 30
    ][:1]
    return near[0].unit if near and not is_of_points(reader) else ""


def is_of_points(reader: EnglishReader) -> bool:
    """Whether the index in force has no percentages."""
    return reader.context.index in lexicon.entries("english")["points_only"]["indexes"]
