"""Registers of who is measured: topics, enumerations of them, and the words that stand for them."""

from __future__ import annotations

import re

from pipelines import lexicon
from pipelines.context import Context, Subject
from pipelines.gazetteer import province_types
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import addresses, naming, roles
from pipelines.rules.measures import Measures
from pipelines.rules.roles import Role
from pipelines.sentence import Sentence

_LINE_START = re.compile(r"[\s\-*•+\"'\d.)]*(?:(?:tỉnh|thành phố) )?")

_FIELD_HEADS = (
    " của ",
    " trong ",
    " thuộc ",
    " toàn ",
    "đầu ",
    "nhất ",
    "bảng ",
    "cuối ",
    " của tỉnh ",
    " ở ",
    " tại ",
)
_PASSED = lexicon.pattern("subjects", "passed")
_SCENE = lexicon.pattern("subjects", "scene")
_OPENING = lexicon.pattern("subjects", "opening_scene")
# "Tỉnh giảm nhiều nhất 2,91%": one of them, and nobody says which.
_SOME = re.compile(r" (?:(?:có mức )?(?:tăng|giảm)|có \w+)(?: điểm| hạng| bậc)? (?:nhiều|ít|cao|thấp|mạnh|sâu) nhất")
_ALONG = re.compile(r" (?:và |cùng |cùng với |với )+(?:tỉnh |thành phố |tp\.? ?)?")
_ALSO = re.compile(r" cũng(?!\w)")
_EACH = re.compile(r" (?:đều|cùng|đồng)(?!\w)")
_FIELD_OF_REGION = lexicon.pattern("subjects", "field_of_region")
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "both": 2}


