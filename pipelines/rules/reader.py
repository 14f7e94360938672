"""Reading one sentence from left to right: registers change with its mentions, values become facts.

The reader decides what is in force at each value; how a value is read is the business of `levels`, `places` and `changes`.
"""

from __future__ import annotations

import re

from pipelines.context import Context, Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import anchors, roles
from pipelines.rules.facts import Fact, Refusal
from pipelines.rules.lists import Pairs, pair
from pipelines.rules.roles import Role
from pipelines.sentence import Sentence


class Reader:
    """The state of reading one sentence: the registers, and what has been found."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.context = context
        self.facts: list[Fact] = []
        self.refusals: list[Refusal] = []
        self.pairs: Pairs = pair(sentence)
        self.compared_year: int | None = None
        """The year that the sentence compares with, once it has said so."""
        self.component_first = False
        """Whether the sentence named its component before any subject."""
        self.theme_year: int | None = None
        """The year of an adverbial of this sentence."""
        self.lasting_year = context.year
        """The year that the next sentence starts with: the one before, or one that opened this sentence or stood at an index."""
        self.until_comma: int | None = None
        """The year to come back to at the next comma."""
        self.average = False
        self.stack: list[tuple[int, Context, bool]] = []
        self.before = context.subjects
        self.told: list[Subject] = []
        """The subjects that the sentence has been about, brackets and groups apart."""
        self.topics = 0
        """How many subjects the sentence has been about so far."""
        self.changed: set[int] = set()
        """Positions of levels that were read as amounts of change."""
        self.blocked = False
        """Whether what is in force is a count of units, which has no values of its own."""

    def read(self) -> None:
        """Read every mention in order."""
        from pipelines.rules import changes, levels, places

        handlers = {
            Kind.INDEX: self._index,
            Kind.COMPONENT: self._component,
            Kind.COMPONENT_REFERENCE: self._component_reference,
            Kind.TOTAL: self._total,
            Kind.SUBJECT: self._subject,
            Kind.REFERENCE: self._reference,
            Kind.GROUP: self._group,
            Kind.AVERAGE: self._average,
            Kind.YEAR: self._year,
            Kind.RELATIVE_YEAR: self._relative_year,
            Kind.PUNCTUATION: self._mark,
            Kind.VALUE: lambda at: levels.read(self, at),
            Kind.FRACTION: lambda at: places.read_fraction(self, at),
            Kind.RANK: lambda at: places.read(self, at),
            Kind.LAST: lambda at: places.read_last(self, at),
            Kind.NEXT: lambda at: places.read_next(self, at),
            Kind.AMOUNT: lambda at: changes.read_amount(self, at),
            Kind.COUNT: self._count,
        }
        for at, token in enumerate(self.sentence.tokens):
            handler = handlers.get(token.kind)
            if handler is not None:
                handler(at)
        self._end()

    # Registers.

    def _index(self, at: int) -> None:
        """An index comes into force; its components end."""
        key = self.sentence.tokens[at].key
        if self._index_is_owner_of_rank(at):
            return
        self.context.index = key
        self.context.index_age = 0
        self.blocked = False
        if not (self.sentence.kind(at - 1) is Kind.COMPONENT and re.search(r"(?:của|trong|thuộc|-|\() ?$", self.sentence.before(at))):
            self.context.components = ()

    def _index_is_owner_of_rank(self, at: int) -> bool:
        """Whether an index was already taken by the place before it, and another one follows at once."""
        return False

    def _component(self, at: int) -> None:
        """A component comes into force, or the list of components that stands here."""
        token = self.sentence.tokens[at]
        headed = bool(re.search(r"(?:chỉ số thành phần|chỉ số nội dung|lĩnh vực|trụ cột)(?: về)? ?\"?$", self.sentence.before(at)))
        label = self.label(token, headed=headed)
        if label is None:
            return
        if self.topics == 0:
            self.component_first = True
        listed = self._listed_components(at)
        self.context.components = listed or (label,)
        self.context.last_components = self.context.components
        self.blocked = False

    def label(self, token: Mention, *, headed: bool = False) -> str | None:
        """The label of a component under the index in force; an own label of another index brings that one into force."""
        owners = dict(owner.split(":", 1) for owner in token.owners)
        if self.context.index in owners:
            return owners[self.context.index or ""]
        if self.context.index in (None, "other"):
            return None
        if "sibling" in owners:
            return owners["sibling"] if self.context.index not in {"par_index", None, "other"} else None
        if self.context.main_index in owners and (headed or not token.weak):
            self.context.index = self.context.main_index
            return owners[self.context.main_index or ""]
        owner, label = next(iter(owners.items()))
        if owner == "par_index" and len(owners) == 1 and not token.weak:
            self.context.index = owner
            return label
        return None

    def _listed_components(self, at: int) -> tuple[str, ...]:
        """The labels of an enumeration of components that begins before this one and reaches to it, without values between."""
        labels: list[str] = []
        place = at
        while place >= 0:
            one = self.sentence.tokens[place]
            if one.kind is Kind.COMPONENT:
                label = self.label(one)
                if label:
                    labels.insert(0, label)
                if not re.fullmatch(r"[\"' ]*(?:,|và|;|&)?[\"' ]*(?:và)?[\"' ]*", self.sentence.gap(place - 1, place)):
                    break
            elif not (one.kind is Kind.PUNCTUATION and one.key in ",\"'"):
                break
            place -= 1
        return tuple(labels) if len(labels) > 1 else ()

    def _component_reference(self, _at: int) -> None:
        """ "Lĩnh vực này": the last component comes back into force."""
        if self.context.last_components:
            self.context.components = self.context.last_components

    def _total(self, _at: int) -> None:
        """The index as a whole comes back into force."""
        self.context.components = ()
        self.blocked = False

    def _subject(self, at: int) -> None:
        """A subject is named: the sentence is about it, or it is the other side, or an aside."""
        token = self.sentence.tokens[at]
        if token.unit in {"district", "commune", "department"} and (seen := self.subject_at(at)):
            self.context.by_unit[token.unit] = seen
        part = roles.role(self.sentence, at, self.context)
        if token.unit == "region" and not self._region_is_measured(at):
            return
        if part is Role.OTHER_SIDE and self.sentence.before(at).rstrip().endswith("đẩy") and (pushed := self.subject_at(at)):
            self.context.subjects = (pushed,)
            return
        if part is Role.ASIDE or (part is Role.OTHER_SIDE and not self.stack):
            return
        if self.stack and part is not Role.TOPIC:
            return
        self._enter_topic(at)

    def _region_is_measured(self, at: int) -> bool:
        """Whether a region is a subject, and not the field of a regional place."""
        before = self.sentence.before(at)
        if self.sentence.kind(at - 1) in {Kind.RANK, Kind.LAST, Kind.FRACTION} and re.search(
            r"^ ?(?:,? ?(?:của|trong|khu vực|vùng|toàn|ở|tại|các tỉnh|/|\d+|tỉnh|trong số|thành|phố|,| )+)?$",
            self.sentence.gap(at - 1, at),
        ):
            return bool(re.search(r"(?:là|thuộc về|:)[ \w]{0,8}$", before))
        return not re.search(r"(?:của|trong|khu vực|các tỉnh|địa phương|tỉnh|thuộc|ở|tại|toàn) (?:vùng |khu vực )?$", before) or bool(
            re.search(r"(?:bình quân|trung bình)[\w ]{0,20}(?:của|ở) (?:vùng |khu vực )?$", before)
        )

    def _enter_topic(self, at: int) -> None:
        """Make the subject at a position, with those enumerated before it, what the text is about."""
        subject = self.subject_at(at)
        if subject is None:
            return
        if not self.component_first or (self.topics and not self.stack and self.context.components and not self.component_first):
            self.context.components = () if not self.stack else self.context.components
        self.context.make_topic(self._listed_subjects(at) or (subject,))
        self.topics += 1
        if not self.stack:
            self.told.append(subject)
            if self.context.starts_line and len(self.told) == 1 and not self.sentence.before(at).strip(" -*•+\"'0123456789.)tỉnhthàphố"):
                self.context.line_topic = subject
        self.blocked = False
        self.average = self.average and subject.unit == "region"

    def subject_at(self, at: int) -> Subject | None:
        """The subject of a mention; a unit inside a province gets its parent from the text where the gazetteer has none."""
        token = self.sentence.tokens[at]
        if token.kind is not Kind.SUBJECT:
            return None
        if token.unit in {"district", "commune", "department"}:
            parent = self.context.parent or token.parent or self.context.home
            if token.parent and token.unit == "district" and "capital" in token.tags:
                parent = token.parent
            name = self._typed_name(at, token, parent)
            return Subject(name, token.unit, parent) if parent else None
        if token.key in {"Huế", "Thừa Thiên Huế"} and self.context.level == "district" and (self.context.year or 2025) < 2025 and self.sentence.words(at).startswith(("tp", "thành phố")):
            return Subject("Thành phố Huế", "district", "Thừa Thiên Huế")
        return Subject(token.key, token.unit)

    def _typed_name(self, at: int, token: Mention, parent: str | None) -> str:
        """The name of a district with its type, also where an enumeration says the type once."""
        if "bare" not in token.tags:
            return token.key
        from pipelines.rules.naming import typed_district

        return typed_district(self.sentence, at, parent, self.context.typed)

    def _listed_subjects(self, at: int) -> tuple[Subject, ...]:
        """The subjects of an enumeration that ends at a position; those with values of their own are left out."""
        names: list[Subject] = []
        place = at
        while True:
            subject = self.subject_at(place)
            if subject is None:
                break
            if not names or not self.sentence.is_mark(place + 1, "("):
                names.insert(0, subject)
            joint = self._joint_before(place)
            if joint is None:
                break
            place = joint
        return tuple(names) if len(names) > 1 else ()

    def _joint_before(self, at: int) -> int | None:
        """The position of the subject that an enumeration has before this one, None where it begins here."""
        place = at - 1
        if self.sentence.is_mark(place, ")"):
            return None if not re.search(r"(?:,|và) ?(?:\w+ ?){0,2}$", self.sentence.gap(place, at)) else self._host_of(place)
        while self.sentence.is_mark(place, ","):
            place -= 1
        if self.sentence.is_mark(place, ")"):
            return self._host_of(place)
        if self.sentence.kind(place) is not Kind.SUBJECT:
            return None
        between = self.sentence.clean.lower[self.sentence.tokens[place].end : self.sentence.tokens[at].start]
        return place if re.fullmatch(r" ?(?:,|và|,? ?và|cùng|cùng với|với|&|-|and) ?(?:hai |tỉnh |thành phố |tp\.? ?|huyện |bộ |các )*", between) else None

    def _host_of(self, closing: int) -> int | None:
        """The position of the subject that a closed bracket belongs to."""
        opening = next((start for start, end in self.sentence.closing.items() if end == closing), None)
        if opening is None or self.sentence.kind(opening - 1) is not Kind.SUBJECT:
            return None
        return opening - 1

    def _reference(self, at: int) -> None:
        """ "Tỉnh", "Bộ", "địa phương này": the subject that the text last made clear."""
        key = self.sentence.tokens[at].key
        if not self._reference_is_topic(at, key):
            return
        subject = self.referred(key)
        if subject is not None and (self.context.topic is None or self.context.subjects != (subject,)):
            keep = self.context.components if self.component_first else ()
            self.context.make_topic((subject,))
            self.context.components = keep
        if subject is not None and not self.stack:
            self.told.append(subject)
        if subject is not None:
            self.blocked = False

    def _reference_is_topic(self, at: int, key: str) -> bool:
        """Whether such a word stands for a subject here, and is not the type before a name or part of another word."""
        after, before = self.sentence.after(at, 20), self.sentence.before(at, 24)
        if key == "any" and re.match(r" (?:dẫn đầu|đứng đầu|thứ|xếp|đứng|nào|khác|có|được|trực thuộc|sự nghiệp|hành chính|liên quan)", after):
            return False
        if re.search(r"\d ?$|(?:các|những|nhiều|mỗi|từng|ubnd|hđnd|ủy ban nhân dân|chủ tịch|lãnh đạo|cấp|số|một|hai|ba|toàn|trung tâm|trong|trên địa bàn|liên|khối|ngoại|nội) $", before):
            return key in {"province", "city"} and before.strip() == "toàn"
        return not (key == "ministry" and re.match(r" (?:chỉ số|tiêu chí|máy|phận|trưởng|ngành|,? cơ quan|công cụ|luật|mặt|câu hỏi|thủ tục)", after))

    def referred(self, key: str) -> Subject | None:
        """The subject that a word refers to; for a province or city the home province where the text named none."""
        by_unit = self.context.by_unit
        own = [one for one in self.told if one.unit == "ministry" and one.name.startswith("Bộ")]
        if key == "ministry" and own:
            return own[-1]
        if key == "ministry" and self.context.focus is not None and self.context.focus.unit == "ministry" and self.context.line_topic is None:
            return self.context.focus
        if key in {"ministry", "district", "commune", "department"}:
            return by_unit.get(key)
        if key == "any":
            return self.context.topic
        if key == "both":
            return None
        if self.context.line_topic is not None and self.context.line_topic.unit in {"province", "ministry"}:
            return self.context.line_topic
        if self.context.focus is not None and self.context.focus.unit == "province":
            return self.context.focus
        own = by_unit.get("province")
        if own is None and self.context.home:
            own = Subject(self.context.home, "province")
        return own

    def _group(self, at: int) -> None:
        """A group of units: with a mean it is a subject, after a count it blocks, else it only tells what is ranked."""
        token = self.sentence.tokens[at]
        counted = re.search(r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|các|số)(?: trong)? ?$", self.sentence.before(at, 14)) or token.key and re.match(r"\d", self.sentence.words(at))
        if token.key in {"all_districts", "all_communes", "all_departments"}:
            self.context.level = {"all_districts": "district", "all_communes": "commune", "all_departments": "department"}[token.key]
            self._field(at)
        if self.average or self._mean_follows(at):
            parent = self.context.parent or self.context.home if token.key in {"all_districts", "all_communes", "all_departments"} else None
            self.context.group = Subject(token.key, "group", parent)
            self.context.make_topic((self.context.group,))
            self.topics += 1
            self.average = False
            self.blocked = False
        elif counted and not self.sentence.kind(at - 1) in {Kind.RANK, Kind.FRACTION, Kind.LAST}:
            self.blocked = True

    def _count(self, at: int) -> None:
        """A count of units or components: what follows is said of them, not of the subject, unless they are named."""
        if self.sentence.kind(at - 1) is Kind.AVERAGE:
            return
        named = self.sentence.kind(at + 1) is Kind.SUBJECT and len(self.sentence.gap(at, at + 1)) < 3
        ranked = self.sentence.kind(at - 1) in {Kind.RANK, Kind.LAST} and len(self.sentence.gap(at - 1, at)) < 12
        if not named and not ranked and not self._mean_follows(at):
            self.blocked = True

    def _field(self, at: int) -> None:
        """Remember how many districts or departments the text says there are."""
        count = re.search(r"(\d{1,3}) ?$", self.sentence.before(at, 6)) or re.match(r"(\d{1,3})", self.sentence.words(at))
        if count:
            self.context.field_size = int(count.group(1))

    def _mean_follows(self, at: int) -> bool:
        """Whether the mean of the group is told right behind: "cả nước có SIPAS bình quân"."""
        place = self.sentence.find(at + 1, at + 6, lambda one: one.kind in {Kind.AVERAGE, Kind.VALUE, Kind.RANK, Kind.SUBJECT})
        return place is not None and self.sentence.kind(place) is Kind.AVERAGE

    def _average(self, at: int) -> None:
        """A mean is told: of the group that follows, of the one before, or of what the text ranks."""
        if self.blocked and self.sentence.kind(at - 1) in {Kind.COUNT, Kind.FRACTION}:
            return
        if re.search(r"(?:nhóm|mức|loại|điểm)(?: có)?(?: điểm)? $", self.sentence.before(at, 16)) and re.match(r" (?:cao|thấp|khá|-|low|high)", self.sentence.after(at, 8)):
            return
        following = self.sentence.find(at + 1, at + 5, lambda one: one.kind in {Kind.GROUP, Kind.SUBJECT, Kind.VALUE, Kind.REFERENCE})
        if following is not None and self.sentence.kind(following) is Kind.GROUP:
            self.average = True
            return
        if following is not None and self.sentence.kind(following) is Kind.SUBJECT and self.sentence.tokens[following].unit == "region":
            return
        if following is not None and self.sentence.kind(following) is not Kind.VALUE:
            return
        if self.sentence.kind(at - 1) is Kind.VALUE and self.sentence.gap(at - 1, at).strip() == "là":
            return
        if self.context.subjects and self.context.subjects[0].unit in {"group", "region"}:
            return
        group = self._group_in_force(at)
        if group:
            self.context.make_topic((group,))
            self.blocked = False
            self.topics += 1

    def _group_in_force(self, at: int) -> Subject | None:
        """The group whose mean a bare "trung bình" is: that of the sentence, else of the subjects last told of."""
        if self.context.group is not None and not self.told:
            return self.context.group
        before = self.sentence.rfind(0, at, lambda one: one.kind is Kind.GROUP)
        if before is None and self.context.level and self.sentence.find(at, at + 3, lambda one: one.kind is Kind.COUNT) is not None:
            return Subject(f"all_{self.context.level}s", "group", self.context.parent or self.context.home)
        if before is not None:
            key = self.sentence.tokens[before].key
        elif (group := self._group_of_index(at)) is not None:
            key = group
        elif self.context.topic is not None and self.context.topic.unit in {"province", "ministry", "district", "commune", "department"}:
            unit = self.context.topic.unit
            key = {"province": "all_provinces", "ministry": "all_ministries", "district": "all_districts", "commune": "all_communes", "department": "all_departments"}[unit]
        else:
            return None
        inside = key in {"all_districts", "all_communes", "all_departments"}
        return Subject(key, "group", (self.context.parent or self.context.home) if inside else None)

    def _group_of_index(self, at: int) -> str | None:
        """The group that the name of the index in force tells: "DTI cấp tỉnh", "DTI cấp bộ"."""
        place = self.sentence.rfind(0, at, lambda one: one.kind is Kind.INDEX)
        words = self.sentence.words(place) if place is not None else ""
        return "all_ministries" if words.endswith("cấp bộ") else "all_provinces" if words.endswith("cấp tỉnh") else None

    # Years.

    def _year(self, at: int) -> None:
        """A year: of the index, of the clause, or of the other side of a comparison."""
        year = int(self.sentence.tokens[at].number or 0)
        if self._belongs_to_old_value(at):
            return
        if roles.year_is_compared(self.sentence, at):
            self.compared_year = year
            if self.context.year is not None and year >= self.context.year and at < 4:
                self.context.year = year + 1
            return
        if not roles.year_is_stated(self.sentence, at):
            return
        published = self.context.published.year if self.context.published else None
        if published is not None and year >= published and (not self._of_index(at) or self._too_early(year)):
            return
        if not self._of_index(at) and anchors.is_target(self.sentence, at):
            return
        self.context.year = year
        self.theme_year = year
        if self._starts_clause_of_year(at) or self._of_index(at):
            self.lasting_year = year

    def _too_early(self, year: int) -> bool:
        """Whether a national index of the year cannot be out yet: it is published in the spring of the next one."""
        published = self.context.published
        national = self.context.index not in {"pii", "ddci", "ict"} and self.context.level is None
        return national and published is not None and (year > published.year or (published.month or 1) < 12)

    def _starts_clause_of_year(self, at: int) -> bool:
        """Whether a year opens its sentence, so that the next sentences may go on about it."""
        token = self.sentence.tokens[at]
        return token.quote_start - self.sentence.start < 24 and not self.stack

    def _of_index(self, at: int) -> bool:
        """Whether a year stands right behind an index: "PAR INDEX 2023"."""
        if self.sentence.kind(at + 1) is Kind.INDEX and self.sentence.gap(at, at + 1) == " ":
            return True
        return self.sentence.kind(at - 1) is Kind.INDEX and len(self.sentence.gap(at - 1, at)) < 12

    def _belongs_to_old_value(self, at: int) -> bool:
        """Whether a year stands behind an older value, which reads it itself: "từ vị trí thứ 9 năm 2022"."""
        if not self.sentence.is_value(at - 1):
            return False
        return bool(re.fullmatch(r" ?\(? ?(?:là )?(?:kết quả |con số |số liệu |mức )?(?:của |trong |vào |ở |in )?(?:năm )?", self.sentence.gap(at - 1, at)))

    def _relative_year(self, at: int) -> None:
        """A word that counts from a year: the previous one is compared with, others come into force."""
        key = self.sentence.tokens[at].key
        year = self.relative(key)
        if key == "before":
            now = self.sentence.find(at, len(self.sentence.tokens), lambda one: one.kind is Kind.YEAR)
            self.until_comma = int(self.sentence.tokens[now].number or 0) if now is not None else self.context.year
            self.context.year = self.until_comma - 1 if self.until_comma else None
        elif key == "previous":
            if roles.year_is_compared(self.sentence, at) or not self._starts_clause(at):
                self.compared_year = year
            else:
                self.context.year = year
        elif key == "following" and self._starts_clause(at):
            self.context.year = year
        elif key in {"past", "before_past"} and year is not None and not self._of_other_year(at):
            if roles.year_is_compared(self.sentence, at):
                self.compared_year = year
            else:
                self.context.year = year

    def _of_other_year(self, at: int) -> bool:
        """Whether the sentence names the index year itself, so that "năm qua" only tells when."""
        return self.sentence.find(0, len(self.sentence.tokens), lambda one: one.kind is Kind.YEAR) is not None

    def _starts_clause(self, at: int) -> bool:
        """Whether a word stands at the head of its sentence or bracket."""
        return bool(re.fullmatch(r"[ \n\"'(]*(?:trong |vào |còn |riêng |ở |chỉ |nhưng |song |và |rồi |thế nhưng |trước đó,? )*", self.sentence.before(at))) or self.sentence.is_mark(at - 1, "(;")

    def relative(self, key: str) -> int | None:
        """The year that a word counts to."""
        published = self.context.published.year if self.context.published else None
        if key == "past":
            return published - 1 if published else None
        if key == "before_past":
            return published - 2 if published else None
        if key == "current":
            return published
        if self.context.year is None:
            return None
        return self.context.year - 1 if key in {"previous", "before"} else self.context.year + 1

    # Brackets and the end.

    def _mark(self, at: int) -> None:
        """A bracket saves and restores the registers; a semicolon ends what a clause blocked."""
        token = self.sentence.tokens[at]
        if at in self.sentence.closing:
            self.stack.append((self.sentence.closing[at], self.context.copy(), self.blocked))
            self._enter_bracket(at)
        elif self.stack and self.stack[-1][0] == at:
            opening, (_, inner, self.blocked) = self._opening(at), self.stack.pop()
            told = any(self.sentence.is_value(place) for place in range(opening, at))
            index, age = self.context.index, self.context.index_age
            self._restore(inner)
            if not told:
                self.context.index, self.context.index_age = index, age
        elif token.key == ";":
            self.blocked = False
        elif token.key == "," and self.until_comma is not None:
            self.context.year, self.until_comma = self.until_comma, None

    def _opening(self, closing: int) -> int:
        """The position of the bracket that closes at a position."""
        return next(start for start, end in self.sentence.closing.items() if end == closing)

    def _enter_bracket(self, at: int) -> None:
        """What stands right before a bracket is what it speaks of."""
        host = at - 1
        kind = self.sentence.kind(host)
        if kind is Kind.SUBJECT and len(self.sentence.gap(host, at)) < 3:
            subject = self.subject_at(host)
            if subject is not None:
                self.context.subjects = (subject,)
                self.context.topic = subject
                self.blocked = False
        elif kind is Kind.COMPONENT or (self.sentence.is_mark(host, "\"'") and self.sentence.kind(host - 1) is Kind.COMPONENT):
            label = self.label(self.sentence.tokens[host if kind is Kind.COMPONENT else host - 1])
            self.context.components = (label,) if label else self.context.components
        elif self.sentence.find(at, self.sentence.closing[at], lambda one: one.kind in {Kind.MOVE, Kind.AMOUNT}) is not None:
            return
        elif kind is Kind.GROUP and self.sentence.find(max(0, host - 2), host, lambda one: one.kind is Kind.AVERAGE) is not None:
            self.context.subjects = (Subject(self.sentence.tokens[host].key, "group"),)
            self.blocked = False
        elif kind is Kind.YEAR and len(self.sentence.gap(host, at)) < 3:
            self.context.year = int(self.sentence.tokens[host].number or 0)
        elif kind in {Kind.YEAR, Kind.RELATIVE_YEAR} and roles.year_is_compared(self.sentence, host):
            self.context.year = self.compared_year

    def _restore(self, saved: Context) -> None:
        """Put back the registers as they were before a bracket."""
        for name in ("index", "year", "subjects", "topic", "components", "parent"):
            setattr(self.context, name, getattr(saved, name))
        self.context.by_unit = saved.by_unit

    def _end(self) -> None:
        """Close what was left open; a component ends with its sentence."""
        while self.stack:
            self._restore(self.stack.pop()[1])
        self.context.components = ()
        told = set(self.told)
        if len(told) == 1:
            self.context.subjects = (self.told[0],)
        elif told and self.context.focus is not None:
            self.context.subjects = (self.context.focus,)
        elif told:
            self.context.subjects = (self.told[-1],)
        elif self.context.subjects and self.context.subjects[0].unit == "group":
            self.context.subjects = self.before
        if not self.facts and not self._is_heading():
            self.context.subjects = self.before
        if self.facts:
            self.context.year = self.lasting_year

    def _is_heading(self) -> bool:
        """Whether the sentence is a heading that names whom the next lines are about."""
        tokens = self.sentence.tokens
        text = self.sentence.clean.text[self.sentence.start : self.sentence.end].strip()
        return bool(self.told and tokens and tokens[0].kind is Kind.SUBJECT and tokens[0].start - self.sentence.start < 8) or (
            bool(self.told) and len(text) < 100 and text.endswith(":")
        )

    # What the value readers ask for.

    def index_is_named(self) -> bool:
        """Whether the index in force was named outright: before this sentence, or anywhere in it."""
        if self.context.index is None:
            return False
        if self.context.leads_with_index:
            return True
        return self.context.index_age < 99 or any(one.kind is Kind.INDEX for one in self.sentence.tokens)

    def year_at(self, at: int) -> int | None:
        """The year of the value at a position: stated right behind it, else in force."""
        from pipelines.rules import slots

        return slots.year_behind(self, at) or self.context.year

    def refuse(self, at: int, reason: str) -> None:
        """Note that a tempting number made no fact."""
        self.refusals.append(Refusal(self.sentence.tokens[at], reason))
