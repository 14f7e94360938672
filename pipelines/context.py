"""What is in force while a text is read: index, year, subject, component; what changes them and what restores them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter

from pipelines.document import PartialDate


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a value belongs to, by canonical name; a group has the name of its mean."""

    name: str
    unit: str
    """`province`, `ministry`, `district`, `commune`, `department`, `region`, `group` or `country`;
    `unknown` for somebody whom no list has, whose values make no rows."""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """The registers as they were at one mention."""

    index: str | None
    year: int | None
    compared: int | None
    """The year that the sentence compares with."""
    subjects: tuple[Subject, ...]
    components: tuple[str, ...]
    parent: str | None
    mean: bool
    """Whether a mean is being told."""


@dataclass(slots=True)
class Context:
    """The registers of the reader; copied when a bracket opens, put back when it closes."""

    published: PartialDate | None = None
    home: str | None = None
    """The home province of the paper."""
    index: str | None = None
    index_age: int = 99
    """How many lines ago the index was last named."""
    named: set[str] = field(default_factory=set)
    """The indexes that the text has named outright."""
    leads_with_index: bool = False
    """Whether the title or the first lines name the index, so that a headline may leave it out."""
    keeps_year: bool = False
    """Whether the line before was a heading or an item of a list, whose year holds for this one too."""
    base_year: int | None = None
    """The year that the article measures; a paragraph that names none is about it."""
    year: int | None = None
    subjects: tuple[Subject, ...] = ()
    listed: tuple[Subject, ...] = ()
    """The subjects last enumerated: whom "ba nơi này" means."""
    told_years: tuple[int, ...] = ()
    """The years of the values last told, in order: whose values "thứ hạng tương ứng" lists."""
    told_components: tuple[str, ...] = ()
    """The components of the values last told, in order: what "hai chỉ số này" means."""
    told_part: str | None = None
    """The component that the sentence before told of alone: what "cũng" goes on about."""
    topic: Subject | None = None
    """The last single subject that a sentence was about."""
    by_unit: dict[str, Subject] = field(default_factory=dict)
    """The last topic of each type: what "tỉnh" or "Bộ" stands for."""
    components: tuple[str, ...] = ()
    last_components: tuple[str, ...] = ()
    """The components of the last value that had one: what "chỉ số này" stands for."""
    parent: str | None = None
    """The province whose districts or departments are being ranked."""
    visited_from: str | None = None
    """The province whose units are ranked, while the line tells of those of another one."""
    base_parent: str | None = None
    """The province that the article is about the units of; a paragraph that names none is about it."""
    level: str | None = None
    """`district`, `commune` or `department` while a text ranks them."""
    field_sizes: dict[str, int] = field(default_factory=dict)
    """How many units of each level the text says are ranked."""
    last_rank: float | None = None
    last_ranked: str = ""
    """The type of the subject whose place it was: "tiếp theo là" goes on among its like."""
    english: bool = False
    trace: dict[int, InForce] | None = None
    """The registers at each mention, by its identity: kept only where a reading is to be explained."""
    target_question: bool = False
    """Whether the line before asked for a target: this one answers."""
    target_list: bool = False
    """Whether the lines being read are the items of a list of targets."""
    starts_line: bool = False
    """Whether the sentence being read is the first of its line."""
    line_components: tuple[str, ...] = ()
    """The component that the line began with: "Cải cách tổ chức bộ máy: trung bình 92,10%."."""
    item_subjects: tuple[Subject, ...] = ()
    """Whose value the line before stated first, if a component led it: so is the next item of such a list."""
    line_topic: Subject | None = None
    """The subject that the line began with: "KHÁNH HÒA - Chỉ số của tỉnh đạt 82,67%"."""
    group: Subject | None = None
    """The group whose mean was told last."""
    named_group: str | None = None
    """The key of the group named last: whose mean "trung bình" at the head of the next line is."""
    main_index: str | None = None
    """The index that the article is about: that of its title, else the first one named."""
    focus: Subject | None = None
    """The one subject that the article is about: its title's, else the home province of its paper."""
    typed: dict[str, str] = field(default_factory=dict)
    """Full names of the districts and communes that the text writes with their type, by bare name in lower case."""

    def copy(self) -> Context:
        """The same registers, to be changed without changing these."""
        registers = Context(*_registers(self))
        registers.by_unit = dict(self.by_unit)
        return registers

    def visit(self, province: str) -> None:
        """Let the units that the rest of the line names be those of another province."""
        self.visited_from = self.visited_from or self.parent
        self.parent = province

    def come_back(self) -> None:
        """Let a new line be about the units of the province again that was left."""
        self.parent, self.visited_from = self.visited_from or self.parent, None

    def in_force(self, compared: int | None = None, *, mean: bool = False) -> InForce:
        """The registers of now."""
        return InForce(self.index, self.year, compared, self.subjects, self.components, self.parent, mean)

    def make_topic(self, subjects: tuple[Subject, ...]) -> None:
        """Let the text from here on be about these subjects."""
        self.subjects = subjects
        if len(subjects) > 1:
            self.listed = subjects
        if len(subjects) == 1:
            self.topic = subjects[0]
            self.by_unit[subjects[0].unit] = subjects[0]
            if subjects[0].unit == "province":
                self.parent = subjects[0].name


_registers = attrgetter(*(one.name for one in fields(Context)))
