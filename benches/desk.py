"""Speed of the desk on a record of many articles: its pages, its search, its start, requests a second on the first page.

python -m benches.desk [--articles N] [--note WORDS]

Pages are made anew for each measurement (their address is new) and counted in milliseconds of one core; the start and the
requests are those of a server of its own, by the clock.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import http.client
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from benches.__main__ import HISTORY, commit, machine
from parley.record import Record, Span, short_id

PAGES = ("/", "/copies", "/quotes", "/positions", "/timeline", "/figures", "/findings", "/actors", "/search", "/review", "ARTICLE", "PAIR")  # fmt: skip
QUERIES = ("night shifts", "strike", "pay rise for dockers", "who is to blame for the delay", '"grain exporters"', "mediator", "the company offered", "automation of the east terminal", "Vance", "talks go on")  # fmt: skip
EACH = 40  # times that a page is made
SECONDS = 5.0  # for which the first page is asked

T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "many.parley"
        count = write(file, options.articles)
        figures: dict[str, Any] = {"step": "desk", "articles": count, **pages(file), **server(file)}
    row = {"at": datetime.now(UTC).isoformat(timespec="minutes"), "commit": commit(), **machine(), **figures}
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps({**row, "note": options.note}) + "\n")


def write(file: Path, wanted: int) -> int:
    """A file whose record is the demo's, as often as makes so many articles; how many they are."""
    from parley.learn.encoder import encode
    from parley.store import open_store

    demo = file.with_name("demo.parley")
    subprocess.run([sys.executable, "-m", "parley", "demo", "--file", str(demo), "--no-serve"], check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    with open_store(demo) as store:
        one = store.record()
    many = [again(one, n) for n in range(-(-wanted // len(one.articles)))]
    whole = Record(**{f.name: tuple(x for r in many for x in getattr(r, f.name)) for f in fields(Record)})
    kept = {i.id: i for i in whole.issues}
    whole = replace(whole, actors=one.actors, issues=tuple(kept.values()), decisions=())
    with open_store(file, create=True) as store:
        store.add(whole.articles)
        store.save(whole)
        store.learn_meaning(encode)
    return len(whole.articles)


def again(record: Record, n: int) -> Record:
    """The record under ids of its own; actors and issues stay."""
    nouns = ("copies", "origins", "stories", "utterances", "meetings", "positions", "figures", "findings", "measures")
    moved = {name: tuple(renamed(x, n) for x in getattr(record, name)) for name in nouns}
    return replace(
        record,
        articles=tuple(replace(a, id=f"{n:03}/{a.id}") for a in record.articles),
        readings=tuple(replace(renamed(r, n), article=f"{n:03}/{r.article}") for r in record.readings),
        **moved,
    )


def renamed(noun: Any, n: int) -> Any:
    """The noun with every article in it, and its own id, renamed."""
    if isinstance(noun, Span):
        return replace(noun, article=f"{n:03}/{noun.article}")
    if isinstance(noun, tuple):
        return tuple(renamed(x, n) for x in noun)
    if not is_dataclass(noun) or isinstance(noun, type):
        return noun
    changed: dict[str, Any] = {f.name: renamed(getattr(noun, f.name), n) for f in fields(noun)}
    for name in ("id", "meeting"):
        if changed.get(name) and type(noun).__name__ not in ("Actor", "Issue"):
            changed[name] = short_id(changed[name], str(n))
    for name in ("a", "b"):
        if name in changed:
            changed[name] = f"{n:03}/{changed[name]}"
    if "articles" in changed:
        changed["articles"] = tuple(f"{n:03}/{a}" for a in changed["articles"])
    return replace(noun, **changed)


def pages(file: Path) -> dict[str, float]:
    """The median and the slowest hundredth of each page and of the search, in milliseconds of one core."""
    from starlette.datastructures import QueryParams

    from parley.views.web.address import article_url, pair_url
    from parley.views.web.app import SCREENS
    from parley.views.web.desk import Desk
    from parley.views.web.render import page
    from parley.views.web.screen import Asked
    from parley.views.web.screens import home, pair, reader

    desk = Desk(file)
    desk.warm_up()
    index = desk.index()
    screens = dict(SCREENS) | {"/": home}
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for n in range(EACH):
        article, copy = list(index.articles)[n * 7], index.record.copies[n * 7]
        for name in PAGES:
            path: dict[str, str] = {}
            address, screen = name, screens.get(name, home)
            if name == "ARTICLE":
                address, path, screen = article_url(article), {"article": article}, reader
            if name == "PAIR":
                address, path, screen = pair_url(copy), {"pair": f"{copy.a}/{copy.b}"}, pair
            query = QueryParams({"q": QUERIES[n % len(QUERIES)]} if name == "/search" else {"page": str(n % 5 + 1)})
            asked = Asked(desk, index, address, path, query)
            start = time.process_time()
            page(asked, screen(asked))
            times[name].append((time.process_time() - start) * 1000)
    found = {name.lower(): quantile(values, 0.5) for name, values in times.items()}
    every = [x for values in times.values() for x in values]
    for name, values in times.items():
        print(f"{name:12} median {quantile(values, 0.5):6.1f}  slowest {max(values):6.1f} ms")
    asks = list(searches(desk))
    print(f"searches     median {quantile(asks, 0.5):6.1f}  slowest {max(asks):6.1f} ms")
    print(f"all pages    median {quantile(every, 0.5):6.1f}  99 % under {quantile(every, 0.99):6.1f} ms")
    return {**found, "pages_p50": quantile(every, 0.5), "pages_p99": quantile(every, 0.99), "search_p50": quantile(asks, 0.5)}  # fmt: skip


def searches(desk: Any) -> Iterator[float]:
    """Each query with another last word, so that none was asked before."""
    from parley.views.search import By

    for n in range(60):
        query = f"{QUERIES[n % len(QUERIES)]} {n}" if n % 2 else QUERIES[n % len(QUERIES)]
        start = time.process_time()
        desk.find(query, By.BOTH, 200)
        yield (time.process_time() - start) * 1000


def server(file: Path) -> dict[str, float]:
    """Seconds from the start to the first page, and requests a second on it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [sys.executable, "-m", "parley", "serve", str(file), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            first = first_answer(port)
            cold, busy = time.perf_counter() - start, cpu(process.pid)
            rate = requests(port, first)
        finally:
            process.terminate()
    print(f"first page after {cold:.2f} s ({busy:.2f} s of one core), then {rate:.0f} requests a second")
    return {"cold_s": round(cold, 2), "cold_cpu_s": round(busy, 2), "home_per_s": round(rate)}


def cpu(process: int) -> float:
    """Seconds of a core that a process has used, its threads together."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def first_answer(port: int) -> int:
    while True:
        try:
            return ask(http.client.HTTPConnection("127.0.0.1", port, timeout=60))
        except ConnectionRefusedError:
            time.sleep(0.01)


def ask(connection: http.client.HTTPConnection) -> int:
    connection.request("GET", "/")
    answer = connection.getresponse()
    assert answer.status == 200
    return len(answer.read())


def requests(port: int, length: int) -> float:
    connection, count, start = http.client.HTTPConnection("127.0.0.1", port, timeout=60), 0, time.perf_counter()
    while time.perf_counter() < start + SECONDS:
        assert ask(connection) == length
        count += 1
    return count / (time.perf_counter() - start)


def quantile(values: list[float], part: float) -> float:
    return round(sorted(values)[min(len(values) - 1, int(part * len(values)))], 1)


if __name__ == "__main__":
    main()
