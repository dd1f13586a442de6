"""parley export"""

import sys
from argparse import Namespace
from pathlib import Path

from parley.views.cli.files import finished
from parley.views.cli.speak import CommandError
from parley.views.export import FORMATS, Exported


def export(options: Namespace) -> int:
    record = finished(options.file)
    try:
        made = FORMATS[options.form](record)
    except ModuleNotFoundError as error:
        raise CommandError(f"{error.name} is not installed; run: pip install 'parley[{options.form}]'") from error
    if options.out is None and not isinstance(made, str):
        what = "a zip" if isinstance(made, bytes) else "one file a table"
        raise CommandError(f"{options.form} makes {what}; name where to write it with --out PATH")
    try:
        _write(made, options.out)
    except OSError as error:
        raise CommandError(f"{options.out}: cannot be written ({error.strerror}); choose another place") from error
    return 0


def _write(made: Exported, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(str(made))
    elif isinstance(made, (str, bytes)):
        _write_file(out, made)
    else:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            _write_file(out / name, content)


def _write_file(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
