"""Reading editions in English, whose grammar needs rules of its own.

state.py      the registers that English adds
subjects.py   who is measured
groups.py     groups, counts and means
reader.py     a sentence from left to right: indexes, years, brackets
holders.py    whose a value is
parts.py      of which index and component
times.py      of which year
slots.py      its field, bound and unit
refusals.py   why a number is no result
levels.py     scores and percentages
changes.py    amounts of change
places.py     places in a ranking
runs.py       several places at once
"""

from pipelines.rules.english.reader import EnglishReader

__all__ = ["EnglishReader"]
