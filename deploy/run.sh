#!/bin/sh
# run.sh PORT DATA - starts build/anwei; the first time with a demo company.
# Its panels are played beside it, on PORT + 1, as long as it runs.
set -eu
cd "$(dirname "$0")/.."
port=$1
data=$2
panels=127.0.0.1:$((port + 1))
export ANWEI_DATA_DIR="$data" ANWEI_HTTP_LISTEN="127.0.0.1:$port"
export ANWEI_RECEIVER_LISTEN="$panels"
mkdir -p "$data"
if [ -z "$(build/anwei org list 2>/dev/null)" ]; then
	# The password is shown again at every start: it is only a demo.
	(umask 077 && build/anwei demo load >"$data/demo-logins.txt")
fi
[ ! -f "$data/demo-logins.txt" ] || cat "$data/demo-logins.txt"
echo "open http://127.0.0.1:$port (panels report to $panels)"
build/anwei serve &
server=$!
trap 'kill -TERM $server' INT TERM
sleep 2
# Not when the server could not start.
if [ -f "$data/demo-logins.txt" ] && kill -0 $server 2>/dev/null; then
	build/anwei panel --scenario demo/scenario-demo.json --to "$panels" \
		>/dev/null 2>"$data/panels.log" &
	life=$!
fi
# A signal ends the waiting, not yet the server.
while kill -0 $server 2>/dev/null; do
	wait $server && code=0 || code=$?
done
[ -z "${life:-}" ] || kill $life 2>/dev/null || true
[ -n "${code:-}" ] || { wait $server && code=0 || code=$?; }
exit "$code"
