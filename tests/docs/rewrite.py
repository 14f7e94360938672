"""`make docs`: makes the demo dataset afresh and rewrites what the documents quote from it, the picture included."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.command import parindex
from tests.docs.examples import ask, documents, refreshed
from tests.docs.picture import PICTURE, picture


def main() -> int:
    """Rewrites the documents; the exit status is that of the demo."""
    with tempfile.TemporaryDirectory() as folder:
        made = parindex("demo", cwd=Path(folder))
        if made.status:
            sys.stderr.write(made.err)
            return made.status
        answer = ask(Path(folder) / "data")
        for path in documents():
            path.write_text(refreshed(path.read_text(encoding="utf-8"), answer), encoding="utf-8")
        PICTURE.write_text(picture(answer), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
