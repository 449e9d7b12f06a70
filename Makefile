# make site · make serve · make test · make check · make bench — each from a fresh clone, with Python >= 3.11 and make only.
# make site OPTIONS=--offline also makes the ZIP that opens without network, as the publishing workflow does.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: site serve test check bench search-report readings way-out sbom screenshots guide-pictures lock lint clean

site: $(VENV)/.site
	$(BIN)/homare build $(OPTIONS)

serve: $(VENV)/.site
	$(BIN)/homare serve

check: $(VENV)/.site
	$(BIN)/homare check

# A worker that has no tests left takes half of another's, whatever file they stand in: no core waits for the longest file.
test: $(VENV)/.test lint
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Hugo and Zensical are timed as well where they can be installed.
bench: $(VENV)/.site
	-@$(MAKE) --no-print-directory $(VENV)-rivals/.done
	$(BIN)/python benchmarks/build_time.py $(SIZES)

# How good search is: recall and precision by kind of query, for both engines.
search-report: $(VENV)/.test
	$(BIN)/python -m tests.search.report

# The kana readings that search uses; needs the analyser, so its result is committed (scripts/homare/site/search/readings.tsv).
readings: $(VENV)/.site requirements-readings.lock
	$(PYTHON) scripts/bootstrap.py $(VENV) requirements-readings.lock
	$(BIN)/python -m homare.site.search.analysis

# A way out of MkDocs and Material: the same pages under their forks, without a warning, and page by page the same.
way-out: $(VENV)/.test $(VENV)-way-out/.done site
	$(VENV)-way-out/bin/properdocs build --strict -f way-out.yml
	$(BIN)/python -m tests.site.way_out site build/way-out

# The bill of materials (CycloneDX) of what a build needs, with the hashes of the lock: one goes with every published site.
sbom: $(VENV)-sbom/.done
	mkdir -p build
	$(VENV)-sbom/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o build/homare.cdx.json

# Tools with an environment of their own, so that they cannot change what homare itself is built with.
$(VENV)-%/.done: requirements-%.lock
	$(PYTHON) -m venv $(VENV)-$*
	$(VENV)-$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

screenshots: $(VENV)/.test site
	$(BIN)/python -m tests.browser.screenshots

# The step pictures of the guide: needs LibreOffice and a virtual screen, and says which packages are missing.
guide-pictures: $(VENV)/.test
	$(BIN)/python -m tests.guide.pictures $(PARTS)

# The lock is made for every platform and every Python from 3.11 on, with hashes.
lock:
	uv pip compile pyproject.toml --extra build --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra test --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet -o requirements-test.lock -c requirements.lock
	uv pip compile pyproject.toml --extra build --extra readings --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet -o requirements-readings.lock -c requirements.lock
	uv pip compile requirements-way-out.in --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet -o requirements-way-out.lock
	uv pip compile requirements-sbom.in --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet -o requirements-sbom.lock
	uv pip compile requirements-rivals.in --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet -o requirements-rivals.lock

$(VENV)/.site: requirements.lock pyproject.toml
	$(PYTHON) scripts/bootstrap.py $(VENV) requirements.lock
	touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.site
	$(PYTHON) scripts/bootstrap.py $(VENV) requirements-test.lock
	$(BIN)/python tests/browser/chromium.py
	touch $@

clean:
	rm -rf build site
