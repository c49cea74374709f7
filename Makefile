# Two commands are enough: `make start` and `make test`. README.md tells the rest.
#   PYTHON=python3.12   another Python (3.11 to 3.13)        PORT=8502, HOST=0.0.0.0   where `make start` listens
#   TESTS=tests/maps    a part of the tests                  ARGS=-x                   more words for pytest
#   WORKERS=0           how many files of tests at once, 2 unless told otherwise; 0 for the debugger

PYTHON ?=
HOST ?= 127.0.0.1
PORT ?= 8501
TESTS ?=
ARGS ?=
WORKERS ?= 2

venv := .venv
run := $(venv)/bin/python
find_python = python=$$(PYTHON='$(PYTHON)' sh tools/find_python.sh $(venv))

.PHONY: help start test check lint format types imports sizes messages bench catalogues development
.NOTPARALLEL:

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

start: ## install what is needed, then serve the finder at http://127.0.0.1:8501
	@$(find_python) && "$$python" -m tools.port '$(HOST)' '$(PORT)' \
		&& "$$python" -m tools.environment $(venv) requirements.lock
	@echo 'The place finder: http://$(HOST):$(PORT) (Ctrl-C stops it)'
	@exec $(run) -m streamlit run app.py --server.address '$(HOST)' --server.port '$(PORT)' \
		--server.headless true --browser.gatherUsageStats false

test: development ## install what the tests need, then run every test
	@$(run) -m pytest --numprocesses $(WORKERS) --dist loadfile $(ARGS) $(TESTS)

check: lint format types imports sizes messages ## linters, types, layers, sizes, catalogues

lint: development
	@$(run) -m ruff check .

format: development
	@$(run) -m ruff format --check .

types: development
	@$(run) -m mypy

imports: development
	@$(venv)/bin/lint-imports

sizes: development
	@$(run) -m tools.check_sizes

messages: development
	@$(run) -m tools.check_catalogues

bench: development ## run the benchmarks beside their peers; prints ratios
	@set -e; for script in benchmarks/*.py; do echo "== $$script"; PYTHONPATH=. $(run) "$$script"; done

catalogues: development ## bring new messages of the sources into the catalogues
	@$(run) -m tools.catalogues

development:
	@$(find_python) && "$$python" -m tools.debian_packages \
		&& "$$python" -m tools.environment $(venv) requirements.lock requirements-dev.lock \
		&& $(run) -m tools.node_packages $(venv)
