"""What the numbers of an English sentence mean: levels, changes, places; and which of them mean nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.gazetteer import field_size
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import emit
from pipelines.rules.levels import plausible

if TYPE_CHECKING:
    from pipelines.rules.english import EnglishReader

_SHARE = re.compile(
    r"-| (?!(?:in|and|up|down|from|to|with|compared|while|which|higher|lower|more than|less than|better|worse|on|as|for|followed|ranking|ranked|against|after|or|last|this|year-on-year|year on year|overall|nationwide|countrywide|respectively|but|making|placing|placed|places|putting|puts|put|was|is|ranks|ranked|stood|ahead|behind|at|by|when|where|thanks|although|though|also|above|below|over|each|the|taking|earning|topping|rising|standing|finishing|leading|despite|versus|or more|out of|of the (?:index|total|points|score|maximum)|points|among|throughout|since|increasing|decreasing|marks?|during|it|he|she|than)(?!\w)|[A-Z\d])"
)
_FILLER = re.compile(r"[ \n,]*(?:(?:by|of|all|most|the most|some|about|nearly|another|a|an|further|sharply|steeply|slightly|only|just|as much as|as many as|more than|over|total of|a total of|to|only|its score|in score|in points|in the rankings?|score)[ \n,]*)*")
_JOINED = re.compile(r" ?,? ?(?:and )?(?:by )?")
_GAP_AFTER = re.compile(r"[ \n](?:behind|ahead|above|below|clear of|short of|off|shy of|adrift|(?:higher|lower|more|less|better|worse|fewer) than (?!in |(?:a|one|the) (?:year|previous|last|preceding)|the same|last|\d{4}|that (?:of|in)|its|the \d{4}))")
_GAP_BEFORE = re.compile(r"(?:beats?|beating|exceed\w*|surpass\w*|outperform\w*|trail\w*|lead\w*) [^,;]{0,60} by $|(?:gap|margin|difference|distance) [^,;]{0,30}$")
_YEARS = re.compile(r" ?\(?,?(?:in (?:both )?|of |for |in the )?(?:period )?(?P<first>20\d\d)(?: ?(?:-|and|to) ?(?P<last>20\d\d))?(?!\d|[.,]\d)")
_REGIONAL = re.compile(r"(?:[ \n](?:in|of|among|out of|within|across|for|the|all|\d+|eleven|provinces?|and|cities|localities|country's))*[ \n]")
_CITIES = re.compile(r",? (?:among|of|in|out of)(?: all)?(?: the)?(?: country's| nation's)?(?: (?:five|six|\d))? (?:centrally[ -]\w+ |central )?(?:cities|municipalities)(?!\w)")


def read_level(reader: EnglishReader, at: int) -> None:
    """Make the fact of a level, or of the change that it is, or say why it is neither."""
    token = reader.sentence.tokens[at]
    reason = refusal(reader, at) or _no_result(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    move = _move(reader, at)
    if move is not None:
        _change(reader, at, move)
        return
    if _opens_with(reader, at) is not None:
        _take_index_of_clause(reader, at)
    metric = "percent" if _unit(reader, at) == "percent" else "score"
    components = _components(reader, at)
    if not plausible(reader.context.index or "", components, metric, token.number or 0.0):
        components = components or _inherited(reader)
        if not components:
            _implausible(reader, at)
            return
    _level(reader, at, metric, components)


def _level(reader: EnglishReader, at: int, metric: str, components: tuple[str, ...]) -> None:
    """Make the facts of a level for each of its subjects and years."""
    token = reader.sentence.tokens[at]
    if token.tags and metric == "score":
        reader.refuse(at, "a number without unit that nothing leads to")
        return
    years = _years(reader, at)
    if not years and re.search(r"(?:with|at|on|scoring)(?: a score of)? $", reader.sentence.before(at, 24)):
        years = reader.local
    if not years and re.search(r"(?<!\w)from $", reader.sentence.before(at, 6)):
        year = _compared(reader, at) or (reader.context.year - 1 if reader.context.year else None)
        if year is None:
            reader.refuse(at, "an earlier value whose year is not said")
            return
        years = (year,)
    group, reader.group_here = reader.group_here, None
    for subject in (group,) if group else _subjects(reader, at):
        for year in years or (None,):
            emit.facts(reader, at, metric, token.number or 0.0, rule="english.level", subject=subject, year=year, components=components, out_of=token.out_of, bound=_bound(reader, at))


def _implausible(reader: EnglishReader, at: int) -> None:
    """Read a percentage too low for a level as a change where the sentence tells of changes, else refuse it."""
    token = reader.sentence.tokens[at]
    move = reader.last_move
    if move is None:
        move = reader.sentence.rfind(0, at, lambda one: one.kind is Kind.MOVE)
    if token.unit == "percent" and move is not None and (token.number or 0) < 15:
        _change(reader, at, move)
        return
    reader.refuse(at, "it is outside what the index can be")


def refusal(reader: EnglishReader, at: int) -> str | None:
    """Why a number or place is no result at all, None where it may be one."""
    sentence, context = reader.sentence, reader.context
    if context.index is None or not reader.index_is_named():
        return "no index is in force"
    if context.index == "other":
        return "it belongs to a measure that gives no rows"
    if reader.blocked:
        return "it is said of a count of units"
    if sentence.rfind(0, at, lambda one: one.kind is Kind.TARGET) is not None:
        return "it is a target or a hope"
    if not reader.topics and _is_of_unknown(reader, at):
        return "it is said of someone who is not known"
    if re.search(r"(?<!\w)(?:or|either) $", sentence.before(at, 8)):
        return "it is a share, or one of two that might be"
    return None


_NAME = re.compile(r"(?:[A-Z][a-z][\w'-]*(?: (?:of|and|for))? ){3,}")


def _is_of_unknown(reader: EnglishReader, at: int) -> bool:
    """Whether the sentence is about a body that the gazetteer does not have: a long name in capitals and no other subject."""
    sentence = reader.sentence
    if any(one.kind is Kind.REFERENCE for one in sentence.tokens[:at]):
        return False
    lead = list(sentence.clean.text[sentence.start : sentence.tokens[at].quote_start])
    for one in sentence.tokens[:at]:
        for place in range(max(0, one.start - sentence.start), min(len(lead), one.end - sentence.start)):
            lead[place] = "-"
    return bool(_NAME.search("".join(lead)))


def _no_result(reader: EnglishReader, at: int) -> str | None:
    """Why a level is none: a share, the end of a range, another measure, a scale."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    tail = sentence.clean.text[token.end : min(sentence.end, token.end + 40)]
    move = _move(reader, at)
    owned = re.search(r"(?:scores?|index|rate|result|mark|average|mean|ratio|\)) of (?:over |under )?$", sentence.before(at, 24))
    if token.unit == "percent" and _SHARE.match(tail) and move is None and not (owned and not tail.startswith(" of ")):
        return "it is a share of what the next word names"
    if token.unit == "percent" and move is None and context_is_points(reader):
        return "the index has no percentages"
    if re.search(r"(?:between|ranging from|ranges? from) [^,;]{0,40}$", sentence.before(at)) or _is_range(reader, at):
        return "it is one end of a range"
    if (not reader.topics or token.bound != "=") and sentence.kind(at - 1) in {Kind.COUNT, Kind.GROUP} and re.search(r"^[ \n](?:with|having|that|which|whose)(?!\w)", sentence.gap(at - 1, at)):
        return "a threshold of a group whose members are not named"
    if _UNKNOWN.search(sentence.clean.text[sentence.tokens[at - 1].end if at else sentence.start : token.quote_start]):
        return "it is said of someone who is not known"
    if re.search(r"(?:scale of|out of|up to|maximum of|weight of|counts for|median of|each worth) (?:up to )?$", sentence.before(at)):
        return "it is a scale, a weight or a median"
    if _GAP_AFTER.match(sentence.clean.lower[token.end : token.end + 40]) or _GAP_BEFORE.search(sentence.before(at, 90)):
        return "a gap between two subjects, no change over time"
    return _other_measure(reader, at)


