# make run     build and start a demonstration with invented data
# make test    everything that must hold, on SQLite and PostgreSQL
# The other targets are parts of these, or for the one who develops.

# Go is often installed here without being on the PATH.
export PATH := $(PATH):/usr/local/go/bin
SHELL := /bin/sh
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: run test test-short setup ui build check-ui soak bench lint lint-api clean setup-run bin/pgcluster missing

# Arguments for the demonstration, such as RUN="--listen 127.0.0.1:9000".
RUN ?=
# Arguments for go test, such as TESTFLAGS="-run TestDoor". Results of earlier
# runs do not count: the browser and the database server are no Go files.
TESTFLAGS ?= -count=1 -timeout 12m
PACKAGES ?= ./...
# The API's description; a test of internal/api keeps it equal to what is served.
OPENAPI ?= internal/api/testdata/openapi.json
# Arguments for the benchmarks, such as BENCH="-only intake".
BENCH ?=

quiet-npm := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
on-both-engines := bin/pgcluster

run: setup-run ui build
	bin/rugdekking demo $(RUN)

test: setup ui build bin/.npm bin/pgcluster
	go vet ./...
	$(on-both-engines) go test $(TESTFLAGS) $(PACKAGES)

# Without installing or building anything first.
test-short: bin/pgcluster
	$(on-both-engines) go test -short $(PACKAGES)

setup-run:
	@scripts/setup.sh run

setup:
	@scripts/setup.sh all

build:
	@mkdir -p bin
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o bin/rugdekking ./cmd/rugdekking

# Styles, scripts and fonts: built again when one of their sources is newer.
# The templates count too, because styles that no page uses are left out.
ui-sources := $(shell find ui -name node_modules -prune -o -type f -print) \
	$(shell find internal/web/page -name '*.gohtml' -o -name '*.html' 2>/dev/null)
ui-manifest := internal/web/static/dist/manifest.json
ifeq ($(wildcard $(ui-manifest)),)
.PHONY: bin/.ui
endif

ui: bin/.ui

bin/.ui: bin/.ui-npm $(ui-sources)
	go run ./ui/build
	@touch $@

bin/.ui-npm: ui/package.json ui/package-lock.json $(if $(wildcard ui/node_modules),,missing)
	@mkdir -p bin
	cd ui && $(quiet-npm)
	@touch $@

# The checkers that come from npm, such as axe-core.
bin/.npm: tools/npm/package.json tools/npm/package-lock.json $(if $(wildcard tools/npm/node_modules),,missing)
	@mkdir -p bin
	cd tools/npm && $(quiet-npm)
	@touch $@

missing:

# Runs a command with a PostgreSQL cluster of its own beside it.
bin/pgcluster:
	@mkdir -p bin
	@go build -o $@ ./internal/dbtest/cmd/pgcluster

# What people see, by checkers from outside: types of the scripts, then Pa11y,
# Nu and html-validate over every page as every role; the axe tests are in `test`.
check-ui: setup ui bin/.npm
	ui/node_modules/.bin/tsc --noEmit -p ui
	go test -tags checkui -count=1 -timeout 20m -v -run CheckUI ./internal/web/

# A hundred kills of the server during intake, then long fuzzing; FUZZ is how
# long each parser is fuzzed.
FUZZ ?= 2m
soak: setup ui build bin/pgcluster
	KILLS=100 go test -count=1 -timeout 0 -v -run '^TestKill' ./cmd/rugdekking ./internal/app
	scripts/fuzz.sh $(FUZZ)

# Prints speed and size as ratios and processor time; never part of the tests.
# PostgreSQL runs in a cluster of its own.
bench: setup ui build
	go run ./bench $(BENCH)

lint: bin/staticcheck bin/vet
	@scripts/lint.sh

bin/staticcheck: tools/go.mod tools/go.sum
	@mkdir -p bin
	go -C tools build -o ../bin/staticcheck honnef.co/go/tools/cmd/staticcheck

bin/vet: tools/go.mod tools/go.sum tools/vet/main.go
	@mkdir -p bin
	go -C tools build -o ../bin/vet ./vet

lint-api: bin/.npm
	@scripts/lint-api.sh '$(RULESET)' '$(OPENAPI)'

clean:
	rm -rf bin ui/node_modules tools/npm/node_modules
	git clean -fdXq internal/web/static/dist
