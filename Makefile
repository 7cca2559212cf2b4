# make run · make test · make check FILE=… · make bench · make docs: each sets up what it needs.
# make run FRESH=1 makes the fictional office anew; make run PORT=8080 uses another port.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || echo python3)
BIN = .venv/bin

.PHONY: run examples test test-postgresql check bench bench-office bench-spelling docs pictures lint clean

run: .venv/.ready  ## the office in a browser: a fictional one, kept in out/office from one run to the next
	$(BIN)/lingwu office demo --home out/office $(if $(FRESH),--fresh) $(if $(PORT),--port $(PORT))

examples: .venv/.ready  ## the checker on the example documents: findings, a reviewed .docx, an HTML report
	$(BIN)/python examples/run.py

test: .venv/.ready lint  ## all tests
	$(BIN)/python -m pytest -n auto

test-postgresql: .venv/.ready  ## the office's tests on a PostgreSQL of their own, started and stopped here
	$(BIN)/python tests/on_postgresql.py $(BIN)/python -m pytest -n auto src/lingwu_office tests/test_office_at_work.py tests/test_office_founding.py

check: .venv/.ready  ## make check FILE=讲话稿.docx
	$(BIN)/lingwu check "$(FILE)"

bench: .venv/.ready  ## the figures that the README states
	$(BIN)/python benchmarks/findings.py
	$(BIN)/python benchmarks/seed.py
	$(BIN)/python benchmarks/corpus.py
	$(BIN)/python benchmarks/grammar.py
	$(BIN)/python benchmarks/preflight.py
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/seating.py
	$(BIN)/python benchmarks/typeset_speed.py

bench-office: .venv/.ready  ## pages of the office with 100,000 documents; fifty people at once, on SQLite and PostgreSQL
	$(BIN)/python benchmarks/office.py
	$(BIN)/python benchmarks/office_load.py

bench-spelling: .venv/.ready  ## wrong characters that are real words: sets, false alarms, speed, memory
	$(BIN)/python benchmarks/spelling.py

docs: .venv/.ready  ## writes docs/reference/ anew from the rules
	$(BIN)/python docs/generate.py

pictures: .venv/.ready  ## draws docs/pictures/typeset/ anew from examples/typeset/
	$(BIN)/python docs/pictures.py

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf .venv out

.venv/.ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Lingwu needs Python 3.11 or newer / 零误需要 Python 3.11 以上")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
