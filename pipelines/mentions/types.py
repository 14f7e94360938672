"""What a finder finds: a typed stretch of the normalised text."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a mention may be."""

    # Members are single, and looked up a hundred times a sentence: the hash of their names would cost a call each.
    __hash__ = object.__hash__

    INDEX = auto()
    """An index; `key` says which, `other` for a measure that gives no rows."""
    COMPONENT = auto()
    """A component of an index; `key` is its label, `owners` the indexes that have it."""
    COMPONENT_REFERENCE = auto()
    """ "chỉ số này", "lĩnh vực này": the component that the text last made clear."""
    TOTAL = auto()
    """ "chỉ số tổng hợp": the index as a whole again."""
    SUBJECT = auto()
    """A province, ministry, district, commune, department or region; `key` is its name, `unit` its type."""
    REFERENCE = auto()
    """ "tỉnh", "địa phương này"; `key` is `province`, `city`, `ministry`, `any` or `both`."""
    GROUP = auto()
    """A group of subjects; `key` is its canonical name."""
    AVERAGE = auto()
    COUNT = auto()
    """A count of units or components: "44 nơi", "5 lĩnh vực"."""
    YEAR = auto()
    RELATIVE_YEAR = auto()
    """`key` is `previous`, `following`, `past` (of publication) or `current` (year of publication)."""
    RANK = auto()
    """A place: `number`, maybe `out_of`; `key` is `ordinal`, `word`, `bare` or `highest`."""
    LAST = auto()
    """The last place; `number` is how far from it: 0 for the last, 1 for the last but one."""
    NEXT = auto()
    RUN = auto()
    """Successive places: "từ thứ 2 đến thứ 5"; `number` is the first, `out_of` the last."""
    FRACTION = auto()
    """Two whole numbers with a slash: a place of a field, points of a maximum, or a count."""
    VALUE = auto()
    """A score or percent; `unit` is `percent`, `points` or empty."""
    AMOUNT = auto()
    """An amount of change that cannot be a level: places, percentage points, or a number with a sign."""
    MOVE = auto()
    """A verb of change; `number` is 1 or -1, `key` is `compare` for comparatives."""
    TO = auto()
    FROM = auto()
    COMPARED = auto()
    """ "so với": what follows is the other side of a comparison."""
    RESPECTIVE = auto()
    TARGET = auto()
    OTHER_MEASURE = auto()
    PUNCTUATION = auto()
    """`key` is the character: ( ) [ ] , ; : or a quotation mark."""
    SKIPPED = auto()
    """A date, a time, a period, the number of a document: no number of it is a value."""


class Mention(NamedTuple):
    """One typed stretch of a text; offsets are half-open and count characters of the normalised reading.

    It is a tuple since those are made in a seventh of the time, and a text has hundreds.
    """

    kind: Kind
    start: int
    end: int
    key: str = ""
    number: float | None = None
    out_of: float | None = None
    unit: str = ""
    bound: str = "="
    parent: str | None = None
    owners: tuple[str, ...] = ()
    weak: bool = False
    """Whether it is only a mention in company of others."""
    group: int = -1
    """Mentions of one enumeration ("thứ 1, 2 và 3") share a number; -1 for all others."""
    bound_start: int = -1
    """Where the quote of the mention begins, when words before it belong to it; -1 when it begins with it."""
    tags: frozenset[str] = frozenset()

    @property
    def quote_start(self) -> int:
        """Where the words that state it begin."""
        return self.start if self.bound_start < 0 else self.bound_start
