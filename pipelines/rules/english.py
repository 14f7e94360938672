"""Reading one sentence in English: the registers of the reader, changed by English grammar.

What a value means is the business of `english_values`; this module keeps who, which index, which year is in force.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.context import Context, Subject
from pipelines.gazetteer import resolve_ministry
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.reader import Reader
from pipelines.sentence import Sentence

_OTHER_SIDE = re.compile(
    r"(?:behind|after|ahead of|than|over|beating|overtaking|surpassing|edging out|above|below|trailing|trails|unlike|with places|places with|replacing|leaving out|except|excluding|besides|alongside|before)(?: the| only|:)* ?(?:[\w-]+ ){0,2}?(?:province of |city of )?$"
)
_ASIDE = re.compile(
    r"(?:(?<!\w)(?:in|at|near|under|by|according to|from|within|across|throughout|around|visited|to)(?: the)?(?: (?:\w+ern|central|mountainous|coastal|highland|delta|port|capital|mining|neighbou?ring))*(?: (?:province|city) of)?|(?:chairm[ae]n|chairwoman|director|leaders?|secretary|head|officials?|residents|people|minister|deputy|member|governor|capital|authorities|conference|board|representatives?) (?:of|at|from)(?: the)?) $"
)
_SPEAKS = re.compile(
    r"(?:,? \([^)]*\))?,? (?:has |have |had |also |yesterday |today |recently |officially |on \w+ |just )*(?:announc|releas|said|says|publish|unveil|made public|issu|report(?:ed|s)|noted|added|stated|launch|conduct|organi[sz]|held (?:a|the)|hosted|surveyed|assess(?!ment)|compiled|used to)"
)
_BEFORE_SPEAKER = re.compile(r"(?:by|according to|says?|said|from|at|under|of) (?:the )?$")
_COMPARED = re.compile(r"(?:than(?: in| that in| that of| the)?|from|on|against|compared (?:to|with)(?: that (?:of|in)| in)?|over|versus|vs\.?|relative to) (?:the )?$")
_NOT_STATED = re.compile(r"(?:since|by|until|till|before|end of|for the period|resolution|plan|decision|launched in|early|late|mid|through|beyond|set up in|founded in|after) $")
_JOINT = re.compile(r"(?:,|;|and|&|, and|as well as|'s)?[ \n]*(?:and )?(?:the |two |three |neighbou?ring |northern |southern |central )*")
_GROUPS = {"province": "all_provinces", "ministry": "all_ministries", "district": "all_districts", "department": "all_departments", "commune": "all_communes"}
_LEVELS = {"all_districts": "district", "all_departments": "department", "all_communes": "commune"}


def _unwrapped(sentence: Sentence) -> Sentence:
    """The sentence with its line breaks read as spaces."""
    if "\n" not in sentence.clean.text[sentence.start : sentence.end]:
        return sentence
    unwrapped = replace(sentence.clean, text=sentence.clean.text.replace("\n", " "), lower=sentence.clean.lower.replace("\n", " "))
    return Sentence(unwrapped, sentence.start, sentence.end, sentence.tokens)


class EnglishReader(Reader):
    """The state of reading one English sentence."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        super().__init__(_unwrapped(sentence), context)
        self.local: tuple[int, ...] = ()
        """The years of the value before, which hold until the next comma or subject."""
        self.group_here: Subject | None = None
        """The group whose mean the very next value is."""
        self.last_move: int | None = None
        """The verb of the last change of this sentence."""
        self.kinds: list[str] = []
        """The groups that the sentence has named."""
        self.passing: set[int] = set()
        """Positions of indexes that one change names for itself alone."""

    def read(self) -> None:
        """Read every mention in order."""
        from pipelines.rules import english_values as values

        handlers = {
            Kind.INDEX: self._index,
            Kind.COMPONENT: self._component,
            Kind.TOTAL: self._total,
            Kind.SUBJECT: self._subject,
            Kind.REFERENCE: self._reference,
            Kind.GROUP: self._group,
            Kind.AVERAGE: self._average,
            Kind.YEAR: self._year,
            Kind.RELATIVE_YEAR: self._relative_year,
            Kind.PUNCTUATION: self._mark,
            Kind.COUNT: self._count,
            Kind.VALUE: lambda at: values.read_level(self, at),
            Kind.FRACTION: lambda at: values.read_fraction(self, at),
            Kind.RANK: lambda at: values.read_rank(self, at),
            Kind.LAST: lambda at: values.read_last(self, at),
            Kind.NEXT: lambda at: values.read_next(self, at),
            Kind.AMOUNT: lambda at: values.read_amount(self, at),
        }
        for at, token in enumerate(self.sentence.tokens):
            if (handler := handlers.get(token.kind)) is not None:
                handler(at)
        self._close()

    # What.

    def _index(self, at: int) -> None:
        """An index comes into force, but not one named in passing, nor the second of two announced together."""
        if at in self.passing:
            return
        before = self.sentence.rfind(max(0, at - 2), at, lambda one: one.kind is Kind.INDEX)
        joined = before is not None and re.fullmatch(r"(?: in| of)?(?: 20\d\d)?,? and (?:the )?(?:20\d\d )?", self.sentence.clean.lower[self.sentence.tokens[before].end : self.sentence.tokens[at].start])
        if not (joined and self.context.index == self.context.main_index):
            super()._index(at)
        if self.context.index == "dti" and re.search(r"(?<!\w)national(?: [\w-]+)? $", self.sentence.before(at, 24)):
            self.context.make_topic((Subject("Việt Nam", "country"),))
            self.topics += 1

    # Who.

    def subject_at(self, at: int) -> Subject | None:
        """The subject of a mention; a bare field of work is a department where departments are told of, else a ministry."""
        token = self.sentence.tokens[at]
        if token.kind is not Kind.SUBJECT:
            return None
        if "field" in token.tags and self.context.level == "department":
            token = replace(token, unit="department", key=next(tag for tag in token.tags if tag.startswith("Sở")))
        if token.unit in {"district", "department", "commune"}:
            parent = token.parent or self.context.parent or self.context.home
            return Subject(token.key, token.unit, parent) if parent else None
        return Subject(token.key, token.unit)

    def _subject(self, at: int) -> None:
        """A subject is named: the sentence is about it, unless it is a place, a speaker, or the other side."""
        token, subject = self.sentence.tokens[at], self.subject_at(at)
        if subject is None:
            return
        if token.unit == "province":
            self.context.parent = token.key
        if not self._is_topic(at, token):
            return
        listed = self._enumerated(at)
        keep = self.context.components if self.component_first or self.stack or not self.topics else ()
        self.context.make_topic(listed or (subject,))
        self.context.by_unit[subject.unit] = subject
        self.context.components = keep
        self.topics += 1
        self.local = ()
        self.blocked = False
        if not self.stack:
            self.told.append(subject)
        if subject.unit in {"district", "department"}:
            self.context.level = subject.unit

    def _is_topic(self, at: int, token: Mention) -> bool:
        """Whether a subject is what the text is about at its place."""
        before, after = self.sentence.before(at), self.sentence.after(at, 40)
        if not before.strip() and re.match(r"(?: \([^)]{2,12}\))? ?-+ ?[a-z\"(]", after) and self.sentence.find(at + 1, len(self.sentence.tokens), lambda one: one.kind is Kind.SUBJECT) is not None:
            return False
        if self._has_own_value(at) or re.match(r",? (?:[^,]{0,30}, )?(?:which|who)(?!\w)", after):
            return True
        if token.unit == "region":
            return not re.search(r"(?:in|of|across|from|within|throughout|and)(?: the)? $", before) and bool(re.match(r"(?:'s|,? (?:led|with|was|scored|came|had|ranked|topped|posted|averaged))", after))
        if re.search(r"branch of (?:the )?$", before) or re.match(r" branch", after):
            return False
        previous = self.sentence.tokens[at - 1] if at else None
        if token.unit == "province" and previous is not None and previous.kind is Kind.SUBJECT and previous.unit in {"district", "department", "commune"} and self.sentence.gap(at - 1, at).strip() in {"of", "in", "of the", "in the"}:
            return False
        if _SPEAKS.match(after) or (token.unit == "ministry" and _BEFORE_SPEAKER.search(before) and not re.search(r"(?:went to|led by|of) (?:the )?$", before)):
            return False
        if token.unit == "department" and re.search(r"'s $", before):
            return False
        if re.search(r"(?:went|goes|belongs|belonged|awarded|given) to(?: the)? $", before) or re.search(r"(?:after it|then) came $", before):
            return True
        return not (_OTHER_SIDE.search(before) or _ASIDE.search(before))

    def _has_own_value(self, at: int) -> bool:
        """Whether a value stands right behind a subject: "ahead of Cau Giay (95.22 percent)"."""
        place = at + 1
        if self.sentence.is_mark(place, "("):
            place += 1
        if not self.sentence.is_value(place):
            return False
        return bool(re.fullmatch(r" ?(?:\(|(?:with|at|on|scoring|scored)(?: a score of| an index of)? ?)", self.sentence.clean.lower[self.sentence.tokens[at].end : self.sentence.tokens[place].quote_start]))

    def _enumerated(self, at: int) -> tuple[Subject, ...]:
        """The subjects of the enumeration that ends at a position, without values between; empty for a single one."""
        names: list[Subject] = []
        place: int | None = at
        while place is not None and (subject := self.subject_at(place)) is not None:
            if names and subject.unit != names[0].unit and not re.search(r"(?<!\w)and (?:the )?$", self.sentence.before(place + 1, 10)):
                break
            names.insert(0, subject)
            place = self._joined(place)
        return tuple(names) if len(names) > 1 else ()

    def _joined(self, at: int) -> int | None:
        """The position of the subject that an enumeration has before this one."""
        place = at - 1
        while self.sentence.is_mark(place, ",;"):
            place -= 1
        if self.sentence.is_mark(place, ")") and not any(self.sentence.is_value(one) for one in range(max(0, place - 3), place)):
            place = next((start for start, end in self.sentence.closing.items() if end == place), place) - 1
        if self.sentence.kind(place) is not Kind.SUBJECT:
            return None
        gap = self.sentence.clean.lower[self.sentence.tokens[place].end : self.sentence.tokens[at].start]
        return place if _JOINT.fullmatch(re.sub(r"\([^)]*\)", "", gap).strip() + " ") or _JOINT.fullmatch(gap.strip()) else None

    def _reference(self, at: int) -> None:
        """ "The latter", "the bank", "the city": one of those that the text last made clear."""
        key, subjects = self.sentence.tokens[at].key, self.context.subjects
        if key == "latter" and subjects:
            self.context.subjects = subjects[-1:]
        elif key == "former" and subjects:
            self.context.subjects = subjects[:1]
        elif key == "ministry" and (ministry := self.context.by_unit.get("ministry")) and not (subjects and subjects[0].unit == "ministry"):
            self.context.make_topic((ministry,))
        elif key in {"province", "city"} and not self._inside_phrase(at) and not self.told:
            province = self.referred("province")
            if province is not None and not (subjects and subjects[0].unit == "province"):
                self.context.make_topic((province,))
        if key:
            self.blocked = self.blocked and key == "it"

    def _inside_phrase(self, at: int) -> bool:
        """Whether "the city" is a place, or the owner of what is told of."""
        return bool(re.match(r"'s?(?: \w+){0,3} (?:departments?|districts?|chairman|people)", self.sentence.after(at))) or bool(_ASIDE.search(self.sentence.before(at)))

    def _group(self, at: int) -> None:
        """A group of units: it tells what is ranked, and whose mean a mean is."""
        token = self.sentence.tokens[at]
        if token.key == "all_provinces" and self.sentence.words(at).endswith("localities") and (self.context.index == "ddci" or self.context.level):
            token = replace(token, key="all_districts")
        if not re.search(r"(?:national|nationwide|country's|nation's)$", self.sentence.words(at)):
            self.kinds.append(token.key)
            self.context.level = _LEVELS.get(token.key)
        if self.group_here is None and self.average:
            self._mean_of(token.key)

    def _count(self, at: int) -> None:
        """A count of units at the head of its clause: what follows is said of them until someone is named."""
        token = self.sentence.tokens[at]
        for word, key in (("ministr", "all_ministries"), ("provinc", "all_provinces"), ("localit", "all_provinces"), ("district", "all_districts"), ("department", "all_departments")):
            if word in self.sentence.words(at):
                self.kinds.append(key)
                self.context.level = _LEVELS.get(key)
        if self.average:
            self._mean_of(self.kinds[-1] if self.kinds else "all_provinces")
            return
        before = self.sentence.before(at, 24)
        if self.sentence.kind(at - 1) is Kind.RANK and len(self.sentence.gap(at - 1, at)) < 10:
            return
        if re.search(r"(?:^|[,;:.] ?|(?:and|but|while|although|where|of these,|whether|as|just|only|another|just under|the|some|of|when|,) )$", before) and not re.search(r"(?:out of|among|among the|of the|for the|in the|to the|of) $", before) or not before.strip():
            self.blocked = token.number is None

    # Means.

    def _average(self, at: int) -> None:
        """A mean is told: of the group beside it, of the country, or of those that the text tells of."""
        before, after = self.sentence.before(at, 40), self.sentence.after(at, 40)
        key = self._group_of_mean(at)
        if re.search(r"(?:above|below|than|over|beats?|beating|exceed\w*|surpass\w*|under|to|from|outperform\w*|the|with) (?:the )?(?:[\w'-]+ ){0,3}$", before) and re.search(r"(?:above|below|than|over|beat\w*|exceed\w*|surpass\w*|under) (?:the )?(?:[\w'-]+ ){0,3}$", before):
            if re.match(r"(?: of| \(| at)", after) and self.sentence.kind(at + 1) in {Kind.VALUE, Kind.PUNCTUATION}:
                self.group_here = self._group_subject(key)
            return
        following = self.sentence.find(at + 1, at + 4, lambda one: one.kind in {Kind.GROUP, Kind.COUNT, Kind.VALUE, Kind.SUBJECT})
        if following is not None and self.sentence.kind(following) in {Kind.GROUP, Kind.COUNT} and self.sentence.tokens[following].start - self.sentence.tokens[at].end < 30:
            self.average = True
            return
        if following is not None and self.sentence.kind(following) is Kind.SUBJECT and re.match(r" (?:of|for|in) ", after):
            return
        self._mean_of(key)

    def _mean_of(self, key: str) -> None:
        """Let the text be about the mean of a group."""
        self.average = False
        if key == "all_provinces" and self.context.index == "ddci":
            self.blocked = True
            return
        self.context.make_topic((self._group_subject(key),))
        self.blocked = False
        self.topics += 1

    def _group_subject(self, key: str) -> Subject:
        """A group as the subject of its mean."""
        inside = key in {"all_districts", "all_departments", "all_communes"}
        return Subject(key, "group", (self.context.parent or self.context.home) if inside else None)

    def _group_of_mean(self, at: int) -> str:
        """The group whose mean a bare "average" is."""
        if re.search(r"(?:national|nationwide|country's|nation's|provincial) $", self.sentence.before(at, 14)):
            return "all_provinces"
        if self.kinds:
            return self.kinds[-1]
        topic = self.context.topic
        return _GROUPS.get(topic.unit, "all_provinces") if topic is not None else "all_provinces"

    # When.

    def _year(self, at: int) -> None:
        """A year: of the index, of the value before it, or of the other side of a comparison."""
        token = self.sentence.tokens[at]
        year = int(token.number or 0)
        before = self.sentence.clean.lower[max(self.sentence.start, token.start - 24) : token.start]
        of_index = self._of_index(at)
        if self._is_year_of_value(at):
            self.context.year = self.context.year or year
            return
        if of_index and self._in_passing(at, year):
            return
        if _COMPARED.search(before) and not of_index:
            self.compared_year = year
            return
        if _NOT_STATED.search(before) and not of_index:
            return
        published = self.context.published.year if self.context.published else None
        if published is not None and year >= published and (not of_index or self._too_early(year)):
            return
        if self.sentence.kind(at + 1) is Kind.PUNCTUATION or of_index or self.context.year is None or re.search(r"(?:its|their|the|in) $", before):
            self.context.year = year
            self.local = ()
        if of_index or token.start - self.sentence.start < 24:
            self.lasting_year = year

    def _in_passing(self, at: int, year: int) -> bool:
        """Whether the year of an index named behind a value is an earlier one, which tells of that value alone."""
        told = any(self.sentence.is_value(place) for place in range(at))
        return told and self.context.base_year is not None and year < self.context.base_year

    def _is_year_of_value(self, at: int) -> bool:
        """Whether a year stands right behind a value or mean, which reads it itself."""
        return self.sentence.is_value(at - 1) and bool(re.fullmatch(r" ?\(?,?(?:in |of |for |in both )?", self.sentence.gap(at - 1, at)))

    def _relative_year(self, at: int) -> None:
        """ "A year earlier", "last year"."""
        key = self.sentence.tokens[at].key
        year = self.relative(key)
        if key == "past" and not _COMPARED.search(self.sentence.before(at, 24)):
            if year is not None and self.context.year is None:
                self.context.year = year
        elif key in {"previous", "past"}:
            self.compared_year = year

    # Marks and the end.

    def _mark(self, at: int) -> None:
        """A comma ends the year of a value, a bracket saves and restores the registers."""
        super()._mark(at)
        if self.sentence.is_mark(at, ",;"):
            self.local = ()

    def _close(self) -> None:
        """Close what was left open; the first who was told of stays the topic."""
        while self.stack:
            self._restore(self.stack.pop()[1])
        self.context.components = ()
        if self.told:
            self.context.subjects = (self.told[0],)
            self.context.topic = self.told[0]
            self.context.by_unit[self.told[0].unit] = self.told[0]
        elif self.context.subjects and self.context.subjects[0].unit == "group":
            self.context.subjects = self.before
        if self.facts and self.lasting_year is not None:
            self.context.year = self.lasting_year

    def label(self, token: Mention, *, headed: bool = False) -> str | None:
        """The label of a component under the index in force."""
        owners = dict(owner.split(":", 1) for owner in token.owners)
        for index in (self.context.index, self.context.main_index):
            if index in owners:
                self.context.index = index
                return owners[index or ""]
        return None

    def ministry(self, name: str) -> str:
        """The name of a ministry in the year in force."""
        ministry = resolve_ministry(name, self.context.year)
        return ministry.name if ministry else name
