"""`python -m geodata`: see cli.py."""

import sys

from geodata.cli import main

sys.exit(main())
