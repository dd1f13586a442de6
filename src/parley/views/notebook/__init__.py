"""A record in Python and in notebooks: `parley.open("talks.parley")`."""

from parley.views.notebook.talks import Table, Talks, open_talks

__all__ = ["Table", "Talks", "open_talks"]
