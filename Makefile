# Every target does its own set-up: a virtual environment from the lock, nothing else installed by hand.
# Needed beforehand: make and Python >= 3.11 (another interpreter: make test PYTHON=python3.12).
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check golden docs bench lock setup clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := requirements/dev.lock
SEED ?=

help:
	@echo "make run     a question answered, then the bot"
	@echo "make test    the whole test suite, with coverage"
	@echo "make check   format, lint, types, import contracts, fresh docs"
	@echo "make golden  write the golden files anew (read the diff before you commit)"
	@echo "make docs    write the generated documentation anew"
	@echo "make bench   speed, memory and cold start, side by side"
	@echo "make lock    resolve the dependencies anew into $(LOCK)"
	@echo "make clean   remove the environment and everything made"

setup: $(READY)

$(READY): $(LOCK) pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "installing the locked dependencies into $(VENV) (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

run: $(READY)
	@$(BIN)/bbt ask loopbanen
	@$(BIN)/python -m bot.terminal.start

test: $(READY)
	@rm -f .coverage .coverage.*
	@$(BIN)/python -m pytest --cov --cov-report= $(if $(SEED),-p randomly -p "randomly" -p no:cacheprovider --randomly-seed=$(SEED)) $(ARGS)

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
