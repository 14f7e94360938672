"""`python -m crawler` is `parindex`."""

from crawler.cli import main

if __name__ == "__main__":
    main()
