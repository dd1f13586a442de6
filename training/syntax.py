"""Trains the syntax pipeline (tags, lemmas, parse, names) on UD English EWT and GUM without its non-commercial genres.

    python -m training.syntax GOLD_FOLDER [--epochs N]

GOLD_FOLDER holds {ewt,gum-free}-{train,dev,test}.conllu.gz. Writes src/parley/learn/syntax_model; see its CARD.md.
"""

import argparse
import gzip
import random
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import compounding, fix_random_seed

OUT = Path(__file__).resolve().parents[1] / "src" / "parley" / "learn" / "syntax_model"
NAMES = {
    "person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT", "time": None, "object": "OBJECT",
    "abstract": "OBJECT", "animal": None, "plant": None, "substance": None,
}  # fmt: skip
CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec","tagger","morphologizer","trainable_lemmatizer","parser","ner"]

[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"]
rows = [5000,1000,2500,2500]
include_static_vectors = false
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[listener]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
tok2vec = ${listener}
[components.morphologizer]
factory = "morphologizer"
[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"
tok2vec = ${listener}
[components.trainable_lemmatizer]
factory = "trainable_lemmatizer"
top_k = 1
[components.trainable_lemmatizer.model]
@architectures = "spacy.Tagger.v2"
tok2vec = ${listener}
[components.parser]
factory = "parser"
[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
tok2vec = ${listener}
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
tok2vec = ${listener}
"""


@dataclass
class Sentence:
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # IOB
    starts_paragraph: bool = False


def sentences(path: Path, named: bool) -> Iterator[Sentence]:
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        if rows:
            yield sentence(rows, named, "# newpar" in block or "# newdoc" in block)


def sentence(rows: list[list[str]], named: bool, starts: bool) -> Sentence:
    s, glued_until, glue_last = Sentence(starts_paragraph=starts), 0, False
    for row in rows:
        if "-" in row[0]:
            glued_until, glue_last = int(row[0].split("-")[1]), "SpaceAfter=No" in row[9]
        elif row[0].isdigit():
            n = int(row[0])
            space = not glue_last if n == glued_until else "SpaceAfter=No" not in row[9]
            s.words.append(row[1])
            s.spaces.append(space if n >= glued_until else False)
            s.lemmas.append(row[2])
            s.pos.append(row[3])
            s.tags.append(row[4])
            s.morphs.append("" if row[5] == "_" else row[5])
            s.heads.append(int(row[6]) - 1 if row[6] != "0" else n - 1)
            s.deps.append("ROOT" if row[7] == "root" else row[7])
    s.names = names([r for r in rows if r[0].isdigit()]) if named else ["-"] * len(s.words)
    return s


def names(rows: list[list[str]]) -> list[str]:
    """IOB of named entities: outermost short spans with a wiki link or a proper noun as head."""
    opened, found = [], []
    for i, row in enumerate(rows):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for close, start in re.findall(r"(\d+\))|\(([^()]+)", entity.group(1)) if entity else []:
            if start:
                opened.append((i, start))
            if close:
                group = close[:-1]
                at = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][1].split("-")[0] == group), None)
                if at is not None:
                    first, told = opened.pop(at)
                    found.append((first, i, told))
            if start and entity and re.search(rf"\({re.escape(start)}\)", entity.group(1)):
                opened.pop()
                found.append((i, i, start))
    iob = ["O"] * len(rows)
    for first, last, told in sorted(found, key=lambda f: f[0] - f[1]):
        parts = told.split("-")
        kind = NAMES.get(parts[1]) if len(parts) > 1 else None
        inside = range(first, last + 1)
        head = next((i for i in inside if int(rows[i][6]) - 1 not in inside), first)
        while first <= last and rows[first][3] in ("DET", "PUNCT"):
            first += 1
        short = last - first < 8 and any(rows[i][3] == "PROPN" for i in inside)
        free = first <= last and all(iob[i] == "O" for i in range(first, last + 1))
        if kind and short and rows[head][3] == "PROPN" and free:
            iob[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return iob


def documents(path: Path, named: bool, rng: random.Random) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    size = rng.randint(2, 9)
    for s in sentences(path, named):
        if len(group) >= size:
            yield group
            group, size = [], rng.randint(2, 9)
        group.append(s)
    if group:
        yield group


def reference(nlp: Language, group: list[Sentence], rng: random.Random) -> Doc:
    """A gold doc; paragraphs are kept apart by runs of blanks, as when furniture is blanked out."""
    columns: dict[str, list] = {
        k: [] for k in ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps", "ents")
    }
    starts: list[bool] = []
    curly = rng.random() < 0.5
    for n, s in enumerate(group):
        base = len(columns["words"])
        if n:
            if s.starts_paragraph or rng.random() < 0.1:
                gap = rng.choice(["\n", "\n\n", " " * rng.randint(2, 40), "\n\n" + " " * rng.randint(1, 60)])
                columns["spaces"][-1] = False
                for k, v in zip(
                    columns,
                    (gap, False, "_SP", "SPACE", "", gap, base - 1, "dep", "O" if s.names[0] != "-" else "-"),
                    strict=True,
                ):
                    columns[k].append(v)
                starts.append(False)
                base += 1
            else:
                columns["spaces"][-1] = True
        columns["words"] += [curl(w, i == 0 or s.spaces[i - 1]) if curly else w for i, w in enumerate(s.words)]
        columns["spaces"] += s.spaces
        columns["tags"] += s.tags
        columns["pos"] += s.pos
        columns["morphs"] += s.morphs
        columns["lemmas"] += s.lemmas
        columns["heads"] += [base + h for h in s.heads]
        columns["deps"] += s.deps
        columns["ents"] += s.names
        starts += [i == 0 for i in range(len(s.words))]
    columns["spaces"][-1] = False
    ents = columns.pop("ents")
    unnamed = "-" in ents
    doc = Doc(nlp.vocab, **columns, ents=None if unnamed else ents, sent_starts=None)
    if unnamed:
        doc.set_ents([], default="missing")
    return doc


def curl(word: str, opens: bool) -> str:
    if word in ('"', "''", "``"):
        return "“" if opens or word == "``" else "”"
    return word.replace("'", "’")


def examples(nlp: Language, folder: Path, part: str, seed: int) -> list[Example]:
    rng = random.Random(seed)
    found = []
    for name, named in (("ewt", False), ("gum-free", True)):
        for group in documents(folder / f"{name}-{part}.conllu.gz", named, rng):
            gold = reference(nlp, group, rng)
            found.append(Example(nlp.make_doc(gold.text), gold))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    fix_random_seed(7)
    nlp = spacy.util.load_model_from_config(spacy.Config().from_str(CONFIG), auto_fill=True)
    train = examples(nlp, options.gold, "train", 0)
    dev = examples(nlp, options.gold, "dev", 1)
    optimizer = nlp.initialize(lambda: train)
    optimizer.learn_rate = 0.001
    best, rng, sizes = 0.0, random.Random(3), compounding(600, 1600, 1.001)
    total_epochs = options.epochs
    for epoch in range(total_epochs):
        begun, losses = time.time(), {}
        train = examples(nlp, options.gold, "train", epoch)
        rng.shuffle(train)
        batches = list(minibatch_by_words(train, size=sizes, discard_oversize=False))
        for n, batch in enumerate(batches):
            done = (epoch + n / len(batches)) / total_epochs
            optimizer.learn_rate = 0.0015 * max(0.03, 1 - done)
            nlp.update(batch, sgd=optimizer, drop=0.1, losses=losses)
        with nlp.use_params(optimizer.averages):
            figures = nlp.evaluate(dev)
            score = figures["dep_las"] + 0.5 * (figures["ents_f"] or 0)
            told = {
                k: round(figures[k] or 0, 4)
                for k in (
                    "tag_acc",
                    "pos_acc",
                    "morph_acc",
                    "lemma_acc",
                    "dep_uas",
                    "dep_las",
                    "sents_f",
                    "ents_f",
                    "speed",
                )
            }
            print(epoch, round(time.time() - begun), told, flush=True)
            if score > best:
                best = score
                nlp.to_disk(options.out)
    # names teach the tok2vec; training/names.py finds them at a tenth of this component's cost
    kept = spacy.load(options.out)
    kept.remove_pipe("ner")
    shutil.rmtree(options.out / "ner")
    kept.to_disk(options.out)


if __name__ == "__main__":
    main()
