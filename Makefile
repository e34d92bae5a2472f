# Lá Chắn: `make help` lists what can be done. Needs only Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
BROWSER := $(VENV)/browser
PYTEST_ARGS ?=
LOCK_ARGS ?= --upgrade
VERSION := $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' src/lachan/__init__.py)
INSTALL := $(BIN)/python -m pip install --quiet --no-deps --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command 'make lock'
BIOME := $(BIN)/node $(BROWSER)/node_modules/@biomejs/biome/bin/biome
BIOME_ARGS := --config-path=tools/browser --error-on-warnings src/lachan/frontend voila_apps
TSC := $(BIN)/node $(BROWSER)/node_modules/typescript/bin/tsc
# What the tests need of Debian: COMMAND:PACKAGE.
DEBIAN := chromium-headless-shell:chromium-headless-shell pdftotext:poppler-utils openssl:openssl '/usr/lib/postgresql/*/bin/postgres:postgresql'

# Every server and kernel that the tests start would compile all its modules anew: twice the time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install run lab check build lint format cover test test-full test-lowest test-newest bare release lock safety-model screens clean

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Everything comes from the lock, pip too. Python 3.11 puts a setuptools of its own into a new environment; nothing here needs it.
$(VENV)/.made:
	@PYTHON=$(PYTHON) sh tools/ensure-python.sh
	$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip uninstall -qq --yes setuptools
	@touch $@

$(VENV)/.base: $(VENV)/.made pyproject.toml
	$(INSTALL) -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.base requirements/test.txt
	$(INSTALL) -r requirements/test.txt
	@touch $@

$(VENV)/.lock: $(VENV)/.made requirements/lock.txt
	$(INSTALL) -r requirements/lock.txt
	@touch $@

# What checks the browser's code, with a node of its own; npm settles on tools/browser/package-lock.json.
$(VENV)/.browser: $(VENV)/.made requirements/browser.txt $(addprefix tools/browser/,package.json package-lock.json .npmrc)
	$(INSTALL) -r requirements/browser.txt
	@rm -rf $(BROWSER) && mkdir $(BROWSER) && cp tools/browser/package.json tools/browser/package-lock.json tools/browser/.npmrc $(BROWSER)
	$(BIN)/npm ci --prefix $(BROWSER) --no-audit --no-fund --loglevel error
	@touch $@

$(VENV)/.train: $(VENV)/.test requirements/train.txt
	$(INSTALL) -r requirements/train.txt
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

lint: $(VENV)/.test $(VENV)/.browser ## Check style, types, layers and content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 src
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin src
	$(BIN)/lint-imports
	$(BIOME) check $(BIOME_ARGS)
	$(TSC) --project tools/browser
	$(BIN)/lachan check
	$(BIN)/lachan build --check

format: $(VENV)/.test $(VENV)/.browser ## Set the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write $(BIOME_ARGS)

# The tests of the rules that everything rests on: they alone must reach every line and branch of them,
# and the same ones each time.
COVERED := $(addprefix tests/unit/,domain grading assembly markup checks) tests/content/test_rules.py

cover: $(VENV)/.test ## Test the rules, and that no line or branch of them goes untested
	$(BIN)/python -m pytest -n 2 --hypothesis-seed=0 --cov --cov-report=term-missing:skip-covered $(COVERED)

# Three workers for two cores, since browsers and servers wait a good deal; the long files of browsers
# and servers come first, so that no single one is left at the end.
test: lint cover ## Check and test everything (installs what is missing)
	@sh tools/ensure-debian.sh $(DEBIAN)
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(COVERED:%=--ignore=%) $(PYTEST_ARGS)

test-full: lint cover ## Test everything, the long tests too, then as on other systems and with other versions
	@sh tools/ensure-debian.sh $(DEBIAN) \
		nginx:nginx-light systemd-analyze:systemd soffice:libreoffice-writer-nogui soffice:libreoffice-calc-nogui \
		'/usr/lib/libreoffice/program/libsdlo.so:libreoffice-impress-nogui' \
		'/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf:fonts-liberation' \
		zbarimg:zbar-tools
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "full or not full" $(COVERED:%=--ignore=%) $(PYTEST_ARGS)
	for system in without-posix c-locale; do \
		$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "full or not full" \
			--system $$system tests/service || exit 1; \
	done
	$(MAKE) test-lowest test-newest

# Both ends of what pyproject.toml allows, each in an environment of its own, without the lock.
test-lowest: RESOLUTION := lowest-direct ## Test with the lowest versions that pyproject.toml allows
test-newest: RESOLUTION := highest ## Test with the newest versions that pyproject.toml allows
test-lowest test-newest: test-%: $(VENV)/.lock
	@sh tools/ensure-debian.sh $(DEBIAN)
	$(PYTHON) -m venv --clear $(VENV)-$*
	@$(VENV)-$*/bin/python -m pip uninstall -qq --yes setuptools
	$(BIN)/uv pip compile pyproject.toml --quiet --python $(VENV)-$*/bin/python --resolution $(RESOLUTION) \
		--only-binary :all: --extra all --extra test --group install --output-file $(VENV)-$*/versions.txt
	$(VENV)-$*/bin/python -m pip install --quiet --no-deps -r $(VENV)-$*/versions.txt
	$(VENV)-$*/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(VENV)-$*/bin/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not locked" $(PYTEST_ARGS)

bare: ## Try what is committed in a bare Debian root, as root: make run, make test
	@sh tools/bare-debian.sh

# Named like this in README.vi.md, where someone with a school PC begins.
release: ## Pack what is committed as dist/lachan-VERSION.zip, to be downloaded
	@mkdir -p dist
	git archive --format=zip --prefix=lachan-$(VERSION)/ --output=dist/lachan-$(VERSION).zip HEAD

# One version of each package for all Pythons, where there is one: the files of a paper are then the same on each.
lock: $(VENV)/.lock ## Renew the lock in requirements/ (LOCK_ARGS= keeps the versions that still fit)
	$(COMPILE) $(LOCK_ARGS) pyproject.toml --extra all --extra test --group install --output-file requirements/test.txt
	$(COMPILE) $(LOCK_ARGS) pyproject.toml --extra all --group install --constraints requirements/test.txt --output-file requirements/run.txt
	$(COMPILE) $(LOCK_ARGS) --group lock --output-file requirements/lock.txt
	$(COMPILE) $(LOCK_ARGS) --group browser --output-file requirements/browser.txt
	$(COMPILE) $(LOCK_ARGS) --group train --constraints requirements/test.txt --output-file requirements/train.txt

# One thread: sums that several share may differ in their last figure.
safety-model: $(VENV)/.train ## Train the model beside the safety rules anew
	OMP_NUM_THREADS=1 PYTHONPATH=tests $(BIN)/python tools/train_safety_model.py

screens: $(VENV)/.test ## Take the pictures of the READMEs and docs anew
	@sh tools/ensure-debian.sh chromium-headless-shell:chromium-headless-shell
	PYTHONPATH=tests $(BIN)/python tools/screens.py docs/images

clean: ## Remove what was made, but not your own copies of lessons
	rm -rf $(VENV) $(VENV)-* out dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage
