# Keeps one private PostgreSQL cluster for as long as its standard input stays
# open, then throws it away.
#
# The test process holds the other end of that pipe. However that process ends
# (finished, interrupted, killed), the kernel closes the pipe, and the cluster
# and its folder are gone a moment later. There is no other way to stop it, so
# the way that matters after a crash is tried by every run.
#
# Use: keeper.sh BIN DIR. Prints "ready" when the server answers; ends with a
# status other than 0, the reason in DIR/keeper.log, when it never will.
set -eu
bin=$1
dir=$2
umask 077
cd "$dir"
exec 2>"$dir/keeper.log"

postgres=
throw_away() {
	trap - EXIT
	if [ -n "$postgres" ]; then
		# SIGQUIT: stop at once and without a checkpoint; nobody will read this again.
		kill -QUIT "$postgres" 2>/dev/null || :
		wait "$postgres" || :
	fi
	if [ "$1" = clean ]; then
		rm -rf "$dir"
	fi
}
trap 'throw_away failed' EXIT
trap 'exit 1' HUP INT TERM
trap '' PIPE # or "ready" to a process that was killed meanwhile would end us here

# --no-sync: the cluster lives shorter than the disk's cache. The server below
# runs with fsync on, as in production: tests read that setting.
"$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
	--no-sync --no-instructions >&2

# No TCP: a fixed port collides with neighbours, a socket in our folder cannot.
"$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= \
	-c max_connections=300 -c max_wal_size=4GB </dev/null >&2 &
postgres=$!

tries=0
until "$bin/pg_isready" -q -h "$dir"; do
	kill -0 "$postgres"
	tries=$((tries + 1))
	[ "$tries" -lt 1500 ]
	sleep 0.05
done
echo ready || :
exec >&-

cat >/dev/null || :
throw_away clean
