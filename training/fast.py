"""Trains the fast tagger (parley/learn/convolution.py) on annotated articles and on what the slow tagger says of them.

    python -m training fast [--clean]

The slow tagger's probabilities for each word of the annotated articles and of free texts tell more than one right answer does.
`--clean` learns from the rules' quotations in free texts alone. See quotes_fast_model/CARD.md.
"""

import math
import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from parley.learn import tagger
from parley.learn.decoding import decode
from parley.learn.pieces import CLS, OTHER, SEP, Piece, tokenizer, windows
from parley.learn.tokens import KNOWN, TOKEN, UNKNOWN, Forms, Tokens, tokenise
from training.convolution import EMBEDDED, Tagger, write
from training.gold import NOTHING, TAGS, Lesson, mark, paragraphs

EPOCHS, BATCH, RATE = 7, 12, 3e-3
EPOCHS_CLEAN = 20  # of the rules' quotations, which are few
TAUGHT = 0.7  # of what is learned, from the slow tagger's probabilities
HIDDEN = 0.06  # of the words, so that names are not learned by heart
CHUNK, LONGEST = 300, 400  # words learned at once
OFTEN = 4  # times that a word stands in the texts, from which it is known without MiniLM
SKIP = -100


@dataclass(frozen=True)
class Item:
    """One text. `cues` and `sources`: the row that each word points to (NOTHING: to none; SKIP: not asked). `annotated`:
    by people; `soft`: the slow tagger's logarithms."""

    tokens: Tokens
    tags: np.ndarray
    cues: np.ndarray
    sources: np.ndarray
    annotated: bool
    soft: np.ndarray | None


Chunk = tuple[Item, int, int]


def learn(docs: Sequence[dict], free: Sequence[dict], minilm: Path, out: Path, taught: bool = True) -> None:
    """`docs`: annotated; `free`: texts that only the slow tagger labels, where the training is `taught` by it."""
    torch.manual_seed(1)
    np.random.seed(1)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    words, known = vocabulary([d["text"] for d in (*docs, *free)], minilm)
    forms = Forms(words)
    items = [item(doc, forms, True, *(taught_by(doc["text"])[1:] if taught else ())) for doc in docs]
    items += [
        item({**doc, "quotes": told}, forms, False, *soft) for doc in free for told, *soft in [taught_by(doc["text"])]
    ]
    model = Tagger(known)
    train(model, [one for one in items if len(one.tokens)], *((TAUGHT, EPOCHS) if taught else (0.0, EPOCHS_CLEAN)))
    write(model.eval(), words, out)


def vocabulary(texts: Sequence[str], minilm: Path) -> tuple[list[str], Tensor]:
    """MiniLM's whole words and those that the texts use often, with their main components in MiniLM's table."""
    table = load_file(minilm)["embeddings.word_embeddings.weight"].float()
    counts = Counter(form.lower() for text in texts for form in TOKEN.findall(text))
    whole = {w for w in tokenizer().get_vocab() if (w.isascii() and w.isalpha()) or (len(w) == 1 and not w.isalnum())}
    words = sorted(whole | {w for w, n in counts.items() if n >= OFTEN and not w.isdigit()})
    encoded = tokenizer().encode_batch(words, add_special_tokens=False)
    rows = torch.stack([table[e.ids or [100]].mean(0) for e in encoded])
    weights = torch.tensor([math.sqrt(counts.get(w, 0) + 0.5) for w in words])[:, None]
    rows = rows - (rows * weights).sum(0) / weights.sum()
    main = torch.linalg.eigh((rows * weights).T @ rows / weights.sum())[1][:, -EMBEDDED:]
    told = rows @ main
    return words, told / told.std()


def taught_by(text: str) -> tuple[list[dict], np.ndarray, np.ndarray]:
    """What the slow tagger says of a text: its quotations, where its pieces end, and each piece's logarithms."""
    scored = list(tagger.scores(windows(text, paragraphs(text))))
    ends, logs = [0], [np.array([0.0] + [-20.0] * (len(TAGS) - 1), np.float32)]
    for s in scored:
        for (_, end), row, piece in list(zip(s.window.offsets, s.tags, s.window.ids, strict=True))[s.window.first :]:
            if piece != SEP:
                ends.append(end)
                logs.append(row)
    quotes = [
        {"spans": q.contents, "cue_spans": [q.cue] if q.cue else [], "speaker_spans": [q.source] if q.source else []}
        for q in decode(scored)
    ]
    return quotes, np.array(ends), np.array(logs)


