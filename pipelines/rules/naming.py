"""Names that an enumeration shortens: "ba quận Hoàn Kiếm, Hà Đông", "các huyện còn lại gồm: Đăk Tô, Sa Thầy"."""

from __future__ import annotations

from pipelines import lexicon
from pipelines.gazetteer import resolve_district, resolve_province
from pipelines.mentions.types import Kind
from pipelines.sentence import Sentence


def typed_district(sentence: Sentence, at: int, parent: str | None, typed: dict[str, str]) -> str:
    """The full name of a bare district: the gazetteer's, else with the type that the list says, else as written."""
    token = sentence.tokens[at]
    if token.key.lower() in typed:
        return typed[token.key.lower()]
    province = resolve_province(parent, 2020) if parent else None
    said = _type_said(sentence, at)
    if said in {"phường", "xã", "thị trấn", "đặc khu"}:
        return f"{said.capitalize()} {token.key}"
    found = resolve_district(f"{said} {token.key}", 2020, province.id if province else None) if said else None
    found = found or resolve_district(token.key, 2020, province.id if province else None)
    if found is not None:
        return found.full_name
    return f"{said.capitalize()} {token.key}" if said else token.key


_TYPE = lexicon.pattern("naming", "type")


def _type_said(sentence: Sentence, at: int) -> str | None:
    """The type that stands before the first name of the enumeration."""
    place = at
    while place > 0:
        match = _TYPE.search(sentence.before(place))
        if match:
            return match.group(1)
        earlier = sentence.rfind(
            max(0, place - 6), place, Kind.SUBJECT, lambda one: one.unit in {"district", "commune"}
        )
        if earlier is None:
            return None
        if "bare" not in sentence.tokens[earlier].tags:
            return (
                sentence.tokens[earlier].key.split(" ")[0].lower()
                if sentence.tokens[earlier].key.startswith(("Huyện", "Quận", "Phường", "Xã", "Đặc khu"))
                else None
            )
        place = earlier
    return None
