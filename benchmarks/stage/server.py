"""One application in a process of its own on this machine, and what it holds in memory."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_S = 240  # ten thousand places are checked and put in order in four languages first


@dataclass(frozen=True)
class Server:
    """Where it listens, and its process."""

    address: str
    pid: int

    def memory_mb(self) -> tuple[float, float]:
        """(PSS, RSS) in MB of 10^6 bytes; Linux only."""
        text = Path(f"/proc/{self.pid}/smaps_rollup").read_text("ascii")
        pss, rss = (int(re.findall(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)[0]) for name in ("Pss", "Rss"))
        return pss * 1024 / 1e6, rss * 1024 / 1e6


@contextlib.contextmanager
def serving(app: str, data: Path, *, peer: str = "") -> Iterator[Server]:
    """Serve `app` ("app:app") on a data directory until the block ends; `peer` is told to benchmarks.peers.app."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "uvicorn", app, "--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    environment = {**os.environ, "FINDER_DATA": str(data), "BENCHMARK_PEER": peer}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            server = Server(f"http://127.0.0.1:{port}", process.pid)
            _wait_for(server, process)
            yield server
            _complain(log.fileno())
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()


def _wait_for(server: Server, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{server.address}/healthz"):  # noqa: S310 our own
            return
        time.sleep(0.1)
    raise SystemExit("The application did not start.")


def _complain(log: int) -> None:
    """A figure measured on an error page is none: show what the application logged, if it is an exception."""
    os.lseek(log, 0, os.SEEK_SET)
    text = os.read(log, 100_000).decode(errors="replace")
    if "Traceback" in text:
        raise SystemExit(f"The application failed while it was measured:\n{text}")
