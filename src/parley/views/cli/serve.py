"""parley serve"""

from argparse import Namespace

from parley.views.cli.files import opened
from parley.views.cli.speak import CommandError


def serve(options: Namespace) -> int:
    from parley.views.web import serve as run

    new = not options.file.exists()
    if new and not options.file.parent.is_dir():
        raise CommandError(f"{options.file}: there is no folder {options.file.parent}; make it first")
    if new:
        print(f"{options.file} is new: its first page takes the articles.")
    else:
        opened(options.file).__exit__(None, None, None)
    print(f"The desk is at http://127.0.0.1:{options.port}/ (stop it with Ctrl-C)", flush=True)
    run(options.file, options.port, new)
    return 0
