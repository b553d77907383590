#!/bin/sh
# Reads the code with the linters: gofmt and go vet, staticcheck and the checks
# of tools/vet, both built from the versions pinned in tools/go.mod. The last
# read the program only, not what exists for tests.
set -eu

unformatted=$(git ls-files -z --cached --others --exclude-standard -- '*.go' | xargs -0 -r gofmt -l)
if [ -n "$unformatted" ]; then
	printf 'lint: not formatted by gofmt:\n%s\n' "$unformatted" >&2
	exit 1
fi
go vet ./...
bin/staticcheck ./...
# shellcheck disable=SC2046 # one word for each package
bin/vet -test=false $(go list ./cmd/... ./internal/... ./vpt/... ./content/... | grep -v 'test$\|test/')
