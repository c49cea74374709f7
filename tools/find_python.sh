#!/bin/sh
# Prints the Python that make uses: $PYTHON if given, else that of an environment already made, else the newest of
# 3.13, 3.12, 3.11 on this machine. A command that exists but does not run (a version manager's stand-in) is passed over.
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

runs() {
    "$1" -c "$supported" >/dev/null 2>&1
}

if [ -n "$PYTHON" ]; then
    if runs "$PYTHON"; then
        command -v "$PYTHON"
        exit 0
    fi
    echo "PYTHON=$PYTHON is not a Python 3.11, 3.12 or 3.13 that runs: name one that is, or leave PYTHON out." >&2
    exit 1
fi

# pip comes last when an environment is made: without it the folder is half an environment.
if [ -e "$1/bin/pip" ] && runs "$1/bin/python"; then
    echo "$1/bin/python"
    exit 0
fi
for candidate in python3.13 python3.12 python3.11 python3 python; do
    if runs "$candidate"; then
        command -v "$candidate"
        exit 0
    fi
done
echo "Python 3.11, 3.12 or 3.13 is needed and none was found: install one, or name it with PYTHON=/path/to/python." >&2
exit 1
