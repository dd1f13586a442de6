"""python -m parley"""

import sys

from parley.views.cli import main

sys.exit(main())
