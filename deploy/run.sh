#!/bin/sh
# run.sh PORT DATA - starts build/anwei; the first time with a demo company.
set -eu
cd "$(dirname "$0")/.."
port=$1
data=$2
export ANWEI_DATA_DIR="$data" ANWEI_HTTP_LISTEN="127.0.0.1:$port"
mkdir -p "$data"
if [ -z "$(build/anwei org list 2>/dev/null)" ]; then
	# The password is shown again at every start: it is only a demo.
	(umask 077 && build/anwei demo load >"$data/demo-logins.txt")
fi
[ ! -f "$data/demo-logins.txt" ] || cat "$data/demo-logins.txt"
echo "open http://127.0.0.1:$port"
exec build/anwei serve
