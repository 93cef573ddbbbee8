# Two commands set up everything on a machine with Python 3.11+ and Node 20+: `make build` and `make test`.

PYTHON ?= python3
NPM ?= npm
SPEC ?= spec/pharma_roles.yaml

VENV := .venv
BIN := $(VENV)/bin
# Stamps say that a step was done for the present state of its inputs, so that a second run costs nothing.
PYTHON_READY := $(VENV)/.installed
NODE_READY := node_modules/.installed
BENCH_READY := bench/node_modules/.installed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start the command hundreds of times: without compiled modules most of their time would go into that.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: help setup build test test-all bench lock clean

help: ## this list
	@echo "make build     set up, write out/ from $(SPEC) and prove it on a scratch PostgreSQL"
	@echo "make test      set up and run the tests"
	@echo "make test-all  everything: all servers, long property runs"
	@echo "make bench     measure against the floors and against other tools"
	@echo "make setup     only set up: $(VENV) and node_modules"
	@echo "make lock      make requirements.lock and the npm lock files anew (needs uv)"
	@echo "make clean     remove what was set up, and caches"

setup: $(PYTHON_READY) $(NODE_READY)

build: setup
	$(BIN)/schemagen schema -o spec/schemagen.schema.json
	$(BIN)/schemagen build $(SPEC)
	$(BIN)/schemagen prove $(SPEC)

test: setup
	$(BIN)/python -m pytest $(PYTEST_ARGS)

test-all: setup
	$(BIN)/python -m pytest -m "slow or not slow" --hypothesis-profile=long $(PYTEST_ARGS)

bench: setup $(BENCH_READY)
	$(BIN)/python bench/run.py $(BENCH_ARGS)

$(PYTHON_READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "schemagen needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." \
	       "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@# A folder that was moved, or whose Python is gone, is made anew.
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "making $(VENV)"; $(PYTHON) -m venv --clear $(VENV); }
	@echo "installing Python packages into $(VENV)"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE_READY): package.json package-lock.json .npmrc
	@echo "installing TypeScript, Zod and supabase-js into node_modules"
	@$(NPM) ci --ignore-scripts --loglevel=error
	@touch $@

$(BENCH_READY): bench/package.json bench/package-lock.json bench/.npmrc
	@echo "installing what the benchmark compares with into bench/node_modules"
	@cd bench && $(NPM) ci --ignore-scripts --loglevel=error
	@touch $@

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements.lock
	$(NPM) install --package-lock-only --ignore-scripts
	cd bench && $(NPM) install --package-lock-only --ignore-scripts

clean:
	rm -rf $(VENV) node_modules bench/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	  .hypothesis .schemagen-cache
