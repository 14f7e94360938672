"""Registers of groups: means of provinces, ministries or districts, and counts, which have no values of their own."""

from __future__ import annotations

import re

from pipelines.context import Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.subjects import Subjects

_DESCRIBES = {"là", "-", "–", "—"}
_BLOCK = re.compile(r"(?:khối|nhóm|cấp|các) (?:các )?địa phương$")
_OF = re.compile(r" (?:chung )?(?:của )?(?:các )?(?:toàn )?")
_REACHES = re.compile(r" ?(?:chỉ |đã |cũng )?(?:đạt|là|ở mức|bằng|được)? ?(?:mức )?")
_OF_BLOCK = re.compile(r"(?: chung)?(?: của)?(?: toàn| cả)? (?:khối|nhóm)(?= ?(?:[,:.(]|là|đạt|ở|năm|chỉ|\d|$))")
_SCENE = re.compile(r"(?:^| )(?:ở|tại) $")


GROUPS = {
    "province": "all_provinces", "ministry": "all_ministries", "district": "all_districts",
    "commune": "all_communes", "department": "all_departments",
}  # fmt: skip


class Groups(Subjects):
    """The group whose mean is told, and counts that block."""

    def _group(self, at: int) -> None:
        """A group of units: with a mean it is a subject, after a count it blocks, else it only tells what is ranked."""
        token = self._local(at)
        self.context.named_group = token.key
        counted = self._is_counted(at)
        if token.key in {"all_districts", "all_communes", "all_departments"}:
            self.context.level = {
                "all_districts": "district",
                "all_communes": "commune",
                "all_departments": "department",
            }[token.key]
            self._field(at)
        if token.key == "country" and not self._is_measured_whole(at):
            return
        if self.average and self._compared_with_mean(at):
            self.average = False
            return
        if self.average or self._mean_follows(at) or self._goes_on_means(at) or self._is_measured_whole(at):
            parent = (
                self.context.parent or self.context.home
                if token.key in {"all_districts", "all_communes", "all_departments"}
                else None
            )
            self.context.group = self._whole(token.key, self.sentence.words(at)) or Subject(token.key, "group", parent)
            self.context.make_topic((self.context.group,))
            self.topics += 1
            self.average = False
            self.blocked = False
        elif (
            counted
            and self.sentence.kind(at - 1) not in {Kind.RANK, Kind.FRACTION, Kind.LAST}
            and not self._is_surpassed(at)
        ):
            self.blocked = True

    def _local(self, at: int) -> Mention:
        """The group; in a ranking of a province's own units "khối địa phương" is its districts."""
        token = self.sentence.tokens[at]
        inside = self.context.index == "ddci" or self.context.level is not None
        if token.key == "all_provinces" and inside and _BLOCK.match(self.sentence.words(at)):
            return token._replace(key="all_districts")
        return token

    def _is_counted(self, at: int) -> bool:
        """Whether a number of units is told, and not the field that a place is in: "trong 63 tỉnh, thành phố"."""
        if re.search(r"(?:trong|trên|giữa)(?: tổng)?(?: số)? (?:\d+ )?$", self.sentence.before(at, 24)):
            return False
        number = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|các|số)(?: trong)? ?$"
        return bool(re.search(number, self.sentence.before(at, 14)) or re.match(r"\d", self.sentence.words(at)))

    def _is_surpassed(self, at: int) -> bool:
        """Whether those counted are only whom the subject is ahead of: "vượt 62 địa phương còn lại với 81%"."""
        verb = self.sentence.tokens[at - 1] if at else None
        compared = verb is not None and verb.kind is Kind.MOVE and verb.key == "compare"
        return compared and self.sentence.gap(at - 1, at).strip() in {"", "cả", "hẳn"}

    def _whole(self, key: str, words: str) -> Subject | None:
        """The country, where the words mean it and no mean of its units."""
        units = self.average or "tỉnh" in words
        national = key == "country" or (key == "all_provinces" and self.context.index == "dti" and not units)
        return Subject("Việt Nam", "country") if national else None

    def _goes_on_means(self, at: int) -> bool:
        """Whether the mean of one more group follows: "bình quân của cấp xã đạt 84,37; của sở, ngành đạt 90,26"."""
        told = self.context.subjects and self.context.subjects[0].unit == "group"
        before = re.search(r"[;,] ?(?:còn |và )?(?:của |ở )?(?:các )?(?:khối |nhóm )?$", self.sentence.before(at))
        reached = self.sentence.kind(at + 1) is Kind.VALUE and _REACHES.fullmatch(self.sentence.gap(at, at + 1))
        return bool(told and before and reached)

    def _is_measured_whole(self, at: int) -> bool:
        """Whether an index is that of the group itself: "SIPAS của cả nước năm 2023 đạt 82,66%"."""
        before = at - 2 if self.sentence.kind(at - 1) is Kind.YEAR else at - 1
        before = self.sentence.opening.get(before, before + 1) - 1
        if self._is_of_people(at) or self._is_part_of_mean(at):
            return True
        if self.sentence.words(at).startswith(("cấp", "khối", "ubnd")) and self.sentence.tokens[at].key != "country":
            return False
        own = self.sentence.kind(before) is Kind.INDEX and _OF.fullmatch(self.sentence.gap(at - 1, at))
        place = at + 1
        while self.sentence.kind(place) is Kind.YEAR or self.sentence.is_mark(place, ","):
            place += 1
        token = self.sentence.tokens[place] if place < len(self.sentence.tokens) else None
        if not own or token is None or token.kind is not Kind.VALUE or token.bound != "=":
            return False
        return bool(_REACHES.fullmatch(self.sentence.gap(place - 1, place)))

    def _is_part_of_mean(self, at: int) -> bool:
        """Whether a group has its own mean behind that of the whole: "bình quân là 92,67%: khối phường 92,26%"."""
        sentence = self.sentence
        level = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        direct = sentence.gap(at, at + 1).strip() in {"", ":", "đạt", "là"} and sentence.words(at).startswith("khối")
        if level is None or level.kind is not Kind.VALUE or level.bound != "=" or not direct:
            return False
        mean = sentence.rfind(0, at, Kind.AVERAGE)
        return mean is not None and sentence.find(mean, at, Kind.VALUE) is not None

    def _compared_with_mean(self, at: int) -> bool:
        """Whether the mean is only what a subject is compared with: "cao hơn mức trung bình của các tỉnh"."""
        mean = self.sentence.rfind(0, at, Kind.AVERAGE)
        before = self.sentence.tokens[mean - 1] if mean else None
        compared = before is not None and (
            before.kind is Kind.COMPARED or (before.kind is Kind.MOVE and before.key == "compare")
        )
        return compared and len(self.sentence.gap((mean or 1) - 1, mean or 0)) < 8

    def _count(self, at: int) -> None:
        """A count of units or components: what follows is said of them, not of the subject, unless they are named."""
        if self.sentence.kind(at - 1) is Kind.AVERAGE or re.search(
            r"(?:trong|trên|giữa|trong tổng|trong số|nhóm|top|tốp|among|of) (?:tổng )?(?:số )?$",
            self.sentence.before(at, 16),
        ):
            return
        copula = self.sentence.kind(at - 1) is Kind.SUBJECT and self.sentence.gap(at - 1, at).strip() in _DESCRIBES
        apposed = self.sentence.is_mark(at - 1, ",") and self.sentence.kind(at - 2) is Kind.SUBJECT
        scene = self.sentence.words(at).startswith("các ") and _SCENE.search(self.sentence.before(at, 6))
        if copula or scene or self._is_surpassed(at) or (apposed and not self.sentence.gap(at - 1, at).strip()):
            return
        named = self.sentence.kind(at + 1) is Kind.SUBJECT and len(self.sentence.gap(at, at + 1)) < 3
        ranked = self.sentence.kind(at - 1) in {Kind.RANK, Kind.LAST} and len(self.sentence.gap(at - 1, at)) < 12
        if not named and not ranked and not self._mean_follows(at):
            self.blocked = True

    def _field(self, at: int) -> None:
        """Remember how many districts or departments the text says there are."""
        count = re.search(r"(\d{1,3}) ?$", self.sentence.before(at, 6)) or re.match(
            r"(\d{1,3})", self.sentence.words(at)
        )
        if count:
            self.context.field_sizes[self.context.level or ""] = int(count.group(1))

    def _mean_follows(self, at: int) -> bool:
        """Whether the mean of the group is told right behind: "cả nước có SIPAS bình quân"."""
        place = self.sentence.find(at + 1, at + 6, {Kind.AVERAGE, Kind.VALUE, Kind.RANK, Kind.SUBJECT})
        return place is not None and self.sentence.kind(place) is Kind.AVERAGE and not self._names_class(place)

    def _of_regions(self, at: int) -> bool:
        """Whether the means of several regions are told of at once: "6 vùng đều bình quân trên 80%"."""
        count = self.sentence.rfind(0, at, Kind.COUNT)
        return count is not None and "vùng" in self.sentence.words(count)

    def _is_of_people(self, at: int) -> bool:
        """Whether the people of the whole country are asked: "mức hài lòng của người dân cả nước … là 82,66%"."""
        near = self.sentence.find(at - 1, at + 4, Kind.INDEX)
        level = self.sentence.find(at + 1, at + 6, Kind.VALUE)
        asked = self.sentence.before(at).endswith(("người dân ", "nhân dân "))
        named = self.sentence.find(0, at + 6, Kind.SUBJECT)
        return asked and near is not None and level is not None and named is None

    def _names_class(self, at: int) -> bool:
        """Whether "trung bình" names a class: "nhóm trung bình cao", "mức trung bình thấp"."""
        return bool(
            re.search(r"(?:nhóm(?: \w+){0,3}|mức|loại|điểm)(?: có)?(?: điểm)? $", self.sentence.before(at, 32))
            and re.match(r" (?:cao|thấp|khá|-|low|high)|[,.;)]", self.sentence.after(at, 8))
        )

    def _average(self, at: int) -> None:
        """A mean is told: of the group that follows, of the one before, or of what the text ranks."""
        if self.sentence.after(at, 5) == " cộng":
            return
        if self.blocked and (self.sentence.kind(at - 1) in {Kind.COUNT, Kind.FRACTION} or self._of_regions(at)):
            return
        if self._names_class(at):
            return
        following = self.sentence.find(at + 1, at + 5, {Kind.GROUP, Kind.SUBJECT, Kind.VALUE, Kind.REFERENCE})
        if following is not None and self.sentence.kind(following) is Kind.GROUP:
            self.average = True
            return
        if following is not None and self.sentence.kind(following) is not Kind.VALUE:
            self._mean_of_whole(at, following)
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

    def _mean_of_whole(self, at: int, following: int) -> None:
        """The mean of a whole province, of whose units the text tells: "trung bình toàn tỉnh"."""
        whole = self.sentence.gap(at, following).strip() in {"toàn", "của toàn", "chung toàn"}
        if whole and self.sentence.kind(following) is Kind.REFERENCE and self.context.level:
            self.context.make_topic(
                (Subject(f"all_{self.context.level}s", "group", self.context.parent or self.context.home),)
            )
            self.mean_of = following

    def _group_in_force(self, at: int) -> Subject | None:
        """The group whose mean a bare "trung bình" is: that of the sentence, else of the subjects last told of."""
        if (block := self._block_ranked(at)) is not None:
            return block
        counted = self.sentence.find(at, at + 3, Kind.COUNT)
        if counted is not None and (named := self._group_counted(counted)):
            return named
        if self.context.group is not None and not self.told:
            return self.context.group
        before = self.sentence.rfind(0, at, Kind.GROUP)
        if before is None and self.context.level and self.sentence.find(at, at + 3, Kind.COUNT) is not None:
            return Subject(f"all_{self.context.level}s", "group", self.context.parent or self.context.home)
        if before is not None:
            key = self.sentence.tokens[before].key
        elif (group := self._group_of_index(at)) is not None:
            key = group
        elif self.context.topic is not None and self.context.topic.unit in GROUPS:
            key = GROUPS[self.context.topic.unit]
        elif self.context.named_group and self.context.line_components:
            key = self.context.named_group
        else:
            return None
        inside = key in {"all_districts", "all_communes", "all_departments"}
        return Subject(key, "group", (self.context.parent or self.context.home) if inside else None)

    def _block_ranked(self, at: int) -> Subject | None:
        """The group of those last ranked, where the mean is of "khối": "trung bình của khối là 87,64"."""
        unit = self.context.level or self.context.last_ranked
        if unit not in GROUPS or not _OF_BLOCK.match(self.sentence.after(at, 24)):
            return None
        inside = unit in {"district", "commune", "department"}
        return Subject(GROUPS[unit], "group", (self.context.parent or self.context.home) if inside else None)

    def _group_counted(self, at: int) -> Subject | None:
        """The group of which a count tells: "trung bình 14 cơ quan" behind ministries is theirs."""
        words = self.sentence.words(at)
        unit = self.context.topic.unit if self.context.topic else ""
        inside = self.context.parent or self.context.home
        for pattern, name in ((r"bộ(?!\w)", "all_ministries"), (r"tỉnh|địa phương", "all_provinces")):
            if re.search(pattern, words) and self.context.level is None:
                return Subject(name, "group")
        if re.search(r"cơ quan|đơn vị", words) and unit == "ministry":
            return Subject("all_ministries", "group")
        if self.context.level and re.search(r"cơ quan|đơn vị|huyện|sở|xã|phường|địa phương", words):
            return Subject(f"all_{self.context.level}s", "group", inside)
        return None

    def _group_of_index(self, at: int) -> str | None:
        """The group that the name of the index in force tells: "DTI cấp tỉnh", "DTI cấp bộ"."""
        place = self.sentence.rfind(0, at, Kind.INDEX)
        words = self.sentence.words(place) if place is not None else ""
        return "all_ministries" if words.endswith("cấp bộ") else "all_provinces" if words.endswith("cấp tỉnh") else None
