"""Whom a site's owner can write to: a live crawl does not start without."""

from __future__ import annotations

from storage.records import Origin


class ContactError(Exception):
    """A live crawl without a contact, in one line that says what to do."""


def require_contact(origin: Origin, contact: str) -> None:
    """Pass for the demo, and for a contact that is a mail address or a web page; else raise `ContactError`."""
    if origin is Origin.LIVE and not ("@" in contact or contact.startswith(("http://", "https://"))):
        raise ContactError(
            "a live crawl tells the sites whom to write to: set PARINDEX_CONTACT to a mail address or a web page,"
            " such as PARINDEX_CONTACT=name@example.org, and crawl again"
        )
