"""What a machine lacks is said in one sentence, and the exit code is not 0."""

import socket
import stat
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tools import debian_packages, environment

OLD_PYTHON = "#!/bin/sh\nexit 1\n"


def sentence(answer: str) -> list[str]:
    """What was said, but for make's own closing line."""
    return [line for line in answer.splitlines() if line and not line.startswith("make")]


def put_command(path: Path, *, name: str, script: str) -> Path:
    command = path / name
    command.write_text(script)
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return command


@pytest.mark.parametrize("target", ["start", "test", "check"])
def test_without_any_python(make: Run, target: str) -> None:
    answer = make(target)
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert set(sentence(answer.stderr)) == {
        "Python 3.11, 3.12 or 3.13 is needed and none was found: install one, or name it with PYTHON=/path/to/python."
    }


def test_a_python_that_is_too_old_is_passed_over(make: Run, path: Path) -> None:
    put_command(path, name="python3", script=OLD_PYTHON)
    answer = make("start")
    assert answer.returncode != 0
    assert "none was found" in answer.stderr


@pytest.mark.parametrize("named", ["python-that-is-not-there", "python3"])
def test_a_named_python_that_does_not_serve(make: Run, path: Path, named: str) -> None:
    put_command(path, name="python3", script=OLD_PYTHON)
    answer = make("start", f"PYTHON={named}")
    assert answer.returncode != 0
    assert sentence(answer.stderr) == [
        f"PYTHON={named} is not a Python 3.11, 3.12 or 3.13 that runs: name one that is, or leave PYTHON out."
    ]


def test_a_port_in_use_is_said_before_anything_is_installed(make: Run, checkout: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = make("start", f"PORT={port}", f"PYTHON={sys.executable}")
    assert answer.returncode != 0
    assert sentence(answer.stderr) == [
        f"Port {port} is in use: stop the other program, or choose another port with PORT=8502 or the like."
    ]
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1", "²"])
def test_a_port_that_is_none(make: Run, port: str) -> None:
    answer = make("start", f"PORT={port}", f"PYTHON={sys.executable}")
    assert answer.returncode != 0
    assert sentence(answer.stderr) == [f"PORT={port} is not a port: give a number from 1 to 65535."]


def test_an_address_that_is_not_this_machines(make: Run) -> None:
    answer = make("start", "HOST=192.0.2.1", "PORT=8599", f"PYTHON={sys.executable}")
    assert answer.returncode != 0
    assert [line.split(":")[0] for line in sentence(answer.stderr)] == ["Nothing can listen at 192.0.2.1, port 8599"]


def test_without_debian_packages_and_without_apt(make: Run) -> None:
    answer = make("test", f"PYTHON={sys.executable}")
    assert answer.returncode != 0
    (said,) = sentence(answer.stderr)
    assert said.startswith("The tests need chromium ")
    assert said.endswith(", and there is no apt-get here to install them: install their like by hand.")


def test_an_apt_that_fails(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_command(path, name="apt-get", script="#!/bin/sh\nexit 100\n")
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(debian_packages.os, "geteuid", lambda: 0)
    assert debian_packages.install(["chromium"]) == "apt-get could not install chromium: it says why above."


def test_without_the_right_to_install(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_command(path, name="apt-get", script="#!/bin/sh\nexit 0\n")
    put_command(path, name="sudo", script="#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(debian_packages.os, "geteuid", lambda: 1000)
    assert debian_packages.install(["chromium", "g++"]) == (
        "The tests need chromium g++, and this account may not install them: ask for sudo apt-get install chromium g++"
    )


def test_a_python_without_venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.sys, "executable", "/bin/false")
    said = environment.create(tmp_path / ".venv")
    assert said is not None
    assert said.startswith("/bin/false cannot make a virtual environment: on Debian, install python3.")
    assert not (tmp_path / ".venv").exists()
