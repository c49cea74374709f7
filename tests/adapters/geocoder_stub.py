"""A loopback server that answers as geocoders do, on good days and on bad ones."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], str, float]

FOUND = json.dumps([{
    "lat": "50.1", "lon": "10.1", "display_name": "4, Birkenweg", "addresstype": "place",
    "osm_type": "node", "osm_id": 7, "address": {"house_number": "4"},
}])  # fmt: skip


class Stub:
    """Gives the listed answers in turn, the last one for ever; each is (status, headers, body, seconds of delay)."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.requests: list[tuple[str, str]] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                stub.requests.append((self.path, self.headers["User-Agent"]))
                status, headers, body, delay = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
                time.sleep(delay)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A client that went away early is no fault, and its traceback would stand in another test's output."""

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
