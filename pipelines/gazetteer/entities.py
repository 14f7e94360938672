"""The stable identifier of any subject that can have a score."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from pipelines.gazetteer.ministries import Ministry, resolve_ministry
from pipelines.gazetteer.provinces import Province, resolve_province
from pipelines.gazetteer.regions import Region, resolve_region


def entity_id(entity_type: str, name: str, year: int | None = None, parent: str | None = None) -> str:
    """The id of a subject as of an index year: ISO code, slug, or a slug under the id of its parent province.

    A subject that the gazetteer does not know gets the slug of its name, so that it has the same id everywhere.
    """
    if entity_type == "country":
        return "VN"
    if entity_type not in _RESOLVERS:
        return _under(parent, year, name)
    own = _RESOLVERS[entity_type](name, year)
    return own.id if own else slug(name)


_RESOLVERS: dict[str, Callable[[str, int | None], Province | Ministry | Region | None]] = {
    "province": resolve_province,
    "ministry": resolve_ministry,
    "region": resolve_region,
}


def _under(parent: str | None, year: int | None, name: str) -> str:
    """The id of a group, or of a unit inside a province: `VN-28/huyen-dak-to`."""
    own = name if name.startswith("all_") else slug(name)
    return f"{entity_id('province', parent, year)}/{own}" if parent else own


def slug(name: str) -> str:
    """The name in lower-case ASCII letters and digits with hyphens between words."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")
