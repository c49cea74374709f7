"""Refuses modules, functions and pages that outgrew what a reader can hold. Standard library only.

Run as `python -m tools.check_sizes`: every fault on a line of its own, exit code 1 when there is one.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("benchmarks", "geodata", "pages", "tests", "tools", "ui")
MODULE_LINES = 250
PAGE_LINES = 50
FUNCTION_LINES = 25
STORY_LINES = 50  # a test is read from top to bottom, like a page
POSITIONAL = 2  # a third argument without its name is one the reader must look up

# Order of arguments that is not ours to choose.
GIVEN = {
    "plural": "gettext's: singular, plural, number",
    "__call__": "ASGI's: scope, receive, send",
}


def function_faults(function: ast.FunctionDef | ast.AsyncFunctionDef, *, in_tests: bool) -> Iterator[str]:
    """What is too much about one function."""
    lines, allowed = (function.end_lineno or function.lineno) - function.lineno + 1, FUNCTION_LINES
    if in_tests:
        allowed = STORY_LINES
    if lines > allowed:
        yield f"{function.name} has {lines} lines, {allowed} allowed"
    if in_tests:
        return
    arguments = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    named = [name for name in arguments if name not in ("self", "cls")]
    if len(named) > POSITIONAL and function.name not in GIVEN:
        yield f"{function.name} takes {len(named)} arguments by position, {POSITIONAL} allowed"


def faults(path: Path) -> Iterator[str]:
    """What is too much about one file, as `file:line: …`."""
    text = path.read_text(encoding="utf-8")
    lines, allowed = len(text.splitlines()), PAGE_LINES if path.parts[0] == "pages" else MODULE_LINES
    if lines > allowed:
        yield f"{path}:1: the file has {lines} lines, {allowed} allowed"
    tests = path.parts[0] == "tests"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (f"{path}:{node.lineno}: {fault}" for fault in function_faults(node, in_tests=tests))


def main() -> int:
    """Check every source; the exit code."""
    paths = [*(path for folder in FOLDERS for path in sorted(Path(folder).rglob("*.py"))), *Path().glob("app.py")]
    found = [fault for path in paths for fault in faults(path)]
    print("\n".join(found) if found else f"{len(paths)} files, none too long.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
