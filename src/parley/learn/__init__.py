"""Trained models; weights lie beside the code, each with a card."""


class MissingModel(Exception):
    """A weights file is not there; the message names it and says how to make it."""
