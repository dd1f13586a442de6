"""parley export"""

import sys
from argparse import Namespace
from pathlib import Path

from parley.views.cli.files import finished
from parley.views.cli.speak import CommandError
from parley.views.export import FORMATS, Exported
from parley.views.export.site import site_pages
from parley.views.withheld import share_safe


def export(options: Namespace) -> int:
    record = finished(options.file)
    if options.share_safe:
        record = share_safe(record)
    try:
        made = site_pages(record, options.file.stem) if options.form == "site" else FORMATS[options.form](record)
    except ModuleNotFoundError as error:
        raise CommandError(f"{error.name} is not installed; run: pip install 'parley[{options.form}]'") from error
    if options.out is None and not isinstance(made, str):
        what = "a zip" if isinstance(made, bytes) else "several files"
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
        for name, content in made:
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_file(path, content)


def _write_file(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
