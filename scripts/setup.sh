#!/bin/sh
# Makes sure that what the checks need stands on this machine (Debian 12), and
# installs what is missing: through apt as root, otherwise it prints the one
# command and stops. Says nothing and is done at once when all is there.
#
#   scripts/setup.sh run    what building and running needs
#   scripts/setup.sh test   what the checks need besides
#   scripts/setup.sh all    the same, for `make setup`
set -eu

# old NAME FOUND WANTED: whether a version is too old.
old() { [ "$(printf '%s\n%s\n' "$2" "$3" | sort -V | head -n 1)" != "$3" ]; }

stop() {
	printf 'setup: %s\n' "$*" >&2
	exit 1
}

# What a person must bring: the two languages.
command -v go >/dev/null || stop 'Go 1.26 or later is needed, on the PATH or in /usr/local/go'
command -v node >/dev/null || stop 'Node 20 or later is needed'
command -v npm >/dev/null || stop 'npm is needed; it comes with Node'
go_version=$(go env GOVERSION)
old Go "${go_version#go}" 1.26 && stop "Go 1.26 or later is needed, this is $go_version"
node_version=$(node --version)
old Node "${node_version#v}" 20 && stop "Node 20 or later is needed, this is $node_version"
[ "$1" != run ] || exit 0

missing=
need() { # need PACKAGE when the rest of the arguments, a test, fails
	package=$1
	shift
	"$@" >/dev/null 2>&1 || missing="$missing $package"
}
server() { ls /usr/lib/postgresql/1[5-9]/bin/initdb || ls /usr/lib/postgresql/2?/bin/initdb || command -v initdb; }
any() { [ -e "$1" ]; } # whether a pattern matched something

need postgresql server
need chromium command -v chromium
need openjdk-17-jre-headless command -v java
need qpdf command -v qpdf
need poppler-utils command -v pdfinfo
need libreoffice-writer-nogui any /usr/lib/libreoffice/program/libswlo.so
need strace command -v strace
need fonts-liberation any /usr/share/fonts/truetype/liberation*
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
command -v apt-get >/dev/null || stop "these Debian packages are missing:$missing"
[ "$(id -u)" = 0 ] || stop "please run this once, then try again:
  sudo sh -c 'apt-get update && $install'"

printf 'setup: installing%s\n' "$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
if ! { apt-get update && $install; } >"$log" 2>&1; then
	tail -n 20 "$log" >&2
	stop 'apt could not install them'
fi
