"""The data folder: which file in it is which."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """A data folder; nothing is made or touched by naming it."""

    data: Path

    @classmethod
    def default(cls) -> Workspace:
        """The folder that `PARINDEX_DATA` names, else `data` in the current folder."""
        return cls(Path(os.environ.get("PARINDEX_DATA") or "data"))

    @property
    def published(self) -> Path:
        """The file that people open: always whole, replaced at once."""
        return self.data / "parindex.duckdb"

    @property
    def working(self) -> Path:
        """The file that a crawl writes into, one process at a time."""
        return self.data / "work" / "parindex.duckdb"

    @property
    def archive(self) -> Path:
        """The folder of the pages as they were fetched."""
        return self.data / "warc"
