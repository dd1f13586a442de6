"""Articles over http and https, only from addresses that a person gave and from the entries of their feeds."""

from parley.sources.fetching.following import follow, follow_list
from parley.sources.fetching.web import Validators, Visits, Web

__all__ = ["Validators", "Visits", "Web", "follow", "follow_list"]
