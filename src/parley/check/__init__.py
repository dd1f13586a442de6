"""A draft held against a record: every quotation and figure of it, with the words that the record has."""

from parley.check.draft import check_draft
from parley.check.mark import Mark, MarkKind, Verdict

__all__ = ["Mark", "MarkKind", "Verdict", "check_draft"]
