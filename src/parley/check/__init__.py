"""A draft held against a record: its quotations, figures, dates and positions, with the words that the record has."""

from parley.check.draft import LONGEST, check_draft
from parley.check.mark import Mark, MarkKind, Verdict
from parley.check.opening import open_draft

__all__ = ["LONGEST", "Mark", "MarkKind", "Verdict", "check_draft", "open_draft"]
