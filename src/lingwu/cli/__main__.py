"""``python -m lingwu.cli``: the command where it is not on the path."""

import sys

from lingwu.cli import main

sys.exit(main())
