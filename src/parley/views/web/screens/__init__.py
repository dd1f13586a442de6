"""The screens of the desk, one module each: what was asked in, what is shown out."""

from parley.views.web.screens.actors import actors
from parley.views.web.screens.add import add
from parley.views.web.screens.copies import copies
from parley.views.web.screens.draft import draft
from parley.views.web.screens.figures import figures
from parley.views.web.screens.findings import findings
from parley.views.web.screens.home import home
from parley.views.web.screens.pair import pair
from parley.views.web.screens.positions import positions
from parley.views.web.screens.quotes import quotes
from parley.views.web.screens.reader import reader
from parley.views.web.screens.review import review
from parley.views.web.screens.search import search
from parley.views.web.screens.timeline import timeline

__all__ = [
    "actors",
    "add",
    "copies",
    "draft",
    "figures",
    "findings",
    "home",
    "pair",
    "positions",
    "quotes",
    "reader",
    "review",
    "search",
    "timeline",
]
