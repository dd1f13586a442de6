"""Meetings as sentences tell them: what convenes, when, where, in which forum, who is there."""
