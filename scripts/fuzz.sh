#!/bin/sh
# Fuzzes every parser for a while, one after the other: scripts/fuzz.sh 2m
set -eu
for_each=${1:-30s}
grep -rl --include='*_test.go' '^func Fuzz' internal vpt content cmd | xargs -n1 dirname | sort -u | while read -r dir; do
	grep -ho '^func Fuzz[A-Za-z0-9_]*' "$dir"/*_test.go | sed 's/^func //' | while read -r target; do
		echo "== $dir $target"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "$for_each" "./$dir"
	done
done
