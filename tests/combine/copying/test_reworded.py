"""Passages told in other words."""

from parley.combine.copying.reworded import retold
from parley.combine.copying.telling import tell
from tests.factories import article, reading

ONE = (
    "The weather was fine that morning over the estuary and the gulls kept quiet.\n"
    "The federation of dockworkers demanded that the harbour company withdraw its plan for automating the east terminal.\n"
    "Managers of the harbour company replied that automation would cost three hundred jobs at the terminal, no more.\n"
    "Elsewhere a choir rehearsed for the spring festival in the old chapel on the hill."
)
OTHER = (
    "A council in the hills voted to close two village schools next year.\n"
    "Dockworkers in the federation demand the withdrawal of the harbour company plan to automate the terminal in the east.\n"
    "Automation at the terminal costs three hundred jobs and no more, managers of the company at the harbour replied.\n"
    "Rain is forecast for the weekend, with strong winds along the northern coast."
)


def words(text: str) -> list[str]:
    one, other = article(ONE, id="a"), article(text, id="b")
    told = tell(one, reading(one))
    return [
        ONE[told.span(r.a, r.a_end).start : told.span(r.a, r.a_end).end]
        for r in retold(told, tell(other, reading(other)))
    ]


def test_sentences_told_anew_are_found() -> None:
    found = words(OTHER)
    assert len(found) == 1
    assert found[0].startswith("The federation of dockworkers")
    assert found[0].endswith("no more")


def test_another_report_is_no_retelling() -> None:
    assert words("The minister warned of an emergency law.\nParliament sits again on Monday, her office said.") == []
