"""What opens a wire's story: its place, agency and day; and what only looks like it."""

import pytest

from parley.text.datelines import dateline_of, opening_of

TOLD = [
    ("LINDEN, March 5 (Coastal Wire) -- Dockers met.", ("LINDEN", None, 3, 5)),
    ("PORT CALLOW, Jan. 12, 2024 (Wire) - Dockers met.", ("PORT CALLOW", 2024, 1, 12)),
    ("LINDEN, 5 March 2024 — Dockers met.", ("LINDEN", 2024, 3, 5)),
    ("LINDEN, March 5. /COAST/. Dockers met.", ("LINDEN", None, 3, 5)),
    ("LINDEN (Coastal Wire), March 5 – Dockers met.", ("LINDEN", None, 3, 5)),
    ("10 January, Linden — Dockers met.", ("Linden", None, 1, 10)),
    ("January 10, 2022, LINDEN — Dockers met.", ("LINDEN", 2022, 1, 10)),
    ("Linden, 10 January 2022 – Dockers met.", ("Linden", 2022, 1, 10)),
    ("LINDEN, Tuesday, March 5 (Wire) — Dockers met.", ("LINDEN", None, 3, 5)),
    ("KYIV. Jan 10 (Interfax-Ukraine) - Dockers met.", ("KYIV.", None, 1, 10)),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_dateline(text: str, expected: tuple[str, int | None, int, int]) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place, found.year, found.month, found.day) == expected
    assert text[found.story :] == "Dockers met."


@pytest.mark.parametrize(
    "text", ["LINDEN (Coastal Wire) — Dockers met.", "Linden, March 5: dockers met.", "In March 5 of them met."]
)
def test_no_day(text: str) -> None:
    assert dateline_of(text) is None


STORY = "Dockers met the company on Monday."
OPENINGS = {
    "GENEVA, Jan. 10 (AP) — ": ("GENEVA, Jan. 10 (AP)", "GENEVA", "AP"),
    "BRUSSELS, Belgium (AP) — ": ("BRUSSELS, Belgium (AP)", "BRUSSELS", "AP"),
    "ST. PAUL, Minn. (AP) — ": ("ST. PAUL, Minn. (AP)", "ST. PAUL", "AP"),
    "WASHINGTON, D.C. — ": ("WASHINGTON, D.C.", "WASHINGTON", None),
    "UNITED NATIONS (AFP) — ": ("UNITED NATIONS (AFP)", "UNITED NATIONS", "AFP"),
    "LINDEN/NEW YORK, Jan 10 (Reuters) - ": ("LINDEN/NEW YORK, Jan 10 (Reuters)", "LINDEN/NEW YORK", "Reuters"),
    "MOSCOW, January 10. /TASS/. ": ("MOSCOW, January 10. /TASS/", "MOSCOW", "TASS"),
    "SEOUL, Jan. 10 (Yonhap) -- ": ("SEOUL, Jan. 10 (Yonhap)", "SEOUL", "Yonhap"),
    "LINDEN, March 5, 2024 /PRNewswire/ -- ": ("LINDEN, March 5, 2024 /PRNewswire/", "LINDEN", "PRNewswire"),
    "LINDEN, March 5 (Coastal Wire) ": ("LINDEN, March 5 (Coastal Wire)", "LINDEN", "Coastal Wire"),
    "LINDEN (Coastal Wire)—": ("LINDEN (Coastal Wire)", "LINDEN", "Coastal Wire"),
    "ISLAMABAD, Jan 10 (APP): ": ("ISLAMABAD, Jan 10 (APP)", "ISLAMABAD", "APP"),
    "ISLAMABAD: ": ("ISLAMABAD", "ISLAMABAD", None),
    "ZÜRICH (Keystone-ATS) — ": ("ZÜRICH (Keystone-ATS)", "ZÜRICH", "Keystone-ATS"),
    "Washington (AFP) - ": ("Washington (AFP)", "Washington", "AFP"),
    "Linden, Avania (Reuters) — ": ("Linden, Avania (Reuters)", "Linden", "Reuters"),
    "Geneva – ": ("Geneva", "Geneva", None),
    "LINDEN — ": ("LINDEN", "LINDEN", None),
    "(Reuters) - ": ("(Reuters)", None, "Reuters"),
    "Jan 10 (Reuters) - ": ("Jan 10 (Reuters)", None, "Reuters"),
}


@pytest.mark.parametrize("words", OPENINGS)
def test_what_opens_a_story(words: str) -> None:
    text = words + STORY
    found = opening_of(text)
    assert found is not None
    agency = text[slice(*found.agency)] if found.agency else None
    assert (text[: found.end], found.place, agency) == OPENINGS[words]
    assert text[found.story :] == STORY


NONE = [
    "NATO — the alliance of thirty states — said no.", "UPDATE — The talks are over now, all sides say.", "BREAKING NEWS — The union has agreed to a deal.",
    "WHO (World Health Organization) — the body that counts the sick — said no.", "Nora Vance (Labour) — the leader of the union — said no.",
    "MODERATOR: Thank you all for coming here tonight.", "Russia – which has massed troops – said no.", "Monday, 10 January – The talks began.",
    "EU – The bloc said on Monday that it would wait.", "The union (AP) said no.", "Jonas Pell, 5 March 1968 – 10 January 2020", "March 5 — The talks open.",
    "A deal — The first in years — was near.", "LINDEN — a city that lives off its port — fears the strike.", "THIS WEEK: The talks go on in Linden.",
    "(Laughter) - We met them.", "", "—", "A" * 5000 + " —", "A.,- " * 2000 + "—",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    assert opening_of(text) is None


def test_a_day_without_a_year_is_no_day_until_one_is_given() -> None:
    found = dateline_of("LINDEN, Feb. 29 (Wire) -- Dockers met.")
    assert found is not None
    assert (found.iso(), found.iso(2023), found.iso(2024)) == (None, None, "2024-02-29")
