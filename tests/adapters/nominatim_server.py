"""Serves a Nominatim SQLite database on loopback: `python nominatim_server.py DATABASE PORT`.

A process of its own, with whatever sqlite3 can load SpatiaLite: Python's, or the one of pysqlite3-binary.
"""

import sqlite3
import sys
from pathlib import Path

if not hasattr(sqlite3.Connection, "enable_load_extension"):
    import pysqlite3

    sys.modules["sqlite3"] = sys.modules["pysqlite3"]
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

import uvicorn
from nominatim_api.server.falcon.server import get_application

database = Path(sys.argv[1]).resolve()
application = get_application(database.parent, {"NOMINATIM_DATABASE_DSN": f"sqlite:dbname={database}"})
uvicorn.run(application, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
