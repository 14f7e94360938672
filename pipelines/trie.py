"""Regular expressions for many fixed strings as a prefix tree: scanning costs the same for ten or ten thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""
_Node = dict[str, Any]


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches each of the words, the longest first.

    A space in a word matches any run of spaces, a hyphen may have spaces around.
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    if not root:
        raise ValueError("no words to make a pattern of: the list that was given is empty")
    return _pattern(root)


def _pattern(node: _Node) -> str:
    """The pattern of everything below a node."""
    optional = _END in node
    branches = [_escape(char) + _pattern(child) for char, child in node.items() if char != _END]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not optional else "(?:" + "|".join(branches) + ")"
    return body + "?" if optional else body


def _escape(char: str) -> str:
    """The pattern of one character of a word."""
    if char == " ":
        return r"[ \n]{1,3}"
    if char == "-":
        return r" ?- ?"
    return re.escape(char)
