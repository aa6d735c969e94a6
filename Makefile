# communique: `make` lists what can be made. Needs Python 3.11 or newer and, for the tests, Debian's Chromium.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test lint bench clean

BIN := .venv/bin
DATA ?= ../shared/data
BENCHMARKS := gold attribution events dates register

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

demo: .venv/.installed ## read the sample texts inside the package, print their record and keep it in a database
	@$(BIN)/communique demo

test: .venv/.tools lint ## run every check: style, types, contracts, tests in a real browser, accuracy floors
	@echo "== Chromium"
	@.ci/chromium
	@echo "== pytest"
	@$(BIN)/python -m pytest

lint: .venv/.tools ## run the checks that only read the code: ruff, mypy, import contracts
	@echo "== ruff check"
	@$(BIN)/ruff check .
	@echo "== ruff format --check"
	@$(BIN)/ruff format --check .
	@echo "== mypy --strict"
	@$(BIN)/mypy --strict
	@echo "== import contracts"
	@$(BIN)/lint-imports

bench: .venv/.installed ## measure accuracy and speed; DATA=FOLDER names the data sets, ../shared/data by default
	@for name in $(BENCHMARKS); do \
		echo "== $$name"; $(BIN)/python -m "benchmarks.$$name" --data "$(DATA)" || exit 1; \
	done

clean: ## remove what was made: the environment, caches, built packages, the demo's database
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist demo demo.db*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.installed: pyproject.toml .ci/venv
	@echo "== the environment in .venv"
	@.ci/venv
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# Dependency groups came with pip 25.1; Debian's Python 3.11 brings an older one.
.venv/.tools: .venv/.installed
	@echo "== the tools that tests need"
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@
