# Every target does its own set-up: a virtual environment from the lock, nothing else installed by hand.
# Needed beforehand: make and Python >= 3.11 (another interpreter: make test PYTHON=python3.12).
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check golden docs pictures bench load chaos lock setup clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := requirements/dev.lock
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# make test SEED=123 repeats an order; ARGS go to pytest (or to the benchmark).
SEED ?=
ARGS ?=

help:
	@echo "make run     a question answered, then the bot"
	@echo "make test    the whole test suite, with coverage (SEED=123 repeats an order)"
	@echo "make check   format, lint, types, import contracts, fresh docs"
	@echo "make golden  write the golden files anew (read the diff before you commit)"
	@echo "make docs    write the generated documentation anew"
	@echo "make pictures takes the pictures of docs/pictures anew (needs node and Chromium)"
	@echo "make bench   speed, memory and cold start, side by side, in the terminal and over HTTP"
	@echo "make load    20,000 signed requests at 200 a second beside a busy neighbour (two minutes)"
	@echo "make chaos   digests under kill -9, frozen, cut off, full and damaged, on SQLite and Postgres (ten minutes)"
	@echo "make lock    resolve the dependencies anew into $(LOCK)"
	@echo "make clean   remove the environment and all that was made"

setup: $(READY)

$(READY): $(LOCK) pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12")'
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "setting up $(VENV) from $(LOCK) (once, about a minute)"
	@$(PIP) install --require-hashes --no-deps --requirement $(LOCK)
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@$(BIN)/python -m compileall -q bot budget
	@touch $@

run: $(READY)
	@$(BIN)/bbt ask loopbanen
	@$(BIN)/python -m bot.terminal.start

test: $(READY)
	@$(BIN)/python -m pytest --cov --cov-report=term $(if $(SEED),-p randomly --randomly-seed=$(SEED)) $(ARGS)

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.house.documents --check

golden: $(READY)
	@$(BIN)/python -m pytest --no-cov -p no:randomly --write-golden -m golden $(ARGS)

docs: $(READY)
	@$(BIN)/python -m budget.store.schema
	@$(BIN)/python -m tests.house.documents

pictures: $(READY)
	@$(BIN)/python -m tests.e2e.pictures.take

bench: $(READY)
	@$(BIN)/python -m tests.benchmarks.bench $(ARGS)
	@$(BIN)/python -m tests.benchmarks.http.bench
	@$(BIN)/python -m tests.benchmarks.digests
	@$(BIN)/python -m tests.benchmarks.claims
	@$(BIN)/python -m tests.benchmarks.libraries

load: $(READY)
	@$(BIN)/python -m tests.benchmarks.http.load $(ARGS)

chaos: $(READY)
	@$(BIN)/python -m tests.chaos.run $(ARGS)

lock: $(READY)
	@$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-annotate --no-header \
	  --extra dev --output-file $(LOCK) pyproject.toml

clean:
	@rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find bot budget tests -name __pycache__ -type d -prune -exec rm -rf {} +
