"""The parser and the tags, features and lemmas are those that the pipeline's own steps give."""

from typing import Any

import pytest
from spacy.tokens import Doc

from parley.learn import morphology, syntax

TEXTS = (
    "Talks",
    "Nora Vance, who leads the dockers, said on Tuesday: “We won't sign a contract without rest.” She left.",
    "The company offered 4 percent.\n\n\nThe guild, which asked for 9, refused it at 10:35 p.m. (http://linden.example).",
    "Zzyx flurbled the gnarps; they've re-unbargained wholesomenesses' ﬁlings\t– ok?",
    "rest " * 300,
)


def prepared(text: str) -> Doc:
    doc: Any = syntax.pipeline().make_doc(text)  # spaCy's stubs say that its vectors are float64
    doc.tensor = syntax.vectors()(doc)
    made: Doc = doc
    return made


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.tag_, str(t.morph), t.pos_, t.lemma_, t.head.i, t.dep_, t.is_sent_start) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_the_pipelines_own(text: str) -> None:
    ours, wanted = prepared(text), prepared(text)
    for name, step in syntax.pipeline().pipeline:
        wanted = wanted if name == "tok2vec" else step(wanted)
    syntax.morphology()(ours)
    syntax.parser()([ours])
    assert told(ours) == told(wanted)


def test_texts_parsed_together_are_parsed_as_each_alone() -> None:
    docs = [prepared(text) for text in ("", *TEXTS)]
    syntax.parser()(docs)
    for text, doc in zip(("", *TEXTS), docs, strict=True):
        alone = prepared(text)
        syntax.parser()([alone])
        assert told(alone) == told(doc)


def test_no_text_has_no_morphology() -> None:
    doc = prepared("")
    syntax.morphology()(doc)
    assert len(doc) == 0


def test_lemmas_are_the_same_when_they_were_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [prepared(text) for text in TEXTS]
    fresh = morphology.Morphology(syntax.pipeline())
    monkeypatch.setattr(morphology, "REMEMBERED", 3)
    forgetful = morphology.Morphology(syntax.pipeline())
    for doc in docs:
        fresh(doc)
        lemmas = [t.lemma_ for t in doc]
        forgetful(doc)
        assert [t.lemma_ for t in doc] == lemmas
