"""Atom: one entry a build that changed the record, with what moved and why."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from parley.store import Build
from parley.views.summary import moved

UNDATED = "1970-01-01T00:00:00+00:00"  # Atom wants a time; a build without one says so by this


def atom_feed(name: str, builds: Sequence[Build]) -> str:
    """A feed of the builds, newest first as given."""
    updated = builds[0].at if builds and builds[0].at else UNDATED
    entries = [_entry(name, b) for b in builds]
    head = f'<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:parley:{escape(name)}</id><title>{_text(name)}</title>'
    author = "<author><name>Parley</name></author>"
    return "\n".join(
        ['<?xml version="1.0" encoding="utf-8"?>', f"{head}{author}<updated>{updated}</updated>", *entries, "</feed>", ""]
    )  # fmt: skip


def _entry(name: str, build: Build) -> str:
    counts = ", ".join(map(str, build.changes))
    more = f", and {len(build.moves) - 1} more" if len(build.moves) > 1 else ""
    title = build.moves[0].told + more if build.moves else counts
    named = [f"{c.noun}: {n}" for c in build.changes for n in c.added]
    body = "\n".join([*map(moved, build.moves), counts] if build.moves else named)
    return (
        f"<entry><id>urn:parley:{escape(name)}:{build.position}</id><title>{_text(title)}</title>"
        f"<updated>{build.at or UNDATED}</updated><content type=\"text\">{_text(body)}</content></entry>"
    )  # fmt: skip


def _text(words: str) -> str:
    """Escaped, without the control characters that XML 1.0 cannot hold."""
    return escape("".join(c for c in words if c >= " " or c in "\t\n"))