_UNKNOWN = re.compile(r"(?:,|and) (?:the )?[A-Z][a-z]\w+(?: [\w-]+)* (?:with|at|\(|on)[ ]?(?:\w+ )?$")


def _is_range(reader: EnglishReader, at: int) -> bool:
    """Whether a level is one end of a range that no verb of change leads: "67.68 to 70 percent"."""
    sentence = reader.sentence
    if sentence.rfind(0, at, lambda one: one.kind is Kind.MOVE) is not None:
        return False
    for left, right in ((at, at + 1), (at - 1, at)):
        if sentence.kind(left) is Kind.VALUE and sentence.kind(right) is Kind.VALUE:
            between = sentence.clean.lower[sentence.tokens[left].end : sentence.tokens[right].start]
            if re.fullmatch(r" ?(?:to|-) ?(?:under |below |less than |just under )?", between):
                return True
    return False


def context_is_points(reader: EnglishReader) -> bool:
    """Whether the index in force has no percentages."""
    return reader.context.index in lexicon.entries("english")["points_only"]["indexes"]


def _other_measure(reader: EnglishReader, at: int) -> str | None:
    """Why a number belongs to another measure of its clause."""
    sentence = reader.sentence
    other = sentence.rfind(0, at, lambda one: one.kind is Kind.OTHER_MEASURE)
    if other is None or sentence.find(other + 1, at, lambda one: one.kind in {Kind.INDEX, Kind.SUBJECT, Kind.RANK, Kind.COMPONENT, Kind.AVERAGE}) is not None:
        return None
    return "the nearest measure before it is another one"


