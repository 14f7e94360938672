"""Why a number of an English sentence is no result: a share, a target, a gap, an end of a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.mentions.types import Kind
from pipelines.rules.english import holders, parts, slots, times

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader

_SHARE = re.compile(
    r"-| (?!\(|(?:in|and|up|down|from|to|with|compared|while|which|higher|lower|more than|less than|better|"
    r"worse|on|as|for|followed|ranking|ranked|against|after|or|last|this|year-on-year|year on year|"
    r"overall|nationwide|countrywide|respectively|but|making|placing|placed|places|putting|puts|put|was|"
    r"is|ranks|ranked|stood|ahead|behind|at|by|when|where|thanks|although|though|also|above|below|over|"
    r"each|the|taking|earning|topping|rising|standing|finishing|leading|despite|versus|or more|out of|of "
    r"the (?:index|total|points|score|maximum)|points|among|throughout|since|increasing|decreasing|marks?|"
    r"during|it|he|she|than)(?!\w)|[A-Z\d])"
)


_GAP_AFTER = re.compile(
    r"[ \n](?:behind|ahead|(?:above|below)(?! (?:its |the |that of |their |last year's )?(?:20\d\d|last year|"
    r"previous|year before|figure (?:of|for|in) 20))|clear of|short of|off|shy of|adrift|(?:higher|lower|more|less|"
    r"better|worse|fewer) than (?!in |(?:a|one|the) (?:year|previous|last|preceding)|the same|last|\d{4}|"
    r"that (?:of|in)|its|the \d{4}|(?:the )?[\d.,]+%?(?: percent| points)? (?:of|in|for) (?:20\d\d|the previous))"
    r"|(?:more|less) (?:likely|expensive|costly|satisfied|time|money))"
)


_GAP_BEFORE = re.compile(
    r"(?:beats?|beating|exceed\w*|surpass\w*|outperform\w*|trail\w*|lead\w*) [^,;]{0,60} by $|(?:gap|"
    r"margin|difference|distance) [^,;]{0,30}$"
)


_UNKNOWN = re.compile(r"(?:,|and) (?:the )?[A-Z][a-z]\w+(?: [\w-]+)* (?:with|at|\(|on)[ ]?(?:\w+ )?$")


_UNNAMED = re.compile(
    r"(?:units|those|localities|agencies|ministries|provinces|departments|districts|communes|anyone|whoever|bodies) "
    r"(?:(?P<relative>that|which|who|whose)|with|scoring|getting|having)(?: \w+){0,3} (?:below|under|above|over|"
    r"less than|more than|"
    r"at least)? ?$"
)


_NAME = re.compile(r"(?:[A-Z][a-z][\w'-]*(?: (?:of|and|for))? ){3,}")


def refusal(reader: EnglishReader, at: int) -> str | None:
    """Why a number or place is no result at all, None where it may be one."""
    sentence, context = reader.sentence, reader.context
    if context.index is None or not reader.index_is_named():
        return "no index is in force"
    if context.index == "other":
        return "it belongs to a measure that gives no rows"
    named = holders.holder_behind(reader, at) or reader.group_behind(at) or holders.whom_it_bounds(reader, at)
    if reader.blocked and not named:
        return "it is said of a count of units"
    if sentence.rfind(0, at, Kind.TARGET) is not None:
        return "it is a target or a hope"
    if _is_foreign(reader, at):
        return "the sentence tells of something else than an index"
    if _counts_things(reader, at):
        return "the sentence counts firms, files or people"
    if not reader.topics and _is_of_unknown(reader, at):
        return "it is said of someone who is not known"
    if re.search(r"(?<!\w)(?:or|either) $", sentence.before(at, 8)) and not (
        sentence.is_value(at - 1 if not sentence.is_mark(at - 1, ",") else at - 2) and move_behind(reader, at)
    ):
        return "it is a share, or one of two that might be"
    return None


def move_behind(reader: EnglishReader, at: int) -> bool:
    """Whether a word of change stands right behind a number: "85.63%, or 2.94 percentage points more than in 2018"."""
    return reader.sentence.kind(at + 1) is Kind.MOVE and not reader.sentence.gap(at, at + 1).strip()


_WHAT = frozenset({Kind.INDEX, Kind.COMPONENT, Kind.TOTAL})


def _is_foreign(reader: EnglishReader, at: int) -> bool:
    """Whether a number is of growth, trade or sport: what its sentence told of last, or of what its clause goes on."""
    sentence = reader.sentence
    what = sentence.rfind(0, at, _WHAT | {Kind.OTHER_MEASURE}, lambda one: one.kind in _WHAT or one.key == "foreign")
    if what is not None and sentence.tokens[what].key == "foreign":
        return parts.index_behind(reader, at) is None
    behind = sentence.find(
        at + 1,
        len(sentence.tokens),
        _WHAT | {Kind.OTHER_MEASURE, Kind.PUNCTUATION},
        lambda one: one.kind in _WHAT or one.key in {"foreign", ",", ";"},
    )
    return (
        behind is not None
        and sentence.tokens[behind].key == "foreign"
        and bool(
            re.match(r"[^.]{0,40}(?<!\w)(?:in|for|of|by|as to) ", sentence.clean.lower[sentence.tokens[at].end :][:60])
        )
    )


_THINGS = re.compile(
    r"\d (?:(?:new|newly|registered|domestic|foreign|private|fdi|public|online|established) ){0,3}(?:firms|enterprises|"
    r"businesses|companies|projects|households|workers|jobs|people|citizens|visitors|tourists|accidents|cases|licen[cs]es)(?!\w)"
)


def _counts_things(reader: EnglishReader, at: int) -> bool:
    """Whether a share or change is of what its sentence counts: "4,000 firms were set up, an increase of 6%"."""
    sentence, lower = reader.sentence, reader.sentence.clean.lower
    counted = list(_THINGS.finditer(lower, sentence.start, sentence.tokens[at].quote_start))
    before = sentence.tokens[:at] if counted else ()
    return bool(counted) and not any(
        one.kind in _WHAT or (one.kind in {Kind.SUBJECT, Kind.RANK} and one.start > counted[-1].end())
        for one in before
        if not re.search(r"(?<!\w)in (?:the )?$", lower[sentence.start : one.start])
    )


def _is_of_unknown(reader: EnglishReader, at: int) -> bool:
    """Whether the sentence is about a body that is not known: a long name in capitals and no other subject."""
    sentence = reader.sentence
    if sentence.find(0, at, Kind.REFERENCE) is not None:
        return False
    return bool(_NAME.search(reader.unread, 0, sentence.tokens[at].quote_start - sentence.start))


def no_result(reader: EnglishReader, at: int, move: int | None) -> str | None:
    """Why a level is none: a share, a threshold, the end of a range, a scale, the other side, another measure."""
    if holders.holder_behind(reader, at) is not None or holders.whom_it_bounds(reader, at):
        return None
    if move is None and reader.sentence.tokens[at].unit == "percent" and (reason := _no_percentage(reader, at)):
        return reason
    for is_none, reason in _NO_LEVEL:
        if is_none(reader, at):
            return reason
    return _other_measure(reader, at)


def _no_percentage(reader: EnglishReader, at: int) -> str | None:
    """Why a percentage is none of an index: a share of what stands behind it, or an index that has points alone."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    tail = sentence.clean.text[token.end : min(sentence.end, token.end + 40)]
    owned = re.search(
        r"(?:scores?|index|rate|result|mark|average|mean|ratio|\)) of (?:over |under )?$", sentence.before(at, 24)
    )
    if _SHARE.match(tail) and not (owned and not tail.startswith(" of ")) and not times.years_behind(reader, at):
        return "it is a share of what the next word names"
    return "the index has no percentages" if slots.is_of_points(reader) else None


