"""The command line: one module a command. Results on stdout; progress, notes and errors on stderr."""

import os
import sqlite3
import sys
from collections.abc import Sequence

from parley.learn import MissingModel
from parley.views.cli.parser import parse
from parley.views.cli.speak import CommandError, err

OK, ERROR, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 ok, 1 error, 2 usage, 3 check failed."""
    options = parse(sys.argv[1:] if argv is None else argv)
    try:
        return int(options.run(options))
    except (CommandError, MissingModel) as error:
        err(f"parley: {error}")
        return ERROR
    except sqlite3.DatabaseError as error:
        err(f"parley: {options.file}: is damaged or in use ({error}); build it again under another name, or try again")
        return ERROR
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        err("parley: stopped; what was read is kept, and the same command goes on from there")
        return 130
