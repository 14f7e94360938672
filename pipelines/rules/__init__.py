"""How values are stated: from a sentence with its mentions to facts.

    reader.py    reading from left to right: registers change, values are handed to the rules
    levels.py    scores and percents
    places.py    ranks, the last place, places implied by order
    changes.py   changes and the older values that they start from
    lists.py     enumerations and pairs: "lần lượt" in all its orders
    slots.py     subject, index, component and year of a value, looked for ahead of it
    anchors.py   what ties a number to an index, and what takes it away
    roles.py     topic or other side, year of the index or of a comparison, company of weak mentions
    naming.py    names that an enumeration shortens
    emit.py      facts with quote, rule and confidence
    facts.py     what a rule asserts
"""