def _unit(reader: EnglishReader, at: int) -> str:
    """The unit of a level: its own, else that of its pair or of the nearest level of the sentence."""
    token = reader.sentence.tokens[at]
    unit = token.unit or reader.pairs.units.get(at, "")
    if unit or token.number is None or token.number < 30 or re.search(r"scores? of $", reader.sentence.before(at, 10)):
        return unit
    near = [one for one in reader.sentence.tokens[:at] if one.kind is Kind.VALUE and one.unit and (one.number or 0) >= 30][-1:]
    near += [one for one in reader.sentence.tokens[at + 1 :] if one.kind is Kind.VALUE and one.unit and (one.number or 0) >= 30][:1]
    return near[0].unit if near and not context_is_points(reader) else ""


def _bound(reader: EnglishReader, at: int) -> str:
    """The bound of a level, its verb included: "passed 90 percent", "fell short of 80 percent"."""
    token, before = reader.sentence.tokens[at], reader.sentence.before(at, 16)
    if token.bound != "=":
        return token.bound
    if re.search(r"(?:passed|surpassed|exceeded|topping|exceeding|surpassing|passing) $", before):
        return ">"
    return "<" if re.search(r"short of $", before) else "="


def _subjects(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects of a value: all of an enumeration where the text says each or gives a bound, else the last."""
    keyed = reader.pairs.keys.get(at)
    if (opened := _opens_with(reader, at)) is not None:
        return (opened,)
    if keyed and any(reader.sentence.kind(key) is Kind.SUBJECT for key in keyed):
        return tuple(one for key in keyed if (one := reader.subject_at(key)))[:1]
    subjects = reader.context.subjects
    if not subjects:
        home = reader.referred("province")
        return (home,) if home else ()
    if len(subjects) < 2:
        return subjects
    token = reader.sentence.tokens[at]
    each = _bound(reader, at) != "=" or token.kind is Kind.RANK or re.search(r"(?<!\w)(?:both|each|all|tied|equal|joint\w*|shared)(?: \w+){0,3} ?$", reader.sentence.before(at, 40))
    if token.kind in {Kind.RANK, Kind.LAST} and len({one.unit for one in subjects}) < len(subjects) and not re.search(r"(?<!\w)(?:tied|joint\w*|share[ds]?|both|equal)(?!\w)", reader.sentence.before(at, 60)):
        return ()
    return subjects if each else subjects[-1:]


_OPENING = re.compile(r"[\s\"'(]*(?:(?:with|at|on|scoring|claiming|earning|gaining|achieving|getting|recording|posting|having|in)(?: (?:a|an|the|its))?(?: (?:total|overall|score|index|average|rate|result|value))*(?: of)? ?)?")


def _opens_with(reader: EnglishReader, at: int) -> Subject | None:
    """The subject that follows a value with which the sentence opens: "With 90.1 points, Quang Ninh also ranked first"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if reader.topics or not _OPENING.fullmatch(sentence.clean.lower[sentence.start : token.quote_start]):
        return None
    comma = at + 1
    while comma < len(sentence.tokens) and sentence.kind(comma) in {Kind.INDEX, Kind.YEAR, Kind.GROUP, Kind.COUNT, Kind.VALUE}:
        comma += 1
    if not sentence.is_mark(comma, ",") or sentence.kind(comma + 1) is not Kind.SUBJECT or len(sentence.gap(comma, comma + 1)) > 40:
        return None
    return reader.subject_at(comma + 1)


def _take_index_of_clause(reader: EnglishReader, at: int) -> None:
    """Bring the index that the clause behind an opening value names into force: "With 90.1 points, X led the PAR Index"."""
    place = reader.sentence.find(at + 1, len(reader.sentence.tokens), lambda one: one.kind is Kind.INDEX and not one.weak)
    if place is not None:
        reader.context.index = reader.sentence.tokens[place].key


def _years(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The years that stand right behind a value: "9th in 2018", "second in 2014 - 2016"."""
    token = reader.sentence.tokens[at]
    named = _year_of_index_behind(reader, at)
    if named:
        return (named,)
    match = _YEARS.match(reader.sentence.clean.lower[token.end : min(reader.sentence.end, token.end + 60)])
    match = match or re.match(rf"(?: provinces and cities| localities| provinces){_YEARS.pattern}", reader.sentence.clean.lower[token.end : token.end + 60])
    published = reader.context.published.year if reader.context.published else 9999
    if match is None or int(match["first"]) >= published:
        return ()
    first, last = int(match["first"]), int(match["last"] or match["first"])
    reader.local = tuple(range(first, last + 1)) if first <= last <= first + 12 else (first,)
    if " and " in match.group() and match["last"]:
        reader.local = (first, last)
    return reader.local


def _year_of_index_behind(reader: EnglishReader, at: int) -> int | None:
    """The earlier year of an index named right behind a value: "6th out of 63 in PCI 2011"."""
    tokens, place = reader.sentence.tokens, at + 1
    while place < len(tokens) and tokens[place].kind is Kind.GROUP:
        place += 1
    pair = tokens[place : place + 2]
    if {one.kind for one in pair} != {Kind.INDEX, Kind.YEAR} or pair[1].start - pair[0].end > 4 or "," in reader.sentence.clean.lower[tokens[at].end : pair[0].start]:
        return None
    year = next(int(one.number or 0) for one in pair if one.kind is Kind.YEAR)
    return year if reader.context.base_year is not None and year < reader.context.base_year else None


def _components(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The components of a value: those named behind it in its clause, else those in force."""
    sentence = reader.sentence
    place = sentence.find(at + 1, at + 8, lambda one: one.kind in {Kind.COMPONENT, Kind.VALUE, Kind.SUBJECT} or (one.kind is Kind.PUNCTUATION and one.key in ",;:("))
    if place is not None and sentence.kind(place) is Kind.COMPONENT and re.search(r"(?<!\w)(?:in|on|for|in terms of|of|at)(?: the)? [\"']?$", sentence.before(place, 20)):
        return _enumerated(reader, place) or reader.context.components
    return reader.context.components


def _enumerated(reader: EnglishReader, place: int) -> tuple[str, ...]:
    """The labels of the components enumerated from a position on."""
    sentence, labels = reader.sentence, list[str]()
    while sentence.kind(place) is Kind.COMPONENT:
        label = reader.label(sentence.tokens[place])
        labels += [label] if label else []
        following = place + 1
        while sentence.is_mark(following, ",\"'"):
            following += 1
        if not re.fullmatch(r"[ \"',]*(?:and )?[\"']?", sentence.gap(following - 1, following)):
            break
        place = following
    return tuple(labels)


def _inherited(reader: EnglishReader) -> tuple[str, ...]:
    """The components last told of, for a number that is too low for a total."""
    return reader.context.last_components


# Changes.


def read_amount(reader: EnglishReader, at: int) -> None:
    """Make the change of an amount of places or of percentage points."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = refusal(reader, at)
    if not reason and (_GAP_AFTER.match(sentence.clean.lower[token.end : token.end + 40]) or _GAP_BEFORE.search(sentence.before(at, 90))):
        reason = "a gap between two subjects, no change over time"
    move = _move(reader, at)
    if move is None and token.unit == "percent":
        move = sentence.rfind(0, at, lambda one: one.kind is Kind.MOVE)
    if "signed" in token.tags and not reason:
        emit.facts(reader, at, "rank_change" if token.unit == "places" else "percent_change", token.number or 0.0, rule="english.signed", vs_year=_versus(reader, at))
    elif reason or move is None:
        reader.refuse(at, reason or "an amount of change without a verb")
    else:
        _change(reader, at, move)


def _move(reader: EnglishReader, at: int) -> int | None:
    """The position of the word that makes a number an amount of change: right behind it, or before it with little between."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if sentence.kind(at + 1) is Kind.MOVE and sentence.tokens[at + 1].key == "behind" and sentence.gap(at, at + 1).strip() == "":
        if not (sentence.words(at + 1) in {"up", "down"} and sentence.is_value(at + 2) and not sentence.gap(at + 1, at + 2).strip()):
            return at + 1
    if sentence.kind(at + 1) is Kind.RELATIVE_YEAR and sentence.kind(at + 2) is Kind.MOVE and not (sentence.gap(at, at + 1) + sentence.gap(at + 1, at + 2)).strip():
        return at + 2
    place = at - 1
    while place >= 0 and (sentence.kind(place) in {Kind.RELATIVE_YEAR} or sentence.is_mark(place, ",")):
        place -= 1
    if place >= 0 and _was_change(reader, place) and _JOINED.fullmatch(sentence.clean.lower[sentence.tokens[place].end : token.quote_start]):
        return reader.last_move
    if sentence.kind(place) is not Kind.MOVE or sentence.tokens[place].start >= token.quote_start and place != at - 1:
        return None
    between = sentence.clean.lower[sentence.tokens[place].end : token.start]
    if re.search(r"(?<!\w)to[ \n]*$", between) or sentence.words(place) in {"more", "less", "higher", "lower"} and " than" in between:
        return None
    return place if _FILLER.fullmatch(between) else None


def _was_change(reader: EnglishReader, place: int) -> bool:
    """Whether the value at a position was read as a change."""
    return place in reader.changed


def _change(reader: EnglishReader, at: int, move: int) -> None:
    """Make the facts of a change."""
    sentence, token, verb = reader.sentence, reader.sentence.tokens[at], reader.sentence.tokens[move]
    metric = {"places": "rank_change", "percent": "percent_change"}.get(token.unit, "score_change")
    if token.kind is Kind.VALUE and _is_level(reader, at, move):
        _level(reader, at, "percent" if token.unit == "percent" else "score", _components(reader, at))
        return
    sign = verb.number or 1.0
    reader.changed.add(at)
    reader.last_move = move
    bound = {">": "<", "<": ">"}.get(_bound(reader, at), _bound(reader, at)) if sign < 0 else _bound(reader, at)
    behind = _index_behind(reader, at)
    index = sentence.tokens[behind].key if behind is not None else None
    if behind is not None:
        reader.passing.add(behind)
    components = _components(reader, at)
    start = verb.start if 0 <= token.start - verb.end < 30 else token.quote_start
    for subject in _subjects(reader, at):
        emit.facts(reader, at, metric, sign * (token.number or 0.0), rule="english.change", subject=subject, index=index, components=components, bound=bound, vs_year=_versus(reader, at), quote_start=start)


def _is_level(reader: EnglishReader, at: int, move: int) -> bool:
    """Whether "gained" only means that a result was had: with a maximum, or with more than any change can be."""
    token = reader.sentence.tokens[at]
    got = reader.sentence.words(move) in {"gained", "gaining", "gains", "gain"}
    small = reader.context.index == "dti" and token.key.count(".") == 1 and len(token.key) > 5
    return token.out_of is not None or (token.number or 0) > 40 or (got and small)


def _compared(reader: EnglishReader, at: int) -> int | None:
    """The year that the words behind a value compare with."""
    sentence = reader.sentence
    for place in range(at + 1, len(sentence.tokens)):
        token, kind = sentence.tokens[place], sentence.kind(place)
        if kind is Kind.SUBJECT or sentence.is_mark(place, ";") or (sentence.is_value(place) and _move(reader, place) is None):
            return None
        before = sentence.clean.lower[max(sentence.start, token.start - 24) : token.start]
        if kind is Kind.YEAR and re.search(r"(?:than(?: in| that in| the)?|from|on|against|compared (?:to|with)(?: that (?:of|in)| in)?|over|versus) (?:the )?$", before):
            return int(token.number or 0)
        if kind is Kind.RELATIVE_YEAR and token.key in {"previous", "past"}:
            return reader.relative(token.key)
    return None


def _versus(reader: EnglishReader, at: int) -> int | None:
    """The year that a change is compared with: named behind it or before, else the year before the one in force."""
    year = reader.context.year
    for found in (_compared(reader, at), reader.compared_year):
        if found is not None and (year is None or found < year):
            return found
    return year - 1 if year else None


# Places.


def read_rank(reader: EnglishReader, at: int) -> None:
    """Make the facts of a place, or say why there is none."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    behind = _index_behind(reader, at)
    index = sentence.tokens[behind].key if behind is not None else None
    if index:
        reader.context.index, reader.context.index_age, reader.context.components = index, 0, ()
    reason = refusal(reader, at) or _no_place(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    forward = None if at in reader.pairs.keys else _holders(reader, at)
    years, rule = _years_of_rank(reader, at), "english.rank"
    if not years and re.search(r"(?<!\w)from (?:the )?$", sentence.before(at, 9)):
        year = _compared(reader, at) or (reader.context.year - 1 if reader.context.year else None)
        years, rule = ((year,), "english.rank.older") if year else ((), rule)
    number = reader.context.last_rank if token.key == "same" else token.number
    components = _inherited(reader) if token.key == "same" else _components(reader, at)
    for subject in forward or _subjects(reader, at):
        for when in years or (None,):
            emit.facts(reader, at, "rank", number or 0.0, rule=rule, subject=subject, year=when, index=index, components=components, out_of=token.out_of, scope=_scope(reader, at))
    if forward:
        reader.context.make_topic(forward)
    reader.context.last_rank = number


def _no_place(reader: EnglishReader, at: int) -> str | None:
    """Why a place is none of ours."""
    sentence = reader.sentence
    if re.search(r"(?:among the|in the|one of the|top|group of|for the|the world's) $", sentence.before(at, 14)) and reader.sentence.tokens[at].key == "word" and not re.search(r"(?:lead|spot|position|place)$", sentence.words(at)):
        return "to be among the first is no place"
    if reader.sentence.tokens[at].key == "same" and reader.context.last_rank is None:
        return "the place that it means was not told"
    if re.match(r" at \w+ing(?!\w)", sentence.after(at, 30)) and sentence.kind(at + 1) is not Kind.COMPONENT:
        return "it is a place in something else"
    if re.match(r" (?:in|of) (?:the )?(?:world|asia|southeast asia|asean|growth|exports|tourism)(?!\w)", sentence.after(at, 30)):
        return "it is a place in a ranking of something else"
    return None


def _years_of_rank(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The years of a place: that of "the 2022 leader", else those behind it."""
    match = re.match(r"the (20\d\d)", reader.sentence.words(at))
    return (int(match.group(1)),) if match else _years(reader, at)


_LEADS = re.compile(r"(?:went to|goes to|belongs to|belonged to|was|were|is|are|held by|taken by|claimed by|:)(?: again| still)?(?: the)?(?: [\w-]+){0,3}?(?: (?:province|city) of)? ?$")


def _holders(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects that a place leads to: "first places went to A and B", "second was Tay Ninh"."""
    sentence = reader.sentence
    place = sentence.find(at + 1, len(sentence.tokens), lambda one: one.kind is Kind.SUBJECT)
    if place is None or any(sentence.is_value(one) or sentence.is_mark(one, ";(") for one in range(at + 1, place)):
        return ()
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    opened = bool(re.search(r"(?:was|were)$", sentence.words(at))) and not between.strip(" the")
    headed = sentence.words(at).startswith("at the head") and not reader.told and len(between) < 60
    if not (opened or headed or (_LEADS.search(between) and len(between) < 70 and not re.search(r"(?:ahead|behind|,)", between))):
        return ()
    names = []
    while place is not None and (subject := reader.subject_at(place)) is not None:
        names.append(subject)
        following = sentence.past_bracket(place + 1)
        while sentence.is_mark(following, ","):
            following += 1
        place = following if sentence.kind(following) is Kind.SUBJECT and reader._joined(following) is not None else None
    return tuple(names)


def _index_behind(reader: EnglishReader, at: int) -> int | None:
    """The position of the index that a place or change names behind itself: "second in the Satisfaction Index", "a rise of 1.45 in its SIPAS"."""
    sentence = reader.sentence
    place = sentence.find(at + 1, len(sentence.tokens), lambda one: one.kind is Kind.INDEX or one.kind in {Kind.PUNCTUATION, Kind.VALUE, Kind.RANK, Kind.AMOUNT, Kind.LAST})
    if place is None or sentence.kind(place) is not Kind.INDEX or sentence.tokens[place].weak:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    if len(between) > 80 or re.search(r"(?<!\w)(?:while|but|and|as|when)(?!\w)(?! (?:cities|municipalities|ministerial|agencies))", between):
        return None
    return place if not between.strip() or re.search(r"(?<!\w)(?:in|on|of|its|the|for|by|out of)(?!\w)", between) else None


def _scope(reader: EnglishReader, at: int) -> str | None:
    """The region or group that a place holds within, None for the whole field."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    after = sentence.clean.lower[token.end : min(sentence.end, token.end + 60)]
    if _CITIES.match(after) or re.match(r" (?:centrally[ -]\w+ )?(?:cities|municipalities)", after):
        return "thành phố trực thuộc Trung ương"
    place = sentence.find(at + 1, at + 4, lambda one: one.kind is Kind.SUBJECT)
    if place is None or sentence.tokens[place].unit != "region":
        return None
    between = sentence.clean.lower[token.end : sentence.tokens[place].start].rstrip()
    return sentence.tokens[place].key if _REGIONAL.fullmatch(between + " ") else None


def read_fraction(reader: EnglishReader, at: int) -> None:
    """Make the place that a fraction of a field states: "ranked 55/63"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = refusal(reader, at)
    placed = (token.out_of or 0) >= 9 and re.search(r"(?:rank(?:ed|s|ing)?|placed|stood|standing|position|place|no\.?|at|\(|,)(?: at| in)? ?$", sentence.before(at))
    if reason or not placed or (token.number or 0) > (token.out_of or 0):
        reader.refuse(at, reason or "a count, not a place")
        return
    for subject in _subjects(reader, at):
        emit.facts(reader, at, "rank", token.number or 0.0, rule="english.fraction", subject=subject, components=_components(reader, at), out_of=token.out_of, scope=_scope(reader, at))


def read_last(reader: EnglishReader, at: int) -> None:
    """Make the last place where the size of the field is known; it is implied, hence less sure."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = refusal(reader, at)
    holders = _holders(reader, at)
    years = _years_of_rank(reader, at)
    if reason or _components(reader, at) or reader.context.index is None:
        reader.refuse(at, reason or "the last place of a component")
        return
    for subject in (holders or _subjects(reader, at))[:1]:
        year = years[0] if years else reader.context.year
        size = field_size(reader.context.index, subject.unit, year) if year and subject.unit in {"province", "ministry"} else None
        if size is not None and sentence:
            emit.facts(reader, at, "rank", float(size - (token.number or 0)), rule="english.last", subject=subject, year=year, sure=0.62)


def read_next(reader: EnglishReader, at: int) -> None:
    """Make the places that "followed by A, B" implies behind the last one that was stated."""
    sentence, number = reader.sentence, reader.context.last_rank
    place: int | None = at + 2 if sentence.kind(at + 1) is Kind.GROUP else at + 1
    if number is None or refusal(reader, at) or reader.context.components:
        return
    while place is not None and sentence.kind(place) is Kind.SUBJECT:
        subject, number = reader.subject_at(place), number + 1
        if subject is None or subject.unit == "region":
            return
        emit.facts(reader, place, "rank", number, rule="english.implied", subject=subject, sure=0.6)
        place = _after_values(reader, place)
    reader.context.last_rank = number


def _after_values(reader: EnglishReader, place: int) -> int | None:
    """The position of the next subject of an enumeration whose members may have their values; None at its end."""
    tokens: list[Mention] = reader.sentence.tokens
    for following in range(place + 1, min(place + 6, len(tokens))):
        if tokens[following].kind is Kind.SUBJECT:
            return following
        if tokens[following].kind not in {Kind.VALUE, Kind.PUNCTUATION, Kind.GROUP}:
            return None
    return None
