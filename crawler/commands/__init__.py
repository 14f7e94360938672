"""The subcommands of `parindex`: a module each, with a click command of its name that returns the exit status.

options   what several commands share: the data folder, the output formats
crawl     fetch sites and add what they say to the dataset
demo      the same over the bundled press
add       take saved pages into the dataset
extract   rows of files, without a dataset
sql       ask the dataset
sites     the sites that can be crawled
issues    what a person should look at
evaluate  how well a corpus is read (`parindex eval`)
explain   how a text is read, and why
"""
