"""parley export"""

import sys
from argparse import Namespace

from parley.views.cli.files import opened
from parley.views.cli.speak import CommandError
from parley.views.export import csv_tables, record_json, record_lines


def export(options: Namespace) -> int:
    with opened(options.file) as store:
        record = store.record()
    if options.form == "csv" and options.out is None:
        raise CommandError("csv makes one file a table; name a folder with --out FOLDER")
    try:
        if options.form == "csv":
            options.out.mkdir(parents=True, exist_ok=True)
            for name, text in csv_tables(record).items():
                (options.out / name).write_text(text, "utf-8", newline="")
            return 0
        text = record_json(record) if options.form == "json" else record_lines(record)
        if options.out:
            options.out.write_text(text, "utf-8", newline="")
        else:
            sys.stdout.write(text)
    except OSError as error:
        raise CommandError(f"{options.out}: cannot be written ({error.strerror}); choose another place") from error
    return 0
