"""How values are stated: from a sentence or a table with its mentions to facts.

Reading a sentence from left to right, registers change and values are handed to the rules:
    reader.py         the walk
    state.py          what the registers are made of, and what every rule may ask
    subjects.py, groups.py, measures.py, years.py, brackets.py   the registers
Rules, one module per way of stating a value:
    levels.py         scores and percents
    places.py         ranks in figures and words; scopes.py the field that they hold within
    denials.py        why words that look like a rank are none
    implied.py        the last place, places implied by order; runs.py successive ones
    changes.py        changes and the older values that they start from
    lists.py          enumerations and pairs: "lần lượt" in all its orders; periods.py of a value for each year
What the rules ask:
    slots.py          subject, index and component of a value, looked for ahead of it; own_years.py its year
    anchors.py        what ties a number to an index, and what takes it away; refusals.py asks all that may
    roles.py          topic or other side, year of the index or of a comparison, company of weak mentions
    naming.py         names that an enumeration shortens; addresses.py those that say where another one is
    emit.py, facts.py facts with quote and rule; trust.py how sure they are
Editions in English:
    english/          the same by English grammar: a walk, registers and rules of its own
Tables:
    table_reader.py   the tables of a document, by their cells or their look
    layouts.py, vertical.py, rankings.py   where they come from: cells, cells on lines of their own, numbered lists
    flat.py, lines.py, grids.py   tables of lines, the rows that lines look like, tables of cells
    alignment.py      the heads of a flattened table over its columns, by head_parts.py and the contents.py of columns
    scene.py, captions.py, notes.py   what is in force in a table, what stands above it and around it
    heads.py, columns.py, rows.py, cells.py      what its columns, rows and cells hold
    tables.py         rows to facts
"""
