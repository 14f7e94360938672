"""Registers of who is measured in English: subjects, their enumerations, and the words that stand for them."""

from __future__ import annotations

import re

from pipelines.context import Subject
from pipelines.gazetteer import province_types
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.english.state import EnglishState

_OTHER_SIDE = re.compile(
    r"(?:behind|after|ahead of|than|over|beating|overtaking|surpassing|edging out|above|below|trailing|"
    r"trails|unlike|with places|places with|replacing|leaving out|except|excluding|besides|alongside|"
    r"before)(?: the| only|:)* ?(?:[\w-]+ ){0,2}?(?:province of |city of )?$"
)
_ASIDE = re.compile(
    r"(?:(?<!\w)(?:in|at|near|under|by|according to|from|within|across|throughout|around|visited|to)(?: "
    r"the)?(?: (?:\w+ern|central|mountainous|coastal|highland|delta|port|capital|mining|"
    r"neighbou?ring))*(?: (?:province|city) of)?|(?:chairm[ae]n|chairwoman|director|leaders?|secretary|"
    r"head|officials?|residents|people|minister|deputy|member|governor|capital|authorities|conference|"
    r"board|representatives?) (?:of|at|from)(?: the)?) $"
)
_SPEAKS = re.compile(
    r"(?:,? \([^)]*\))?,? (?:has |have |had |also |yesterday |today |recently |officially |on \w+ |just "
    r")*(?:announc|releas|said|says|publish|unveil|made public|issu|report(?:ed|s)|noted|added|stated|"
    r"launch|conduct|organi[sz]|held (?:a|the)|hosted|surveyed|assess(?!ment)|compiled|used to)"
)
_REGION_DOES = re.compile(
    r"(?:'s|,? (?:led|leads|with|was|were|is|are|scored|came|comes|had|has|ranked|ranks|topped|tops|posted|"
    r"averaged|averages|"
    r"fared|did|got|reached|recorded|obtained|stood|stands|trailed|trails|lagged|lags|remained|remains|rose|fell|improved|"
    r"gained|lost|increased|decreased|dropped|climbed)(?!\w))"
)
_NAMESAKE = re.compile(
    r" (?:port|airport|hospital|university|club|newspaper|market|team|fc|beach|railway|stadium|bay|bridge)(?! "
    r"city)(?!\w)"
)
_BEFORE_SPEAKER = re.compile(r"(?:by|according to|says?|said|from|at|under|of) (?:the )?$")
_JOINT = re.compile(
    r"(?:,|;|and|&|, and|as well as|'s)?[ \n]*(?:and )?(?:the |two |three |four |neighbou?ring |nearby |\w+ern |"
    r"central |coastal |mountainous |port |capital |delta |highlands? |midlands? |mekong |"
    r"(?:province|provinces|city|cities)(?: of)? )*"
)


_LEADER_BEFORE = re.compile(r"(?:leader|winner|runner-up|champion|frontrunner|behind|ahead of|after),? (?:the )?$")
_RESULTS = frozenset({Kind.VALUE, Kind.RANK, Kind.LAST, Kind.FRACTION, Kind.AMOUNT})
_MEASURED = frozenset(
    {Kind.INDEX, Kind.COMPONENT, Kind.TOTAL, Kind.RANK, Kind.LAST, Kind.YEAR, Kind.RELATIVE_YEAR, Kind.MOVE, Kind.VALUE}
    | {Kind.AVERAGE, Kind.AMOUNT}
)


