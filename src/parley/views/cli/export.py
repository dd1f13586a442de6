"""parley export"""

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from parley.views.cli.files import finished
from parley.views.cli.speak import CommandError
from parley.views.export import FORMATS


def export(options: Namespace) -> int:
    made = FORMATS[options.form](finished(options.file))
    if not isinstance(made, str) and options.out is None:
        raise CommandError(f"{options.form} makes one file a table; name a folder with --out FOLDER")
    try:
        _write(made, options.out)
    except OSError as error:
        raise CommandError(f"{options.out}: cannot be written ({error.strerror}); choose another place") from error
    return 0


def _write(made: str | Mapping[str, str], out: Path | None) -> None:
    if not isinstance(made, str):
        folder = out or Path()
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, "utf-8", newline="")
    elif out:
        out.write_text(made, "utf-8", newline="")
    else:
        sys.stdout.write(made)