def _is_threshold(reader: EnglishReader, at: int) -> bool:
    """Whether a level only bounds a group whose members are not named."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    unnamed = _UNNAMED.search(sentence.before(at))
    if unnamed and (unnamed["relative"] or token.bound != "="):
        return True
    return (
        (not reader.topics or token.bound != "=")
        and sentence.kind(at - 1) in {Kind.COUNT, Kind.GROUP}
        and bool(re.search(r"^[ \n](?:with|having|that|which|whose)(?!\w)", sentence.gap(at - 1, at)))
    )


def _is_end_of_range(reader: EnglishReader, at: int) -> bool:
    """Whether a level is an end of a range, told by its words or its form."""
    before = reader.sentence.before(at)
    told = r"(?:between|ranging from|ranges? from) [^,;]{0,40}$|between \d+(?:\.\d+)?%? and $"
    return bool(re.search(told, before)) or _is_range(reader, at)


def _is_of_someone(reader: EnglishReader, at: int) -> bool:
    """Whether a name that is not known stands right before a level."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    start = sentence.tokens[at - 1].end if at else sentence.start
    return bool(_UNKNOWN.search(sentence.clean.text[start : token.quote_start]))


def _is_scale(reader: EnglishReader, at: int) -> bool:
    """Whether a number is what could be had at most, a weight or a median."""
    scale = r"(?:scale of|out of|up to|maximum of|weight of|counts for|median of|each worth) (?:up to )?$"
    return bool(re.search(scale, reader.sentence.before(at)))


