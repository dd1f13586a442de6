"""What is measured: a gold file, the command whose output is scored, and the official scoring task."""

import os
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(os.environ.get("PARLEY_SHARED", Path(__file__).resolve().parents[2] / "shared"))
OWN = Path(__file__).with_name("negotiations")  # our own texts, part of the project


@dataclass(frozen=True)
class Task:
    """One measurement. `command` makes the prediction: read, read --text, label, label --text (a reading without its sentences), copies, stories
    or record; folds learns from four fifths of the gold and asks about the fifth, without score.py.

    `inputs` is a folder or JSONL file with the articles, or a gold file for `score.py inputs` (where None: the gold
    itself). `split`: the part of the gold that is scored. `slow`: measured by `make evals-all` only.
    `root`: the folder that `gold` and `inputs` lie in.
    """

    name: str
    scored_as: str
    gold: str
    command: str
    inputs: str | None = None
    slow: bool = False
    split: str | None = None
    root: Path = SHARED
    also: str | None = None  # articles of ours that are read in one stream with those of the gold


SEEDS = "seeds"
PAGES = "gold/clean/pages.dev.jsonl.gz"
TASKS = (
    Task("seeds-record", "record", "gold/seeds/record.json", "record", SEEDS),
    Task("seeds-quotes", "quotes", "gold/seeds/quotes.jsonl", "read", SEEDS),
    Task("seeds-speakers", "speakers", "gold/seeds/quotes.jsonl", "record", SEEDS),
    Task("seeds-utterances", "utterances", "gold/seeds/quotes.jsonl", "record", SEEDS),
    Task("seeds-origins", "origins", "gold/seeds/record.json", "record", SEEDS),
    Task("seeds-roles", "roles", "gold/seeds/lines.jsonl", "read", SEEDS),
    Task("seeds-dates", "dates", "gold/seeds/dates.jsonl", "read"),
    Task("rail-record", "record", "rail/record.json", "record", "rail", root=OWN),
    Task("cod-record", "record", "cod/record.json", "record", "cod", root=OWN),
    Task("polnear-quotes", "quotes", "gold/quotes/polnear.dev.jsonl.gz", "read"),
    Task("german-quotes", "quotes", "gold/quotes/german.dev.jsonl.gz", "read", slow=True),
    Task("timebank-dates", "dates", "gold/dates/timebank.jsonl.gz", "read", slow=True),
    Task("aquaint-dates", "dates", "gold/dates/aquaint.jsonl.gz", "read"),
    Task("wikiwars-dates", "dates", "gold/dates/wikiwars.01-11.jsonl.gz", "read", slow=True),
    Task(
        "climate-talks",
        "enb",
        "gold/positions/enb.dev.triples.txt",
        "read --text",
        "gold/positions/enb.dev.sentences.txt",
    ),
    Task("plover", "macro F1 over roots", "gold/positions/plv.train.tsv", "folds", slow=True),
    Task("lines-full", "lines", "gold/clean/lines.full.dev.jsonl.gz", "label", slow=True),
    Task("lines-resid", "lines", "gold/clean/lines.resid.dev.jsonl.gz", "label", slow=True),
    Task("pages-wcxb", "pages", PAGES, "label --text", slow=True, split="wcxb"),
    Task("pages-andy", "pages", PAGES, "label --text", slow=True, split="andy"),
    Task("pages-scrapinghub", "pages", PAGES, "label --text", slow=True, split="scrapinghub"),
    Task(
        "helsinki-copies",
        "copies",
        "gold/copies/helsinki.A.pairs.jsonl",
        "copies",
        "gold/copies/helsinki.A.docs.jsonl.gz",
    ),
    Task(
        "helsinki-origins",
        "origins",
        "gold/copies/helsinki.A.origins.jsonl",
        "record",
        "gold/copies/helsinki.A.docs.jsonl.gz",
    ),
    Task(
        "pan13-copies",
        "copies",
        "gold/copies/pan13.train.pairs.jsonl.gz",
        "copies",
        "gold/copies/pan13.train.docs.jsonl.gz",
        slow=True,
    ),
    Task("ecbplus-stories", "stories", "gold/stories/ecbplus.dev.jsonl.gz", "stories"),
    Task("basil-stories", "stories", "gold/stories/basil.2010-14.jsonl.gz", "stories"),
    Task("dense-stories", "stories", "gold/stories/basil.2010-14.jsonl.gz", "stories", also="dense/articles.jsonl"),
)
