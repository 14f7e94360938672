"""Registers of groups in English: what is ranked, whose mean is told, and counts, which have no values of their own."""

from __future__ import annotations

import re

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules.english.subjects import EnglishSubjects

_GROUPS = {
    "province": "all_provinces",
    "ministry": "all_ministries",
    "district": "all_districts",
    "department": "all_departments",
    "commune": "all_communes",
}
NO_MINISTRIES = frozenset({"sipas", "papi", "pci", "pgi", "pii"})
"""Indexes that rank no ministries."""
_LEVELS = {"all_districts": "district", "all_departments": "department", "all_communes": "commune"}


class EnglishGroups(EnglishSubjects):
    """Groups, counts and means."""

    def _group(self, at: int) -> None:
        """A group of units: it tells what is ranked, and whose mean a mean is."""
        token = self.sentence.tokens[at]
        if token.key == "all_provinces" and self.sentence.words(at).endswith("localities"):
            token = token._replace(key=self._localities())
        if not re.search(r"(?:national|nationwide|country's|nation's)$", self.sentence.words(at)):
            self.kinds.append(token.key)
            self.context.level = _LEVELS.get(token.key)
        if self.group_here is None and (self.average or self._goes_on(at) or self._is_averaged(at)):
            self._mean_of(token.key)

    def _localities(self) -> str:
        """What "localities" are here: communes or districts where the text ranks those, else provinces."""
        if self.context.level == "commune" or "all_communes" in self.kinds:
            return "all_communes"
        return "all_districts" if self.context.index == "ddci" or self.context.level else "all_provinces"

    def _goes_on(self, at: int) -> bool:
        """Whether a mean was told, and a group that is joined to its own has its mean too, in fewer words."""
        return (
            self.means
            and (self.sentence.is_value(at + 1) or self._rises(at))
            and bool(
                re.search(
                    r"(?:and|while|whereas|but|,|;) (?:that (?:of|for) |those (?:of|for) |the figure (?:of|for) |"
                    r"for )?(?:the )?$",
                    self.sentence.before(at),
                )
            )
            and bool(
                self._rises(at)
                or re.fullmatch(
                    r"(?:'s?)? ?(?:at|with|on|by|stood at|is|was|from|,|:)? ?", self.sentence.gap(at, at + 1)
                )
            )
        )

    def _rises(self, at: int) -> bool:
        """Whether a verb of change stands right behind a group: "while that of provinces rose from 0.30"."""
        return self.sentence.kind(at + 1) is Kind.MOVE and self.sentence.gap(at, at + 1) == " "

    def _count(self, at: int) -> None:
        """A count of units at the head of its clause: what follows is said of them until someone is named."""
        token = self.sentence.tokens[at]
        for word, key in (
            ("ministr", "all_ministries"),
            ("provinc", "all_provinces"),
            ("localit", "all_provinces"),
            ("commune", "all_communes"),
            ("ward", "all_communes"),
            ("district", "all_districts"),
            ("department", "all_departments"),
        ):
            if word in self.sentence.words(at):
                self.kinds.append(key)
                self.context.level = _LEVELS.get(key)
        if self.average or self._is_averaged(at):
            self._mean_of(self._group_of_mean(at))
            return
        before = self.sentence.before(at, 24)
        if self.sentence.kind(at - 1) is Kind.RANK and len(self.sentence.gap(at - 1, at)) < 10:
            return
        if (
            (
                re.search(
                    r"(?:^|[,;:.] ?|(?:and|but|while|although|where|of these,|whether|as|just|only|another|just "
                    r"under|the|"
                    r"some|of|when|,) )$",
                    before,
                )
                and not re.search(r"(?:out of|among|among the|of the|for the|in the|to the|of) $", before)
            )
            or not before.strip()
            or (not self.topics and re.search(r"(?:best|top|leading|lowest|last) $", before))
        ):
            self.blocked = token.number is None

    def _is_averaged(self, at: int) -> bool:
        """Whether the next value is said to be the mean of those counted: "the 63 provinces scored 86% on average"."""
        value = self.sentence.find(at + 1, at + 4, {Kind.VALUE, Kind.SUBJECT})
        return (
            value is not None
            and self.sentence.kind(value) is Kind.VALUE
            and self.sentence.after(value, 12).startswith((" on average", ", on averag", " each on av"))
        )

    def _average(self, at: int) -> None:
        """A mean is told: of the group beside it, of the country, or of those that the text tells of."""
        before, after = self.sentence.before(at, 40), self.sentence.after(at, 40)
        if self.told and self.told[-1].unit == "region":
            return
        key = self._group_of_mean(at)
        if re.search(
            r"(?:above|below|than|over|beats?|beating|exceed\w*|surpass\w*|under|to|from|outperform\w*|the|with) "
            r"(?:the )?(?:[\w'-]+ ){0,3}$",
            before,
        ) and re.search(
            r"(?:above|below|than|over|beat\w*|exceed\w*|surpass\w*|under) (?:the )?(?:[\w'-]+ ){0,3}$", before
        ):
            if re.match(r"(?: of| \(| at)", after) and self.sentence.kind(at + 1) in {Kind.VALUE, Kind.PUNCTUATION}:
                self.group_here = self._group_subject(key)
            return
        following = self.sentence.find(at + 1, at + 4, {Kind.GROUP, Kind.COUNT, Kind.VALUE, Kind.SUBJECT})
        if (
            following is not None
            and self.sentence.kind(following) in {Kind.GROUP, Kind.COUNT}
            and self.sentence.tokens[following].start - self.sentence.tokens[at].end < 30
        ):
            self.average = True
            return
        if (
            following is not None
            and self.sentence.kind(following) is Kind.SUBJECT
            and re.match(r" (?:of|for|in) ", after)
        ):
            return
        self._mean_of(key)

    def _mean_of(self, key: str) -> None:
        """Let the text be about the mean of a group."""
        self.average, self.means = False, True
        if key == "all_provinces" and self.context.index == "ddci":
            self.blocked = True
            return
        self.context.group = self._group_subject(key)
        self.context.make_topic((self.context.group,))
        self.blocked = False
        self.topics += 1

    def group_behind(self, at: int) -> Subject | None:
        """The group behind a mean: "the average was 70.1 points for departments and 68.2 points for districts"."""
        if not self.means or self.sentence.kind(at + 1) is not Kind.GROUP:
            return None
        if not re.fullmatch(r" (?:for|in|among) (?:the )?", self.sentence.gap(at, at + 1)):
            return None
        return self._group_subject(self.sentence.tokens[at + 1].key)

    def _group_subject(self, key: str) -> Subject:
        """A group as the subject of its mean."""
        inside = key in {"all_districts", "all_departments", "all_communes"}
        return Subject(key, "group", (self.context.parent or self.context.home) if inside else None)

    def _group_of_mean(self, at: int) -> str:
        """The group whose mean a bare "average" is."""
        if re.search(r"(?:national|nationwide|country's|nation's|provincial) $", self.sentence.before(at, 14)):
            return "all_provinces"
        topic = self.context.topic
        unit = self.context.level or (topic.unit if topic else "")
        key = self.kinds[-1] if self.kinds else _GROUPS.get(unit, "all_provinces")
        return "all_provinces" if key == "all_ministries" and self.context.index in NO_MINISTRIES else key
