"""parley demo"""

from argparse import Namespace
from importlib import resources
from pathlib import Path

from parley.record import Article
from parley.views.cli.files import opened
from parley.views.cli.inputs import gather
from parley.views.cli.serve import serve
from parley.views.cli.show import summary
from parley.views.cli.speak import safe
from parley.views.making import update


def demo(options: Namespace) -> int:
    with (
        resources.as_file(resources.files("parley.demo") / "articles") as folder,
        opened(options.file, create=True) as store,
    ):
        record, _ = update(store, demo_articles(folder))
    print(safe(summary(record)))
    if options.no_serve:
        print(f"Open its desk with: parley serve {options.file}")
        return 0
    return serve(options)


def demo_articles(folder: Path) -> list[Article]:
    return gather([folder])[0]
