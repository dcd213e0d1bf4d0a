#!/bin/sh
# web.sh - builds web/dist when a source of it is newer.
set -eu
cd "$(dirname "$0")/../web"
stamp=dist/index.html
if [ -f $stamp ] && [ -z "$(find src public index.html package-lock.json \
	vite.config.ts tools -newer $stamp -print -quit 2>/dev/null)" ]; then
	exit 0
fi
[ ! -f tools/gen.mjs ] || npm run --silent gen
npm run --silent build
