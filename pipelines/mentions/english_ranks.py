"""Finding places as English writes them: "was fourth nationwide", "No17/63", "topped the list"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines import lexicon
from pipelines.mentions import english_spans
from pipelines.mentions.english_spans import numbered, ordinals
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Writings


@cache
def _meanings() -> tuple[Writings, dict[str, tuple[Kind, float]]]:
    """Whole expressions, and the kind and number of each."""
    ranks = lexicon.entries("english")["ranks"]
    meaning: dict[str, tuple[Kind, float]] = {}
    for name, kind, number in (
        ("first", Kind.RANK, 1.0),
        ("second", Kind.RANK, 2.0),
        ("last", Kind.LAST, 0.0),
        ("last_but_one", Kind.LAST, 1.0),
        ("next", Kind.NEXT, 0.0),
    ):
        meaning |= dict.fromkeys(lexicon.words(ranks[name]), (kind, number))
    return Writings(meaning, before=r"(?<![\w-])", after=r"(?![\w-])"), meaning


_ADVERB = (
    r"(?:also|again|still|now|joint|only|just|even|currently|once again|once more|then|therefore|thus|jointly|overall)"
)


@cache
def _ordinal() -> re.Pattern[str]:
    """The pattern of an ordinal, or of several with one noun, with what leads to it and the size of its field."""
    ranks = lexicon.entries("english")["ranks"]
    one = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{alternation(ordinals())})"
    field = (
        r"(?:,? (?:out of|of|among|amongst|from(?= (?:all )?(?:the )?\d\d [plcm]))(?: all)?(?: the)?(?: country's|"
        r" nation's)? "
        r"(?P<field>\d{2})(?!\d|[,.]\d|%|th|st|nd|rd)|/(?P<slash>\d{2})(?!\d))?"
    )
    return re.compile(
        rf"(?<![\w-])(?P<head>(?:{alternation(lexicon.words(ranks['heads']))}[ \n](?:{_ADVERB}[ \n])?)?"
        rf"(?:in[ \n]|at[ \n])?(?:the[ \n])?)"
        rf"(?P<list>{one}(?:(?:, and |, | and ){one})*)(?![\w-])(?P<noun>[ "
        rf"\n]{alternation(ranks['nouns'])}(?!\w))?{field}"
    )


_NUMBERED = re.compile(
    r"(?<!\w)(?:(?:ranked |ranks |ranking |at |is |was |the )*(?:no\.? ?|number |position )|(?:ranked|"
    r"ranks|ranking|rank)(?: at| in)?(?: the)? )(?P<number>\d{1,2}|(?<=number )(?:two|three|four|five|six|seven|"
    r"eight|nine|ten)(?!\w))(?![\d%]|[.,]\d|th|st|nd|rd|"
    r"-)(?P<slash> ?/ ?(?P<field>\d{2})(?!\d))?(?: (?:out of|of|among)(?: the)? (?P<of>\d{2})(?!\d))?"
)
_POSITIONS = re.compile(
    r"(?<!\w)(?:positions|places|ranks|ranked|numbers) (?P<list>\d{1,2}(?:(?:, and |, | and )\d{1,2})+)(?![\d%]|[.,]\d)"
)
_GOES_ON = re.compile(
    r"[ \n]?(?:$|[,.;:)(\"]|\n|-|(?:with|on|at|and|in|from|nationwide|countrywide|overall|among|amongst|"
    r"out of|of|for|again|there|too|nationally|behind|after|ahead|this|last|by|despite|to|while|but|thanks|"
    r"followed|or|across|"
    r"as|since|against|compared|a year|one year|the year|last year|20\d\d|scoring|respectively|over)(?!\w))"
)
_AGAIN = re.compile(r"(?:(?:for|marks|marking) (?:the|a|its|their) |the )$")
_COUNTED = re.compile(
    r"[ \n](?:time|year|consecutive|straight|running|edition|month|quarter|half|session|congress|century|"
    r"phase|anniversary)"
)


def find(clean: Clean) -> Iterator[Mention]:
    """Every place, last place, "followed by", run and amount of places in the text."""
    writings, meanings = _meanings()
    for match in writings.finditer(clean.lower):
        kind, number = meanings[folded(match.group())]
        if kind is Kind.NEXT or _names_place(clean, match):
            yield Mention(kind, match.start(), match.end(), "word", number)
    for match in _ordinal().finditer(clean.lower):
        yield from _ordinals(clean, match)
    for match in _NUMBERED.finditer(clean.lower):
        field = match["field"] or match["of"]
        yield Mention(
            Kind.RANK, match.start(), match.end(), "ordinal", numbered(match["number"]), float(field) if field else None
        )
    for match in _POSITIONS.finditer(clean.lower):
        for one in re.finditer(r"\d{1,2}", match["list"]):
            start, end = (match.start("list") + place for place in one.span())
            yield Mention(Kind.RANK, start, end, "ordinal", float(one.group()), group=match.start())
    yield from _in_words(clean)
    yield from english_spans.find(clean)


def _in_words(clean: Clean) -> Iterator[Mention]:
    """Every place told by its index, by the one before it, or by what its holder is called."""
    for match in _SAME.finditer(clean.lower):
        yield Mention(Kind.RANK, match.start(), match.end(), "same")
    for match in _LEADER.finditer(clean.lower):
        yield Mention(Kind.RANK, match.start(), match.end(), "leader", 1.0)
    for match in _of_index().finditer(clean.lower):
        if not re.search(r"(?:to|not|who|that|,) $", clean.lower[max(0, match.start() - 6) : match.start()]):
            yield Mention(Kind.RANK, match.start(), match.end(), "word", 1.0)
    for match in _CAME_NEXT.finditer(clean.lower):
        yield Mention(Kind.RANK, match.start(), match.end(), "next")


@cache
def _of_index() -> re.Pattern[str]:
    """The pattern of a first place before its index: "lead the 2023 PAR Index", "has the nation's best PAPI"."""
    entries = lexicon.entries("english")["indexes"].values()
    names = alternation([word for one in entries for word in (*lexicon.words(one["names"]), *one["acronyms"])])
    return re.compile(
        r"(?<!\w)(?:(?:lead|heads?|headed|heading|top)(?= (?:in |on )?(?:the |this year's |last year's )?(?:20\d\d )?"
        r"(?:national |provincial |latest )?(?:(?:ranking|table|list)s? (?:of|in|on|for) (?:the )?(?:20\d\d )?)?"
        rf"{names}(?!\w))"
        r"|(?:had|has|have|with|posted|recorded|boasts?|boasted|got|earned) (?:the |(?:the |vietnam|viet nam)?(?: ?"
        rf"(?:country|nation|province|city))?'s )(?:best|highest)(?= (?:20\d\d )?{names}(?!\w)))"
    )


_CAME_NEXT = re.compile(r"(?<!\w)(?:came|comes|was|is) next(?= ?[,.;]| with | at | on )")


_SAME = re.compile(
    r"(?<!\w)(?:had|held|took|occupied|kept|retained) (?:that|the same) (?:place|position|spot|rank)(?!\w)"
)
_LEADER = re.compile(
    r"(?<!\w)(?:the (?P<year>20\d\d) |(?:(?<=pci )|(?<=papi )|(?<=sipas )|(?<=dti )|(?<=pgi )|(?<=index )))"
    r"(?:leader|champion|winner|frontrunner)(?!\w)"
)
_NO_PLACE = re.compile(
    r"[ \n](?:by|to an?|to the|departments?|agenc\w+|localit\w+|provinces?|officials?|up|role|position in|"
    r"\d{1,2}(?!\d)|five|ten|three|position of|group|delegation|enterprises?|firms?|economic|efforts?|"
    r"team)(?!\w)"
)
_NO_LEAD = re.compile(
    r"(?:to be|in the|among the|of the|the|and|two|three|five|four|\d|by|-|barely made|made|its|their|"
    r"steering|working) $"
)


def _names_place(clean: Clean, match: re.Match[str]) -> bool:
    """Whether words that may be a place are one: no "led by", no "the leading departments", no "top 10"."""
    word, before = match.group(), clean.lower[max(0, match.start() - 12) : match.start()]
    if word in {"led", "leads", "leading"}:
        return not _NO_PLACE.match(clean.lower, match.end()) and not (word == "leading" and _NO_LEAD.search(before))
    if word in {"topped", "tops", "topping"}:
        return not re.match(r" \d", clean.lower[match.end() : match.end() + 2])
    if word == "bottom":
        return bool(re.match(r"[ \n]in 20\d\d|,|\.", clean.lower[match.end() : match.end() + 8]))
    if word == "on top":
        return not re.match(r"[ \n]of", clean.lower[match.end() : match.end() + 4])
    if word.endswith(("leading position", "leading place", "leading spot", "leading rank")):
        return not re.search(r"(?:lost|lose|losing|gave up|giving up|giving|left) $", before)
    if word == "the leader":
        return not re.search(r"(?:behind|of|from|and|under|by|to|,) $", before) and not re.match(
            r"'s| of", clean.lower[match.end() : match.end() + 4]
        )
    if word.endswith(("highest", "best")) and not word.startswith("the "):
        return bool(
            re.match(
                r"[ \n]?(?:$|[,.;:)(\n]|(?:at|for|on|with|nationwide|among|countrywide|overall|and|in (?!(?:the|its) "
                r"(?:history|past|last)|\w+ years))(?!\w))",
                clean.lower[match.end() : match.end() + 24],
            )
        ) or word.endswith("was")
    return True


def _ordinals(clean: Clean, match: re.Match[str]) -> Iterator[Mention]:
    """The place of an ordinal, or the places of several; none where it counts years, editions or halves."""
    strong = bool(match["noun"] or match["field"] or match["slash"])
    strong = strong or _opens(clean, match)
    if not strong and (
        _COUNTED.match(clean.lower, match.end())
        or not _GOES_ON.match(clean.lower, match.end())
        or not _led_to(clean, match)
    ):
        return
    if (
        re.match(r" (?:districts?|cities|component|group)", clean.lower[match.end() : match.end() + 10])
        and not match["field"]
    ):
        return
    field = match["field"] or match["slash"]
    found = list(re.finditer(rf"\d{{1,2}}(?=st|nd|rd|th)|{alternation(ordinals())}(?!\w)", match["list"]))
    for at, one in enumerate(found):
        number = float(one.group()) if one.group().isdigit() else float(ordinals()[folded(one.group())])
        start = match.start("list") + one.start() if len(found) > 1 else _start(match)
        end = (
            match.end()
            if at == len(found) - 1
            else match.start("list") + one.end() + (2 if one.group().isdigit() else 0)
        )
        yield Mention(
            Kind.RANK,
            start,
            end,
            "ordinal",
            number,
            float(field) if field else None,
            group=match.start() if len(found) > 1 else -1,
        )


_OPENED = (
    r"(?:first|second|third|top|\d(?:st|nd|rd|th))(?: place| position| spot)? (?:was|were|is|are|went to|came|"
    r"belonged to) "
    r"[^.;]*$"
)


def _opens(clean: Clean, match: re.Match[str]) -> bool:
    """Whether an ordinal opens its clause and leads to its holder: "second was Tay Ninh", "the first, Quang Ninh,"."""
    if match["head"] == "the " and re.match(r", [A-Z]", clean.text[match.end() : match.end() + 3]):
        return True
    if re.search(r"(?:, | and |^and )$", clean.lower[max(0, match.start() - 5) : match.start()]) and not match["head"]:
        told = re.search(_OPENED, clean.lower[max(0, match.start() - 140) : match.start()])
        if told and re.match(r" [A-Z]", clean.text[match.end() : match.end() + 2]):
            return True
    return bool(
        re.search(r"(?:[,;(.:] ?|(?:^|and |the |\n))$", clean.lower[max(0, match.start() - 4) : match.start()])
    ) and bool(re.match(r"(?: (?:was|were|is|are) (?:the )?|, )[A-Z]", clean.text[match.end() : match.end() + 12]))


def _start(match: re.Match[str]) -> int:
    """Where the words of a place begin: at its verb, but not at a preposition that belongs to the words before."""
    head = re.match(r"(?:from|to|and|it|in|at|on to)[ \n](?:the[ \n])?", match["head"])
    return match.start() + len(head.group()) if head else match.start()


def _led_to(clean: Clean, match: re.Match[str]) -> bool:
    """Whether a verb, a preposition or a name leads to an ordinal: "Hanoi third with", "slipped to second"."""
    before = clean.text[max(0, match.start("list") - 14) : match.start("list")]
    if _AGAIN.search(before.lower()) and not match["head"].strip().removesuffix("the").strip():
        return bool(re.search(r"(?:take|takes|took|taking|hold|holds) the $", before.lower()))
    if match["head"].strip() == "for":
        return bool(re.search(r"(?:%|percent|points?|\d) $", before.lower()[: len(before) - len(match["head"])]))
    if match["head"].strip() == "the" and not re.match(r"\d", match["list"]):
        return False
    return bool(
        match["head"].strip()
        or re.match(r" (?:again )?in 20\d\d(?!\d)", clean.lower[match.end() : match.end() + 14])
        or re.search(
            r"(?:[A-Z][\w'-]*|provinces?|city|district|ward|commune|zone|town|department|"
            r"ministry|latter|former|\)|20\d\d's)[ \n]$|\($",
            before,
        )
        or re.match(r"\d", match["list"])
    )
