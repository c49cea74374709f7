"""The real application as its own process, as a visitor's browser meets it."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.oracle import ROOT

START_S = 180  # twenty other programs may want the same two cores


@dataclass
class RunningApp:
    """Address (with base path, without a slash at the end) and log of a running application."""

    address: str
    log: Path
    read: int = 0

    def new_tracebacks(self) -> str:
        """What the log says since the last call, if an exception is in it."""
        text = self.log.read_text("utf-8", errors="replace")
        fresh, self.read = text[self.read :], len(text)
        return fresh if "Traceback" in fresh or "Uncaught" in fresh else ""

    def fetch(self, path: str) -> tuple[int, str]:
        """Status and text of an answer."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=10) as answer:  # noqa: S310 our own address
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def streamlit_words(port: int) -> list[str]:
    return ["streamlit", "run", "app.py", "--server.address", "127.0.0.1", "--server.port", str(port)]


def uvicorn_words(port: int) -> list[str]:
    return ["uvicorn", "app:app", "--host", "127.0.0.1", "--port", str(port)]


@contextlib.contextmanager
def running(words: list[str], port: int, *, log: Path, base: str = "") -> Iterator[RunningApp]:
    """Start `python -m <words>`, wait until it says that it is healthy, stop it afterwards."""
    app = RunningApp(f"http://127.0.0.1:{port}{base}", log)
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_for(app, process)
            yield app
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()


def _wait_for(app: RunningApp, process: subprocess.Popen[Any]) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            if app.fetch("/healthz") == (200, '{"status":"ok"}'):
                return
        time.sleep(0.1)
    raise AssertionError(f"The application did not start:\n{app.log.read_text('utf-8', errors='replace')}")
