#!/bin/sh
# pg.sh - a private PostgreSQL for tests: own data, own unix socket, no TCP.
#
#   tests/pg.sh start DIR     make it when it is not there, start it
#   tests/pg.sh url DIR       where it is, for ANWEI_TEST_PG
#   tests/pg.sh restart DIR   as an administrator would, clients are cut off
#   tests/pg.sh kill DIR      kill -9; start recovers from the log
#   tests/pg.sh stop DIR      stop it, keep the data
#   tests/pg.sh remove DIR    stop it and remove DIR
#
# Debian's package is used; as root the server runs as user postgres.  fsync
# is on: the program insists.  With PG_PLACE=memory the data lie in /dev/shm
# when it has room: a database is then made in a tenth of the time.
set -eu

die() {
	echo "pg.sh: $*" >&2
	exit 1
}

[ $# -eq 2 ] || die "usage: $0 start|url|restart|kill|stop|remove DIR"
verb=$1
dir=$2
case $dir in
/*) ;;
*) dir=$PWD/$dir ;;
esac

bin=
for d in /usr/lib/postgresql/*/bin; do
	if [ -x "$d/initdb" ]; then bin=$d; fi
done
[ -n "$bin" ] || die "no PostgreSQL here: apt-get install postgresql-15"

# A socket's path has at most 107 bytes.
[ ${#dir} -le 80 ] || die "$dir is too long for a unix socket"

as_server() {
	if [ "$(id -u)" -eq 0 ]; then
		(cd / && setpriv --reuid=postgres --regid=postgres \
			--init-groups env -i PATH="$bin:/usr/bin:/bin" \
			LC_ALL=C.UTF-8 "$@")
	else
		(cd / && env -i PATH="$bin:/usr/bin:/bin" LC_ALL=C.UTF-8 "$@")
	fi
}

server_user() {
	if [ "$(id -u)" -eq 0 ]; then echo postgres; else id -un; fi
}

is_up() {
	as_server pg_isready -q -h "$dir/socket"
}

# Gone, or dead and only not yet collected by its parent.
wait_gone() {
	while grep -q '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$1/status" \
		2>/dev/null; do
		sleep 0.02
	done
}

memory_has_room() {
	[ "${PG_PLACE:-}" = memory ] && [ -w /dev/shm ] &&
		[ "$(df --output=avail -k /dev/shm | tail -1)" -gt 1048576 ]
}

make() {
	mkdir -m 700 "$dir" || die "cannot make $dir"
	[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$dir"
	if memory_has_room; then
		place=$(as_server mktemp -d /dev/shm/anwei-pg-XXXXXX)
		as_server ln -s "$place" "$dir/data"
	fi
	as_server initdb -D "$dir/data" -U anwei -A trust -E UTF8 \
		--lc-collate=C --lc-ctype=C.UTF-8 --no-sync \
		>/dev/null || die "initdb failed"
	as_server mkdir -m 700 "$dir/socket"
	as_server tee -a "$dir/data/postgresql.conf" >/dev/null <<-EOF
		listen_addresses = ''
		unix_socket_directories = '$dir/socket'
		fsync = on
		max_connections = 100
		shared_buffers = 64MB
		max_wal_size = 256MB
		log_min_messages = warning
	EOF
}

# After kill -9 the children need a moment to let go of the shared memory.
start() {
	if [ -e "$dir" ]; then
		[ "$(stat -c %U "$dir")" = "$(server_user)" ] ||
			die "$dir is not ours"
	fi
	[ -d "$dir/data/base" ] || make
	is_up && return
	tries=0
	while [ $tries -lt 20 ]; do
		as_server pg_ctl -D "$dir/data" -l "$dir/log" -w -s start \
			>/dev/null 2>&1 && return
		sleep 0.3
		tries=$((tries + 1))
	done
	tail -5 "$dir/log" >&2
	die "the server does not start"
}

stop() {
	is_up || return 0
	as_server pg_ctl -D "$dir/data" -m fast -w -s stop
}

case $verb in
start) start ;;
url)
	echo "postgresql://anwei@/postgres?host=$(echo "$dir/socket" |
		sed 's|/|%2F|g')"
	;;
restart) as_server pg_ctl -D "$dir/data" -l "$dir/log" -m fast -w -s restart ;;
kill)
	pid=$(head -1 "$dir/data/postmaster.pid")
	kill -9 "$pid"
	wait_gone "$pid"
	;;
stop) stop ;;
remove)
	stop
	[ ! -L "$dir/data" ] || rm -rf "$(readlink "$dir/data")"
	rm -rf "$dir"
	;;
*) die "unknown: $verb" ;;
esac