class Subjects(Measures):
    """The subjects in force."""

    _listing: tuple[object, ...] = ()
    """The registers that decide on the subjects of `_lists`."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        super().__init__(sentence, context)
        self._lists: dict[int, tuple[Subject, ...]] = {}
        """By position the subjects of the enumeration so far."""

    def _subject(self, at: int) -> None:
        """A subject is named: the sentence is about it, or it is the other side, an aside, or where another one is."""
        token = self.sentence.tokens[at]
        if at < self.address_end:
            return
        if token.unit in {"district", "commune", "department"} and (seen := self.subject_at(at)):
            self.context.by_unit[token.unit] = seen
        if token.unit == "ministry" and not roles.is_member(self.sentence, at) and (seen := self.subject_at(at)):
            self.context.by_unit["seen"] = seen
        part = self._part(at)
        if token.unit == "province" and (addresses.ends(self.sentence, at) or self._is_field(at)):
            self.context.parent = token.key
            self._mean_by_province(at)
            return
        if token.unit == "region" and not self._region_is_measured(at):
            return
        if part is Role.ASIDE and token.unit == "province":
            self._province_aside(at)
        if (
            part is Role.OTHER_SIDE
            and self.sentence.before(at).rstrip().endswith("đẩy")
            and (pushed := self.subject_at(at))
        ):
            self.context.subjects = (pushed,)
            return
        if part is Role.ASIDE or (part is Role.OTHER_SIDE and not self.stack):
            return
        if self.stack and part is not Role.TOPIC:
            return
        self._enter_topic(at)

    def _part(self, at: int) -> Role:
        """The part of a subject; one that "và" joins to another side is on that side: "vượt Hà Nội và Huế"."""
        part = roles.role(self.sentence, at, self.context)
        joined = at - 1 in self.passed and self.sentence.gap(at - 1, at).strip() == "và"
        if joined or (part is Role.OTHER_SIDE and _PASSED.search(self.sentence.before(at))):
            self.passed.add(at)
            return Role.OTHER_SIDE
        if part is Role.OTHER_SIDE and self._shares(at):
            return Role.TOPIC
        return part

    def _shares(self, at: int) -> bool:
        """Whether a subject has the same value as the one before it: "Bộ Nội vụ cùng Bộ Y tế đồng hạng 13"."""
        beside = self.sentence.kind(at - 1) is Kind.SUBJECT and _ALONG.fullmatch(self.sentence.gap(at - 1, at))
        return bool(beside and _EACH.match(self.sentence.after(at)))

    def _is_field(self, at: int) -> bool:
        """Whether a province only tells among whose units a smaller one is placed: "thứ 2 trong 10 huyện của tỉnh"."""
        topic = self.context.subjects[0].unit if self.context.subjects else ""
        if topic not in {"district", "commune", "department"} or not self.sentence.before(at).endswith(_FIELD_HEADS):
            return False
        place = at - 1
        while self.sentence.kind(place) in {Kind.GROUP, Kind.COUNT, Kind.FRACTION, Kind.REFERENCE} and place > at - 4:
            place -= 1
        return self.sentence.kind(place) in {Kind.RANK, Kind.LAST}

    def _province_aside(self, at: int) -> None:
        """A province is where units are, or whose office speaks: "tỉnh" stands for that one if no other is in view."""
        name = self.sentence.tokens[at].key
        if self._is_scene(at):
            self.context.visit(name)
        elif roles.of_office(self.sentence, at):
            self._mean_by_province(at)

    def _mean_by_province(self, at: int) -> None:
        """Let "tỉnh" stand for the province of an office or a unit, if no other one is in view."""
        if not self.context.subjects:
            self.context.by_unit.setdefault("province", Subject(self.sentence.tokens[at].key, "province"))

    def _is_scene(self, at: int) -> bool:
        """Whether a province is where the units are that the clause goes on about: "còn tại Lâm Đồng, xã Đơn Dương"."""
        if self.sentence.tokens[at].unit != "province" or not _SCENE.search(self.sentence.before(at)):
            return False
        unit = self.sentence.find(at + 1, len(self.sentence.tokens), Kind.SUBJECT)
        if unit is None or self.sentence.tokens[unit].unit not in {"district", "commune"}:
            return False
        beside = self.sentence.gap(at, at + 1) == "" and unit == at + 2
        opens = _OPENING.fullmatch(self.sentence.before(at)) is not None
        return self.sentence.is_mark(at + 1, ",") and (beside or opens)

    def _region_is_measured(self, at: int) -> bool:
        """Whether a region is a subject, and not the field of a regional place."""
        before = self.sentence.before(at)
        if before.strip(" \n-+*•") in {"khu vực", "vùng"} and self.context.starts_line:
            return True
        if self.sentence.kind(at - 1) in {Kind.RANK, Kind.LAST, Kind.FRACTION} and re.search(
            r"^ ?(?:,? ?(?:của|trong|khu vực|vùng|toàn|ở|tại|các tỉnh|/|\d+|tỉnh|trong số|thành|phố|,| )+)?$",
            self.sentence.gap(at - 1, at),
        ):
            return bool(re.search(r"(?:là|thuộc về|:)[ \w]{0,8}$|(?<!\w)thuộc $", before))
        return not _FIELD_OF_REGION.search(before) or bool(
            re.search(r"(?:bình quân|trung bình)[\w ]{0,20}(?:của|ở) (?:vùng |khu vực )?$", before)
        )

    def _enter_topic(self, at: int) -> None:
        """Make the subject at a position, with those enumerated before it, what the text is about."""
        subject = self.subject_at(at)
        if subject is None:
            return
        self.address_end = addresses.end(self.sentence, at)
        of_group = bool(self.context.subjects) and self.context.subjects[0].unit == "group" and self.topics > 0
        if not self.component_first and not self.stack and not of_group:
            part = self.context.told_part if _ALSO.match(self.sentence.after(at)) else None
            self.context.components = (part,) if part and self.topics == 0 else self.context.line_components
        self.context.make_topic(self._listed_subjects(at) or (subject,))
        if subject.unit == "province":
            self.context.by_unit.update(dict.fromkeys(province_types(subject.name), subject))
        self.topics += 1
        self.each = False
        if not self.stack:
            self.told.append(subject)
            if self.context.starts_line and len(self.told) == 1 and _LINE_START.fullmatch(self.sentence.before(at)):
                self.context.line_topic = subject
        self.blocked = False
        self.average = self.average and subject.unit == "region"

    def subject_at(self, at: int) -> Subject | None:
        """The subject of a mention; a unit inside a province has its parent from the text, else from the gazetteer."""
        token = self.sentence.tokens[at]
        if token.kind is not Kind.SUBJECT:
            return None
        if token.unit in {"district", "commune", "department"}:
            parent = self.context.parent or token.parent or self.context.home
            if token.parent and token.unit == "district":
                parent = token.parent
            if (last := addresses.end(self.sentence, at)) > at:
                parent = self.sentence.tokens[last].key
            name = self._typed_name(at, token, parent)
            unit = "commune" if name.startswith(("Phường ", "Xã ", "Thị trấn ", "Đặc khu ")) else token.unit
            return Subject(name, unit, parent) if parent else None
        if (
            token.key in {"Huế", "Thừa Thiên Huế"}
            and self.context.level == "district"
            and (self.context.year or 2025) < 2025
            and self.sentence.words(at).startswith(("tp", "thành phố"))
        ):
            return Subject("Thành phố Huế", "district", "Thừa Thiên Huế")
        return Subject(token.key, token.unit)

    def _typed_name(self, at: int, token: Mention, parent: str | None) -> str:
        """The name of a district with its type, also where an enumeration says the type once."""
        if "bare" not in token.tags:
            return token.key
        return naming.typed_district(self.sentence, at, parent, self.context.typed)

    def _listed_subjects(self, at: int) -> tuple[Subject, ...]:
        """The subjects of an enumeration that ends at a position; those with values of their own are left out."""
        last, joint = self.subject_at(at), self._listed_before(at)
        if last is None or joint is None:
            return ()
        names = self._walked(joint, regions=last.unit == "region")
        return (*names, last) if names else ()

    def _walked(self, at: int, *, regions: bool) -> tuple[Subject, ...]:
        """The subjects of an enumeration up to a position in its midst; each is walked once."""
        registers = (regions, self.context.parent, self.context.level, self.context.year)
        if registers != self._listing:
            self._listing, self._lists = registers, {}
        walked: list[tuple[int, Subject]] = []
        place: int | None = at
        while place is not None and place not in self._lists:
            subject = self.subject_at(place)
            if subject is None or (subject.unit == "region") != regions:
                break
            walked.append((place, subject))
            place = self._listed_before(place)
        names = self._lists.get(place, ()) if place is not None else ()
        for place, subject in reversed(walked):
            names = names if self.sentence.is_mark(place + 1, "(") else (*names, subject)
            self._lists[place] = names
        return names

    def _listed_before(self, at: int) -> int | None:
        """The position of the subject before this one in an enumeration, unless it is no part of that."""
        joint = self._joint_before(at)
        return None if joint is None or self._holds_unit(joint, at) or joint in self.passed else joint

    def _holds_unit(self, at: int, unit: int) -> bool:
        """Whether a province is named before a unit as where that is, and not as another of a list."""
        inside, province = self.sentence.tokens[unit].unit, self.sentence.tokens[at]
        if province.unit != "province" or inside not in {"district", "commune", "department"}:
            return False
        return inside != "district" or self.sentence.words(at).startswith("tỉnh") or self._is_scene(at)

    def _joint_before(self, at: int) -> int | None:
        """The position of the subject that an enumeration has before this one, None where it begins here."""
        place = at - 1
        if self.sentence.is_mark(place, ")"):
            return (
                None
                if not re.search(r"(?:,|và) ?(?:\w+ ?){0,2}$", self.sentence.gap(place, at))
                else self._host_of(place)
            )
        while self.sentence.is_mark(place, ","):
            place -= 1
        if self.sentence.is_mark(place, ")"):
            return self._host_of(place)
        if self.sentence.kind(place) is not Kind.SUBJECT:
            return None
        between = self.sentence.clean.lower[self.sentence.tokens[place].end : self.sentence.tokens[at].start]
        return (
            place
            if re.fullmatch(
                r" ?(?:,|và|,? ?và|cùng|cùng với|với|&|-|and) ?(?:hai |tỉnh |thành phố |tp\.? ?|huyện |bộ |các )*",
                between,
            )
            else None
        )

    def _host_of(self, closing: int) -> int | None:
        """The position of the subject that a closed bracket belongs to."""
        opening = self.sentence.opening.get(closing)
        if opening is None or self.sentence.kind(opening - 1) is not Kind.SUBJECT:
            return None
        return opening - 1

    def _reference(self, at: int) -> None:
        """ "Tỉnh", "Bộ", "địa phương này": the subject that the text last made clear."""
        key = self.sentence.tokens[at].key
        if at == self.mean_of:
            return
        if not self._reference_is_topic(at, key) or (key in {"province", "city"} and self._is_field(at)):
            return
        if key == "both":
            self._those_listed(at)
            return
        shown = self.sentence.words(at) in {"cơ quan này", "bộ này"}
        subject = self.context.by_unit.get("seen") if shown else self._pointed_at(at) or self.referred(key)
        if subject is not None and (self.context.topic is None or self.context.subjects != (subject,)):
            keep = self.context.components if self.component_first else ()
            self.context.make_topic((subject,))
            self.context.components = keep
        if subject is not None and not self.stack:
            self.told.append(subject)
        if subject is not None:
            self.blocked = False

    def _pointed_at(self, at: int) -> Subject | None:
        """The province that the text last told of, where "này" points back at it; None without."""
        topic = self.context.topic
        points = self.sentence.words(at) in {"tỉnh này", "thành phố này"}
        return topic if points and topic is not None and topic.unit == "province" else None

    def _those_listed(self, at: int) -> None:
        """The subjects last enumerated come back into force, if they are as many as the words say."""
        count = next(
            (size for word, size in _COUNTS.items() if re.search(rf"(?<!\w){word}(?!\w)", self.sentence.words(at))), 0
        )
        listed = self.context.listed
        if len(listed) > 1 and count in {0, len(listed)}:
            self.context.subjects = listed
            self.blocked = False

    def _reference_is_topic(self, at: int, key: str) -> bool:
        """Whether such a word stands for a subject here, and is not the type before a name or part of another word."""
        after, before = self.sentence.after(at, 20), self.sentence.before(at, 24)
        if _SOME.match(after):
            self.blocked = True
            return False
        if key == "any" and re.match(
            r" (?:dẫn đầu|đứng đầu|thứ|xếp|đứng|nào|khác|có|được|trực thuộc|sự nghiệp|hành chính|liên quan)", after
        ):
            return False
        if re.search(
            r"\d ?$|(?:các|những|nhiều|mỗi|từng|ubnd|hđnd|ủy ban nhân dân|chủ tịch|lãnh đạo|cấp|số|một|"
            r"hai|ba|toàn|trung tâm|trong|trên địa bàn|liên|khối|ngoại|nội) $",
            before,
        ):
            return key in {"province", "city"} and before.strip() == "toàn"
        return not (
            key == "ministry"
            and re.match(
                r" (?:chỉ số|tiêu chí|máy|phận|trưởng|ngành|,? cơ quan|công cụ|luật|mặt|câu hỏi|thủ tục)", after
            )
        )

    def referred(self, key: str) -> Subject | None:
        """The subject that a word refers to; for a province or city the home province where the text named none."""
        by_unit = self.context.by_unit
        own = [one for one in self.told if one.unit == "ministry" and one.name.startswith("Bộ")]
        if key == "ministry" and own:
            return own[-1]
        if (
            key == "ministry"
            and self.context.focus is not None
            and self.context.focus.unit == "ministry"
            and self.context.line_topic is None
        ):
            return self.context.focus
        if key in {"ministry", "district", "commune", "department"}:
            return by_unit.get(key)
        if key == "any":
            return self.context.topic
        if self.context.line_topic is not None and self.context.line_topic.unit == "ministry":
            return self.context.line_topic
        return self._province_meant(key)

    def _province_meant(self, key: str) -> Subject | None:
        """The province or city that such a word means: of those in view the first of that type, else the first."""
        home = Subject(self.context.home, "province") if self.context.home else None
        seen = (self.context.line_topic, self.context.focus, self.context.by_unit.get("province"), home)
        city = self.context.by_unit.get("district")
        if key == "city" and city is not None and city.name.startswith("Thành phố") and self.context.level:
            return city
        near = [one for one in (*seen, self.context.by_unit.get(key)) if one is not None and one.unit == "province"]
        return next((one for one in near if key in province_types(one.name)), near[0] if near else None)
