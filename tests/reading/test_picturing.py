"""Who made a picture, from the words under it."""

import pytest

from parley.reading.lines import Line
from parley.reading.picturing import picture_credit

CREDITS = {
    "Cranes at dusk. (Harbour police)": "Harbour police",
    "Nora Vance arrives at the hall. (Ines Holm / Coastal Wire)": "Ines Holm / Coastal Wire",
    "Ships lie idle in the port. Photo by Ines Holm /Coastal Wire": "Ines Holm /Coastal Wire",
    "The harbour master at his desk.Photograph by Ines Holm": "Ines Holm",
    "Illustration by Jonas Pell": "Jonas Pell",
    "Image Credits: Harbour Gazette": "Harbour Gazette",
    "The union's hall - Copyright Ines Holm/Pool": "Ines Holm/Pool",
    "The offices of the union in Linden. Ines Holm for the Gazette": "Ines Holm for the Gazette",
    "The ships that day.The Associated Press": "The Associated Press",
    "Vance leaves the Customs House Ines Holm/GC Images": "Ines Holm/GC Images",
    "Getty Images": "Getty Images",
    "Nora Vance, left, speaks to members at the gate. [Ines Holm/Reuters]": "Ines Holm/Reuters",
    "Nora Vance speaks to members at the gate on Monday.": None,
    "Nora Vance (left) speaks to members (about forty).": None,
    "A view of the port in 2019": None,
}


@pytest.mark.parametrize("text", CREDITS)
def test_a_caption_s_credit(text: str) -> None:
    found = picture_credit(Line(0, len(text), text))
    assert (found["credit"].strip() if found else None) == CREDITS[text]


def test_hostile_captions_end() -> None:
    for text in ("A" * 50_000, "A " * 40 + "/" * 5000, "Photo by " * 5000, "(A" * 20_000):
        picture_credit(Line(0, len(text), text))