class EnglishSubjects(EnglishState):
    """Who is measured."""

    def subject_at(self, at: int) -> Subject | None:
        """The subject of a mention; a bare field of work is a department where those are told of, else a ministry."""
        token = self.sentence.tokens[at]
        if token.kind is not Kind.SUBJECT or token.unit == "body":
            return None
        if "field" in token.tags and self.context.level == "department":
            token = token._replace(unit="department", key=next(tag for tag in token.tags if tag.startswith("Sở")))
        if token.unit in {"district", "department", "commune"}:
            parent = token.parent or self.context.parent or self.context.home
            return Subject(token.key, token.unit, parent) if parent else None
        return Subject(token.key, token.unit)

    def _subject(self, at: int) -> None:
        """A subject is named: the sentence is about it, unless it is a place, a speaker, or the other side."""
        token, subject = self.sentence.tokens[at], self.subject_at(at)
        if subject is None:
            self.blocked = self.blocked or (token.unit == "body" and self._is_topic(at, token))
        elif _NAMESAKE.match(self.sentence.after(at, 16)):
            self.blocked = True
        else:
            self._note(at, token, subject)
            if self._is_topic(at, token):
                self._enter(at, subject)

    def _note(self, at: int, token: Mention, subject: Subject) -> None:
        """Keep whose units a text ranks, the region or city that it named last, and whom the sentence named."""
        if subject not in self.noted:
            self.noted = (*self.noted, subject)
        if token.unit == "province" and not _LEADER_BEFORE.search(self.sentence.before(at, 24)):
            self.context.parent = token.key
        elif token.parent and (not self.context.parent or self._is_topic(at, token)):
            self.context.parent = token.parent
        if token.unit in {"region", "district"}:
            self.context.by_unit[token.unit] = subject

    def _enter(self, at: int, subject: Subject) -> None:
        """Make a subject, with those enumerated before it, what the sentence is about."""
        listed = self._enumerated(at) or (subject,)
        self._keep_names(listed)
        kept = self.component_first or self.stack or not self.topics or self._is_announced(at)
        keep = self.context.components if kept else ()
        self.context.make_topic(listed)
        self.context.by_unit[subject.unit] = subject
        self.context.components = keep
        self.topics += 1
        self.local = ()
        self.blocked = False
        if not self.stack:
            self.told.append(subject)
            self.context.group = None
        if subject.unit in {"district", "department", "commune"}:
            self.context.level = subject.unit

    def _is_announced(self, at: int) -> bool:
        """Whether a component was named for the values to come: "in human resources it gave way to Hanoi"."""
        sentence = self.sentence
        last = sentence.rfind(0, at, Kind.COMPONENT)
        return last is not None and not any(sentence.is_value(place) for place in range(last, at))

    def _keep_names(self, subjects: tuple[Subject, ...]) -> None:
        """Keep what "the city" and "we" may stand for later: the only one of its type here, and the first of all."""
        units = [one.unit for one in subjects]
        self.context.by_unit.update({one.unit: one for one in subjects if units.count(one.unit) == 1})
        for one in subjects:
            if one.unit == "province" and self.context.by_unit.setdefault("first", one) != one:
                self.context.by_unit["another"] = one

    def _is_topic(self, at: int, token: Mention) -> bool:
        """Whether a subject is what the text is about at its place."""
        before, after = self.sentence.before(at), self.sentence.after(at, 40)
        if self._is_only_said(at, token):
            return False
        if self._has_own_value(at) or (
            token.unit != "region" and re.match(r",? (?:[^,]{0,30}, )?(?:which|who)(?!\w)", after)
        ):
            return True
        if token.unit == "region":
            if self.sentence.is_value(at + 1) and self.sentence.gap(at, at + 1) == " ":
                return True
            return not re.search(r"(?:in|of|across|from|within|throughout|and)(?: the)? $", before) and bool(
                _REGION_DOES.match(after)
            )
        if re.search(r"branch of (?:the )?$", before) or re.match(r" branch", after):
            return False
        if _SPEAKS.match(after) or (
            token.unit == "ministry"
            and _BEFORE_SPEAKER.search(before)
            and not re.search(r"(?:went to|led by|of) (?:the )?$", before)
        ):
            return False
        if token.unit == "department" and re.search(r"'s $", before) and not self._is_told_of(at):
            return False
        if re.search(r"(?:went|goes|belongs|belonged|awarded|given) to(?: the)? $", before) or re.search(
            r"(?:after it|then) came $", before
        ):
            return True
        return not (_OTHER_SIDE.search(before) or _ASIDE.search(before))

    def _is_only_said(self, at: int, token: Mention) -> bool:
        """Whether a subject is a place of writing, whose index it is, or whose the unit before it is."""
        before, after = self.sentence.before(at), self.sentence.after(at, 40)
        written = self.sentence.clean.text[token.start : token.end]
        if written.isupper() and re.match(r" (?:\([^)]*\) )?-", after):
            return True
        if not before.strip() and re.match(r" \((?:vn\w|vov|vtv|sggp|vgp|hbo|tto)[^)]*\) ?-", after):
            return True
        if (token.unit == "ministry" and self._publishes(at)) or (token.unit == "province" and self._owns_before(at)):
            return True
        return (
            not before.strip()
            and bool(re.match(r"(?: \([^)]{2,12}\))? ?-+ ?[^\W\d_]|(?: \([^)]{2,12}\))? ?-+ ?[\"(]", after))
            and self.sentence.find(at + 1, len(self.sentence.tokens), Kind.SUBJECT) is not None
        )

    def _owns_before(self, at: int) -> bool:
        """Whether a province only says whose the unit before it is: "the Inspectorate of Hai Phong City"."""
        inside = self.sentence.tokens[at - 1].unit in {"district", "department", "commune"} if at else False
        return inside and self.sentence.gap(at - 1, at).strip() in {"of", "in", "of the", "in the"}

    def _publishes(self, at: int) -> bool:
        """Whether a ministry is whose index it is, not who is measured: "in the PAR Index of the ministry, X led"."""
        place = at - 2 if self.sentence.kind(at - 1) is Kind.YEAR else at - 1
        return (
            self.sentence.kind(place) is Kind.INDEX
            and bool(re.search(r" (?:of|by|from) (?:the )?$", self.sentence.before(at, 9)))
            and bool(
                re.match(r",| (?:puts?|shows?|ranks?|places?|lists?|placed|put|showed) ", self.sentence.after(at, 10))
            )
        )

    def _is_told_of(self, at: int) -> bool:
        """Whether the next that a sentence tells behind a subject is a result, and nobody else comes before it."""
        following = self.sentence.find(at + 1, at + 5, {Kind.SUBJECT, Kind.MOVE} | _RESULTS)
        return following is not None and self.sentence.kind(following) is not Kind.SUBJECT

    def _has_own_value(self, at: int) -> bool:
        """Whether a value stands right behind a subject: "ahead of Cau Giay (95.22 percent)"."""
        place = at + 1
        if self.sentence.is_mark(place, "("):
            place += 1
        elif self.sentence.is_mark(place, ",") and self.sentence.kind(place + 1) is Kind.VALUE:
            joined = re.search(r"(?:followed by|then|and|,) (?:the )?$", self.sentence.before(at, 20))
            lead = r" (?:with |at |on )?" if joined else " "
            return bool(re.fullmatch(lead, self.sentence.gap(place, place + 1))) and (
                self.sentence.is_mark(place + 2, ",.;") or place + 2 == len(self.sentence.tokens)
            )
        if not self.sentence.is_value(place):
            return False
        return bool(
            re.fullmatch(
                r" ?(?:\(|(?:with|at|on|in|scoring|scored)(?: a score of| an index of)? ?)",
                self.sentence.clean.lower[self.sentence.tokens[at].end : self.sentence.tokens[place].quote_start],
            )
        )

    def _enumerated(self, at: int) -> tuple[Subject, ...]:
        """The subjects of the enumeration that ends at a position, without values between; empty for a single one."""
        names: list[Subject] = []
        place: int | None = at
        while place is not None and (subject := self.subject_at(place)) is not None:
            if (
                names
                and subject.unit != names[0].unit
                and not re.search(r"(?<!\w)and (?!.*(?:,| and ))", self.sentence.before(place + 1, 50))
            ):
                break
            names.insert(0, subject)
            place = self.joined(place)
        return tuple(names) if len(names) > 1 else ()

    def joined(self, at: int) -> int | None:
        """The position of the subject that an enumeration has before this one."""
        place = at - 1
        while self.sentence.is_mark(place, ",;"):
            place -= 1
        if self.sentence.is_mark(place, ")") and not any(
            self.sentence.is_value(one) for one in range(max(0, place - 3), place)
        ):
            place = self.sentence.opening.get(place, place) - 1
        if self.sentence.kind(place) is not Kind.SUBJECT:
            return None
        gap = self.sentence.clean.lower[self.sentence.tokens[place].end : self.sentence.tokens[at].start]
        return (
            place
            if _JOINT.fullmatch(re.sub(r"\([^)]*\)", "", gap).strip() + " ") or _JOINT.fullmatch(gap.strip())
            else None
        )

    def _reference(self, at: int) -> None:
        """ "The latter", "the bank", "the city": one of those that the text last made clear."""
        key, subjects = self.sentence.tokens[at].key, self.context.subjects
        if key in {"latter", "former"} and (two := self.noted[-2:] if len(self.noted) > 1 else self.context.listed):
            self.context.make_topic(two[-1:] if key == "latter" else two[-2:-1] or two)
            self.topics += 1
        elif (
            key == "ministry"
            and (ministry := self.context.by_unit.get("ministry"))
            and not (subjects and subjects[0].unit == "ministry")
        ):
            self.context.make_topic((ministry,))
        elif key == "we" and (speaker := self.context.focus or self.context.by_unit.get("first")):
            self.context.make_topic((speaker,))
        elif key == "it" and not subjects and not self.topics and self.context.topic is not None:
            self.context.subjects = (self.context.topic,)
        elif key in {"province", "city"} and not self._inside_phrase(at) and not self.told:
            province = self._city_inside() or self._city() if key == "city" else self.referred("province")
            if province is not None and not (subjects and subjects[0].unit == province.unit):
                self.context.make_topic((province,))
        if key:
            self.blocked = self.blocked and key == "it"

    def _city(self) -> Subject | None:
        """The centrally run city that "the city" means: the last province told of that is one, else the last."""
        last = self.referred("province")
        known = (last, self.context.focus, self.context.by_unit.get("first"))
        return next((one for one in known if one and "city" in province_types(one.name)), last)

    def _city_inside(self) -> Subject | None:
        """The city inside a province that "the city" means: the last one named, if the province is none itself."""
        city, province = self.context.by_unit.get("district"), self.referred("province")
        if city is None or not city.name.startswith("Thành phố"):
            return None
        return city if province is None or "city" not in province_types(province.name) else None

    def _inside_phrase(self, at: int) -> bool:
        """Whether "the city" is a place, or the owner of something else than what is measured."""
        owns = self.sentence.after(at, 2).startswith("'")
        holds = self.sentence.kind(at - 1) in {Kind.GROUP, Kind.COUNT} and self.sentence.gap(at - 1, at) == " of "
        other = owns and self.sentence.kind(at + 1) not in _MEASURED
        return other or holds or bool(_ASIDE.search(self.sentence.before(at)))
