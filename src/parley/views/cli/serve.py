"""parley serve"""

from argparse import Namespace

from parley.views.cli.files import opened


def serve(options: Namespace) -> int:
    from parley.views.web import serve as run

    opened(options.file).__exit__(None, None, None)
    print(f"The desk is at http://127.0.0.1:{options.port}/ (stop it with Ctrl-C)", flush=True)
    run(options.file, options.port)
    return 0
