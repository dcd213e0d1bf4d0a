#!/bin/sh
# conf.sh ANWEI - the sample file with the places of the package.
set -eu
"$1" config sample | sed \
	-e 's|^#data\.dir = .*|data.dir = /var/lib/anwei|' \
	-e 's|^#web\.dir = .*|web.dir = /usr/share/anwei/web|' \
	-e 's|^#pack\.dir = .*|pack.dir = /usr/share/anwei/packs|'
