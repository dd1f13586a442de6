"""Lists are narrowed by the address alone; each choice tells how many it would leave beside the other choices."""

import re

import pytest
from lxml.html import document_fromstring

from tests.views.web.conftest import Client
from tests.views.web.world import COMPANY, NIGHTS, UNION, VANCE


def choices(desk: Client, page: str, title: str) -> dict[str, int]:
    tree = document_fromstring(desk.get(page).text)
    (box,) = (f for f in tree.xpath("//details[@class='facet']") if f.xpath("string(summary)") == title)
    links = [a for a in box.xpath(".//a") if a.xpath("span")]
    return {a.xpath("string(span[1])"): int(a.xpath("string(span[2])")) for a in links}


@pytest.mark.parametrize(
    ("page", "key", "ids"),
    [
        (f"/findings.json?party={UNION.id}", "findings", []),
        ("/findings.json?outlet=Harbour+Gazette", "findings", ["f1"]),
        ("/findings.json?outlet=Harbour+Gazette&kind=agreement", "findings", []),
        ("/findings.json?date=2024-03-08", "findings", ["f1"]),
        (f"/quotes.json?party={UNION.id}", "utterances", ["u1"]),
        ("/quotes.json?date=2024-03-06", "utterances", ["u1"]),
        ("/quotes.json?outlet=", "utterances", ["u1", "u2", "u3"]),
        ("/positions.json?outlet=Harbour+Gazette", "positions", ["p3"]),
        (f"/positions.json?party={COMPANY.id}&date=2024-03-05", "positions", ["p2"]),
        (f"/positions.json?party={COMPANY.id}&until=2024-03-07", "positions", ["p2"]),
        (f"/positions.json?meeting=m1&party={UNION.id}", "positions", ["p1"]),
        ("/copies.json?direction=one+took+from+the+other", "copies", [None]),
        ("/copies.json?outlet=Tide+Radio", "copies", []),
        ("/timeline.json?outlet=Harbour+Gazette", "meetings", ["m2", "m3"]),
        ("/figures.json?outlet=Harbour+Gazette", "figures", [None]),
    ],
)
def test_the_address_narrows(desk: Client, page: str, key: str, ids: list[str | None]) -> None:
    assert sorted((n.get("id") for n in desk.json(page)[key]), key=str) == ids


def test_a_choice_tells_what_it_would_leave_beside_the_others(desk: Client) -> None:
    assert choices(desk, "/quotes", "Outlet") == {
        "Coastal Wire": 1, "Callow Courier": 1, "Harbour Gazette": 1, "<b>Odd</b> Outlet": 1,
    }  # fmt: skip
    chosen = f"/quotes?speaker={VANCE.id}"
    assert choices(desk, chosen, "Outlet") == {"Coastal Wire": 1, "Callow Courier": 1}
    assert choices(desk, chosen, "Speaker") == {"Nora Vance": 1, "unresolved": 1, "Meridian Harbour Company": 1}


def test_a_choice_that_leaves_nothing_can_be_taken_away(desk: Client) -> None:
    page = desk.get("/quotes?outlet=Nowhere+Times").text
    assert "Nothing fits all filters" in page
    assert choices(desk, "/quotes?outlet=Nowhere+Times", "Outlet")["Nowhere Times"] == 0


def test_search_is_narrowed_by_who_speaks_and_what_is_at_issue(desk: Client) -> None:
    (hit,) = desk.json(f"/search.json?q=limit+night+shifts&by=words&issue={NIGHTS.id}&outlet=Harbour+Gazette")["hits"]
    assert "limit on night shifts" in hit["text"]
    assert desk.json(f"/search.json?q=night+shifts&by=words&party={UNION.id}")["hits"] == []
    assert len(desk.json(f"/search.json?q=night+shifts&by=words&party={COMPANY.id}")["hits"]) == 2


def test_dates_stand_in_their_order(desk: Client) -> None:
    page = desk.get("/").text
    days = re.findall(r"<span>(\d+ Mar 2024)</span>", page[page.index("Published</summary>") :])
    assert days == ["5 Mar 2024", "6 Mar 2024", "7 Mar 2024", "8 Mar 2024", "9 Mar 2024"]
