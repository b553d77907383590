#!/bin/sh
# Reads the code with the linters: gofmt and go vet always, staticcheck built
# from the version pinned in tools/go.mod, golangci-lint where it is installed
# (building it takes tens of minutes, so it is never built here).
set -eu

unformatted=$(git ls-files -z --cached --others --exclude-standard -- '*.go' | xargs -0 -r gofmt -l)
if [ -n "$unformatted" ]; then
	printf 'lint: not formatted by gofmt:\n%s\n' "$unformatted" >&2
	exit 1
fi
go vet ./...
bin/staticcheck ./...
if command -v golangci-lint >/dev/null; then
	golangci-lint run ./...
else
	cat >&2 <<'LOUD'
***********************************************************************
* golangci-lint is NOT installed: gosec, errorlint, bodyclose and the *
* other linters of .golangci.yml did NOT run. Before a release they   *
* must: go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
***********************************************************************
LOUD
fi
