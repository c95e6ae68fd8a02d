# Everything starts here. Each target sets up .venv by itself; nothing but Python 3.11 is needed before.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

IS_RIGHT := import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))
PYTHON ?= $(shell for one in python3 python3.11; do if $$one -c '$(IS_RIGHT)' 2>/dev/null; then echo $$one; break; fi; done)
PORT ?= 8765
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
READY := .venv/.ready
TOOLS := build/tools/.ready
PEERS := build/bench/.ready
COMPILE = build/tools/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

.PHONY: help demo run test chaos check kills replicas bench pictures mutants audit secrets bom lock clean

help: ## say what there is
	@awk -F ': .*## ' '/^[a-z]+:.* ## / {printf "make %-8s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: $(READY) ## the real bot on two phones, at http://127.0.0.1:8765 (PORT= for another port)
	@$(BIN)/nearer demo --port $(PORT)

run: $(READY) ## the bot, with the settings of the environment and .env
	@$(BIN)/nearer run

test: $(READY) ## the test suite (ARGS= for pytest's own words)
	@$(BIN)/python -m pytest --ignore tests/chaos --numprocesses 3 --dist worksteal $(ARGS)

chaos: $(READY) ## attack the running bot: kills, failures of the wire, operators' mistakes (ARGS= for pytest's own words)
	@$(BIN)/python -m pytest tests/chaos --numprocesses 2 --dist worksteal $(ARGS)

check: $(READY) ## style, types and the arrows between the parts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

kills: $(READY) ## kill the bot again and again while people play with it (ARGS="--plays 10 --kills 40 --postgres")
	@$(BIN)/python -m tests.chaos.kills $(ARGS)

replicas: $(READY) ## attack several processes of one bot while people play with it (ARGS="--plays 5 --attacks 20 --processes 3")
	@$(BIN)/python -m tests.chaos.replicas $(ARGS)

bench: $(READY) $(PEERS) ## measure speed, beside what one would use otherwise, on this machine (ARGS="--people 10000,1000000 --page")
	@$(BIN)/python -m benchmarks $(ARGS)

pictures: $(READY) ## take the pictures of the papers from the demo anew (ARGS="journal ours" for some of them)
	@$(BIN)/python -m tests.e2e.pictures $(ARGS)

mutants: $(READY) ## change single lines of what must not be wrong, and see which changes no test notices
	@PYTHON="$(PYTHON)" .ci/mutants bot/store/cipher.py tests/store/test_cipher.py
	@PYTHON="$(PYTHON)" .ci/mutants bot/logs.py tests/test_logs.py
	@PYTHON="$(PYTHON)" .ci/mutants bot/domain/schedule.py tests/domain/test_schedule.py tests/domain/test_slots.py

audit: $(TOOLS) ## ask whether a weakness is known in a locked version, and say where that could not be asked
	@build/tools/bin/python .ci/audit.py

secrets: $(TOOLS) ## look for secrets in what git knows (ARGS=--keep takes what is there for harmless)
	@build/tools/bin/python .ci/secret_scan.py $(ARGS)

bom: $(READY) $(TOOLS) ## write build/bom.json: what the product consists of when it runs (CycloneDX)
	@rm -rf build/runtime && $(PYTHON) -m venv --without-pip build/runtime
	@$(PIP) download --require-hashes --requirement requirements.lock --dest build/wheels
	@$(PIP) wheel --no-index --no-deps --no-build-isolation --wheel-dir build/runtime/made .
	@$(PIP) --python build/runtime/bin/python install --no-index --find-links build/wheels build/runtime/made/*.whl
	@build/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type application \
		--output-reproducible --output-format JSON --output-file build/bom.json build/runtime/bin/python

lock: $(TOOLS) ## choose the newest allowed versions anew and write every .lock
	@$(COMPILE) --extra dev --extra build --output-file requirements.lock pyproject.toml
	@$(COMPILE) --output-file tools.lock tools.in
	@$(COMPILE) --output-file bench.lock bench.in
	@$(COMPILE) --output-file mutants.lock mutants.in

clean: ## remove what was built, but no database and no settings
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@if ! "$(PYTHON)" -c '$(IS_RIGHT)' 2>/dev/null; then \
		echo "Nearer needs Python 3.11 with its venv module; python3 here says: $$(python3 --version 2>&1)."; \
		echo "Install it (on Debian: apt install python3.11-venv), or say where it is: make PYTHON=/path/to/python3.11"; \
		exit 1; \
	fi
	@echo "Setting up .venv, once until requirements.lock or pyproject.toml change ..."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(TOOLS): tools.lock
	@echo "Setting up build/tools, once until tools.lock changes ..."
	@$(PYTHON) -m venv build/tools
	@build/tools/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r tools.lock
	@touch $@

$(PEERS): bench.lock
	@echo "Setting up build/bench, once until bench.lock changes ..."
	@$(PYTHON) -m venv build/bench
	@build/bench/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r bench.lock
	@touch $@