def item(
    doc: dict, forms: Forms, annotated: bool, ends: np.ndarray | None = None, logs: np.ndarray | None = None
) -> Item:
    tokens = tokenise(doc["text"], paragraphs(doc["text"]), forms)
    lesson = Lesson(doc["doc_id"], doc["text"], [])
    places = [(int(s), int(e)) for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    for quote in doc["quotes"]:
        mark(lesson, [Piece(0, s, e, 0, 0) for s, e in places if e > s], quote)
    row = {s: n for n, (s, e) in enumerate(places) if e > s}
    tags, cues, sources = (np.full(len(tokens), fill) for fill in (0, SKIP, SKIP))
    for start, target in lesson.targets.items():
        n = row[start]
        tags[n] = target.tag
        cues[n] = SKIP if target.cue is None else row[target.cue]
        sources[n] = SKIP if target.source is None else NOTHING if target.source == NOTHING else row[target.source]
    soft = None
    if ends is not None and logs is not None:
        at = np.clip(np.searchsorted(ends, tokens.starts, side="right"), 0, len(ends) - 1)
        soft = np.where((tokens.ends > tokens.starts)[:, None], logs[at], logs[0])
    return Item(tokens, tags, cues, sources, annotated, soft)


def chunks(one: Item, rng: random.Random) -> Iterator[Chunk]:
    """Stretches of whole paragraphs, where these are not too long."""
    breaks = [*np.flatnonzero(one.tokens.words == SEP).tolist(), len(one.tokens)]
    limit = CHUNK * rng.uniform(0.6, 1.2)
    first = 0
    for end, after in zip(breaks[1:], [*breaks[2:], breaks[-1]], strict=True):
        if after - first > limit or after == end:
            yield from ((one, at, min(at + LONGEST, end)) for at in range(first, end, LONGEST))
            first = end


def batches(items: Sequence[Item], rng: random.Random) -> list[list[Chunk]]:
    found = [c for one in items for c in chunks(one, rng)]
    found.sort(key=lambda c: c[2] - c[1] + rng.random() * 20)
    groups = [found[n : n + BATCH] for n in range(0, len(found), BATCH)]
    rng.shuffle(groups)
    return groups


def train(model: Tagger, items: Sequence[Item], taught: float, epochs: int) -> None:
    rng = random.Random(1)
    table = {"params": [model.words.weight], "lr": RATE / 2, "weight_decay": 0.0}
    rest = {"params": [p for p in model.parameters() if p is not model.words.weight], "lr": RATE, "weight_decay": 0.01}
    optimizer = torch.optim.AdamW([table, rest])
    for group in optimizer.param_groups:
        group["first"] = group["lr"]
    begun = time.time()
    for epoch in range(epochs):
        groups = batches(items, rng)
        total = 0.0
        for n, group in enumerate(groups):
            done = (epoch + n / len(groups)) / epochs
            for part in optimizer.param_groups:
                part["lr"] = part["first"] * min(1.0, (epoch * len(groups) + n + 1) / 100) * max(0.01, 1 - done)
            loss = loss_of(model, group, taught)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += float(loss.detach())
        print(f"epoch {epoch} loss {total / len(groups):.4f} {time.time() - begun:.0f}s", flush=True)


def loss_of(model: Tagger, group: Sequence[Chunk], taught: float) -> Tensor:
    """How far tags are from the annotation and from the slow tagger's, and how far pointers are from their targets."""
    tags, points = model(*inputs(group))
    length = tags.shape[1]
    right = torch.from_numpy(
        np.stack(
            [padded(one.tags[a:b] if one.annotated else np.full(b - a, SKIP), length, SKIP) for one, a, b in group]
        )
    )
    loss = torch.zeros(())
    if (right != SKIP).any():
        loss = (1 - taught) * cross_entropy(tags.flatten(0, 1), right.flatten(), ignore_index=SKIP)
    soft = [torch.from_numpy(one.soft[a:b]).float().log_softmax(-1) for one, a, b in group if one.soft is not None]
    if taught and soft:
        said = torch.cat(
            [tags[n, 1 : 1 + b - a] for n, (one, a, b) in enumerate(group) if one.soft is not None]
        ).log_softmax(-1)
        meant = torch.cat(soft)
        loss = loss + taught * 1.5 * (meant.exp() * (meant - said)).sum(-1).mean()
    asked = torch.from_numpy(np.stack([pointers(*chunk, length) for chunk in group]))
    for n in range(asked.shape[1]):
        if (asked[:, n] != SKIP).any():
            loss = loss + 0.1 * cross_entropy(points[:, n].flatten(0, 1), asked[:, n].flatten(), ignore_index=SKIP)
    return loss


def inputs(group: Sequence[Chunk]) -> tuple[Tensor, Tensor]:
    """The rows of the tables, some words hidden, and which places hold a word."""
    length = 1 + max(b - a for _, a, b in group)
    fill = (CLS, 0, OTHER, 0)
    rows = np.stack([
        np.stack([padded(column[a:b], length, first, first) for column, first in zip((t.words, t.tails, t.shapes, t.states), fill, strict=True)])
        for one, a, b in group for t in [one.tokens]
    ])  # fmt: skip
    hidden = (np.random.rand(len(group), length) < HIDDEN) & (rows[:, 0] >= KNOWN)
    rows[:, 0][hidden] = np.random.randint(UNKNOWN, KNOWN, hidden.sum())
    mask = np.stack([padded(np.ones(b - a), length, 0.0, 1.0) for _, a, b in group])
    return torch.from_numpy(rows), torch.from_numpy(mask).float()


def padded(values: np.ndarray, length: int, fill: float, first: float | None = None) -> np.ndarray:
    """With one value before them and others behind."""
    out = np.full(length, fill, values.dtype)
    out[0] = fill if first is None else first
    out[1 : 1 + len(values)] = values
    return out


def pointers(one: Item, first: int, last: int, length: int) -> np.ndarray:
    """The targets of the three pointers within the stretch, whose first place stands for nothing."""
    part = (one.tags[first:last] + 1) // 2 - 1  # source, cue, content
    out = []
    for asked, rows in ((2, one.cues), (1, one.sources), (2, one.sources)):
        told = rows[first:last]
        here = np.where((told >= first) & (told < last), told - first + 1, np.where(told == NOTHING, 0, SKIP))
        out.append(padded(np.where(part == asked, here, SKIP), length, SKIP))
    return np.stack(out)
