"""What trafilatura takes for the article's text; its answer is a vote on lines, its text is never shown."""

import logging

from parley.text.markup import whole_body


def extracted(markup: str) -> str:
    """The text; "" where it finds none or fails."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        told = extract(whole_body(markup), include_comments=False, include_tables=True, fast=True, favor_recall=True)
    except (ValueError, TypeError, RecursionError, AttributeError, AssertionError, KeyError):
        return ""
    return told or ""
