"""Trained models; weights lie beside the code, each with a card."""

REMEMBERED = 16  # texts whose parse and tags are kept in memory, so that nothing is worked out twice in a small build


class MissingModel(Exception):
    """A weights file is not there; the message names it and says how to make it."""
