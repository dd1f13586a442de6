"""German words in marks: speech, or a name, a title, a term."""

import pytest

from parley.reading.prose import plain
from parley.reading.quoting import unparsed

SPOKEN = [
    (
        "Vance sagte: „Wir bleiben auf dem Kai, bis ein Angebot kommt.“",
        ["Wir bleiben auf dem Kai, bis ein Angebot kommt."],
    ),
    ("„Wir bleiben auf dem Kai“, sagte Vance.", ["Wir bleiben auf dem Kai"]),
    ("»Wir bleiben auf dem Kai«, sagte Vance.", ["Wir bleiben auf dem Kai"]),
    ("Die Reederei wies den Vorwurf als „haltlos“ zurück.", ["haltlos"]),
    ("Sorley bezeichnete das Angebot als „Unverschämtheit“.", ["Unverschämtheit"]),
    ("Der Minister charakterisierte den Streik als ein „Spiel ohne Regeln“.", ["Spiel ohne Regeln"]),
    ("Der Ausstand sei „kein gutes Zeichen“, erklärte die Hafenverwaltung.", ["kein gutes Zeichen"]),
    ("Die Demonstration stand unter dem Motto: „Hafen für alle“.", []),
    ("Das berichtet die Seite „hafen.linden.example“ am Montag.", []),
    ("Die regierende „Linden People's Harbour Front“ lehnt laut Vance jedes Angebot ab.", []),
    ("Das Bündnis „United Dockers against Night Work“ rief zum Streik auf.", []),
    ("Die Yacht „Morgenstern“ lag im Hafen.", []),
    ("Der so genannte „Nachtpfennig“ wird seit Mai gezahlt.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[t for t, _ in SPOKEN])
def test_what_is_speech(text: str, expected: list[str]) -> None:
    found = unparsed.find(plain(text), "de")
    assert [text[slice(*c)] for f in found for c in f.contents] == expected


NAMED = [
    ("„Wir bleiben auf dem Kai“, sagte der Sprecher Jan Brandt.", "der Sprecher Jan Brandt"),
    ("Dazu äußerte sich Jan Brandt: „Wir bleiben auf dem Kai.“", "Jan Brandt"),
    ("Die Reederei blieb bei ihrem Nein: „Wir zahlen keinen Pfennig mehr.“", "Die Reederei"),
    ("Der Hafen werde „in wenigen Tagen wieder ganz offen“ sein.", None),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[t for t, _ in NAMED])
def test_who_speaks(text: str, expected: str | None) -> None:
    (found,) = unparsed.find(plain(text), "de")
    assert (text[slice(*found.source)] if found.source else None) == expected
