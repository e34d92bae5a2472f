# Lá Chắn: `make help` lists what can be done. Needs only Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST_ARGS ?=
POSTGRES := '/usr/lib/postgresql/*/bin/postgres:postgresql'

.DEFAULT_GOAL := help
.PHONY: help install run lab check build lint format test test-full screens clean

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.base: pyproject.toml
	@PYTHON=$(PYTHON) sh tools/ensure-python.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[all]'
	@touch $@

$(VENV)/.test: $(VENV)/.base
	$(BIN)/python -m pip install --quiet -e '.[all,test]'
	@touch $@

install: $(VENV)/.base ## Make .venv and install the kit into it

run: $(VENV)/.base ## Check the content, build the notebooks and serve the apps
	@$(BIN)/lachan check
	@$(BIN)/lachan build
	@$(BIN)/lachan serve

lab: $(VENV)/.base ## Open JupyterLab on your own copies of the lessons
	@$(BIN)/lachan lab

check: $(VENV)/.base ## Check lessons, questions and law
	@$(BIN)/lachan check

build: $(VENV)/.base ## Build the notebooks from the lessons
	@$(BIN)/lachan build

lint: $(VENV)/.test ## Check style, types, layers and content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/lachan check
	$(BIN)/lachan build --check

format: $(VENV)/.test ## Set the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Three workers for two cores, since browsers and servers wait a good deal; the long files of browsers
# and servers come first, so that no single one is left at the end.
test: lint ## Check and test everything (installs what is missing)
	@sh tools/ensure-debian.sh chromium:chromium pdftotext:poppler-utils openssl:openssl $(POSTGRES)
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

test-full: lint ## Test everything, the long tests too
	@sh tools/ensure-debian.sh chromium:chromium pdftotext:poppler-utils openssl:openssl $(POSTGRES) \
		nginx:nginx-light systemd-analyze:systemd soffice:libreoffice-writer-nogui soffice:libreoffice-calc-nogui \
		zbarimg:zbar-tools
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "full or not full" $(PYTEST_ARGS)

screens: $(VENV)/.test ## Take the pictures of the READMEs and docs anew
	@sh tools/ensure-debian.sh chromium:chromium
	PYTHONPATH=tests $(BIN)/python tools/screens.py docs/images

clean: ## Remove what was made, but not your own copies of lessons
	rm -rf $(VENV) out dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
