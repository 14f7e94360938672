"""How a page becomes rows: pure functions first, Scrapy's item pipelines last; knows nothing of how pages are fetched.

A page to an article:
- `article`: the whole way. `page` is what it is read from and into, `problems` what can be wrong with it.
- `charset` makes text of its bytes, `tree` finds parts with the fast parser, `container` cuts the article out.
- `parts`, `metadata`, `published`, `credit`: title, author, dates, source; `body`, `blocks`, `tables`, `markup`: text.
- `furniture`, `looks`: what is no part of it. `urls`: its one address.
A text to rows:
- `document`, `files`, `plain`: what is read, from an article, a file or a bare text.
- `text`, `segments`, `numbers`, `trie`, `writings`: one normalised reading with a way back to the characters, cut into
  sentences.
- `lexicon/`, `gazetteer/`: the language and the names, as reviewed data.
- `mentions/` finds, `sentence` and `context` hold what is found and what is in force, `rules/` say what it states.
- `about`: what a text starts from. `statements`: a document to its rows. `arithmetic/` holds them against each other.
Rows to where they belong:
- `items`, `writing`: Scrapy's pipelines and the writer of a run. `reference`: names and published results beside them.
How good it is:
- `gold`, `evaluate`, `earlier`: a corpus, how well it is read, and how an earlier version read it.
- `explain`, `show`: how one text was read, and the same for the eye.
"""

EXTRACTOR_VERSION = "1.0.0"
