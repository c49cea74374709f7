"""Says whether the application may listen at HOST and PORT: silent and 0, or one sentence and 1. Standard library only.

Run as `python -m tools.port HOST PORT`.
"""

import errno
import socket
import sys


def why_not(host: str, port: str) -> str | None:
    """Why nothing can listen there, as a sentence; None when it is free."""
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        return f"PORT={port} is not a port: give a number from 1 to 65535."
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            # Without this, a port that was left a minute ago would count as taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return f"Port {port} is in use: stop the other program, or choose another port with PORT=8502 or the like."
        return f"Nothing can listen at {host}, port {port}: {error.strerror}."
    return None


if __name__ == "__main__":
    sys.exit(why_not(sys.argv[1], sys.argv[2]))
