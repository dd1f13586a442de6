"""The demo's draft, in which errors are planted: none is missed, nothing true is accused."""

from importlib import resources

from parley.check import Verdict, check_draft
from tests.demo.test_golden import demo

DRAFT = (resources.files("parley.demo") / "draft.txt").read_text("utf-8")
PLANTED = [
    ("Our members kept this port open through two winters, and they will not be paid in thanks,", Verdict.EXACT),
    ("We came with a fair offer and an open calendar,", Verdict.EXACT),
    ("A port that sleeps is a port that dies,", Verdict.EXACT),
    ("The government will not take sides in this dispute,", Verdict.EXACT),
    ("closer than on Tuesday, and further than on Christmas,", Verdict.EXACT),
    ("Nobody will write our contract for us,", Verdict.EXACT),
    ("Nobody is going to shut the door on these talks for good,", Verdict.CHANGED),
    ("called the offer", Verdict.EXACT),
    ("an insult with a bow on it.", Verdict.CHANGED),
    ("If the port shuts down, parliament will not wait for long,", Verdict.CHANGED),
    ("We have moved, and now the union has to move,", Verdict.CHANGED),
    ("We can live with cranes. We cannot live without sleep,", Verdict.OTHER_SPEAKER),
    ("We are ready to meet for as long as it takes,", Verdict.OTHER_SPEAKER),
    ("no more than 500 jobs", Verdict.DIFFERS),
    ("About 7,000 dockers", Verdict.DIFFERS),
    ("January", Verdict.EXACT),
    ("We will sell the port before we give in,", Verdict.UNKNOWN),
    ("This dispute keeps me awake at night,", Verdict.UNKNOWN),
    ("Some 120 trucks", Verdict.UNKNOWN),
    ("Thursday", Verdict.EXACT),
    ("March 12", Verdict.DIFFERS),
    ("offered longer rest periods", Verdict.EXACT),
    ("rejected any limit on night shifts", Verdict.EXACT),
    ("supports arbitration", Verdict.DIFFERS),
    ("demanded an end to tea breaks", Verdict.UNKNOWN),
]


def test_every_planted_error_is_found_and_nothing_true_is_accused() -> None:
    marks = check_draft(demo(), DRAFT)
    assert [(DRAFT[m.start : m.end], m.verdict) for m in marks] == PLANTED


def test_what_is_found_shows_its_words() -> None:
    texts = demo().texts()
    for mark in check_draft(demo(), DRAFT):
        if mark.verdict is not Verdict.UNKNOWN:
            assert mark.evidence
            assert all(texts[e.article][e.start : e.end].strip() for e in mark.evidence)