def _is_other_side(reader: EnglishReader, at: int) -> bool:
    """Whether a level of no other year is what another one is compared with: "ranked first with 0.81 against 0.77"."""
    compared = re.search(r"(?:against|versus|compared (?:with|to)) (?:the )?$", reader.sentence.before(at, 24))
    if not compared or not reader.topics or reader.sentence.kind(at + 1) is Kind.RELATIVE_YEAR:
        return False
    return not times.years_behind(reader, at)


def is_gap(reader: EnglishReader, at: int) -> bool:
    """Whether a number is the distance between two: "0.31 points behind the leader", "beat the mean by 4 points"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    behind = _GAP_AFTER.match(sentence.clean.lower[token.end : token.end + 40])
    return bool(behind or _GAP_BEFORE.search(sentence.before(at, 90)))


def _is_range(reader: EnglishReader, at: int) -> bool:
    """Whether a level is one end of a range that no verb of change leads: "67.68 to 70 percent"."""
    sentence = reader.sentence
    if sentence.rfind(0, at, Kind.MOVE) is not None:
        return False
    if re.search(r"from \d+(?:\.\d+)?%? to $", sentence.before(at)):
        return True
    for left, right in ((at, at + 1), (at - 1, at)):
        if sentence.kind(left) is Kind.VALUE and sentence.kind(right) is Kind.VALUE:
            between = sentence.clean.lower[sentence.tokens[left].end : sentence.tokens[right].start]
            if re.fullmatch(r" ?(?:to|-) ?(?:under |below |less than |just under )?", between):
                return True
    return False


def _other_measure(reader: EnglishReader, at: int) -> str | None:
    """Why a number belongs to another measure of its clause."""
    sentence = reader.sentence
    other = sentence.rfind(0, at, Kind.OTHER_MEASURE)
    if (
        other is None
        or sentence.find(other + 1, at, {Kind.INDEX, Kind.SUBJECT, Kind.RANK, Kind.COMPONENT, Kind.AVERAGE}) is not None
    ):
        return None
    return "the nearest measure before it is another one"


_NOBODY = re.compile(r"(?:^|[,;:.] ?|and |but |while )(?:no|none|not a single|nobody|neither)(?: [\w-]+){1,6} $")


def _is_of_nobody(reader: EnglishReader, at: int) -> bool:
    """Whether a level is said to be had by none: "no province got more than 4.1 points"."""
    start = reader.sentence.tokens[at].quote_start - reader.sentence.start
    return bool(_NOBODY.search(reader.sentence.clean.lower[reader.sentence.start :][max(0, start - 60) : start]))


_NO_LEVEL = (
    (_is_of_nobody, "it is said that none has it"),
    (_is_threshold, "a threshold of those that are not named"),
    (_is_end_of_range, "it is one end of a range"),
    (_is_of_someone, "it is said of someone who is not known"),
    (_is_scale, "it is a scale, a weight or a median"),
    (is_gap, "a gap between two subjects, no change over time"),
    (_is_other_side, "the value of the other side of a comparison"),
)
