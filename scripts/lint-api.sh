#!/bin/sh
# Holds the API's description against a published set of rules, such as the one
# of the NLGov REST API Design Rules. The rules are not part of this project:
# their publisher's newest file is given.
#
#   scripts/lint-api.sh RULESET DOCUMENT
set -eu

if [ ! -r "${1:-}" ]; then
	echo 'lint-api: give the rules, as in: make lint-api RULESET=adr-linter.yaml' >&2
	exit 1
fi
if [ ! -r "$2" ]; then
	echo "lint-api: there is no description of the API in $2" >&2
	exit 1
fi
exec tools/npm/node_modules/.bin/spectral lint --fail-severity=warn --ruleset "$(realpath "$1")" "$2"
